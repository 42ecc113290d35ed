import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { ArchiveLinks } from '../../../src/formats/archive/links.ts'
import { scanBytes } from '../../../src/node/scan-files.ts'
import { makeTar, type TarSpec } from '../../helpers/tar-builder.ts'
import { buildZip } from '../../helpers/zip-builder.ts'

const config = 'model:\n  _target_: os.system\n  command: echo marker\n'
const template = "{{ cycler.__init__.__globals__.os.popen('echo marker').read() }}"
const payload: TarSpec = { name: 'payload.txt', data: config }
const link = (name: string, target: string, type = '2'): TarSpec => ({ name, type, target })

const found = async (name: string, bytes: Uint8Array): Promise<readonly string[]> => {
  const { findings, incomplete } = await scanBytes(name, bytes)
  return [
    ...findings.map(({ severity, rule, path }) => `${severity} ${rule} ${path.slice(1).join('!')}`),
    ...incomplete.map(({ detail }) => detail),
  ]
}

const cases: readonly [string, readonly TarSpec[], string][] = [
  ['a symbolic link behind it', [payload, link('model_config.yaml', 'payload.txt')], 'model_config.yaml'],
  ['a symbolic link in front of it', [link('model_config.yaml', './payload.txt'), payload], 'model_config.yaml'],
  ['a hard link', [payload, link('model_config.yaml', 'payload.txt', '1')], 'model_config.yaml'],
  [
    'names that begin with a dot',
    [{ ...payload, name: './payload.txt' }, link('./model_config.yaml', 'payload.txt')],
    './model_config.yaml',
  ],
  ['a chain', [payload, link('a', 'payload.txt'), link('b', 'a', '1'), link('model_config.yaml', 'b')], 'model_config.yaml'],
  ['a link in a folder', [payload, link('in/model_config.yaml', '../payload.txt')], 'in/model_config.yaml'],
  [
    'a folder that is a link',
    [{ ...payload, name: 'data/payload.txt' }, link('cfg', 'data'), link('model_config.yaml', 'cfg/payload.txt')],
    'model_config.yaml',
  ],
  [
    'a name that comes twice',
    [payload, link('model_config.yaml', 'payload.txt', '1'), { name: 'payload.txt', data: 'ok' }],
    'model_config.yaml',
  ],
]

describe('a link in a tar lends its name', () => {
  it.each(cases)('by %s', async (_, specs, name) => {
    const expected = `critical config/dangerous-reference ${name}`
    expect(await found('m.nemo', makeTar(specs))).toEqual([expected])
    expect(await found('m.nemo.gz', gzipSync(makeTar(specs)))).toEqual([expected.replace(name, `m.nemo!${name}`)])
  })

  it('and so does one to a folder whose name means something', async () => {
    expect(await found('m.tar', makeTar([{ name: 'texts/x.md', data: template }, link('additional_chat_templates', 'texts')]))).toEqual([])
    const named = [{ name: 'texts/x.jinja', data: template }, link('additional_chat_templates', 'texts')]
    expect(await found('m.tar', makeTar(named))).toContain('critical template/injection additional_chat_templates/x.jinja')
  })

  it.each<[string, readonly TarSpec[]]>([
    ['to what is harmless', [{ name: 'payload.txt', data: 'a: 1\n' }, link('model_config.yaml', 'payload.txt')]],
    ['to nothing in the archive', [payload, link('model_config.yaml', 'missing.txt')]],
    ['to itself', [payload, link('model_config.yaml', 'model_config.yaml')]],
    ['in a circle', [payload, link('a', 'b'), link('b', 'a')]],
    ['to a folder around it', [payload, link('in/loop', '..')]],
  ])('but nothing where it leads %s', async (_, specs) => {
    expect(await found('m.nemo', makeTar(specs))).toEqual([])
    expect(await found('m.nemo.gz', gzipSync(makeTar(specs)))).toEqual([])
  })

  it('and is told where it leads out', async () => {
    expect(await found('m.tar', makeTar([payload, link('model_config.yaml', '../payload.txt')]))).toEqual(['high archive/unsafe-path '])
  })

  it('or what it leads to is gone for good', async () => {
    const big = { name: 'payload.txt', data: `${config}#${' '.repeat(3 * 2 ** 20)}` }
    const specs = [big, link('model_config.yaml', 'payload.txt')]
    expect(await found('m.nemo', makeTar(specs))).toContain('critical config/dangerous-reference model_config.yaml')
    expect(await found('m.nemo.gz', gzipSync(makeTar(specs)))).toEqual([
      expect.stringContaining('was too large to be scanned under this name'),
    ])
    const library = { name: 'libm.so.1', data: Buffer.concat([Buffer.from('\x7fELF\x02\x01\x01'), Buffer.alloc(3 * 2 ** 20)]) }
    expect(await found('x.tar.gz', gzipSync(makeTar([library, link('libm.so', 'libm.so.1')])))).not.toEqual([
      expect.stringContaining('was too large'),
    ])
  })
})

describe('a link in a zip lends its name', () => {
  const entry = (name: string, data: string, unixMode = 0o100644) => ({ name, data, unixMode })
  it.each([false, true])('compressed: %s', async (deflate) => {
    const entries = [entry('payload.txt', config), entry('in/model_config.yaml', '../payload.txt', 0o120777)]
    expect(await found('m.zip', buildZip(entries.map((each) => ({ ...each, deflate }))))).toEqual([
      'critical config/dangerous-reference in/model_config.yaml',
    ])
  })

  it('and is read as what it holds, too', async () => {
    const entries = [entry('model_config.yaml', config, 0o120777)]
    expect(await found('m.zip', buildZip(entries))).toContain('critical config/dangerous-reference model_config.yaml')
  })

  it.each(['missing.txt', 'model_config.yaml', '.'])('but nothing where it leads to %s', async (target) => {
    expect(await found('m.zip', buildZip([entry('payload.txt', config), entry('model_config.yaml', target, 0o120777)]))).toEqual([])
  })
})

it('resolves long and deep names in bounded time', () => {
  const links = new ArchiveLinks()
  for (let index = 0; index < 5000; index++) links.add({ name: `l${index}`, target: `l${index + 1}/../l${index + 2}`, kind: 'symlink' })
  links.add({ name: 'x'.repeat(1e6), target: 'a', kind: 'symlink' })
  links.add({ name: 'a', target: '../'.repeat(1e6), kind: 'hardlink' })
  expect(links.aliasesOf(['l5001'], () => undefined).size).toBe(1)
})
