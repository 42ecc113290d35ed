// Scans metadata values that look like a pickle, an archive or compressed data.
import { memorySource } from '../../bytes/source.ts'
import type { Scan } from '../../types/format.ts'
import { payloadIn } from './nested-payload.ts'

/** Keys of metadata that some library unpickles: Petastorm's schema (petastorm/etl/dataset_metadata.py) and its older name. */
const UNPICKLED = /^(?:dataset-toolkit|petastorm)\.(?:unischema|num_row_groups_per_file|row_groups_per_file)\b/
const MAX_PAYLOAD = 64 << 20

/** Scans a value of a file's metadata where its bytes, or what base64 or hex in it stand for, begin like a pickle, an archive or compressed data. */
export async function scanMetadataPayload(key: string, value: Uint8Array, scan: Scan): Promise<void> {
  const bytes = value.length > MAX_PAYLOAD ? undefined : payloadIn(value, false)
  if (bytes === undefined) return
  scan.budget.charge('members', 1)
  const hints = UNPICKLED.test(key) ? {} : { hints: { guess: 'constant' } as const }
  await scan.descend({ name: `metadata ${key.slice(0, 100)}`, size: bytes.length, open: () => memorySource(bytes), ...hints })
}
