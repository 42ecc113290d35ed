import { ScanError } from '../../../bytes/errors.ts'
import type { ByteSource } from '../../../bytes/source.ts'
import type { Artifact } from '../../../types/artifact.ts'
import type { Scan, ScanResult } from '../../../types/format.ts'
import type { StructureProblem } from '../../../types/observation.ts'
import { isObject, member, readWrittenJson, type WrittenJson, type WrittenObject } from '../../shared/ordered-json.ts'
import { Search } from '../../shared/search-bytes.ts'
import { observeMetadata } from './metadata.ts'
import { headerLength, MAX_HEADER } from './signature.ts'

const MAX_SAME = 5

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

type State = (problem: StructureProblem, detail: string, offset?: number) => void

interface Span {
  readonly name: string
  readonly begin: number
  readonly end: number
}

/** Reads what `safetensors.ts` recognises. */
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
    throw new ScanError('limit', `a header of ${length} bytes; the format allows ${MAX_HEADER}`, 0)
  }
  const header = parseHeader(source, length, named)
  if (header === undefined) return 'not-this-format'
  await checkHeader(header, source, 8 + length, scan)
  return undefined
}

/** Undefined for what is no header at all, under a name that does not claim it. */
function parseHeader(source: ByteSource, length: number, named: boolean): WrittenObject | undefined {
  try {
    const value = readWrittenJson(new TextDecoder('utf-8', { fatal: true }).decode(source.read(8, length)))
    if (isObject(value) && (named || value.members.every(([, entry]) => isObject(entry)))) return value
  } catch (error) {
    if (!named) return undefined
    if (error instanceof ScanError) throw new ScanError(error.why, `the header is no JSON: ${error.message}`, 8 + (error.offset ?? 0))
    throw new ScanError('malformed', 'the header is not UTF-8', 8)
  }
  return undefined
}

async function checkHeader(header: WrittenObject, source: ByteSource, dataStart: number, scan: Scan): Promise<void> {
  const counts = new Map<StructureProblem, number>()
  const state: State = (problem, detail, offset = 8) => {
    const count = (counts.get(problem) ?? 0) + 1
    counts.set(problem, count)
    if (count <= MAX_SAME) scan.observe({ kind: 'structure', format: 'safetensors', problem, detail, offset })
  }
  const names = new Set<string>()
  const spans: Span[] = []
  for (const [name, entry] of header.members) {
    if (names.has(name)) state('duplicate-key', `the key ${name.slice(0, 100)} stands twice`)
    names.add(name)
    if (name === '__metadata__') await checkMetadata(entry, state, scan)
    else {
      checkName(name, state, scan)
      const span = tensorSpan(name, entry, state)
      if (span) spans.push(span)
    }
  }
  const size = source.size - dataStart
  const holes = findHoles(spans, state)
  const search = new Search(source, scan)
  scan.account.read(0, dataStart)
  for (const { begin, end } of spans) scan.account.passOver('numbers', dataStart + begin, end - begin)
  const end = spans.reduce((last, span) => Math.max(last, span.end), 0)
  for (const [begin, until] of holes.slice(0, MAX_GAPS)) {
    if (until > size) break
    state('gap', `${until - begin} bytes at ${dataStart + begin} belong to no tensor`, dataStart + begin)
    await search.asFile(dataStart + begin, until - begin)
  }
  if (end > size) throw new ScanError('truncated', `the tensors end ${end - size} bytes behind the end of the file`, source.size)
  if (end < size) {
    state('trailing-bytes', `${size - end} bytes follow the last tensor`, dataStart + end)
    await search.asFile(dataStart + end, size - end)
  }
}

/** Converters call files after tensors; a name with a slash in front is also what some exporters write. */
function checkName(name: string, state: State, scan: Scan): void {
  const shown = name.slice(0, 200)
  if (name.includes('..') && name.split(/[\\/]/).includes('..'))
    scan.observe({
      kind: 'unsafe-path',
      of: 'tensor',
      why: name.split('/').includes('..') ? 'traversal' : 'backslash',
      entry: shown,
      offset: 8,
    })
  else if (/^(?:[\\/]|[A-Za-z]:[\\/])/.test(name)) state('bad-header', `the tensor ${shown} has the name of an absolute path`)
  if (name.includes('\0')) state('bad-header', `the tensor ${shown} has a NUL in its name`)
}

async function checkMetadata(entry: WrittenJson, state: State, scan: Scan): Promise<void> {
  if (!isObject(entry)) return state('bad-header', '__metadata__ is no object')
  const keys = new Set<string>()
  for (const [key, value] of entry.members) {
    if (keys.has(key)) state('duplicate-key', `the metadata key ${key.slice(0, 100)} stands twice`)
    keys.add(key)
    if (typeof value !== 'string') state('bad-header', `the metadata ${key.slice(0, 100)} is no string`)
    await observeMetadata(scan, key, typeof value === 'string' ? value : JSON.stringify(value), 8)
  }
}

/** The bytes of a tensor, relative to the data; undefined where the entry does not say. */
function tensorSpan(name: string, entry: WrittenJson, state: State): Span | undefined {
  const shown = name.slice(0, 100)
  const fields = isObject(entry) ? entry : { members: [] }
  const dtype = member(fields, 'dtype')
  const shape = numbers(member(fields, 'shape'))
  const offsets = numbers(member(fields, 'data_offsets'))
  const [begin, end] = offsets ?? []
  if (typeof dtype !== 'string' || shape === undefined || begin === undefined || end === undefined || offsets?.length !== 2) {
    state('bad-header', `the entry of ${shown} is not one of a tensor`)
    return undefined
  }
  if (new Set(fields.members.map(([key]) => key)).size !== fields.members.length)
    state('duplicate-key', `the entry of ${shown} has a key twice`)
  if (begin > end) {
    state('out-of-bounds', `${shown} ends before it begins`)
    return undefined
  }
  const bits = BITS.get(dtype)
  const elements = shape.reduce((product, dim) => product * BigInt(dim), 1n)
  if (bits === undefined) state('bad-header', `${shown} has the unknown type ${dtype.slice(0, 40)}`)
  else if (elements * BigInt(bits) !== BigInt(end - begin) * 8n) {
    state(
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

/** States overlaps and gives the spans between tensors that belong to none. */
function findHoles(spans: Span[], state: State): readonly (readonly [number, number])[] {
  const holes: (readonly [number, number])[] = []
  spans.sort((one, other) => one.begin - other.begin || one.end - other.end)
  let end = 0
  let last = ''
  for (const span of spans) {
    if (span.begin < end && span.end > span.begin) state('overlap', `${span.name} overlaps ${last}`)
    if (span.begin > end) holes.push([end, span.begin])
    if (span.end > end) {
      end = span.end
      last = span.name
    }
  }
  return holes
}
