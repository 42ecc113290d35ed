import { deflateSync, gzipSync } from 'node:zlib'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { branchFilters } from '../../../src/bytes/codecs/bcj.ts'
import { codecs } from '../../../src/bytes/codecs/index.ts'
import type { CodecId } from '../../../src/bytes/codecs/magic.ts'
import { crc32 } from '../../../src/bytes/crc32.ts'
import { memorySource } from '../../../src/bytes/source.ts'
import type { ByteStream } from '../../../src/bytes/stream.ts'
import { BRANCH_VECTORS, BRANCHES } from './bcj-vectors.ts'
import { collect } from './collect.ts'
import { SAMPLE, VECTORS, XZ_X86, ZEROS } from './vectors.ts'

interface Case {
  readonly codec: CodecId
  readonly how: string
  readonly data: Uint8Array
}

const CASES: readonly Case[] = [
  ...VECTORS,
  { codec: 'gzip', how: 'default', data: gzipSync(SAMPLE) },
  { codec: 'gzip', how: 'stored', data: gzipSync(SAMPLE, { level: 0 }) },
  { codec: 'zlib', how: 'default', data: deflateSync(SAMPLE) },
  { codec: 'zlib', how: 'small window, fixed codes', data: deflateSync(SAMPLE, { windowBits: 9, strategy: 4 }) },
  { codec: 'joblib-zfile', how: 'Python 3', data: zfile('', SAMPLE) },
  { codec: 'joblib-zfile', how: 'Python 2', data: zfile(' ', SAMPLE) },
]

function zfile(space: string, content: Uint8Array): Uint8Array {
  return Buffer.concat([Buffer.from(`ZF${`0x${content.length.toString(16)}`.padEnd(19)}${space}`), deflateSync(content)])
}

function open(codec: CodecId, data: Uint8Array): ByteStream {
  const found = codecs.find((one) => one.id === codec)
  if (!found) throw new Error(`no codec ${codec}`)
  return found.open(memorySource(data))
}

const firstOf = (codec: CodecId): Case => {
  const found = CASES.find((one) => one.codec === codec)
  if (!found) throw new Error(`no case for ${codec}`)
  return found
}

describe('what real tools wrote', () => {
  it.each(CASES)('$codec, $how, is decoded', async ({ codec, data }) => {
    const { bytes, error } = await collect(open(codec, data))
    expect(error).toBeUndefined()
    expect(bytes).toEqual(SAMPLE)
  })

  it.each(CASES)('$codec, $how, is recognised by its first bytes', ({ codec, data }) => {
    const matches = codecs.filter((one) => one.match(data.subarray(0, 512), `.${codec}`) !== 'no').map((one) => one.id)
    expect(matches).toEqual([codec])
  })

  it.each(ZEROS)('8 MiB of zeros from $codec come in small chunks', async ({ codec, data }) => {
    const { bytes, error, largestChunk } = await collect(open(codec, data))
    expect(error).toBeUndefined()
    expect(bytes.equals(Buffer.alloc(8 * 1024 * 1024))).toBe(true)
    expect(largestChunk).toBeLessThanOrEqual(256 * 1024)
  })
})

describe('several streams in one file', () => {
  const JOINABLE = ['gzip', 'bzip2', 'xz', 'lzma', 'lz4', 'zstd'] as const

  it.each(JOINABLE)('%s: all are read, over zero padding too', async (codec) => {
    const { data } = firstOf(codec)
    const { bytes, error } = await collect(open(codec, Buffer.concat([data, data, Buffer.alloc(8), data, Buffer.alloc(16)])))
    expect(error).toBeUndefined()
    expect(bytes).toEqual(Buffer.concat([SAMPLE, SAMPLE, SAMPLE]))
  })

  it.each([...JOINABLE, 'zlib', 'joblib-zfile'] as const)('%s: junk behind is an error, after delivery', async (codec) => {
    const { data } = firstOf(codec)
    const { bytes, error } = await collect(open(codec, Buffer.concat([data, Buffer.from('junk')])))
    expect(bytes).toEqual(SAMPLE)
    expect(error).toMatchObject({ why: 'malformed', message: '4 bytes after the end of the compressed data', offset: expect.any(Number) })
  })

  it.each(['lz4', 'zstd'] as const)('%s: skippable frames are passed over', async (codec) => {
    const skippable = Buffer.from([0x5a, 0x2a, 0x4d, 0x18, 3, 0, 0, 0, 1, 2, 3])
    const data = Buffer.concat([skippable, firstOf(codec).data, skippable, firstOf(codec).data])
    const { bytes, error } = await collect(open(codec, data))
    expect(error).toBeUndefined()
    expect(bytes).toEqual(Buffer.concat([SAMPLE, SAMPLE]))
    expect(codecs.filter((one) => one.match(data, '') === 'certain').map((one) => one.id)).toEqual([codec])
  })
})

describe('broken data', () => {
  // A stream whose end is not marked cannot tell that it was cut where a block ends.
  const UNMARKED = new Set(['legacy'])

  it.each(CASES)('$codec, $how, cut anywhere: a prefix, then "truncated"', async ({ codec, how, data }) => {
    for (let length = 1; length < data.length; length++) {
      const { bytes, error } = await collect(open(codec, data.subarray(0, length)))
      expect(bytes.equals(SAMPLE.subarray(0, bytes.length)), `cut at ${length}`).toBe(true)
      if (!UNMARKED.has(how) || bytes.length < SAMPLE.length) expect(error?.why, `cut at ${length}`).toBe('truncated')
    }
  })

  it.each(CASES)('$codec, $how, with bytes flipped: nothing but ScanError, and it ends', async ({ codec, data }) => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.nat(data.length - 1), fc.integer({ min: 1, max: 255 })), { minLength: 1, maxLength: 4 }),
        async (flips) => {
          const flipped = Uint8Array.from(data)
          for (const [at, bits] of flips) flipped[at] = (flipped[at] ?? 0) ^ bits
          const { largestChunk } = await collect(open(codec, flipped))
          expect(largestChunk).toBeLessThanOrEqual(256 * 1024)
        },
      ),
      { numRuns: 60 },
    )
  })

  it.each(codecs)('$id: any bytes are an error or decode', async ({ open: openCodec, match }) => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 64 }), fc.constantFrom('', '.pkl', '.lzma'), async (data, extension) => {
        expect(['certain', 'possible', 'no']).toContain(match(data, extension))
        await collect(openCodec(memorySource(data)))
      }),
    )
  })

  const WRONG_CHECKS: readonly (readonly [CodecId, string, number])[] = [
    ['gzip', 'default', 8],
    ['zlib', 'default', 4],
    ['bzip2', 'default', 2],
    ['lz4', 'default', 4],
  ]
  it.each(WRONG_CHECKS)('%s: a wrong checksum is said after the bytes', async (codec, how, fromEnd) => {
    const data = Buffer.from(CASES.find((one) => one.codec === codec && one.how === how)?.data ?? [])
    data[data.length - fromEnd] = (data[data.length - fromEnd] ?? 0) ^ 0xff
    const { bytes, error } = await collect(open(codec, data))
    expect(bytes).toEqual(SAMPLE)
    expect(error?.why).toBe('malformed')
  })

  it.each(['crc64', 'crc32'])('xz: a wrong %s is said after the bytes', async (how) => {
    const data = Buffer.from(CASES.find((one) => one.codec === 'xz' && one.how === how)?.data ?? [])
    // Behind the check come the index (8 bytes here, and its checksum) and the footer of 12.
    const at = data.length - 12 - 12 - 1
    data[at] = (data[at] ?? 0) ^ 0xff
    const { bytes, error } = await collect(open('xz', data))
    expect(bytes).toEqual(SAMPLE)
    expect(error).toMatchObject({ why: 'malformed', message: 'broken xz data: the checksum of the decompressed data is wrong' })
  })
})

describe('limits', () => {
  it('refuses an xz header of 28 bytes that declares a 4 GiB dictionary', async () => {
    const header = Buffer.from('fd377a585a000004e6d6b4460200210128000000e6a011b300000000', 'hex')
    const { bytes, error } = await collect(open('xz', header))
    expect(header.length).toBe(28)
    expect(bytes.length).toBe(0)
    expect(error).toMatchObject({ why: 'limit', message: 'a dictionary of 4096 MiB is declared, at most 64 MiB are read' })
  })

  it('refuses a .lzma header that declares a 4 GiB dictionary', async () => {
    const { error } = await collect(open('lzma', Buffer.from('5d' + 'ffffffff' + 'ffffffffffffffff' + '0000000000', 'hex')))
    expect(error).toMatchObject({ why: 'limit', message: 'a dictionary of 4096 MiB is declared, at most 64 MiB are read' })
  })

  it('refuses a Zstandard window of 128 MiB', async () => {
    const { error } = await collect(open('zstd', Buffer.from('28b52ffd' + '00' + '88' + '010000', 'hex')))
    expect(error).toMatchObject({ why: 'limit', message: 'a window of 128 MiB is declared, at most 64 MiB are read' })
  })

  it('says which xz filter it cannot undo', async () => {
    // The number of the x86 filter in the header of the block, and the checksum of the header.
    const other = Buffer.from(XZ_X86)
    other[14] = 11
    const header = other.subarray(12, 12 + ((other[12] ?? 0) + 1) * 4 - 4)
    other.writeUInt32LE(crc32(header), 12 + header.length)
    const { error } = await collect(open('xz', other))
    expect(error).toMatchObject({ why: 'unsupported', message: 'an xz block with the filter RISC-V' })
  })

  it.each(BRANCH_VECTORS)('xz: the filter %s is undone', async (_, data) => {
    const { bytes, error } = await collect(open('xz', data))
    expect(error).toBeUndefined()
    expect(bytes).toEqual(BRANCHES)
  })

  it('a branch filter is undone in portions as in one', () => {
    for (const start of branchFilters.values()) {
      const whole = Buffer.from(BRANCHES)
      const done = start()(whole, 0)
      for (const size of [16, 17, 100]) {
        const undo = start()
        let rest = Buffer.alloc(0)
        const parts: Uint8Array[] = []
        for (let at = 0; at < BRANCHES.length; at += size) {
          const bytes = Buffer.concat([rest, BRANCHES.subarray(at, at + size)])
          const now = undo(
            bytes,
            parts.reduce((sum, part) => sum + part.length, 0),
          )
          parts.push(bytes.subarray(0, now))
          rest = bytes.subarray(now)
        }
        expect(Buffer.concat(parts)).toEqual(whole.subarray(0, done))
      }
    }
  })

  it('ends on a Huffman tree whose table never takes a bit', async () => {
    // A compressed literals section; its tree is one symbol of the whole probability, so that reading weights uses up nothing.
    const tree = Buffer.from('f003' + '000001', 'hex')
    const block = Buffer.concat([Buffer.from([0x42, 0xc0, 0x01, tree.length]), tree, Buffer.from([1, 0])])
    const header = (block.length << 3) | (2 << 1) | 1
    const { error } = await collect(
      open('zstd', Buffer.concat([Buffer.from('28b52ffd0010', 'hex'), Buffer.from([header & 255, header >> 8, 0]), block])),
    )
    expect(error?.why).toBe('malformed')
  })
})

describe('what only looks compressed', () => {
  const TEXTS: readonly (readonly [string, string])[] = [
    ['x = 1\nprint(x)\n', '.py'],
    ['x^2 + y^2 = z^2, and so on for some time\n', '.md'],
    ['h\x81 some text that starts like a zlib header\n', '.txt'],
    ['BZh9 is how bzip2 files start\n', '.txt'],
    ['ZFS is a file system, not a file\n', '.txt'],
    ['\0'.repeat(64), '.bin'],
    ['', ''],
  ]
  it.each(TEXTS)('%j is nothing', (text, extension) => {
    expect(codecs.filter((one) => one.match(Buffer.from(text, 'latin1'), extension) !== 'no').map((one) => one.id)).toEqual([])
  })

  it('zlib data are recognised without an extension', () => {
    expect(codecs.find((one) => one.id === 'zlib')?.match(deflateSync(SAMPLE).subarray(0, 100), '')).toBe('certain')
  })

  it('a zlib stream with a preset dictionary is not read', async () => {
    const { error } = await collect(open('zlib', deflateSync(SAMPLE, { dictionary: Buffer.from('lazy dog') })))
    expect(error?.why).toBe('unsupported')
  })
})
