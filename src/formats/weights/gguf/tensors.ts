// Checks that the tensors of a GGUF model are within bounds and do not overlap.
import type { StructureProblem } from '../../../facts/structure.ts'
import { GGML_TYPES, type GgufTensor } from '../../../wire/gguf.ts'

const MAX_DIMS = 4
/** ggml stores counts of elements and bytes as signed 64-bit numbers. */
const MAX_COUNT = 2n ** 63n

/**
 * Reports problems in the table of tensors, and calls `numbers` with the range of each tensor. Returns the end of their
 * data if every size is known. Ranges and end are relative to the beginning of the data.
 */
export function checkTensors(
  tensors: readonly GgufTensor[],
  room: bigint,
  alignment: number,
  report: (problem: StructureProblem, detail: string, offset: number) => void,
  numbers: (start: bigint, size: bigint) => void,
): bigint | undefined {
  const names = new Set<string>()
  const spans: { readonly start: bigint; readonly end: bigint; readonly tensor: GgufTensor }[] = []
  let complete = true
  for (const tensor of tensors) {
    const { name, dims, offset, at } = tensor
    const shown = name.slice(0, 100)
    if (names.has(name)) report('duplicate-key', `the tensor ${shown} occurs twice`, at)
    names.add(name)
    if (dims.length > MAX_DIMS) report('bad-header', `${shown} has ${dims.length} dimensions`, at)
    // Older versions of ggml divide by the dimension.
    if (dims.includes(0n)) report('bad-header', `${shown} has a dimension of zero`, at)
    if (offset % BigInt(alignment) !== 0n) report('bad-header', `the data of ${shown} are not aligned to ${alignment} bytes`, at)
    const elements = dims.reduce((product, dim) => product * dim, 1n)
    const size = sizeOf(tensor, elements)
    if (elements >= MAX_COUNT || (size ?? 0n) > MAX_COUNT) {
      report('shape-bomb', `${shown} has ${dims.join(' × ')} elements`, at)
      if (size === undefined) complete = false
    } else if (size === undefined) complete = false
    else if (offset + size > room) report('out-of-bounds', `${shown} ends ${offset + size - room} bytes past the end of the file`, at)
    else if (size > 0n) spans.push({ start: offset, end: offset + size, tensor })
    const [block] = GGML_TYPES.get(tensor.type) ?? []
    if (block !== undefined && (dims[0] ?? 1n) % BigInt(block) !== 0n)
      report('bad-header', `rows of ${shown} have ${dims[0] ?? 1} elements, not a multiple of the block size ${block}`, at)
  }
  spans.sort((one, other) => (one.start < other.start ? -1 : one.start > other.start ? 1 : 0))
  let end = 0n
  for (const span of spans) {
    if (span.start < end) report('overlap', `the data of ${span.tensor.name.slice(0, 100)} overlap those of another tensor`, span.tensor.at)
    if (span.end > end) end = span.end
    numbers(span.start, span.end - span.start)
  }
  return complete && spans.length === tensors.length ? end : undefined
}

/** Returns the size of the tensor's data; undefined for an unknown type. */
function sizeOf({ type }: GgufTensor, elements: bigint): bigint | undefined {
  const [block, bytes] = GGML_TYPES.get(type) ?? []
  return block === undefined || bytes === undefined ? undefined : (elements / BigInt(block)) * BigInt(bytes)
}
