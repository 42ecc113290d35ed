import { ScanError } from '../bytes/errors.ts'
import type { ByteSource } from '../bytes/source.ts'
import type { Artifact } from '../types/artifact.ts'
import type { Scan } from '../types/format.ts'
import type { StructureProblem } from '../types/observation.ts'
import { GGML_TYPES, type GgufTensor, readGguf } from '../wire/gguf.ts'
import { ggufVersion } from '../wire/signatures.ts'
import { Search } from './search-bytes.ts'

const DEFAULT_ALIGNMENT = 32

const MAX_DIMS = 4
/** Behind a file of metadata alone only what is no padding counts. */
const SAMPLE = 4096

/** Facts of one kind that are stated: a broken offset table breaks every tensor. */
const MAX_SAME = 5

const TEMPLATE = /chat_template/i
/** Keys under which programs keep texts that they may render. */
const PROMPT = /template|prompt/i
/** Names that lead into Python. */
const INTERNALS = /__[a-z_]{2,30}__/

/** Reads what `gguf.ts` recognises. */
export async function scanGguf(artifact: Artifact, scan: Scan): Promise<void> {
  const source = artifact.input
  if (source.kind === 'stream') throw new ScanError('unsupported', 'GGUF cannot be read from a stream')
  const { observeTemplate } = await import('./jinja-facts.ts')
  const keys = new Set<string>()
  const tensors: GgufTensor[] = []
  const counts = new Map<StructureProblem, number>()
  let alignment = DEFAULT_ALIGNMENT
  const state = (problem: StructureProblem, detail: string, offset: number) => {
    const count = (counts.get(problem) ?? 0) + 1
    counts.set(problem, count)
    if (count <= MAX_SAME) scan.observe({ kind: 'structure', format: 'gguf', problem, detail, offset })
  }
  const end = readGguf(source, {
    tick: () => scan.budget.checkTime(),
    key(name, at) {
      if (keys.has(name)) state('duplicate-key', `the metadata key ${name.slice(0, 100)} stands twice`, at)
      keys.add(name)
    },
    wants: (name, list) => !list || TEMPLATE.test(name),
    string(key, value, length, at) {
      const named = TEMPLATE.test(key)
      if (length > value.length) {
        if (named) state('bad-header', `${key.slice(0, 100)} is ${length} bytes long`, at)
        return
      }
      const text = new TextDecoder().decode(value)
      // Under other keys a text is a template only where it can be nothing else: descriptions have braces too.
      if (named || (PROMPT.test(key) && INTERNALS.test(text) && /\{[{%]/.test(text)))
        observeTemplate(scan, key.slice(0, 100), text, at + lengthSize(source.read(0, 8)), true)
    },
    integer(key, value, at) {
      if (key !== 'general.alignment') return
      if (value < 1 || value > 1 << 20 || !Number.isInteger(Math.log2(value))) state('bad-header', `an alignment of ${value}`, at)
      else alignment = value
    },
    tensor: (tensor) => tensors.push(tensor),
  })
  const dataStart = Math.ceil(end / alignment) * alignment
  const dataEnd = checkTensors(tensors, BigInt(Math.max(0, source.size - dataStart)), alignment, state, (start, size) =>
    scan.account.passOver('numbers', dataStart + Number(start), Number(size)),
  )
  await lookBehind(source, dataStart, dataEnd, tensors.length === 0, alignment, state, scan)
  // Texts of the metadata, and what lies between the tensors.
  await new Search(source, scan).rest()
}

/** What follows the last tensor is scanned as a file of its own. */
async function lookBehind(
  source: ByteSource,
  dataStart: number,
  dataEnd: bigint | undefined,
  bare: boolean,
  alignment: number,
  state: State,
  scan: Scan,
): Promise<void> {
  if (dataEnd === undefined) return
  const rest = dataStart + Number(dataEnd)
  // Writers pad the last tensor.
  if (source.size - rest < alignment || (bare && source.read(rest, SAMPLE).every((byte) => byte === 0))) return
  state('trailing-bytes', `${source.size - rest} bytes follow the last tensor`, rest)
  await new Search(source, scan).foreign(rest, source.size - rest)
}

type State = (problem: StructureProblem, detail: string, offset: number) => void

function lengthSize(head: Uint8Array): number {
  return ggufVersion(head)?.version === 1 ? 4 : 8
}

/** States what is wrong with the table of tensors. Gives the end of their data, relative to its start, if every size is known. */
function checkTensors(
  tensors: readonly GgufTensor[],
  room: bigint,
  alignment: number,
  state: State,
  numbers: (start: bigint, size: bigint) => void,
): bigint | undefined {
  const names = new Set<string>()
  const spans: { readonly start: bigint; readonly end: bigint; readonly tensor: GgufTensor }[] = []
  let complete = true
  for (const tensor of tensors) {
    const { name, dims, offset, at } = tensor
    const shown = name.slice(0, 100)
    if (names.has(name)) state('duplicate-key', `the tensor ${shown} stands twice`, at)
    names.add(name)
    if (dims.length > MAX_DIMS) state('bad-header', `${shown} has ${dims.length} dimensions`, at)
    if (offset % BigInt(alignment) !== 0n) state('bad-header', `the data of ${shown} are not aligned`, at)
    const size = sizeOf(tensor)
    if (size === undefined) complete = false
    else if (size > 2n ** 63n) state('shape-bomb', `${shown} has ${dims.join(' × ')} elements`, at)
    else if (offset + size > room) state('out-of-bounds', `${shown} ends ${offset + size - room} bytes behind the end of the file`, at)
    else if (size > 0n) spans.push({ start: offset, end: offset + size, tensor })
  }
  spans.sort((one, other) => (one.start < other.start ? -1 : one.start > other.start ? 1 : 0))
  let end = 0n
  for (const span of spans) {
    if (span.start < end) state('overlap', `the data of ${span.tensor.name.slice(0, 100)} overlap those of another tensor`, span.tensor.at)
    if (span.end > end) end = span.end
    numbers(span.start, span.end - span.start)
  }
  return complete && spans.length === tensors.length ? end : undefined
}

/** Bytes of the tensor's data; undefined for a type that is not in the table. */
function sizeOf({ dims, type }: GgufTensor): bigint | undefined {
  const [elements, bytes] = GGML_TYPES.get(type) ?? []
  if (elements === undefined || bytes === undefined) return undefined
  const count = dims.reduce((product, dim) => product * dim, 1n)
  return (count / BigInt(elements)) * BigInt(bytes)
}
