// Recognises and reads NumPy's `.npy` files, whose arrays of objects are pickles.
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

/** Maximum size of a header, enough for thousands of fields. NumPy's own limit is 10,000 characters without pickles. */
const MAX_HEADER = 1 << 20
/** Maximum number of text bytes of a compressed stream that are searched. Longer texts count as unread. */
const MAX_HELD = 64 << 20

/** NumPy arrays, one or several in a row: files that `numpy.save` writes, and members of an `.npz`. */
export const npyFormat: Format = {
  id: 'npy',
  title: 'NumPy array',
  kind: 'data',
  promises: { extensions: ['.npy'] },
  prefilter: { first: oneOf('\x93') },
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
 * Reads the header at the window's position.
 * @throws {ScanError} `unsupported` for a version that does not exist, `malformed`, `truncated`, or `limit` past 1 MiB.
 */
async function readHeader(window: Window): Promise<NpyHeader> {
  const start = window.offset
  const version = (await take(window, NPY.recordSize))[NPY.majorVersion] ?? 0
  if (version < 1 || version > 3)
    throw new ScanError('unsupported', `unknown version ${version} of the .npy format`, start + NPY.majorVersion)
  const size = await take(window, version === 1 ? 2 : 4)
  const length = size.reduce((sum, byte, index) => sum + byte * 256 ** index, 0)
  if (length > MAX_HEADER) throw new ScanError('limit', `the header of the array has ${length} bytes`, start)
  return parseNpyHeader(new TextDecoder(version === 3 ? 'utf-8' : 'latin1').decode(await take(window, length)))
}

/** Passes over one array's data, or reads the pickle in its place. Returns false if the end of the data is unknown. */
async function readData(artifact: Artifact, scan: Scan, window: Window, { data: declared, elsewhere, texts }: NpyHeader): Promise<boolean> {
  const start = window.offset
  scan.budget.checkTime()
  const data = elsewhere.length > 0 && typeof declared === 'number' ? await sizeHere(artifact, scan, start, declared, elsewhere) : declared
  if (data === 'object') return (await readPickle(artifact, scan, window, false))?.kind === 'stop'
  if (data === 'unknown') {
    scan.observe({
      kind: 'incomplete',
      why: 'unsupported',
      detail: 'the dtype of the array is not written as NumPy writes it',
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
  if (window.overrun) throw new ScanError('truncated', `the array has ${data} bytes of data, and the file ends before their end`, start)
  return true
}

/** Searches texts and bytes for payloads: array readers do not load them, but other programs may. */
async function searchTexts({ input }: Artifact, scan: Scan, window: Window, size: number): Promise<void> {
  const start = window.offset
  if (input.kind === 'source') {
    await new Search(input, scan).range(start, size)
    window.skip(size)
  } else if (size <= MAX_HELD) await new Search(memorySource(await take(window, size)), scan, { base: start }).range(0, size)
  else window.skip(size)
}

/**
 * Returns the size of data whose type is C's `long` or `long double`: the size on 64-bit Linux, or the largest that
 * fits if the file is shorter. Also scans what other platforms would load after their own end of the data.
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

/** Reports and scans bytes after the last array. */
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
  await new Search(rest, scan, { base: start }).asFile(0, rest.size)
}

function isNpy(bytes: Uint8Array): boolean {
  return NPY_MAGIC.every((byte, index) => bytes[index] === byte)
}

/** True if there are `count` more bytes (at most a window of them). */
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

/** Takes the next `count` bytes. @throws {ScanError} `truncated` if there are fewer. */
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
