// Recognises Arrow IPC files and streams, which include Feather version 2.
import { latin1 } from '../../../bytes/latin1.ts'
import type { Format } from '../../../types/format.ts'
import { oneOf } from '../../shared/first-bytes.ts'
import { lazily } from '../../shared/lazily.ts'
import { CONTINUATION, MAGIC } from './signature.ts'

/**
 * Arrow IPC files and Feather version 2: the schema is at the beginning and in the footer. Only binary columns are
 * searched.
 */
export const arrowFormat: Format = {
  id: 'arrow',
  title: 'Arrow or Feather file',
  kind: 'data',
  extensions: ['.arrow', '.feather', '.ipc'],
  access: 'random',
  prefilter: { first: oneOf('A\xff') },
  match: ({ head }) => (latin1(head.subarray(0, 8)) === `${MAGIC}\0\0` ? 'certain' : isStream(head) ? 'possible' : 'no'),
  scan: lazily(async () => (await import('./reader.ts')).scanArrow),
}

/**
 * Recognises the stream format: a continuation marker, a plausible length, and the root offset of a flatbuffer within
 * it.
 */
function isStream(head: Uint8Array): boolean {
  if (head.length < 32) return false
  const data = new DataView(head.buffer, head.byteOffset, 16)
  const length = data.getInt32(4, true)
  return data.getUint32(0, true) === CONTINUATION && length > 16 && length < 1 << 28 && data.getUint32(8, true) < length
}
