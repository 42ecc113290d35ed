// Reads HDF5 files: Keras configurations, pickled values, and files that they refer to.
import { ScanError } from '../../../bytes/errors.ts'
import type { Artifact } from '../../../types/artifact.ts'
import type { Scan, ScanResult } from '../../../types/format.ts'
import type { Hdf5Bytes, Hdf5Visitor } from '../../../wire/hdf5/objects.ts'
import type { Hdf5Value } from '../../../wire/hdf5/values.ts'
import { canStart, hasProtocol } from '../../pickle/pickle/signature.ts'
import { isValuePossible, Search } from '../../shared/search-bytes.ts'

/** Maximum number of values of one file that are scanned as members. */
const MAX_DESCENTS = 20_000
/** Maximum number of values of one file that are searched for pickles. */
const MAX_SEARCHES = 200_000

/** Number of first and last bytes of a value by which a pickle or JSON is recognised. */
const HEAD = 512

/** Maximum number of problems that are reported. */
const MAX_PROBLEMS = 20

/** Size in bytes below which the declared shape of a dataset is not checked. */
const LARGE = 2 ** 30

/** Maximum ratio of a dataset to its file. Arrays of zeros compress about 1,000 to 1. */
const MAX_RATIO = 2048

/** Minimum size of a value that is searched: a shorter one has no room for a pickle with an import and a call. */
const MIN_SEARCHED = 20

/** Maximum size of an array of 1-byte numbers that is searched: images and masks have any size. */
const MAX_NUMBERS = 64 * 2 ** 20

/** Reads an HDF5 file: structure, attributes and values that may be pickles. @throws {ScanError} */
export async function scanHdf5(artifact: Artifact, scan: Scan): Promise<ScanResult> {
  const source = artifact.input
  if (source.kind === 'stream') throw new ScanError('unsupported', 'an HDF5 file cannot be read from a stream')
  const { findSuperblock, isBareSignature, walkHdf5 } = await import('../../../wire/hdf5/objects.ts')
  const superblock = findSuperblock(source)
  if (superblock === undefined || isBareSignature(source, superblock)) return 'not-this-format'
  let problems = 0
  const problem = (error: ScanError): void => {
    if (++problems > MAX_PROBLEMS) return
    const { why, message, offset } = error
    scan.observe({ kind: 'incomplete', why, detail: message, ...(offset === undefined ? {} : { offset }) })
  }
  const visitor: Hdf5Visitor = {
    stored: (kind, offset, length) => scan.account.passOver(kind, offset, length),
    outside(_object, path, how, offset) {
      scan.observe({ kind: 'external-file', format: 'hdf5', path, role: how, unusual: true, offset })
    },
    dataset(object, shape, bytes, offset) {
      if (bytes < LARGE || bytes <= source.size * MAX_RATIO) return
      const detail = `dataset ${object} declares the shape (${shape.join(', ')}), ${bytes} bytes, in a file of ${source.size} bytes`
      scan.observe({ kind: 'structure', format: 'hdf5', problem: 'shape-bomb', detail, offset })
    },
    problem,
  }
  const tick = (): void => scan.budget.checkTime()
  const spend = (bytes: number): void => {
    scan.budget.charge('bytes-inflated', bytes)
    scan.budget.checkTime()
  }
  const values = new Values(scan, problem)
  for (const bytes of walkHdf5(source, superblock, visitor, tick, spend)) {
    const work = bytes.of === 'attribute' ? values.attribute(bytes) : values.data(bytes)
    if (work) await work
  }
  await values.end()
  // Structures, texts, and data in storage layouts that the walk does not follow.
  await new Search(source, scan).rest()
}

/** Scans and searches byte strings during the walk, so that none is stored. */
class Values {
  private readonly scan: Scan
  private readonly problem: (error: ScanError) => void
  private descents = 0
  private searches = 0
  /** The data of a dataset, searched after the pickles in it that are scanned by themselves. */
  private waiting: { readonly name: string; readonly value: Hdf5Value; readonly known: Set<number> } | undefined

  constructor(scan: Scan, problem: (error: ScanError) => void) {
    this.scan = scan
    this.problem = problem
  }

  attribute({ object, name, value }: Hdf5Bytes & { readonly of: 'attribute' }): Promise<void> | undefined {
    const isConfig = name === 'model_config' || name === 'training_config'
    if (isConfig) this.scan.label('keras-h5')
    const isProgram = isConfig || looksLikePayload(value)
    if (!isProgram && !this.isSearched(value)) return undefined
    const place = `${object === '/' ? '' : `${object.slice(1)}/`}.attrs/${name}`
    return isProgram ? this.descend(place, value) : this.search(place, value)
  }

  data({ object, value, declared }: Hdf5Bytes & { readonly of: 'dataset' }): Promise<void> | undefined {
    const head = value.source.read(0, 3)
    const name = object.slice(1)
    if (value.at !== undefined) {
      if (!hasProtocol(head)) return undefined
      if (this.descents < MAX_DESCENTS) this.waiting?.known.add(value.at)
      return this.descend(name, value)
    }
    const before = this.end()
    if (declared === 'pickle' || hasProtocol(head) || (declared === 'perhaps' && canStart(head[0])))
      return before ? before.then(() => this.descend(name, value)) : this.descend(name, value)
    if (this.isSearched(value)) this.waiting = { name, value, known: new Set() }
    return before
  }

  /** Searches the last dataset, once all pickles in it are known. */
  end(): Promise<void> | undefined {
    const { waiting } = this
    this.waiting = undefined
    return waiting && this.search(waiting.name, waiting.value, waiting.known)
  }

  private descend(name: string, { source, offset }: Hdf5Value): Promise<void> | undefined {
    if (++this.descents > MAX_DESCENTS) return this.tooMany(this.descents, MAX_DESCENTS)
    this.scan.budget.charge('members', 1)
    const storedAt = offset === undefined ? {} : { storedAt: offset }
    return this.scan.descend({ name, size: source.size, ...storedAt, open: () => source }).then(() => undefined)
  }

  private isSearched(value: Hdf5Value): boolean {
    const { size } = value.source
    if (value.numbers && size > MAX_NUMBERS) {
      if (value.offset !== undefined) this.scan.account.passOver('numbers', value.offset, size)
      return false
    }
    return size >= MIN_SEARCHED && (size > HEAD || isValuePossible(value.source, true))
  }

  private search(name: string, { source, offset }: Hdf5Value, known?: ReadonlySet<number>): Promise<void> | undefined {
    if (++this.searches > MAX_SEARCHES) return this.tooMany(this.searches, MAX_SEARCHES)
    const base = offset === undefined ? {} : { base: offset }
    return new Search(source, this.scan, { name, ...base, ...(known ? { known } : {}) }).whole().then(
      () => undefined,
      (error: unknown) => {
        if (!(error instanceof ScanError) || error.why === 'timeout') throw error
        this.problem(error)
      },
    )
  }

  private tooMany(count: number, most: number): undefined {
    if (count === most + 1)
      this.problem(new ScanError('limit', `the HDF5 file has more than ${most} values that look like payloads; the rest were not scanned`))
  }
}

/**
 * True if a value may be a pickle or the JSON text of a model. PyTables unpickles every attribute that ends in a full
 * stop (the opcode STOP): all such texts are scanned, and the pickle reader rejects those that are not pickles.
 */
function looksLikePayload({ source }: Hdf5Value): boolean {
  const head = source.read(0, HEAD)
  if (hasProtocol(head)) return true
  const first = head[0]
  if (first === 0x7b || first === 0x5b) return true
  if (!canStart(first)) return false
  const tail = source.read(Math.max(0, source.size - HEAD), HEAD)
  return head.includes(0x0a) || tail.includes(0x2e)
}
