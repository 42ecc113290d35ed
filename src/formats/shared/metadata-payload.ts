// Scans metadata values that look like a pickle, an archive or compressed data.
import { memorySource } from '../../bytes/source.ts'
import type { Scan } from '../../types/format.ts'
import { payloadIn } from './nested-payload.ts'

/** Metadata keys that Petastorm unpickles (petastorm/etl/dataset_metadata.py), in their current and older form. */
const UNPICKLED = /^(?:dataset-toolkit|petastorm)\.(?:unischema|num_row_groups_per_file|row_groups_per_file)\b/
const MAX_PAYLOAD = 64 << 20

/** Scans a metadata value if its bytes, decoded from base64 or hex if necessary, begin like a payload. */
export async function scanMetadataPayload(key: string, value: Uint8Array, scan: Scan): Promise<void> {
  const bytes = value.length > MAX_PAYLOAD ? undefined : payloadIn(value, false)
  if (bytes === undefined) return
  scan.budget.charge('members', 1)
  const hints = UNPICKLED.test(key) ? {} : { hints: { guess: 'constant' } as const }
  await scan.descend({ name: `metadata ${key.slice(0, 100)}`, size: bytes.length, open: () => memorySource(bytes), ...hints })
}
