import { describe, expect, it } from 'vitest'
import { parsePolicy } from '../../src/node/policy-file.ts'
import { scanBytes } from '../../src/node/scan-files.ts'
import { explainPolicy } from '../../src/policy/file/explain.ts'
import { defaultPolicy } from '../../src/policy/policy.ts'
import { toJson } from '../../src/report/json.ts'
import { toMarkdown } from '../../src/report/markdown.ts'
import { toText } from '../../src/report/text.ts'
import { buildReport, exitCode } from '../../src/report/verdict.ts'

const none = new Uint8Array(0)
const names = [
  'm.pkl',
  'm.pt',
  'm.h5',
  'm.keras',
  'm.npy',
  'm.onnx',
  'm.gguf',
  'm.safetensors',
  'm.tflite',
  'm.joblib',
  'm.ckpt',
  'pytorch_model.bin',
]
const report = async (paths: readonly string[], policy = defaultPolicy) =>
  buildReport({ files: await Promise.all(paths.map((path) => scanBytes(path, none, { policy }))), gate: policy, notices: [], version: '0' })

describe('an empty file', () => {
  it.each([...names, '__init__.py', 'x.model', 'graph.pb', 'a', 'x.ckpt.data-00000-of-00001'])(
    'called %s can run nothing',
    async (name) => {
      expect(await scanBytes(name, none)).toEqual({ path: name, size: 0, status: 'empty', formats: [], findings: [], incomplete: [] })
    },
  )

  it('is counted, and passes', async () => {
    const all = await report(names)
    expect(exitCode(all)).toBe(0)
    expect(toText(all)).toContain('PASS  12 empty — 12 files')
    expect(toText(all)).toContain('note: 12 empty files, which can run nothing')
    expect(toMarkdown(all)).toMatch(/\| empty \| unrecognised \|/)
    expect(JSON.parse(toJson(all))).toMatchObject({ summary: { empty: 12, unrecognised: 0 } })
  })

  const strict = parsePolicy('empty: fail\n', 'policy.yml')
  it.each(names)('called %s is not read where the policy says so', async (name) => {
    expect(await scanBytes(name, none, { policy: strict })).toMatchObject({
      status: 'incomplete',
      incomplete: [{ why: 'truncated', detail: 'the file is empty' }],
    })
    expect(exitCode(await report([name], strict))).toBe(2)
  })

  it.each(['__init__.py', '.gitkeep', 'notes.txt'])('called %s promises nothing, whatever the policy says', async (name) => {
    expect(await scanBytes(name, none, { policy: strict })).toMatchObject({ status: 'empty', incomplete: [] })
  })

  it('may be ruled for some paths only', async () => {
    const policy = parsePolicy('paths:\n  - path: models/**\n    empty: fail\n', 'policy.yml')
    expect((await scanBytes('models/m.pt', none, { policy })).status).toBe('incomplete')
    expect((await scanBytes('tests/m.pt', none, { policy })).status).toBe('empty')
  })

  it('is explained', () => {
    expect(explainPolicy(defaultPolicy, '2030-01-01')).toContain('An empty file passes under any name, since it cannot run anything.')
    expect(explainPolicy(strict, '2030-01-01')).toContain('An empty file with the name of a model is incomplete.')
    expect(() => parsePolicy('empty: maybe\n', 'policy.yml')).toThrow('pass, fail')
  })
})
