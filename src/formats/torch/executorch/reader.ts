// Reads ExecuTorch programs: reports operators and delegates, and checks offsets and sizes.
import { ScanError } from '../../../bytes/errors.ts'
import { latin1 } from '../../../bytes/latin1.ts'
import type { ByteSource } from '../../../bytes/source.ts'
import type { Format, Scan } from '../../../types/format.ts'
import { FlatBuffer, type Table } from '../../../wire/flatbuffer.ts'
import { Search } from '../../shared/search-bytes.ts'

/** Maximum number of different operators that are reported. */
const MAX_DISTINCT = 10_000

/**
 * Offset of the extended header: magic `eh00`, u32 length of the header, u64 size of the program, u64 offset of the
 * first segment (executorch/schema/extended_header.cpp).
 */
const EXTENDED_AT = 8

const EXTENDED_SIZE = 24

/** Reads an ExecuTorch program. @throws {ScanError} */
export const scanExecutorch: Format['scan'] = (artifact, scan) => {
  const source = artifact.input
  if (source.kind === 'stream') throw new ScanError('unsupported', 'an ExecuTorch program cannot be read from a stream')
  const buffer = new FlatBuffer(source, () => scan.budget.checkTime())
  const base = readExtendedHeader(buffer, source, scan)
  const program = buffer.root()
  readPlans(program, scan)
  readSegments(program, base, source.size, scan)
  return new Search(source, scan).rest()
}

/** Returns the offset of the first segment, from which the offsets of segments count. */
function readExtendedHeader(buffer: FlatBuffer, source: ByteSource, scan: Scan): number {
  const magic = source.read(EXTENDED_AT, 4)
  if (source.size < EXTENDED_AT + EXTENDED_SIZE || latin1(magic) !== 'eh00') return 0
  const size = buffer.u64(EXTENDED_AT + 8)
  const base = buffer.u64(EXTENDED_AT + 16)
  if (size > source.size || base > source.size) {
    const detail = `the header states a program of ${size} bytes and segments from byte ${base} on; the file has ${source.size} bytes`
    outOfBounds(detail, EXTENDED_AT, scan)
  }
  return base
}

/**
 * Reports operators and delegates.
 * Program: execution_plan 1. ExecutionPlan: operators 6 (name 0, overload 1), delegates 7 (id 0).
 */
function readPlans(program: Table, scan: Scan): void {
  const reported = new Set<string>()
  const observe = (domain: string, op: string, offset: number): void => {
    const key = `${domain}\0${op}`
    if (reported.has(key) || reported.size >= MAX_DISTINCT) return
    reported.add(key)
    scan.observe({ kind: 'graph-op', framework: 'executorch', op, domain, node: '', offset })
  }
  const seen = new Set<number>()
  for (const plan of program.tables(1)) {
    if (seen.has(plan.at)) continue
    seen.add(plan.at)
    for (const operator of plan.tables(6)) {
      const name = operator.text(0)
      const colons = name.indexOf('::')
      observe(colons < 0 ? '' : name.slice(0, colons), colons < 0 ? name : name.slice(colons + 2), operator.at)
    }
    for (const delegate of plan.tables(7)) observe('delegate', delegate.text(0), delegate.at)
  }
}

/**
 * Checks the bounds of the segments.
 * Program: segments 4, constant_segment 5 (segment_index 0). DataSegment: offset 0 (from `base`), size 1.
 */
function readSegments(program: Table, base: number, size: number, scan: Scan): void {
  const constant = program.table(5)?.u32(0)
  let index = -1
  for (const segment of program.tables(4)) {
    index++
    const end = base + segment.u64(0) + segment.u64(1)
    // Segments of delegates may contain any data, so they are searched.
    if (index === constant) scan.account.passOver('numbers', base + segment.u64(0), segment.u64(1))
    if (end <= size) continue
    outOfBounds(`a segment ends at byte ${end}, past the end of the file at byte ${size}`, segment.at, scan)
    return
  }
}

function outOfBounds(detail: string, offset: number, scan: Scan): void {
  scan.observe({ kind: 'structure', format: 'executorch', problem: 'out-of-bounds', detail, offset })
}
