// Reads HDF5 files: Keras configurations, pickled values, and files that they refer to.
import { ScanError } from '../../../bytes/errors.ts'
import type { Artifact, Member } from '../../../types/artifact.ts'
import type { Scan, ScanResult } from '../../../types/format.ts'
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
  const members: Member[] = []
  // Values are scanned after the walk, which is synchronous.
  const searches: { readonly name: string; readonly value: Hdf5Value }[] = []
  /** Offsets of pickles within a dataset that are scanned as members, by dataset. */
  const pickles = new Map<string, Set<number>>()
  let problems = 0
  let keras = false
  const problem = (error: ScanError): void => {
    if (++problems > MAX_PROBLEMS) return
    const { why, message, offset } = error
    scan.observe({ kind: 'incomplete', why, detail: message, ...(offset === undefined ? {} : { offset }) })
  }
  const full = new Set<readonly unknown[]>()
  const push = <T>(list: T[], most: number, value: T): void => {
    if (list.length < most) list.push(value)
    else if (!full.has(list)) {
      full.add(list)
      problem(new ScanError('limit', `the HDF5 file has more than ${most} values that look like payloads; the rest were not scanned`))
    }
  }
  const add = (name: string, { source: bytes, offset }: Hdf5Value): void =>
    push(members, MAX_DESCENTS, {
      name,
      size: bytes.size,
      ...(offset === undefined ? {} : { storedAt: offset }),
      open: () => bytes,
    })
  const search = (name: string, value: Hdf5Value): void => {
    const { size } = value.source
    if (value.numbers && size > MAX_NUMBERS) {
      if (value.offset !== undefined) scan.account.passOver('numbers', value.offset, size)
      return
    }
    if (size < MIN_SEARCHED) return
    if (size > HEAD || isValuePossible(value.source, true)) push(searches, MAX_SEARCHES, { name, value })
  }
  walkHdf5(
    source,
    superblock,
    {
      attribute(object, name, value) {
        const place = `${object === '/' ? '' : `${object.slice(1)}/`}.attrs/${name}`
        if (name === 'model_config' || name === 'training_config') keras = true
        if (name === 'model_config' || name === 'training_config' || looksLikePayload(value)) add(place, value)
        else search(place, value)
      },
      data(object, value, declared) {
        const head = value.source.read(0, 3)
        if (value.at !== undefined) {
          if (!hasProtocol(head)) return
          pickles.set(object, (pickles.get(object) ?? new Set()).add(value.at))
        }
        if (declared === 'pickle' || hasProtocol(head) || (declared === 'perhaps' && canStart(head[0]))) add(object.slice(1), value)
        else search(object.slice(1), value)
      },
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
    },
    () => scan.budget.checkTime(),
    (bytes) => {
      scan.budget.charge('bytes-inflated', bytes)
      scan.budget.checkTime()
    },
  )
  if (keras) scan.label('keras-h5')
  for (const member of members) {
    scan.budget.charge('members', 1)
    await scan.descend(member)
  }
  for (const { name, value } of searches) {
    try {
      const { source: bytes, offset } = value
      const known = pickles.get(`/${name}`)
      await new Search(bytes, scan, { name, ...(offset === undefined ? {} : { base: offset }), ...(known ? { known } : {}) }).whole()
    } catch (error) {
      if (!(error instanceof ScanError) || error.why === 'timeout') throw error
      problem(error)
    }
  }
  // Structures, texts, and data in storage layouts that the walk does not follow.
  await new Search(source, scan).rest()
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
