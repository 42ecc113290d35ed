// Finds zip archives that follow each other in one file, as torch.distributed.checkpoint writes them.
import { u32le } from '../../bytes/record.ts'
import type { ByteSource } from '../../bytes/source.ts'
import { END_SIGNATURE, END_SIZE, END64_SIZE, LOCAL_SIGNATURE, LOCATOR64_SIZE, parseEnd, parseEnd64, parseLocator64 } from './records.ts'

/**
 * Returns where each archive of a row begins: archives without bytes between them, each with offsets relative to its
 * own start, as torch.distributed.checkpoint (filesystem.py: _write_item) writes one for each tensor. Undefined where
 * not all bytes belong to such a row: then they are one archive. Reads about 100 bytes for each, from the end. Never
 * throws.
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

/** Returns the start of the archive whose end record ends at `end`, if all numbers in it agree. */
function startOfArchive(source: ByteSource, end: number): number | undefined {
  const at = end - END_SIZE
  if (at < END64_SIZE + LOCATOR64_SIZE) return undefined
  const bytes = source.read(at, END_SIZE)
  const record = parseEnd(bytes, 0)
  if (u32le(bytes, 0) !== END_SIGNATURE || record.commentLength !== 0) return undefined
  const located = parseLocator64(source.read(at - LOCATOR64_SIZE, LOCATOR64_SIZE))
  const zip64 = located !== undefined
  const group = zip64 ? at - LOCATOR64_SIZE - END64_SIZE : at
  const claim = zip64 ? parseEnd64(source.read(group, END64_SIZE)) : record
  if (!claim) return undefined
  const start = group - claim.size - claim.offset
  if (zip64 && group - located !== start) return undefined
  return start >= 0 && start < group && u32le(source.read(start, 4), 0) === LOCAL_SIGNATURE ? start : undefined
}
