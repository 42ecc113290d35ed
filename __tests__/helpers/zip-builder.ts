import { deflateRawSync } from 'node:zlib'
import { crc32 } from '../../src/bytes/crc32.ts'

/** What either header of an entry says; both say the truth unless told otherwise. */
interface Claims {
  readonly name?: string
  readonly flags?: number
  readonly method?: number
  readonly crc?: number
  readonly size?: number
  readonly compressedSize?: number
}

export interface EntrySpec extends Claims {
  readonly name: string
  readonly data?: string | Uint8Array
  readonly deflate?: boolean
  /** Instead of what `data` compress to. */
  readonly raw?: Uint8Array
  /** Sizes and checksum behind the data, as streaming writers do. */
  readonly descriptor?: boolean
  /** What the local header says instead. */
  readonly local?: Claims
  /** Not in the directory. */
  readonly hidden?: boolean
  readonly unixMode?: number
  /** Bytes of padding in the local extra field, as torch writes it. */
  readonly padding?: number
  /** The extra field and the comment in the directory. */
  readonly listedExtra?: Uint8Array
  readonly comment?: Uint8Array
  /** Written instead of where the local header is. */
  readonly headerOffset?: number
}

export interface ZipSpec {
  readonly prefix?: Uint8Array
  /** Offsets count from the prefix on, as `zip -A` makes it; else from the archive's first byte. */
  readonly adjusted?: boolean
  readonly tail?: Uint8Array
  readonly comment?: string
  readonly count?: number
  readonly zip64?: boolean
  /** How many end records. */
  readonly ends?: number
}

const bytesOf = (text: string | Uint8Array): Uint8Array => (typeof text === 'string' ? Buffer.from(text, 'utf8') : text)

function record(
  size: number,
  fields: readonly (readonly [offset: number, width: 2 | 4 | 8, value: number])[],
  ...rest: readonly Uint8Array[]
): Uint8Array {
  const head = Buffer.alloc(size)
  for (const [offset, width, value] of fields) {
    if (width === 8) head.writeBigUInt64LE(BigInt(value), offset)
    else head.writeUIntLE(value, offset, width)
  }
  return Buffer.concat([head, ...rest])
}

/** A zip with exactly the mistakes that are asked for. */
export function buildZip(entries: readonly EntrySpec[], spec: ZipSpec = {}): Uint8Array {
  const prefix = spec.prefix ?? new Uint8Array(0)
  const shift = spec.adjusted ? prefix.length : 0
  const parts: Uint8Array[] = []
  const directory: Uint8Array[] = []
  let at = 0
  const push = (part: Uint8Array): void => {
    parts.push(part)
    at += part.length
  }
  for (const entry of entries) {
    const data = bytesOf(entry.data ?? '')
    const raw = entry.raw ?? (entry.deflate ? deflateRawSync(data) : data)
    const truth = {
      name: entry.name,
      flags: (entry.flags ?? 0x800) | (entry.descriptor ? 8 : 0),
      method: entry.method ?? (entry.deflate ? 8 : 0),
      crc: entry.crc ?? crc32(data),
      size: entry.size ?? data.length,
      compressedSize: entry.compressedSize ?? raw.length,
    }
    const zeros = entry.descriptor ? { crc: 0, size: 0, compressedSize: 0 } : {}
    const local = { ...truth, ...zeros, ...entry.local }
    const start = at
    const localName = bytesOf(local.name)
    const padding = entry.padding ?? 0
    const extra =
      padding === 0
        ? new Uint8Array(0)
        : record(4 + padding, [
            [0, 2, 0x4246],
            [2, 2, padding],
          ])
    push(
      record(
        30,
        [
          [0, 4, 0x04034b50],
          [4, 2, 20],
          [6, 2, local.flags],
          [8, 2, local.method],
          [14, 4, local.crc],
          [18, 4, local.compressedSize],
          [22, 4, local.size],
          [26, 2, localName.length],
          [28, 2, extra.length],
        ],
        localName,
        extra,
        raw,
      ),
    )
    if (entry.descriptor)
      push(
        record(16, [
          [0, 4, 0x08074b50],
          [4, 4, truth.crc],
          [8, 4, truth.compressedSize],
          [12, 4, truth.size],
        ]),
      )
    if (entry.hidden) continue
    const name = bytesOf(truth.name)
    const attributes = ((entry.unixMode ?? 0) * 0x10000) % 0x1_0000_0000
    directory.push(
      record(
        46,
        [
          [0, 4, 0x02014b50],
          [4, 2, entry.unixMode ? 0x314 : 20],
          [6, 2, 20],
          [8, 2, truth.flags],
          [10, 2, truth.method],
          [16, 4, truth.crc],
          [20, 4, truth.compressedSize],
          [24, 4, truth.size],
          [28, 2, name.length],
          [30, 2, entry.listedExtra?.length ?? 0],
          [32, 2, entry.comment?.length ?? 0],
          [38, 4, attributes],
          [42, 4, (entry.headerOffset ?? start) + shift],
        ],
        name,
        entry.listedExtra ?? new Uint8Array(0),
        entry.comment ?? new Uint8Array(0),
      ),
    )
  }
  const start = at
  for (const header of directory) push(header)
  const size = at - start
  const count = spec.count ?? directory.length
  if (spec.zip64) {
    const end64 = at + shift
    push(
      record(56, [
        [0, 4, 0x06064b50],
        [4, 8, 44],
        [24, 8, count],
        [32, 8, count],
        [40, 8, size],
        [48, 8, start + shift],
      ]),
    )
    push(
      record(20, [
        [0, 4, 0x07064b50],
        [8, 8, end64],
        [16, 4, 1],
      ]),
    )
  }
  const comment = bytesOf(spec.comment ?? '')
  for (let index = 0; index < (spec.ends ?? 1); index++) {
    push(
      record(
        22,
        [
          [0, 4, 0x06054b50],
          [8, 2, count],
          [10, 2, count],
          [12, 4, size],
          [16, 4, start + shift],
          [20, 2, comment.length],
        ],
        comment,
      ),
    )
  }
  return Buffer.concat([prefix, ...parts, spec.tail ?? new Uint8Array(0)])
}
