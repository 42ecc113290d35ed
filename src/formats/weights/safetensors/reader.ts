// Checks the JSON header of a safetensors file, and searches the bytes that belong to no tensor.
import { ScanError } from '../../../bytes/errors.ts'
import type { ByteSource } from '../../../bytes/source.ts'
import type { StructureProblem } from '../../../facts/structure.ts'
import type { Artifact } from '../../../types/artifact.ts'
import type { Scan, ScanResult } from '../../../types/format.ts'
import { isObject, member, readWrittenJson, type WrittenJson, type WrittenObject } from '../../shared/ordered-json.ts'
import { Search } from '../../shared/search-bytes.ts'
import { observeMetadata } from './metadata.ts'
import { headerLength, MAX_HEADER } from './signature.ts'

/** Maximum number of reports of one problem. */
const MAX_SAME = 5

/** Maximum number of ranges between tensors that are scanned. */
const MAX_GAPS = 16

/** Bits per element (safetensors/src/tensor.rs). */
const BITS: ReadonlyMap<string, number> = new Map(
  Object.entries({
    BOOL: 8,
    U8: 8,
    I8: 8,
    F8_E5M2: 8,
    F8_E4M3: 8,
    F8_E8M0: 8,
    F8_E4M3FNUZ: 8,
    F8_E5M2FNUZ: 8,
    I16: 16,
    U16: 16,
    F16: 16,
    BF16: 16,
    I32: 32,
    U32: 32,
    F32: 32,
    I64: 64,
    U64: 64,
    F64: 64,
    C64: 64,
    F4: 4,
    F6_E2M3: 6,
    F6_E3M2: 6,
  }),
)

type Report = (problem: StructureProblem, detail: string, offset?: number) => void

/** The bytes of a tensor, relative to the beginning of the data. */
interface Span {
  readonly name: string
  readonly begin: number
  readonly end: number
}

/** Scans a file that `format.ts` recognised. */
export async function scanSafetensors(artifact: Artifact, scan: Scan): Promise<ScanResult> {
  const source = artifact.input
  if (source.kind === 'stream') throw new ScanError('unsupported', 'safetensors cannot be read from a stream')
  const named = scan.probe.extension === '.safetensors'
  const length = headerLength(scan.probe.head) ?? 0
  if (8 + length > source.size) {
    if (!named) return 'not-this-format'
    throw new ScanError('truncated', `the header of ${length} bytes does not fit into the file`, 0)
  }
  if (length > MAX_HEADER) {
    if (!named) return 'not-this-format'
    throw new ScanError('limit', `a header of ${length} bytes exceeds the limit of the format, ${MAX_HEADER}`, 0)
  }
  const header = parseHeader(source, length, named)
  if (header === undefined) return 'not-this-format'
  await checkHeader(header, source, 8 + length, scan)
  return undefined
}

/** Returns undefined if the bytes are not a header and the extension does not promise one. */
function parseHeader(source: ByteSource, length: number, named: boolean): WrittenObject | undefined {
  try {
    const value = readWrittenJson(new TextDecoder('utf-8', { fatal: true }).decode(source.read(8, length)))
    if (isObject(value) && (named || value.members.every(([, entry]) => isObject(entry)))) return value
  } catch (error) {
    if (!named) return undefined
    if (error instanceof ScanError) throw new ScanError(error.why, `the header is not JSON: ${error.message}`, 8 + (error.offset ?? 0))
    throw new ScanError('malformed', 'the header is not UTF-8', 8)
  }
  return undefined
}

async function checkHeader(header: WrittenObject, source: ByteSource, dataStart: number, scan: Scan): Promise<void> {
  const counts = new Map<StructureProblem, number>()
  const report: Report = (problem, detail, offset = 8) => {
    const count = (counts.get(problem) ?? 0) + 1
    counts.set(problem, count)
    if (count <= MAX_SAME) scan.observe({ kind: 'structure', format: 'safetensors', problem, detail, offset })
  }
  const names = new Set<string>()
  const spans: Span[] = []
  for (const [name, entry] of header.members) {
    if (names.has(name)) report('duplicate-key', `the key ${name.slice(0, 100)} occurs twice`)
    names.add(name)
    if (name === '__metadata__') await checkMetadata(entry, report, scan)
    else {
      checkName(name, report, scan)
      const span = tensorSpan(name, entry, report)
      if (span) spans.push(span)
    }
  }
  const size = source.size - dataStart
  const holes = findHoles(spans, report)
  const search = new Search(source, scan)
  scan.account.read(0, dataStart)
  for (const { begin, end } of spans) scan.account.passOver('numbers', dataStart + begin, end - begin)
  const end = spans.reduce((last, span) => Math.max(last, span.end), 0)
  for (const [begin, until] of holes.slice(0, MAX_GAPS)) {
    if (until > size) break
    report('gap', `${until - begin} bytes at ${dataStart + begin} belong to no tensor`, dataStart + begin)
    await search.foreign(dataStart + begin, until - begin)
  }
  if (end > size) throw new ScanError('truncated', `the tensors end ${end - size} bytes past the end of the file`, source.size)
  if (end < size) {
    report('trailing-bytes', `${size - end} bytes follow the last tensor`, dataStart + end)
    await search.foreign(dataStart + end, size - end)
  }
}

/**
 * Converters use tensor names as file names. Some exporters write a slash before the name, so that is only a bad
 * header.
 */
function checkName(name: string, report: Report, scan: Scan): void {
  const shown = name.slice(0, 200)
  if (name.includes('..') && name.split(/[\\/]/).includes('..'))
    scan.observe({
      kind: 'unsafe-path',
      of: 'tensor',
      why: name.split('/').includes('..') ? 'traversal' : 'backslash',
      entry: shown,
      offset: 8,
    })
  else if (/^(?:[\\/]|[A-Za-z]:[\\/])/.test(name)) report('bad-header', `the name of the tensor ${shown} is an absolute path`)
  if (name.includes('\0')) report('bad-header', `the name of the tensor ${shown} contains a NUL`)
}

async function checkMetadata(entry: WrittenJson, report: Report, scan: Scan): Promise<void> {
  if (!isObject(entry)) return report('bad-header', '__metadata__ is not an object')
  const keys = new Set<string>()
  for (const [key, value] of entry.members) {
    if (keys.has(key)) report('duplicate-key', `the metadata key ${key.slice(0, 100)} occurs twice`)
    keys.add(key)
    if (typeof value !== 'string') report('bad-header', `the value of the metadata key ${key.slice(0, 100)} is not a string`)
    await observeMetadata(scan, key, typeof value === 'string' ? value : JSON.stringify(value), 8)
  }
}

/** Returns the range of a tensor, relative to the beginning of the data; undefined if the entry has no valid one. */
function tensorSpan(name: string, entry: WrittenJson, report: Report): Span | undefined {
  const shown = name.slice(0, 100)
  const fields = isObject(entry) ? entry : { members: [] }
  const dtype = member(fields, 'dtype')
  const shape = numbers(member(fields, 'shape'))
  const offsets = numbers(member(fields, 'data_offsets'))
  const [begin, end] = offsets ?? []
  if (typeof dtype !== 'string' || shape === undefined || begin === undefined || end === undefined || offsets?.length !== 2) {
    report('bad-header', `the entry ${shown} does not describe a tensor`)
    return undefined
  }
  if (new Set(fields.members.map(([key]) => key)).size !== fields.members.length)
    report('duplicate-key', `the entry ${shown} has a duplicate key`)
  if (begin > end) {
    report('out-of-bounds', `${shown} ends before it begins`)
    return undefined
  }
  const bits = BITS.get(dtype)
  const elements = shape.reduce((product, dim) => product * BigInt(dim), 1n)
  if (bits === undefined) report('bad-header', `${shown} has the unknown type ${dtype.slice(0, 40)}`)
  else if (elements * BigInt(bits) !== BigInt(end - begin) * 8n) {
    report(
      elements > 2n ** 53n ? 'shape-bomb' : 'out-of-bounds',
      `${shown} of ${dtype} [${shape.slice(0, 8).join(', ')}] has ${end - begin} bytes`,
    )
  }
  return { name: shown, begin, end }
}

function numbers(value: WrittenJson | undefined): readonly number[] | undefined {
  if (!Array.isArray(value)) return undefined
  return value.every((each): each is number => Number.isSafeInteger(each) && Number(each) >= 0) ? value : undefined
}

/** Reports overlaps and returns the ranges between tensors that belong to no tensor. */
function findHoles(spans: Span[], report: Report): readonly (readonly [number, number])[] {
  const holes: (readonly [number, number])[] = []
  spans.sort((one, other) => one.begin - other.begin || one.end - other.end)
  let end = 0
  let last = ''
  for (const span of spans) {
    if (span.begin < end && span.end > span.begin) report('overlap', `${span.name} overlaps ${last}`)
    if (span.begin > end) holes.push([end, span.begin])
    if (span.end > end) {
      end = span.end
      last = span.name
    }
  }
  return holes
}
