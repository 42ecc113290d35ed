import type { ByteSource } from '../../bytes/source.ts'
import {
  END_SIGNATURE,
  END_SIZE,
  END64_SIZE,
  LOCAL_SIGNATURE,
  LOCATOR64_SIGNATURE,
  LOCATOR64_SIZE,
  parseEnd,
  parseEnd64,
  u32,
  u64,
} from './records.ts'

/**
 * Where each archive of a row begins: archives one after the other with nothing between them, each with its offsets counted from its own beginning, as
 * torch.distributed.checkpoint (filesystem.py: _write_item) writes one for each tensor. Undefined where the bytes are not such a row to the last one:
 * then all of it is one archive. Reads about 100 bytes for each, from the end on. Never throws.
 */
export function archivesInRow(source: ByteSource, most: number): readonly number[] | undefined {
  const starts: number[] = []
  for (let end = source.size; end > 0; ) {
    const start = startOfArchive(source, end)
    if (start === undefined || starts.length === most) return undefined
    starts.push(start)
    end = start
  }
  return starts.length > 1 ? starts.reverse() : undefined
}

/** Where the archive begins whose end record ends at `end`, if all of its numbers agree on that. */
function startOfArchive(source: ByteSource, end: number): number | undefined {
  const at = end - END_SIZE
  if (at < END64_SIZE + LOCATOR64_SIZE) return undefined
  const bytes = source.read(at, END_SIZE)
  const record = parseEnd(bytes, 0)
  if (u32(bytes, 0) !== END_SIGNATURE || record.commentLength !== 0) return undefined
  const locator = source.read(at - LOCATOR64_SIZE, LOCATOR64_SIZE)
  const zip64 = u32(locator, 0) === LOCATOR64_SIGNATURE
  const group = zip64 ? at - LOCATOR64_SIZE - END64_SIZE : at
  const claim = zip64 ? parseEnd64(source.read(group, END64_SIZE)) : record
  if (!claim) return undefined
  const start = group - claim.size - claim.offset
  if (zip64 && group - u64(locator, 8) !== start) return undefined
  return start >= 0 && start < group && u32(source.read(start, 4), 0) === LOCAL_SIGNATURE ? start : undefined
}
