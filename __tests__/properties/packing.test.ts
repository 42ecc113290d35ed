import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { discover } from '../../src/node/discover.ts'
import { scanBytes, scanFiles } from '../../src/node/scan-files.ts'
import type { FileReport } from '../../src/types/report.ts'
import { asm, callOf } from '../helpers/asm.ts'
import { bytesOf, manifest } from '../helpers/fixtures.ts'
import { makeTar } from '../helpers/tar-builder.ts'
import { buildZip } from '../helpers/zip-builder.ts'

/** A file of any kind. */
interface Case {
  readonly name: string
  readonly bytes: Uint8Array
}

const text = (name: string, content: string): Case => ({ name, bytes: Buffer.from(content) })

const evil = callOf('os', 'system', 'marker')
const template = "{{ cycler.__init__.__globals__.os.popen('echo marker').read() }}"

/** What the fixtures have none of, or only under other names. */
const attacks: readonly Case[] = [
  ...['m', 'm.pkl', 'm.bin', 'm.pt', 'm.dat', 'm.txt'].map((name) => ({ name, bytes: evil })),
  { name: 'cut.pkl', bytes: evil.subarray(0, -3) },
  { name: 'short.pkl', bytes: asm('PROTO 2', 'TUPLE2') },
  { name: 'own.pkl', bytes: asm('PROTO 2', 'GLOBAL my_package Net', 'EMPTY_TUPLE', 'NEWOBJ', 'STOP') },
  text('config.json', '{"auto_map": {"AutoModel": "modeling.Model"}}'),
  text('conf.yaml', 'model:\n  _target_: os.system\n  command: echo marker\n'),
  text('tags.yaml', '!!python/object/apply:os.system ["echo marker"]\n'),
  text('chat_template.jinja', template),
  text('tokenizer_config.json', JSON.stringify({ chat_template: template })),
  text('program.json', JSON.stringify({ graph_module: { expr_str: "__import__('os').system('echo marker')" } })),
  text('requirements.txt', '-e git+https://example.invalid/x.git\n'),
  text('model.onnx', '<!DOCTYPE html><title>404</title>'),
  text('model.safetensors', '{"error": "not found"}'),
  text('model.gguf', 'Entry not found'),
  text('pytorch_model.bin', 'Forbidden'),
  text('model.pt', 'version https://git-lfs.github.com/spec/v1\noid sha256:00\nsize 12\n'),
  { name: 'model.h5', bytes: Uint8Array.from({ length: 64 }, (_, at) => (at * 197 + 211) & 0xff) },
]

/** Small, and of every format that there is a fixture of. Bombs and zips that hold each other take long, and are no different. */
const fixtures: readonly Case[] = manifest
  .filter(({ file, size }) => size <= 20_000 && !/\/(?:bomb-|zips-in-each-other)/.test(file))
  .map((fixture) => ({ name: fixture.file.slice(fixture.file.lastIndexOf('/') + 1), bytes: bytesOf(fixture) }))

/** Archives and compressions around one file. */
const packings: Readonly<Record<string, (file: Case) => Case>> = {
  'a zip': (file) => ({ name: 'x.zip', bytes: buildZip([{ name: 'README.md', data: 'hello' }, entryOf(file)]) }),
  'a deflated zip': (file) => ({ name: 'x.zip', bytes: buildZip([{ ...entryOf(file), deflate: true }]) }),
  'a tar': (file) => ({ name: 'x.tar', bytes: makeTar([{ name: 'README.md', data: 'hello' }, entryOf(file)]) }),
  gzip: (file) => ({ name: `${file.name}.gz`, bytes: gzipSync(file.bytes) }),
  'a tar.gz': (file) => ({ name: 'x.tar.gz', bytes: gzipSync(makeTar([entryOf(file), { name: 'README.md', data: 'hello' }])) }),
}

function entryOf({ name, bytes }: Case) {
  return { name, data: bytes }
}

/** How bad: findings that close the gate, what was not read and closes it too, what is said, nothing. */
function badness({ findings, incomplete }: Pick<FileReport, 'findings' | 'incomplete'>): number {
  if (findings.some(({ severity }) => severity === 'critical' || severity === 'high')) return 3
  if (incomplete.length > 0) return 2
  return findings.some(({ severity }) => severity === 'medium') ? 1 : 0
}

const scan = ({ name, bytes }: Case) => scanBytes(name, bytes)

async function checkPacked(file: Case, how: string, pack: (file: Case) => Case): Promise<Case> {
  const own = await scan(file)
  const packed = pack(file)
  const report = await scan(packed)
  if (badness(report) < badness(own)) throw new Error(`${file.name} is ${badness(own)}, in ${how} ${badness(report)} (${report.status})`)
  return packed
}

const anyCase = fc.constantFrom(...attacks, ...fixtures)
const anyPacking = fc.constantFrom(...Object.entries(packings))

describe('packing a file makes its verdict no cleaner', () => {
  test.each(Object.entries(packings))('as %s, for every attack', async (how, pack) => {
    for (const file of attacks) await checkPacked(file, how, pack)
  })

  test('whatever it is packed in, and that again', async () => {
    await fc.assert(
      fc.asyncProperty(anyCase, fc.array(anyPacking, { minLength: 1, maxLength: 3 }), async (file, ways) => {
        let packed = file
        for (const [how, pack] of ways) packed = await checkPacked(packed, how, pack)
      }),
      { numRuns: 250 },
    )
  }, 60_000)

  test('and the check notices a packing that is not read', async () => {
    const scrambled = (file: Case): Case => ({ name: 'x.xyz', bytes: Uint8Array.from(file.bytes, (byte) => byte ^ 0xa5) })
    const result = await fc.check(
      fc.asyncProperty(fc.constantFrom(...attacks), async (file) => {
        await checkPacked(file, 'nothing that is known', scrambled)
      }),
    )
    expect(result.failed).toBe(true)
  })
})

describe('what lies beside a file makes its verdict no cleaner', () => {
  const others = ['README.md', 'notes.txt', 'setup.py', 'package.json', '.gitattributes', 'LICENSE']
  const models = ['model.safetensors', 'weights.pt', 'MLmodel']
  test('in a folder, with a model and without', async () => {
    await fc.assert(
      fc.asyncProperty(anyCase, fc.subarray([...others, ...models]), async (file, beside) => {
        const root = mkdtempSync(join(tmpdir(), 'packing-'))
        try {
          for (const name of beside) writeFileSync(join(root, name), '')
          writeFileSync(join(root, file.name), file.bytes)
          const reports = await scanFiles(discover(root).files, { root })
          const report = reports.find(({ path }) => path === file.name)
          expect(report && badness(report)).toBeGreaterThanOrEqual(badness(await scan(file)))
        } finally {
          rmSync(root, { recursive: true, force: true })
        }
      }),
      { numRuns: 100 },
    )
  }, 60_000)
})
