import { ScanError } from '../../../bytes/errors.ts'
import type { Artifact, Member } from '../../../types/artifact.ts'
import type { Scan, ScanResult } from '../../../types/format.ts'
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
  const members: Member[] = []
  const searches: { readonly name: string; readonly value: Hdf5Value }[] = []
  const parts = new Map<string, Set<number>>()
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
      problem(new ScanError('limit', `more than ${most} values of the HDF5 file would have to be scanned`))
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
        if (name === 'model_config' || name === 'training_config' || looksLikeProgram(value)) add(place, value)
        else search(place, value)
      },
      data(object, value, declared) {
        const head = value.source.read(0, 3)
        if (value.at !== undefined) {
          if (!hasProtocol(head)) return
          parts.set(object, (parts.get(object) ?? new Set()).add(value.at))
        }
        if (declared === 'pickle' || hasProtocol(head) || (declared === 'perhaps' && canStart(head[0]))) add(object.slice(1), value)
        else search(object.slice(1), value)
      },
      stored: (kind, offset, length) => scan.account.passOver(kind, offset, length),
      outside(_object, path, how, offset) {
        scan.observe({ kind: 'external-file', format: 'hdf5', path, role: how, unusual: true, offset })
      },
      dataset(object, shape, bytes, offset) {
        if (bytes < LARGE || bytes <= source.size * MOST_COMPRESSED) return
        const detail = `dataset ${object} claims the shape (${shape.join(', ')}), ${bytes} bytes, in a file of ${source.size}`
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
      const known = parts.get(`/${name}`)
      await new Search(bytes, scan, { name, ...(offset === undefined ? {} : { base: offset }), ...(known ? { known } : {}) }).whole()
    } catch (error) {
      if (!(error instanceof ScanError) || error.why === 'timeout') throw error
      problem(error)
    }
  }
  // Structures, texts, and what is stored in ways that the walk does not follow.
  await new Search(source, scan).rest()
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
