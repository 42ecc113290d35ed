import { ScanError } from '../../bytes/errors.ts'
import { memorySource } from '../../bytes/source.ts'
import { openChunked, type Spend } from './chunked.ts'
import { bytesIn, type Dataspace, type Datatype, slotsOf } from './datatype.ts'
import { type Hdf5File, UNDEFINED } from './file.ts'
import { readPipeline, unknownFilter } from './filters.ts'
import { MESSAGE, type Message } from './header.ts'
import type { Storage } from './storage.ts'
import type { Elements } from './values.ts'

/** A fill value that is shorter holds nothing of its own. */
const MIN_FILL = 16

/**
 * The elements of a dataset, as far as they hold bytes or refer to some: none for numbers of more than one byte, which are passed over. First a fill
 * value that stands for what was never written, then the data.
 * @throws {ScanError} `unsupported` where they are compressed in a way that is not undone here.
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

/** Are elements of this type bytes, or do they refer to some? Those of any other are numbers of more than one byte. */
export function holdsBytes(type: Datatype, messages: readonly Message[]): boolean {
  const fields = messages.find((message) => message.type === MESSAGE.datatype)?.body
  return fields !== undefined && (bytesIn(type) !== 'none' || slotsOf(type, fields).length > 0)
}

const HAS_FILL = 0x20

/** The bytes of an element that was never written (fill value messages, specification IV.A.2.e and f); empty where none is named. */
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
      body.skip(2)
      const defined = body.uint(1)
      if (version === 2 && defined === 0) return new Uint8Array(0)
    }
  }
  return body.take(body.uint(4))
}
