import { gunzipSync } from 'node:zlib'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Portions } from '../../src/bytes/portions.ts'
import { memorySource } from '../../src/bytes/source.ts'
import { type TarItem, walkTar } from '../../src/wire/tar/archive.ts'
import { looksLikeTar, parseTarHeader } from '../../src/wire/tar/header.ts'
import { type PaxRecords, parsePax } from '../../src/wire/tar/pax.ts'
import { chunked } from '../helpers/chunked.ts'
import { makeTar, tarHeader } from '../helpers/tar-builder.ts'
import { tars } from './tar-vectors.ts'

const LONG = `${'a-folder-with-a-long-name/'.repeat(6)}model.pkl`
const vector = (name: keyof typeof tars): Uint8Array => gunzipSync(Buffer.from(tars[name], 'base64'))

/** Entries with their data as text, problems by their reason. */
async function walk(bytes: Uint8Array, chunk?: number): Promise<string[]> {
  const portions = new Portions(chunk ? chunked(bytes, chunk) : memorySource(bytes), () => undefined)
  const seen: string[] = []
  for await (const item of walkTar(portions)) seen.push(await describeItem(item, portions))
  return seen
}

async function describeItem(item: TarItem, portions: Portions): Promise<string> {
  if (item.kind === 'problem') return `! ${item.why} @${item.offset}`
  if (item.kind === 'rest') return `+ ${item.offset}`
  if (item.kind === 'notes') return `# ${item.bytes.length}`
  const part = await portions.part(item.size)
  const text = part.kind === 'source' ? Buffer.from(part.read(0, part.size)).toString('latin1').trim() : ''
  return [item.type, item.name, item.target && `-> ${item.target}`, text, item.sparse && 'sparse'].filter(Boolean).join(' ')
}

const README = 'file readme.txt Weights of a small model.'
const MODEL = `file ${LONG} ${'pickle'.repeat(100)}`

describe('archives of tarfile', () => {
  it.each<[keyof typeof tars, string[]]>([
    ['ustar', [README, MODEL]],
    ['pax', [README, MODEL]],
    ['gnu', [README, MODEL, `symlink latest.pkl -> ${LONG}`, 'hardlink again.pkl -> readme.txt', 'device pipe', 'folder folder/']],
    ['sparse', [`file holes.pkl ${'pickle'.repeat(100)} sparse`]],
  ])('are walked: %s', async (name, expected) => {
    expect(await walk(vector(name))).toEqual(expected)
    for (const chunk of [1, 511, 513, 4096]) expect(await walk(vector(name), chunk)).toEqual(expected)
  })

  it('cut anywhere give whole members, or say what is missing', async () => {
    const whole = vector('pax')
    const end = Buffer.from(whole).lastIndexOf('pickle') + 'pickle'.length
    const complete = await walk(whole)
    for (let length = 513; length < end; length++) {
      const seen = await walk(whole.subarray(0, length))
      const prefix = seen.filter((line) => !/^[!+]/.test(line))
      const cutBetweenMembers = prefix.every((line, index) => line === complete[index])
      expect(cutBetweenMembers || seen.some((line) => line.startsWith('! '))).toBe(true)
    }
  })

  it('with any byte changed never throw', async () => {
    const whole = vector('gnu')
    await fc.assert(
      fc.asyncProperty(fc.nat(whole.length - 1), fc.nat(255), async (at, value) => {
        const bytes = whole.slice()
        bytes[at] = value
        expect((await walk(bytes)).length).toBeGreaterThan(0)
      }),
    )
  })
})

describe('headers', () => {
  it.each<[string, Uint8Array, ReturnType<typeof parseTarHeader>]>([
    ['v7', tarHeader({ name: 'a', size: 5, magic: '', type: '\0' }), { name: 'a', size: 5, type: '\0', target: '', extended: false }],
    ['with a prefix', tarHeader({ name: 'b', prefix: 'a' }), { name: 'a/b', size: 0, type: '0', target: '', extended: false }],
    [
      'with a base-256 size',
      tarHeader({ name: 'a', size: 2 ** 33, base256: true }),
      { name: 'a', size: 2 ** 33, type: '0', target: '', extended: false },
    ],
    [
      'with signed bytes in its checksum',
      tarHeader({ name: 'ä', signed: true }),
      { name: 'ä', size: 0, type: '0', target: '', extended: false },
    ],
    ['with a negative size', tarHeader({ name: 'a', sizeField: Uint8Array.of(255, 255) }), undefined],
    ['with a size that is no number', tarHeader({ name: 'a', sizeField: Buffer.from('12x') }), undefined],
    ['of zeros', new Uint8Array(512), undefined],
    ['cut off', tarHeader({ name: 'a' }).subarray(0, 511), undefined],
  ])('%s', (_, block, expected) => {
    expect(parseTarHeader(block)).toEqual(expected)
  })

  it('are known by their checksum, or by ustar whatever the checksum', () => {
    expect(looksLikeTar(tarHeader({ name: 'a', magic: '' }))).toBe(true)
    const broken = tarHeader({ name: 'a' })
    broken[0] = 0x62
    expect([looksLikeTar(broken), parseTarHeader(broken)]).toEqual([true, undefined])
    expect(looksLikeTar(Buffer.from('plain text '.repeat(60)))).toBe(false)
    expect(looksLikeTar(new Uint8Array(1024))).toBe(false)
  })
})

describe('pax records', () => {
  it.each<[string, boolean, PaxRecords]>([
    ['20 path=folder/file\n', true, { path: 'folder/file' }],
    ['12 path=one\n12 path=two\n', true, { path: 'two' }],
    ['13 size=1234\n22 linkpath=../target\n', true, { size: 1234, linkpath: '../target' }],
    ['30 mtime=1700000000.123456789\n', true, {}],
    ['16 comment=1234\n', true, { noted: true }],
    ['22 GNU.sparse.major=1\n26 GNU.sparse.name=holes.\n', true, { sparse: true, path: 'holes.' }],
    ['12 path=one\n99 path=two\n', false, { path: 'one' }],
    ['0 path=one\n', false, {}],
    ['path=one\n', false, {}],
    ['12 size=1e3\n', false, {}],
    ['9 nothing\n', false, {}],
  ])('%j', (text, sound, expected) => {
    const records: PaxRecords = {}
    expect(parsePax(Buffer.from(text), records)).toBe(sound)
    expect(records).toEqual(expected)
  })
})

describe('odd archives', () => {
  const one = makeTar([{ name: 'one', data: 'first' }])
  const two = makeTar([{ name: 'two', data: 'second' }])
  it.each<[string, Uint8Array, string[]]>([
    ['two in a row', Buffer.concat([one, two]), ['file one first', 'file two second']],
    ['bytes behind the end', Buffer.concat([one, Buffer.from('more')]), ['file one first', `+ ${one.length}`]],
    ['no end', one.subarray(0, 1024), ['file one first']],
    ['no padding', one.subarray(0, 517), ['file one first']],
    ['cut data', one.subarray(0, 515), ['file one fir', '! truncated @515']],
    ['a broken header', Buffer.concat([one.subarray(0, 1024), Buffer.alloc(512, 1)]), ['file one first', '! malformed @1024', '+ 1024']],
    ['a cut header', one.subarray(0, 300), ['! truncated @0']],
    ['a folder of old', makeTar([{ name: 'folder/', type: '\0', magic: '' }]), ['folder folder/']],
    ['a link with a size', makeTar([{ name: 'l', type: '2', target: 't', size: 99 }]), ['symlink l -> t']],
    ['an unknown type', makeTar([{ name: 'x', type: 'Z', data: 'data' }]), ['file x data']],
    ['a cut name', makeTar([{ name: '././@LongLink', type: 'L', size: 5000 }]).subarray(0, 1024), ['! truncated @0']],
    ['a huge name', makeTar([{ name: '././@LongLink', type: 'L', size: 2 ** 30 }]), ['! limit @0']],
    [
      'a size from a pax header',
      makeTar([
        { name: 'x', type: 'x', data: '9 size=6\n' },
        { name: 'm', data: 'second', size: 0 },
      ]),
      ['file m second'],
    ],
    [
      'a name for all from a global pax header',
      makeTar([
        { name: 'g', type: 'g', data: '13 path=../x\n' },
        { name: 'm', data: '1' },
      ]),
      ['file ../x 1'],
    ],
  ])('%s', async (_, bytes, expected) => {
    expect(await walk(bytes)).toEqual(expected)
    expect(await walk(bytes, 100)).toEqual(expected)
  })
})
