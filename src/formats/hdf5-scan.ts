import { ScanError } from '../bytes/errors.ts'
import { type ByteSource, slice } from '../bytes/source.ts'
import type { Artifact, Member } from '../types/artifact.ts'
import type { Scan, ScanResult } from '../types/format.ts'
import type { Hdf5Bytes } from '../wire/hdf5.ts'
import { canStart, hasProtocol } from './pickle-names.ts'
import { Search } from './search-bytes.ts'

/** Byte strings of one file that are scanned as members. */
const MAX_DESCENTS = 20_000

/** Objects of a PyTables array are pickles whatever they begin with; others are told by their first bytes. */
const HEAD = 512

const MAX_PROBLEMS = 20

/** Claimed sizes below this are nothing special. */
const LARGE = 2 ** 30

/** Arrays of zeros compress a thousandfold; a claim beyond that is no array. */
const MOST_COMPRESSED = 2048

/** Reads what `hdf5.ts` recognises. */
export async function scanHdf5(artifact: Artifact, scan: Scan): Promise<ScanResult> {
  const source = artifact.input
  if (source.kind === 'stream') throw new ScanError('unsupported', 'an HDF5 file cannot be read from a stream')
  const { findSuperblock, isBareSignature, walkHdf5 } = await import('../wire/hdf5.ts')
  const superblock = findSuperblock(source)
  if (superblock === undefined || isBareSignature(source, superblock)) return 'not-this-format'
  const members: Member[] = []
  let problems = 0
  let full = false
  let keras = false
  const add = (name: string, { offset, length }: Hdf5Bytes): void => {
    if (members.length < MAX_DESCENTS) members.push({ name, size: length, storedAt: offset, open: () => slice(source, offset, length) })
    else if (!full) {
      full = true
      scan.observe({
        kind: 'incomplete',
        why: 'limit',
        detail: `more than ${MAX_DESCENTS} values of the HDF5 file would have to be scanned`,
      })
    }
  }
  walkHdf5(
    source,
    superblock,
    {
      attribute(object, name, value) {
        const place = `${object === '/' ? '' : `${object.slice(1)}/`}.attrs/${name}`
        if (name === 'model_config' || name === 'training_config') keras = true
        if (name === 'model_config' || name === 'training_config' || looksLikeProgram(source, value)) add(place, value)
      },
      data(object, value, pickled) {
        if (pickled || hasProtocol(source.read(value.offset, Math.min(3, value.length)))) add(object.slice(1), value)
      },
      numbers: ({ offset, length }) => scan.account.passOver('numbers', offset, length),
      outside(_object, path, how, offset) {
        scan.observe({ kind: 'external-file', format: 'hdf5', path, role: how, offset })
      },
      dataset(object, shape, bytes, offset) {
        if (bytes < LARGE || bytes <= source.size * MOST_COMPRESSED) return
        const detail = `dataset ${object} claims the shape (${shape.join(', ')}), ${bytes} bytes, in a file of ${source.size}`
        scan.observe({ kind: 'structure', format: 'hdf5', problem: 'shape-bomb', detail, offset })
      },
      problem(error) {
        if (++problems > MAX_PROBLEMS) return
        scan.observe({
          kind: 'incomplete',
          why: error.why,
          detail: error.message,
          ...(error.offset === undefined ? {} : { offset: error.offset }),
        })
      },
    },
    () => scan.budget.checkTime(),
  )
  if (keras) scan.label('keras-h5')
  for (const member of members) {
    scan.budget.charge('members', 1)
    await scan.descend(member)
  }
  // Structures, texts, and what is stored in ways that the walk does not follow.
  await new Search(source, scan).rest()
}

/**
 * Could a value be a pickle or the JSON text of a model? PyTables loads an attribute as a pickle when its bytes end in a full stop, so that every
 * such text is tried; its reader says no to what is none.
 */
function looksLikeProgram(source: ByteSource, { offset, length }: Hdf5Bytes): boolean {
  const head = source.read(offset, Math.min(HEAD, length))
  if (hasProtocol(head)) return true
  const first = head[0]
  if (first === 0x7b || first === 0x5b) return true
  if (!canStart(first)) return false
  const tail = source.read(offset + Math.max(0, length - HEAD), Math.min(HEAD, length))
  return head.includes(0x0a) || tail.includes(0x2e)
}
