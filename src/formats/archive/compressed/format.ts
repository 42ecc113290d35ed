// Recognises compressed files (gzip, xz, Zstandard, …) and scans what they decompress to.
import { type CodecId, type CodecSignature, codecSignatures } from '../../../bytes/codecs/magic.ts'
import { ScanError } from '../../../bytes/errors.ts'
import { paid } from '../../../bytes/inflate.ts'
import { type ByteStream, repeatable } from '../../../bytes/stream.ts'
import type { Artifact } from '../../../types/artifact.ts'
import type { Format, Prefilter, Scan, ScanResult } from '../../../types/format.ts'
import { oneOf } from '../../shared/first-bytes.ts'

/** First byte of each compression. LZ4 and Zstandard may begin with a skippable frame, zlib with any window size. */
const OPENINGS: Readonly<Record<CodecId, Prefilter>> = {
  gzip: { first: oneOf('\x1f') },
  zlib: { first: oneOf('\x08\x18\x28\x38\x48\x58\x68\x78') },
  'joblib-zfile': { first: oneOf('Z') },
  bzip2: { first: oneOf('B') },
  xz: { first: oneOf('\xfd') },
  lzma: { first: (byte) => byte < 225 },
  lz4: { first: (byte) => byte === 4 || byte === 2 || byte >> 4 === 5 },
  zstd: { first: (byte) => byte === 0x28 || byte >> 4 === 5 },
}

/** One format for each compression, recognised by its first bytes and not by the name, as loaders do. */
export const compressedFormats: readonly Format[] = codecSignatures.map((codec) => ({
  id: codec.id,
  title: codec.title,
  kind: 'model',
  extensions: codec.extensions,
  access: 'random',
  prefilter: OPENINGS[codec.id],
  match: (probe) => codec.match(probe.head, probe.extension),
  scan: (artifact, scan) => scanCompressed(codec, artifact, scan),
}))

async function scanCompressed(codec: CodecSignature, artifact: Artifact, scan: Scan): Promise<ScanResult> {
  const { input } = artifact
  if (input.kind === 'stream') throw new ScanError('unsupported', `${codec.title} data cannot be read from a stream`)
  const { probe, budget } = scan
  const { codecs } = await import('../../../bytes/codecs/index.ts')
  const decoder = codecs.find(({ id }) => id === codec.id)
  if (!decoder) throw new Error(`no decoder for ${codec.id}`)
  const open = (): ByteStream =>
    paid(decoder.open(input), (bytes) => {
      budget.charge('bytes-inflated', bytes)
      budget.checkTime()
    })
  const stream = open()
  try {
    const start = await firstChunk(stream)
    if (start.error && (artifact.hints?.search || codec.match(probe.head, probe.extension) === 'possible')) return 'not-this-format'
    // Reported here, because no reader opens a member without bytes.
    if (start.error) throw start.error
    const known = await scan.descend({ name: contentName(codec, probe.name), size: 0, open: () => resumed(start.chunk, stream, open) })
    // No reader recognised the content: it is a compressed file of something else than a model.
    if (!known) return 'not-this-format'
    scan.account.passOver('compressed')
  } finally {
    stream.close()
  }
}

/** Returns the first decompressed bytes (undefined if there are none), or the error that the first bytes caused. */
async function firstChunk(stream: ByteStream): Promise<{ readonly chunk?: Uint8Array | undefined; readonly error?: ScanError }> {
  try {
    return { chunk: await stream.next() }
  } catch (error) {
    if (error instanceof ScanError) return { error }
    throw error
  }
}

/** Returns a stream of `chunk` followed by what is left of `stream`. */
function resumed(chunk: Uint8Array | undefined, stream: ByteStream, open: () => ByteStream): ByteStream {
  let first = true
  return {
    kind: 'stream',
    close: () => stream.close(),
    again: () => repeatable(open),
    next() {
      if (!first) return stream.next()
      first = false
      return chunk
    },
  }
}

/** Extensions of compressed tar archives. */
const TAR_EXTENSIONS = ['.tgz', '.tbz2', '.txz', '.tzst']

/** Returns the name of the file without its compression: `model.pkl` for `model.pkl.gz`. */
function contentName(codec: CodecSignature, name: string): string {
  const dot = name.lastIndexOf('.')
  const extension = dot < 0 ? '' : name.slice(dot).toLowerCase()
  if (dot <= 0) return 'content'
  if (TAR_EXTENSIONS.includes(extension)) return `${name.slice(0, dot)}.tar`
  // joblib before 0.10 wrote `.npy.z` files with array elements only, without NumPy's header.
  if (/\.npy\.z$/i.test(name)) return 'content'
  return codec.extensions.includes(extension) ? name.slice(0, dot) : 'content'
}
