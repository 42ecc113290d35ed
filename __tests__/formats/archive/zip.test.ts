import { describe, expect, it, test } from 'vitest'
import { ScanError } from '../../../src/bytes/errors.ts'
import { memorySource } from '../../../src/bytes/source.ts'
import type { Observation } from '../../../src/facts/observation.ts'
import { zipFormat } from '../../../src/formats/archive/zip/format.ts'
import { linkEscapes, unsafePath } from '../../../src/formats/shared/unsafe-path.ts'
import { scanBytes } from '../../../src/node/scan-files.ts'
import { Ledger } from '../../../src/scan/account.ts'
import type { Hints, Member } from '../../../src/types/artifact.ts'
import type { Charge, Scan } from '../../../src/types/format.ts'
import { buildZip, type EntrySpec, type ZipSpec } from '../../helpers/zip-builder.ts'

interface Seen {
  readonly observations: Observation[]
  readonly members: { name: string; text: string; why?: string; hints: Hints | undefined; storedAt: number | undefined }[]
  readonly charged: Record<Charge, number>
  label: string
}

/** Scans as the driver does, but only looks at the members. */
async function scan(bytes: Uint8Array, limit = Number.POSITIVE_INFINITY): Promise<Seen> {
  const seen: Seen = { observations: [], members: [], charged: { 'bytes-inflated': 0, members: 0, opcodes: 0 }, label: '' }
  const head = bytes.subarray(0, 4096)
  const probe = {
    name: 'a.zip',
    extension: '.zip',
    size: bytes.length,
    head,
    tail: bytes.subarray(-65_558),
    member: false,
    namesModel: false,
  }
  const fake: Scan = {
    probe,
    account: new Ledger(bytes.length, undefined),
    budget: {
      checkTime: () => {},
      charge(kind, amount) {
        seen.charged[kind] += amount
        if (seen.charged[kind] > limit) throw new ScanError('limit', 'too much')
      },
    },
    harmless: () => false,
    observe(observation) {
      seen.observations.push(observation)
      return false
    },
    descend: async (member) => {
      const { text, why } = await contentOf(member)
      seen.members.push({ name: member.name, text, hints: member.hints, storedAt: member.storedAt, ...(why ? { why } : {}) })
      return true
    },
    label(id) {
      seen.label = id
    },
  }
  await zipFormat.scan({ path: ['a.zip'], input: memorySource(bytes) }, fake)
  return seen
}

async function contentOf(member: Member): Promise<{ text: string; why?: string }> {
  const chunks: Uint8Array[] = []
  const text = (): string => Buffer.concat(chunks).toString('latin1')
  try {
    const input = member.open()
    if (input.kind === 'source') chunks.push(input.read(0, input.size))
    else for (let chunk = await input.next(); chunk; chunk = await input.next()) chunks.push(chunk.slice())
    return { text: text() }
  } catch (error) {
    if (!(error instanceof ScanError)) throw error
    return { text: text(), why: error.why }
  }
}

const pickle: EntrySpec = { name: 'archive/data.pkl', data: 'pickle' }
const version: EntrySpec = { name: 'archive/version', data: '3\n' }
const facts = (seen: Seen): string[] =>
  seen.observations.map((o) =>
    o.kind === 'zip-mismatch' ? o.difference : o.kind === 'unsafe-path' || o.kind === 'incomplete' ? o.why : o.kind,
  )

describe('members', () => {
  it('are handed on stored, as slices that say where they lie', async () => {
    const bytes = buildZip([pickle, version])
    const { members, charged, observations } = await scan(bytes)
    expect(members.map(({ name, text }) => [name, text])).toEqual([
      ['archive/data.pkl', 'pickle'],
      ['archive/version', '3\n'],
    ])
    expect(Buffer.from(bytes).indexOf('pickle')).toBe(members[0]?.storedAt)
    expect([charged.members, charged['bytes-inflated'], observations.length]).toEqual([2, 0, 0])
  })

  it('are inflated and paid for', async () => {
    const { members, charged } = await scan(buildZip([{ ...pickle, data: 'x'.repeat(5000), deflate: true }]))
    expect([members[0]?.text.length, members[0]?.storedAt, charged['bytes-inflated']]).toEqual([5000, undefined, 5000])
  })

  it.each<[string, readonly EntrySpec[], readonly string[], ZipSpec?]>([
    ['duplicates', [pickle, { ...pickle, data: 'other' }], ['pickle', 'other']],
    ['hidden ones', [version, { ...pickle, hidden: true }], ['3\n', 'pickle']],
    ['both readings of a contradiction', [{ ...pickle, local: { size: 2, compressedSize: 2 } }], ['pickle', 'pi']],
    ['folders not, unless they hold something', [{ name: 'a/' }, { name: 'b/', data: 'boo' }], ['boo']],
    ['under either name', [{ ...pickle, local: { name: 'archive/readme.t' } }], ['pickle']],
    ['behind a prefix', [pickle], ['pickle'], { prefix: Buffer.from('12345678') }],
  ])('are all scanned: %s', async (_name, entries, expected, spec) => {
    expect((await scan(buildZip(entries, spec))).members.map((member) => member.text)).toEqual(expected)
  })

  it('are scanned once where two directory entries share them', async () => {
    const { members } = await scan(
      buildZip([pickle, { ...pickle, hidden: true }, { ...pickle, data: '', size: 6, compressedSize: 6, headerOffset: 0 }]),
    )
    expect(members.filter((member) => member.storedAt === 46)).toHaveLength(1)
  })

  it('that are broken do not take others with them', async () => {
    const seen = await scan(buildZip([{ ...pickle, method: 8, raw: Buffer.from([7, 7, 7]) }, version]))
    expect(seen.members.map(({ text, why }) => [text, why])).toEqual([
      ['', 'malformed'],
      ['3\n', undefined],
    ])
  })

  it('that are bombs end at the budget', async () => {
    const seen = await scan(buildZip([{ ...pickle, data: Buffer.alloc(30_000_000), size: 100, deflate: true }]), 12_000_000)
    expect(seen.members[0]?.why).toBe('limit')
    expect(seen.members[0]?.text.length).toBeLessThanOrEqual(12_000_000)
  })
})

describe('what is not read is said', () => {
  it.each<[string, EntrySpec, readonly string[], number]>([
    ['an unknown method', { ...pickle, method: 98 }, ['unsupported'], 0],
    ['encrypted and empty', { name: 'a', flags: 1 }, ['encrypted'], 0],
    ['encrypted, stored', { ...pickle, flags: 1, size: 3 }, ['encrypted'], 1],
    ['encrypted, deflated', { ...pickle, flags: 1, method: 8, raw: Buffer.from([7, 7, 7, 7]) }, ['encrypted'], 0],
    ['data past the end', { ...pickle, compressedSize: 9999, size: 9999, descriptor: true }, ['truncated'], 1],
    ['no local header, past the end', { ...pickle, headerOffset: 99_999 }, ['hidden-entry', 'truncated'], 1],
    ['no local header, inside', { ...pickle, headerOffset: 5 }, ['hidden-entry', 'malformed'], 1],
  ])('%s', async (_name, entry, expected, members) => {
    const seen = await scan(buildZip([entry]))
    expect(facts(seen).filter((fact) => fact !== 'size' && fact !== 'crc')).toEqual(expected)
    expect(seen.members).toHaveLength(members)
  })

  it('plain data behind an encryption flag are read, and the flag is called a lie', async () => {
    for (const deflate of [false, true]) {
      const seen = await scan(buildZip([{ ...pickle, flags: 0x801, deflate }]))
      expect(facts(seen)).toEqual(['flags'])
      expect(seen.members.map((member) => member.text)).toEqual(['pickle'])
    }
  })

  it('refuses a stream', async () => {
    const stream = { kind: 'stream' as const, next: () => undefined, close: () => {} }
    const unused = undefined as unknown as Scan
    await expect(zipFormat.scan({ path: ['a'], input: stream }, unused)).rejects.toThrow(ScanError)
  })
})

describe('differences', () => {
  it('come with what another reader sees', async () => {
    const detail = async (entries: readonly EntrySpec[], spec?: ZipSpec): Promise<string> => {
      const found = (await scan(buildZip(entries, spec))).observations.find((o) => o.kind === 'zip-mismatch')
      return found?.kind === 'zip-mismatch' ? found.detail : ''
    }
    expect(await detail([version, { ...pickle, hidden: true }])).toContain('yauzl lists 1 entry, without this one')
    expect(await detail([pickle], { tail: Buffer.alloc(9) })).toContain('yauzl refuses the archive: Invalid comment length')
    expect(await detail([pickle, { ...pickle, flags: 0x40 }])).toContain('refuses the archive: strong encryption')
  })

  it('between the data and what is declared are found in pickles and in inflated members', async () => {
    expect(facts(await scan(buildZip([{ ...pickle, crc: 1 }])))).toEqual(['crc'])
    expect(facts(await scan(buildZip([{ name: 'a', data: 'abc', deflate: true, size: 2 }])))).toEqual(['size'])
    expect(facts(await scan(buildZip([{ name: 'tensor', data: 'abc', crc: 1 }])))).toEqual([])
  })

  it('in case matter where the reader ignores case', async () => {
    expect(
      facts(
        await scan(
          buildZip([
            { name: 'A.npy', data: 'a' },
            { name: 'a.npy', data: 'b' },
          ]),
        ),
      ),
    ).toEqual([])
    expect(facts(await scan(buildZip([pickle, { ...pickle, name: 'archive/DATA.pkl' }])))).toEqual(['case-variant'])
  })

  it('of a zip packed into something else are not its own', async () => {
    const packed = { prefix: Buffer.alloc(512, 65), tail: Buffer.alloc(512) }
    expect(facts(await scan(buildZip([pickle], packed)))).toEqual([])
    expect(facts(await scan(buildZip([pickle], { prefix: packed.prefix })))).toEqual(['prefix'])
  })
})

describe('labels', () => {
  it.each([
    ['pytorch', ['archive/data.pkl', 'archive/version'], true],
    ['pytorch', ['archive/Data.PKL'], true],
    ['pytorch', ['archive/data.pkl\0.txt'], true],
    ['torchscript', ['m/data.pkl', 'm/constants.pkl', 'm/code/__torch__.py'], true],
    ['torch-package', ['m/.data/extern_modules', 'm/model/model.pkl'], true],
    ['', ['a.txt'], false],
  ])('%s', async (label, names, torch) => {
    const seen = await scan(buildZip(names.map((name, index) => ({ name, data: `content ${index}` }))))
    expect(seen.label).toBe(label)
    for (const member of seen.members) expect(member.hints?.pickle).toBe(torch ? 'torch' : undefined)
  })
})

describe('names that leave the folder', () => {
  it.each([
    ['a/b.txt', undefined],
    ['a\\b.txt', undefined],
    ['a..b/c', undefined],
    ['../a', 'traversal'],
    ['a/../../b', 'traversal'],
    ['/etc/passwd', 'absolute'],
    ['C:\\a', 'drive'],
    ['..\\a', 'backslash'],
    ['\\\\host\\share', 'backslash'],
    ['../a\0.txt', 'traversal'],
  ])('%j: %s', (name, why) => {
    expect(unsafePath(name)).toBe(why)
  })

  it.each([
    ['lib/a.so', 'a.so.1', false],
    ['lib/a.so', '../b/a.so', false],
    ['lib/a.so', '../../etc', true],
    ['a', '/etc', true],
    ['a', 'b/../../c', true],
  ])('a link %s to %s: %s', (name, target, escapes) => {
    expect(linkEscapes(name, target)).toBe(escapes)
  })

  it('and special files are stated, and scanned all the same', async () => {
    const entries = [
      { name: '../../evil.pkl', data: 'a' },
      { name: 'in', data: 'evil.pkl', unixMode: 0o120777 },
      { name: 'out', data: '/etc/passwd', unixMode: 0o120777 },
      { name: 'disk', data: 'x', unixMode: 0o060644 },
    ]
    const seen = await scan(buildZip(entries))
    expect(facts(seen)).toEqual(['traversal', 'link', 'device'])
    expect(seen.members).toHaveLength(4)
  })
})

test.each([
  ['as they are', 2 ** 20, []],
  ['that grow to fill the memory', 500 * 2 ** 20, ['files/shape-bomb']],
])('weights of a Keras model %s', async (_, size, rules) => {
  const data = new Uint8Array(2 ** 20)
  const bytes = buildZip([
    { name: 'metadata.json', data: '{"keras_version": "3.0.0"}' },
    { name: 'config.json', data: '{"module": "keras", "class_name": "Sequential", "config": {"layers": []}, "registered_name": null}' },
    { name: 'model.weights.h5', data, deflate: true, size },
  ])
  const report = await scanBytes('model.keras', bytes)
  expect(report.findings.map(({ rule }) => rule).filter((rule) => rule.startsWith('files/'))).toEqual(rules)
})
