import type { StructureProblem } from '../../../facts/structure.ts'
import { GGML_TYPES, type GgufTensor } from '../../../wire/gguf.ts'

const MAX_DIMS = 4
/** Counts of elements and bytes are signed 64-bit numbers in ggml. */
const MAX_COUNT = 2n ** 63n

/** States what is wrong with the table of tensors, and where the `numbers` of each are, relative to their start. Gives the end of their data, relative to its start, if every size is known. */
export function checkTensors(
  tensors: readonly GgufTensor[],
  room: bigint,
  alignment: number,
  state: (problem: StructureProblem, detail: string, offset: number) => void,
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
    // Older versions of ggml divide by it.
    if (dims.includes(0n)) state('bad-header', `${shown} has a dimension of zero`, at)
    if (offset % BigInt(alignment) !== 0n) state('bad-header', `the data of ${shown} are not aligned`, at)
    const elements = dims.reduce((product, dim) => product * dim, 1n)
    const size = sizeOf(tensor, elements)
    if (elements >= MAX_COUNT || (size ?? 0n) > MAX_COUNT) {
      state('shape-bomb', `${shown} has ${dims.join(' × ')} elements`, at)
      if (size === undefined) complete = false
    } else if (size === undefined) complete = false
    else if (offset + size > room) state('out-of-bounds', `${shown} ends ${offset + size - room} bytes behind the end of the file`, at)
    else if (size > 0n) spans.push({ start: offset, end: offset + size, tensor })
    const [block] = GGML_TYPES.get(tensor.type) ?? []
    if (block !== undefined && (dims[0] ?? 1n) % BigInt(block) !== 0n)
      state('bad-header', `rows of ${shown} have ${dims[0] ?? 1} elements, which are no whole blocks of ${block}`, at)
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
function sizeOf({ type }: GgufTensor, elements: bigint): bigint | undefined {
  const [block, bytes] = GGML_TYPES.get(type) ?? []
  return block === undefined || bytes === undefined ? undefined : (elements / BigInt(block)) * BigInt(bytes)
}
