import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { crc32 } from '../../src/bytes/crc32.ts'
import { ScanError } from '../../src/bytes/errors.ts'
import { memorySource } from '../../src/bytes/source.ts'
import { readSevenZip, type SevenZip } from '../../src/wire/seven-zip/archive.ts'
import { unreadableFolder } from '../../src/wire/seven-zip/folder.ts'
import { startsLikeSevenZip } from '../../src/wire/signatures.ts'
import { sevenZips } from './seven-zip-vectors.ts'

type Name = keyof typeof sevenZips
const vector = (name: Name): Uint8Array => Buffer.from(sevenZips[name], 'base64')
const read = (bytes: Uint8Array): Promise<SevenZip> => readSevenZip(memorySource(bytes), () => undefined)

/** What went wrong, or undefined. Only what decoders may throw is caught. */
async function reason(bytes: Uint8Array): Promise<string | undefined> {
  try {
    await read(bytes)
    return undefined
  } catch (error) {
    if (error instanceof ScanError) return error.why
    throw error
  }
}

/** An archive around a header of these bytes. */
function around(header: Uint8Array): Uint8Array {
  const start = Buffer.alloc(32)
  start.set([0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c, 0, 4])
  start.writeBigUInt64LE(BigInt(header.length), 20)
  start.writeUInt32LE(crc32(header), 28)
  start.writeUInt32LE(crc32(start.subarray(12)), 8)
  return Buffer.concat([start, header])
}

describe('the list of files', () => {
  it.each<Name>(['lzma', 'bzip2', 'deflate', 'zstd', 'copy', 'bcj', 'ppmd', 'encrypted'])('of an archive packed with %s', async (name) => {
    const { folders, files } = await read(vector(name))
    expect(files.map((file) => [file.name, file.size, file.folder])).toEqual([
      ['readme.txt', 26, 0],
      ['model.pkl', 41, 0],
    ])
    expect(folders.map(({ size, sizes }) => [size, sizes])).toEqual([[67, [26, 41]]])
  })

  it('of a folder with a link, an empty file and a subfolder', async () => {
    const { files } = await read(vector('real'))
    const rows = files.map(({ name, size, folder, mode }) => [
      name,
      size,
      folder === undefined ? 'no data' : 'data',
      (mode >> 12).toString(8),
    ])
    expect(rows.sort()).toEqual([
      ['m', 0, 'no data', '4'],
      ['m/empty', 0, 'no data', '10'],
      ['m/link', 13, 'data', '12'],
      ['m/model.pkl', 41, 'data', '10'],
      ['m/readme.txt', 26, 'data', '10'],
      ['m/sub', 0, 'no data', '4'],
      ['m/z.txt', 600, 'data', '10'],
    ])
  })

  it('that is not packed, with a folder for each file', async () => {
    const { folders, files } = await read(vector('realPlainHeader'))
    expect([folders.length, files.length]).toEqual([4, 7])
  })
})

describe('methods that are not read', () => {
  it.each<[Name, string, boolean]>([
    ['ppmd', 'PPMd', false],
    ['encrypted', 'AES-256 + LZMA2', true],
    ['realDeflate64', 'Deflate64', false],
  ])('%s', async (name, methods, encrypted) => {
    const { folders } = await read(vector(name))
    expect(folders.map(unreadableFolder)).toContainEqual({ methods, encrypted })
  })
})

describe('broken archives', () => {
  it.each<[string, Uint8Array, string | undefined]>([
    ['an encrypted list of files', vector('encryptedNames'), 'encrypted'],
    ['nothing in it', around(new Uint8Array(0)), undefined],
    ['only the signature', vector('lzma').subarray(0, 6), 'truncated'],
    ['a wrong checksum at the start', around(new Uint8Array(0)).map((byte, index) => (index === 9 ? byte ^ 1 : byte)), 'malformed'],
    ['a wrong checksum of the header', around(Uint8Array.of(1, 0)).map((byte, index) => (index === 32 ? 2 : byte)), 'malformed'],
    ['an unknown part', around(Uint8Array.of(1, 0x33)), 'malformed'],
    ['a part twice', around(Uint8Array.of(1, 2, 0, 2, 0, 0)), 'malformed'],
    ['more files than bytes', around(Uint8Array.of(1, 5, 0x50, 0)), 'malformed'],
    ['a billion files', around(Uint8Array.of(1, 5, 0xf0, 0, 0xca, 0x9a, 0x3b, 0)), 'limit'],
    ['a folder of a hundred coders', around(Uint8Array.of(1, 4, 7, 11, 1, 0, 100, 0)), 'malformed'],
    ['files without names', around(Uint8Array.of(1, 5, 1, 0, 0)), 'malformed'],
  ])('%s', async (_, bytes, why) => {
    expect(await reason(bytes)).toBe(why)
  })

  it('cut anywhere are truncated', async () => {
    const whole = vector('copy')
    for (let length = 6; length < whole.length; length++) expect(await reason(whole.subarray(0, length))).toBe('truncated')
  })

  it('with any header throw nothing but ScanError', async () => {
    const plain = vector('realPlainHeader')
    const view = Buffer.from(plain)
    const header = view.subarray(32 + Number(view.readBigUInt64LE(12)))
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(fc.nat(header.length - 1), fc.nat(255)), { minLength: 1, maxLength: 4 }), async (changes) => {
        const changed = Uint8Array.from(header)
        for (const [at, value] of changes) changed[at] = value
        const why = await reason(around(changed))
        expect(['malformed', 'limit', undefined]).toContain(why)
      }),
      { numRuns: 1000 },
    )
  })
})

it('the signature', () => {
  expect([startsLikeSevenZip(vector('lzma')), startsLikeSevenZip(Buffer.from('7zip archive'))]).toEqual([true, false])
})
