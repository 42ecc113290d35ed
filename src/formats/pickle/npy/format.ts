import { ScanError } from '../../../bytes/errors.ts'
import { memorySource, slice } from '../../../bytes/source.ts'
import { Window } from '../../../bytes/window.ts'
import type { Artifact } from '../../../types/artifact.ts'
import type { Format, Scan } from '../../../types/format.ts'
import type { NpyHeader } from '../../../wire/npy-header.ts'
import { NPY, NPY_MAGIC, parseNpyHeader } from '../../../wire/npy-header.ts'
import { oneOf } from '../../shared/first-bytes.ts'
import { Search } from '../../shared/search-bytes.ts'
import { readPickle } from '../pickle/format.ts'
import { drain } from '../pickle/trailing.ts'

/** A structure of thousands of named fields has a header of this size; NumPy itself stops at 10,000 characters unless pickles are allowed. */
const MAX_HEADER = 1 << 20
/** Texts of a compressed stream that are held to be searched; what is longer counts as not read. */
const MOST_HELD = 64 << 20

/** NumPy's arrays, one or several in a row: the file that `numpy.save` writes, and the members of an `.npz`. */
export const npyFormat: Format = {
  id: 'npy',
  title: 'NumPy array',
  kind: 'data',
  promises: { extensions: ['.npy'] },
  opening: { first: oneOf('\x93') },
  match: ({ head }) => (isNpy(head) ? 'certain' : 'no'),
  async scan(artifact, scan) {
    const window = new Window(artifact.input)
    while (await has(window, 1)) {
      const start = window.offset
      if (!(await has(window, NPY_MAGIC.length)) || !isNpy(window.buffer.subarray(window.pos, window.end))) {
        return trailing(artifact, scan, window, start)
      }
      const header = await readHeader(window)
      scan.account.read(start, window.offset - start)
      if (!(await readData(artifact, scan, window, header))) return
    }
  },
}

/**
 * The header at the window's place.
 * @throws {ScanError} `unsupported` for a version that does not exist, `malformed`, `truncated`, or `limit` past 1 MiB.
 */
async function readHeader(window: Window): Promise<NpyHeader> {
  const start = window.offset
  const version = (await take(window, NPY.recordSize))[NPY.majorVersion] ?? 0
  if (version < 1 || version > 3)
    throw new ScanError('unsupported', `version ${version} of the array format is not known`, start + NPY.majorVersion)
  const size = await take(window, version === 1 ? 2 : 4)
  const length = size.reduce((sum, byte, index) => sum + byte * 256 ** index, 0)
  if (length > MAX_HEADER) throw new ScanError('limit', `the header of the array has ${length} bytes`, start)
  return parseNpyHeader(new TextDecoder(version === 3 ? 'utf-8' : 'latin1').decode(await take(window, length)))
}

/** Steps over one array's data, or reads the pickle in their place; false where it is not known what follows. */
async function readData(artifact: Artifact, scan: Scan, window: Window, { data: declared, elsewhere, texts }: NpyHeader): Promise<boolean> {
  const start = window.offset
  scan.budget.checkTime()
  const data = elsewhere.length > 0 && typeof declared === 'number' ? await sizeHere(artifact, scan, start, declared, elsewhere) : declared
  if (data === 'object') return (await readPickle(artifact, scan, window, false))?.kind === 'stop'
  if (data === 'unknown') {
    scan.observe({
      kind: 'incomplete',
      why: 'unsupported',
      detail: 'the type of the array is not spelled as NumPy writes it',
      offset: start,
    })
    await readPickle(artifact, scan, window, true)
    return false
  }
  if (texts) await searchTexts(artifact, scan, window, data)
  else {
    scan.account.passOver('numbers', start, data)
    window.skip(data)
  }
  await has(window, 1)
  if (window.overrun) throw new ScanError('truncated', `the array has ${data} bytes of data, and the file ends before they do`, start)
  return true
}

/** Elements that are texts or plain bytes may be anything, though no reader of arrays makes more of them. */
async function searchTexts({ input }: Artifact, scan: Scan, window: Window, size: number): Promise<void> {
  const start = window.offset
  if (input.kind === 'source') {
    await new Search(input, scan).range(start, size)
    window.skip(size)
  } else if (size <= MOST_HELD) await new Search(memorySource(await take(window, size)), scan, { base: start }).range(0, size)
  else window.skip(size)
}

/**
 * The size of data whose type is C's `long` or `long double`: that of 64-bit Linux, or where the file is shorter the largest that fits. What other platforms
 * would load behind their own end of the data is looked at too.
 */
async function sizeHere(
  artifact: Artifact,
  scan: Scan,
  start: number,
  declared: number,
  elsewhere: readonly number[],
): Promise<number | 'unknown'> {
  const { input } = artifact
  if (input.kind === 'stream') return 'unknown'
  const fitting = [declared, ...elsewhere].filter((size) => start + size <= input.size)
  const here = fitting.includes(declared) ? declared : Math.max(...fitting, -1)
  for (const size of fitting) {
    const at = start + size
    if (size === here || at === input.size) continue
    if (!isNpy(input.read(at, NPY_MAGIC.length))) await readPickle(artifact, scan, new Window(input, at), true)
    else await scan.descend({ name: `+${at}`, size: input.size - at, storedAt: at, open: () => slice(input, at) })
  }
  return here < 0 ? declared : here
}

async function trailing(artifact: Artifact, scan: Scan, window: Window, start: number): Promise<void> {
  const { input } = artifact
  const rest = input.kind === 'source' ? slice(input, start) : await drain(window, scan, start)
  scan.observe({
    kind: 'structure',
    format: 'npy',
    problem: 'trailing-bytes',
    detail: `${rest.size} bytes follow the last array`,
    offset: start,
  })
  await new Search(rest, scan, { base: start }).foreign(0, rest.size)
}

function isNpy(bytes: Uint8Array): boolean {
  return NPY_MAGIC.every((byte, index) => bytes[index] === byte)
}

/** Are there `count` more bytes (at most a window of them)? */
async function has(window: Window, count: number): Promise<boolean> {
  while (window.end - window.pos < count || window.toSkip > 0) {
    if (window.eof && window.toSkip === 0) {
      window.checkFailure()
      return false
    }
    const refill = window.fill()
    if (refill) await refill
  }
  return true
}

/** The next `count` bytes, of which none are skipped. */
async function take(window: Window, count: number): Promise<Uint8Array> {
  const bytes = new Uint8Array(count)
  let done = 0
  while (done < count) {
    if (!(await has(window, 1))) throw new ScanError('truncated', 'the array is cut off', window.offset)
    const part = window.buffer.subarray(window.pos, Math.min(window.end, window.pos + count - done))
    bytes.set(part, done)
    done += part.length
    window.pos += part.length
  }
  return bytes
}
