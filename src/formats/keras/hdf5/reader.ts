import { ScanError } from '../../../bytes/errors.ts'
import type { Artifact } from '../../../types/artifact.ts'
import type { Scan, ScanResult } from '../../../types/format.ts'
import type { Hdf5Bytes, Hdf5Visitor } from '../../../wire/hdf5/objects.ts'
import type { Hdf5Value } from '../../../wire/hdf5/values.ts'
import { canStart, hasProtocol } from '../../pickle/pickle/signature.ts'
import { isValuePossible, Search } from '../../shared/search-bytes.ts'

/** Byte strings of one file that are scanned as members. */
const MAX_DESCENTS = 20_000
/** Byte strings of one file that are searched for pickles. */
const MAX_SEARCHES = 200_000

/** Objects of a PyTables array are pickles whatever they begin with; others are told by their first bytes. */
const HEAD = 512

const MAX_PROBLEMS = 20

/** Claimed sizes below this are nothing special. */
const LARGE = 2 ** 30

/** Arrays of zeros compress a thousandfold; a claim beyond that is no array. */
const MOST_COMPRESSED = 2048

/** A shorter text holds no pickle that would import and call something. */
const MIN_SEARCHED = 20

/** Arrays of 1-byte numbers are pictures and masks, of any size: larger ones are looked at from their start only. */
const MAX_NUMBERS = 64 * 2 ** 20

/** Reads what `hdf5.ts` recognises. */
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
      scan.observe({ kind: 'external-file', format: 'hdf5', path, role: how, offset })
    },
    dataset(object, shape, bytes, offset) {
      if (bytes < LARGE || bytes <= source.size * MOST_COMPRESSED) return
      const detail = `dataset ${object} claims the shape (${shape.join(', ')}), ${bytes} bytes, in a file of ${source.size}`
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
  // Structures, texts, and what is stored in ways that the walk does not follow.
  await new Search(source, scan).rest()
}

/** Scans and searches byte strings as the walk meets them, so that none is held. */
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
    const isProgram = isConfig || looksLikeProgram(value)
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

  /** Searches what waits for that. */
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
    if (count === most + 1) this.problem(new ScanError('limit', `more than ${most} values of the HDF5 file would have to be scanned`))
  }
}

/**
 * Could a value be a pickle or the JSON text of a model? PyTables loads an attribute as a pickle when its bytes end in a full stop, so that every
 * such text is tried; its reader says no to what is none.
 */
function looksLikeProgram({ source }: Hdf5Value): boolean {
  const head = source.read(0, HEAD)
  if (hasProtocol(head)) return true
  const first = head[0]
  if (first === 0x7b || first === 0x5b) return true
  if (!canStart(first)) return false
  const tail = source.read(Math.max(0, source.size - HEAD), HEAD)
  return head.includes(0x0a) || tail.includes(0x2e)
}
