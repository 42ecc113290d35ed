// Unpacks the folders of a 7z archive, which are runs of files compressed together.
import { bzip2 } from '../../bytes/codecs/bzip2.ts'
import type { Chunks } from '../../bytes/codecs/chunks.ts'
import { toStream } from '../../bytes/codecs/chunks.ts'
import type { Filter } from '../../bytes/codecs/filters.ts'
import { filterOf } from '../../bytes/codecs/filters.ts'
import { lz4 } from '../../bytes/codecs/lz4.ts'
import { LzmaDecoder } from '../../bytes/codecs/lzma.ts'
import { lzmaAlone } from '../../bytes/codecs/lzma-alone.ts'
import { lzma2 } from '../../bytes/codecs/lzma2.ts'
import { Puller } from '../../bytes/codecs/pull.ts'
import { zstd } from '../../bytes/codecs/zstd.ts'
import { ScanError } from '../../bytes/errors.ts'
import { inflateRaw, paid, type Spend } from '../../bytes/inflate.ts'
import { type ByteSource, concat, memorySource, slice } from '../../bytes/source.ts'
import type { ByteStream } from '../../bytes/stream.ts'
import type { Folder } from './streams.ts'

type Input = ByteSource | ByteStream

interface Method {
  readonly name: string
  /** Absent for a method that is known by name only. */
  readonly open?: (packed: ByteSource, properties: Uint8Array, size: number, spend: Spend) => Input
}

/** Methods by id (Methods.txt of 7-Zip; the last two from its Zstandard edition). */
const METHODS: Readonly<Record<string, Method>> = {
  '00': { name: 'Copy', open: (packed, _properties, size) => slice(packed, 0, size) },
  '03': { name: 'Delta' },
  '04': { name: 'BCJ x86' },
  '05': { name: 'BCJ PowerPC' },
  '06': { name: 'BCJ IA-64' },
  '07': { name: 'BCJ ARM' },
  '08': { name: 'BCJ ARM-Thumb' },
  '09': { name: 'BCJ SPARC' },
  '0a': { name: 'BCJ ARM64' },
  '21': { name: 'LZMA2', open: openLzma2 },
  '030101': { name: 'LZMA', open: openLzma },
  '030401': { name: 'PPMd' },
  '03030103': { name: 'BCJ x86' },
  '03030205': { name: 'BCJ PowerPC' },
  '03030401': { name: 'BCJ IA-64' },
  '03030501': { name: 'BCJ ARM' },
  '03030701': { name: 'BCJ ARM-Thumb' },
  '03030805': { name: 'BCJ SPARC' },
  '0303011b': { name: 'BCJ2' },
  '040108': { name: 'Deflate', open: (packed, _properties, size, spend) => inflateRaw(packed, size, spend) },
  '040109': { name: 'Deflate64' },
  '040202': { name: 'bzip2', open: (packed, _properties, _size, spend) => paid(bzip2(packed), spend) },
  '04f71101': { name: 'Zstandard', open: (packed, _properties, _size, spend) => paid(zstd(packed), spend) },
  '04f71104': { name: 'LZ4', open: (packed, _properties, _size, spend) => paid(lz4(packed), spend) },
  '06f10701': { name: 'AES-256' },
}

const AES = '06f10701'
/** Its decompressor is asynchronous, but filters need a synchronous one. No tool writes this combination. */
const DEFLATE = '040108'

/** The xz number of each filter by its 7z method id, of which most filters have a newer and an older one. */
const FILTERS: Readonly<Record<string, number>> = {
  '03': 3,
  '04': 4,
  '03030103': 4,
  '05': 5,
  '03030205': 5,
  '06': 6,
  '03030401': 6,
  '07': 7,
  '03030501': 7,
  '08': 8,
  '03030701': 8,
  '09': 9,
  '03030805': 9,
  '0a': 10,
}

/**
 * Returns how a folder is unpacked: its method and the filters before it. Undefined where one of them is not supported.
 */
function plan({
  coders,
  chain = [],
  outputs,
}: Folder): { readonly open: (packed: ByteSource, spend: Spend) => Input; readonly filters: readonly Filter[] } | undefined {
  const [first = -1, ...others] = chain
  const coder = coders[first]
  const open = METHODS[coder?.method ?? '']?.open
  if (!coder || !open || (others.length > 0 && coder.method === DEFLATE)) return undefined
  const filters: Filter[] = []
  for (const index of others) {
    const { method = '', properties = new Uint8Array(0) } = coders[index] ?? {}
    const filter = filterOf(FILTERS[method] ?? -1, properties)
    if (filter === undefined) return undefined
    filters.push(filter)
  }
  return { open: (packed, spend) => open(packed, coder.properties, outputs[first] ?? 0, spend), filters }
}

/** Returns why a folder cannot be unpacked; undefined when it can. */
export function unreadableFolder(folder: Folder): { readonly encrypted: boolean; readonly methods: string } | undefined {
  const { coders } = folder
  if (plan(folder)) return undefined
  const methods = coders.map(({ method }) => METHODS[method]?.name ?? `method ${method}`).join(' + ')
  return { encrypted: coders.some(({ method }) => method === AES), methods }
}

/** Opens the bytes of all files of a folder, one after the other. Not for unreadable folders. */
export function openFolder(source: ByteSource, folder: Folder, spend: Spend): Input {
  const found = plan(folder)
  if (!found) throw new ScanError('unsupported', 'an unsupported 7z method')
  const input = found.open(slice(source, folder.packedAt, folder.packedSize), spend)
  return found.filters.length === 0 ? input : toStream(found.filters.reduce((chunks, undo) => undo(chunks), chunksOf(input)))
}

const CHUNK = 64 * 1024

function* chunksOf(input: Input): Chunks {
  if (input.kind === 'source') {
    for (let at = 0; at < input.size; at += CHUNK) yield input.read(at, Math.min(CHUNK, input.size - at))
    return
  }
  try {
    for (let chunk = input.next(); chunk !== undefined; chunk = input.next()) {
      if (chunk instanceof Promise) throw new Error('a filter behind a decompressor that does not run at once')
      yield chunk
    }
  } finally {
    input.close()
  }
}

/** Decodes LZMA data as a .lzma file, whose header consists of the properties and the size. */
function openLzma(packed: ByteSource, properties: Uint8Array, size: number, spend: Spend): Input {
  if (properties.length !== 5) throw new ScanError('malformed', 'invalid LZMA properties in a 7z header')
  const head = new Uint8Array(13)
  head.set(properties)
  new DataView(head.buffer).setBigUint64(5, BigInt(size), true)
  return paid(lzmaAlone(concat([memorySource(head), packed])), spend)
}

function openLzma2(packed: ByteSource, [exponent = 255]: Uint8Array, _size: number, spend: Spend): Input {
  if (exponent > 40) throw new ScanError('malformed', 'invalid LZMA2 properties in a 7z header')
  const decoder = new LzmaDecoder()
  decoder.setDictionary(exponent === 40 ? 0xffffffff : (2 | (exponent & 1)) * 2 ** ((exponent >> 1) + 11), 0)
  return paid(toStream(lzma2(new Puller(packed), decoder)), spend)
}
