// Recognises Parquet files, and scans their metadata and binary columns.
import { ScanError } from '../../../bytes/errors.ts'
import { latin1 } from '../../../bytes/latin1.ts'
import { memorySource } from '../../../bytes/source.ts'
import type { Format, Scan } from '../../../types/format.ts'
import { oneOf } from '../../shared/first-bytes.ts'

const MAX_FOOTER = 256 << 20

/** Parquet: a footer in Thrift, whose metadata contain the Arrow schema. Only binary columns are searched. */
export const parquetFormat: Format = {
  id: 'parquet',
  title: 'Parquet file',
  kind: 'data',
  extensions: ['.parquet'],
  access: 'random',
  prefilter: { first: oneOf('P') },
  match: ({ head }) => (isMagic(head, 'PAR1') ? 'certain' : isMagic(head, 'PARE') ? 'possible' : 'no'),
  async scan({ input }, scan) {
    if (input.kind === 'stream') throw new ScanError('unsupported', 'Parquet cannot be read from a stream')
    const tail = input.size < 8 ? new Uint8Array(0) : input.read(input.size - 8, 8)
    if (tail.length === 8 && isMagic(tail.subarray(4), 'PARE')) throw new ScanError('encrypted', 'the footer is encrypted', input.size - 8)
    const ended = tail.length === 8 && input.size >= 12 && isMagic(tail.subarray(4), 'PAR1')
    // A text file may begin with `PARE`.
    if (!ended && scan.probe.extension !== '.parquet' && isMagic(scan.probe.head, 'PARE')) return 'not-this-format'
    if (!ended) throw new ScanError('truncated', 'the footer is missing', input.size)
    const length = new DataView(tail.buffer, tail.byteOffset, 4).getUint32(0, true)
    if (length > input.size - 12) throw new ScanError('malformed', `a footer of ${length} bytes does not fit into the file`, input.size - 8)
    if (length > MAX_FOOTER) throw new ScanError('limit', `a footer of ${length} bytes exceeds the limit of ${MAX_FOOTER}`, input.size - 8)
    const footer = input.read(input.size - 8 - length, length)
    const { readFooter } = await import('./thrift.ts')
    const { scanMetadataPayload } = await import('../../shared/metadata-payload.ts')
    scan.account.read(0, 4)
    const found = readFooter(footer, {
      column: (range) => scan.account.passOver('values', range.offset, range.length),
      index: (range) => scan.account.read(range.offset, range.length),
    })
    scan.account.read(input.size - 8 - length)
    for (const [key, value] of found.pairs) {
      if (key === 'ARROW:schema') await scanSchema(value, scan)
      else await scanMetadataPayload(key, value, scan)
    }
    if (found.binary.size > 0) await (await import('./values.ts')).searchColumns(input, found, scan)
    const { Search } = await import('../../shared/search-bytes.ts')
    return new Search(input, scan).rest()
  },
}

/** Scans the Arrow schema: the message of an Arrow stream in base64. */
async function scanSchema(value: Uint8Array, scan: Scan): Promise<void> {
  if (!isBase64(value)) throw new ScanError('malformed', 'the Arrow schema is not valid base64')
  const bytes = Buffer.from(latin1(value), 'base64')
  const marked = bytes[0] === 0xff && bytes[1] === 0xff && bytes[2] === 0xff && bytes[3] === 0xff
  const { scanArrowMessage } = await import('../arrow/schema.ts')
  await scanArrowMessage(memorySource(bytes.subarray(marked ? 8 : 4)), scan)
}

/** Letters of base64 and blanks, as `atob` takes them; the end may be filled up. */
function isBase64(value: Uint8Array): boolean {
  for (const byte of value) {
    const isLetter = (byte >= 0x41 && byte <= 0x5a) || (byte >= 0x61 && byte <= 0x7a) || (byte >= 0x2f && byte <= 0x39)
    if (!isLetter && byte !== 0x2b && byte !== 0x3d && byte !== 0x20 && !(byte >= 0x09 && byte <= 0x0d)) return false
  }
  return true
}

function isMagic(bytes: Uint8Array, magic: string): boolean {
  return [...magic].every((char, index) => bytes[index] === char.charCodeAt(0))
}
