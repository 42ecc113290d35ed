// Opens the elements of an HDF5 dataset for scanning, decompressed where needed.
import { ScanError } from '../../bytes/errors.ts'
import { memorySource } from '../../bytes/source.ts'
import { openChunked, type Spend } from './chunked.ts'
import { bytesIn, type Dataspace, type Datatype, slotsOf } from './datatype.ts'
import { type Structure, UNDEFINED } from './fields.ts'
import type { Hdf5File } from './file.ts'
import { readPipeline, unknownFilter } from './filters.ts'
import { MESSAGE, type Message } from './header.ts'
import type { Storage } from './storage.ts'
import type { Elements } from './values.ts'

/** Minimum size of a fill value that is scanned; a shorter one cannot contain a payload. */
const MIN_FILL = 16

/**
 * Returns the elements of a dataset that contain bytes or refer to some: none for numbers of more than one byte, which
 * are passed over. The fill value, which replaces unwritten elements, comes first.
 * @throws {ScanError} `unsupported` where they are compressed with an unknown filter.
 */
export function* elementsOf(
  file: Hdf5File,
  messages: readonly Message[],
  type: Datatype,
  space: Dataspace,
  storage: Exclude<Storage, { kind: 'virtual' }>,
  spend: Spend,
): Iterable<Elements> {
  if (!holdsBytes(type, messages) || space.count === 0) return
  const fill = fillValue(file, messages)
  if (fill.length >= MIN_FILL && fill.length >= type.size) yield { type, count: 1, data: memorySource(fill) }
  if (storage.kind === 'whole') {
    if (!storage.data) return
    const { address, length } = storage.data
    yield { type, count: space.count, data: file.slice(address, length), offset: file.base + address }
    return
  }
  const message = messages.find((found) => found.type === MESSAGE.filters)
  if (message?.shared) throw new ScanError('unsupported', 'HDF5 filters in the shared message heap', file.base + message.body.address)
  const pipeline = message ? readPipeline(message.body) : []
  const unknown = unknownFilter(pipeline)
  if (unknown !== undefined)
    throw new ScanError(
      'unsupported',
      `bytes in an HDF5 dataset that are compressed with ${unknown}`,
      message && file.base + message.body.address,
    )
  if (storage.index.address !== UNDEFINED)
    yield { type, count: space.count, data: openChunked(file, type.size, { storage, space, pipeline, fill, spend }) }
}

/** True when elements of this type contain bytes or refer to some; others are numbers of more than one byte. */
export function holdsBytes(type: Datatype, messages: readonly Message[]): boolean {
  const fields = messages.find((message) => message.type === MESSAGE.datatype)?.body
  return fields !== undefined && (bytesIn(type) !== 'none' || slotsOf(type, fields).length > 0)
}

/** Fill value message of versions 1 and 2 after its version (specification IV.A.2.f); version 3 has flags instead. */
const FILL_1 = { allocationTime: 1, writeTime: 1, defined: 1 } as const satisfies Structure
const HAS_FILL = 0x20

/** Returns the bytes of an element that was never written; empty where none are declared. */
function fillValue(file: Hdf5File, messages: readonly Message[]): Uint8Array {
  const message = messages.find(({ type }) => type === MESSAGE.fillValue) ?? messages.find(({ type }) => type === MESSAGE.oldFillValue)
  if (!message) return new Uint8Array(0)
  const { body } = message
  if (message.shared) throw new ScanError('unsupported', 'an HDF5 fill value in the shared message heap', file.base + body.address)
  if (message.type === MESSAGE.fillValue) {
    const version = body.uint(1)
    if (version > 2) {
      if ((body.uint(1) & HAS_FILL) === 0) return new Uint8Array(0)
    } else {
      const { defined } = body.record(FILL_1)
      if (version === 2 && defined === 0) return new Uint8Array(0)
    }
  }
  return body.take(body.uint(4))
}
