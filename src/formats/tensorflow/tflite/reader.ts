// Reads TensorFlow Lite models: reports custom operators, and checks offsets and sizes.
import { ScanError } from '../../../bytes/errors.ts'
import type { Format, Scan } from '../../../types/format.ts'
import type { StructureProblem } from '../../../types/observation.ts'
import { FlatBuffer, type Table } from '../../../wire/flatbuffer.ts'
import { Search } from '../../shared/search-bytes.ts'
import { flexOperation } from './flex.ts'

const MAX_DISTINCT = 10_000

/** Dimensions and indices that are looked at: real tensors have at most eight, real operators some hundred. */
const MAX_DIMS = 32
const MAX_INDICES = 4096
const MAX_ELEMENTS = 2 ** 60
/** Less is sooner searched than remembered. */
const LEAST_NUMBERS = 256

/** BuiltinOperator_CUSTOM: the operator is named by `custom_code`. */
const CUSTOM = 32

/** Reads what `tflite.ts` recognises. */
export const scanTflite: Format['scan'] = (artifact, scan) => {
  const source = artifact.input
  if (source.kind === 'stream') throw new ScanError('unsupported', 'a TensorFlow Lite model cannot be read from a stream')
  const model = new FlatBuffer(source, () => scan.budget.checkTime()).root()
  const operators = readOperators(model, scan)
  readGraphs(model, operators, scan)
  readBuffers(model, source.size, scan)
  passNumbers(model, scan)
  return new Search(source, scan).rest()
}

/** Model: operator_codes 1. OperatorCode: deprecated_builtin_code 0, custom_code 1, builtin_code 3. Gives the names of those that the Flex delegate runs, empty for others. */
function readOperators(model: Table, scan: Scan): readonly string[] {
  const flex: string[] = []
  const told = new Set<string>()
  for (const code of model.tables(1)) {
    const builtin = Math.max(code.u8(0), code.i32(3))
    // Runtimes take it for a C string.
    const op = code.text(1).split('\0')[0] ?? ''
    flex.push(op.startsWith('Flex') ? op : '')
    if (op === '' && builtin !== CUSTOM) continue
    if (told.has(op) || told.size >= MAX_DISTINCT) continue
    told.add(op)
    scan.observe({ kind: 'graph-op', framework: 'tflite', op, domain: '', node: '', offset: code.at })
  }
  return flex
}

/** SubGraph: tensors 0, operators 3. Tensor: shape 0. Operator: inputs 1, where −1 is none, and outputs 2: versions before 2.4 took them as they are (CVE-2020-15211). */
function checkTensors(graph: Table, scan: Scan): void {
  const state = (problem: StructureProblem, detail: string, offset: number): void =>
    void scan.observe({ kind: 'structure', format: 'tflite', problem, detail, offset })
  let count = 0
  for (const tensor of graph.tables(0)) {
    count++
    const elements = numbersOf(tensor, 0, MAX_DIMS).reduce((product, dim) => product * dim, 1)
    if (Math.abs(elements) < MAX_ELEMENTS) continue
    state('shape-bomb', `the tensor ${tensor.text(3).slice(0, 100)} has ${elements} elements`, tensor.at)
    break
  }
  if (count < graph.vector(0, 4).length) return
  for (const operator of graph.tables(3)) {
    const wrong =
      numbersOf(operator, 1, MAX_INDICES).find((index) => index < -1 || index >= count) ??
      numbersOf(operator, 2, MAX_INDICES).find((index) => index < 0 || index >= count)
    if (wrong !== undefined) return state('out-of-bounds', `an operator works with the tensor ${wrong} of ${count}`, operator.at)
  }
}

/** The first numbers of a vector. */
function numbersOf(table: Table, field: number, most: number): readonly number[] {
  const { start, length } = table.vector(field, 4)
  return Array.from({ length: Math.min(length, most) }, (_, index) => table.buffer.i32(start + index * 4))
}

/**
 * Model: subgraphs 2. SubGraph: operators 3. Operator: opcode_index 0, which readers use as an index without a check of their own, custom_options 5,
 * large_custom_options_offset 9 and _size 10 of options behind the FlatBuffer.
 */
function readGraphs(model: Table, flex: readonly string[], scan: Scan): void {
  const seen = new Set<number>()
  const told = new Set<string>()
  for (const graph of model.tables(2)) {
    if (seen.has(graph.at)) continue
    seen.add(graph.at)
    checkTensors(graph, scan)
    for (const operator of graph.tables(3)) {
      const index = operator.u32(0)
      const called = flex[index] ?? ''
      if (called !== '') readFlex(operator, called, told, scan)
      if (index < flex.length) continue
      const detail = `an operator has the code ${index} of ${flex.length}`
      scan.observe({ kind: 'structure', format: 'tflite', problem: 'out-of-bounds', detail, offset: operator.at })
      return
    }
  }
}

/** States what the delegate runs, where it is not what the operator is called. */
function readFlex(operator: Table, called: string, told: Set<string>, scan: Scan): void {
  const { source } = operator.buffer
  const { start, length } = operator.vector(5, 1)
  const large = operator.u64(10)
  const op =
    length > 0
      ? flexOperation(source, start, length)
      : large > 1 && operator.u64(9) + large <= source.size
        ? flexOperation(source, operator.u64(9), large)
        : undefined
  if (op === undefined || `Flex${op}` === called || told.has(op) || told.size >= MAX_DISTINCT) return
  told.add(op)
  scan.observe({ kind: 'graph-op', framework: 'tflite', op: `Flex${op}`, domain: '', node: '', offset: operator.at })
}

/** Types of tensors whose elements are no numbers (TensorType): STRING, RESOURCE, VARIANT. */
const NO_NUMBERS = new Set([5, 13, 14])

/** SubGraph: tensors 0. Tensor: type 1, buffer 2. Buffer: data 0, or offset 1 and size 2. */
function passNumbers(model: Table, scan: Scan): void {
  const numeric = new Set<number>()
  const others = new Set<number>()
  const seen = new Set<number>()
  for (const graph of model.tables(2)) {
    if (seen.has(graph.at)) continue
    seen.add(graph.at)
    for (const tensor of graph.tables(0)) (NO_NUMBERS.has(tensor.u8(1)) ? others : numeric).add(tensor.u32(2))
  }
  let index = -1
  for (const buffer of model.tables(4)) {
    index++
    if (!numeric.has(index) || others.has(index)) continue
    const { start, length } = buffer.vector(0, 1)
    if (length >= LEAST_NUMBERS) scan.account.passOver('numbers', start, length)
    if (buffer.u64(2) > 1) scan.account.passOver('numbers', buffer.u64(1), buffer.u64(2))
  }
}

/** Model: buffers 4, external_buffer_groups 8. Buffer: offset 1 and size 2 of data behind the FlatBuffer. ExternalBufferGroup: name 0. */
function readBuffers(model: Table, size: number, scan: Scan): void {
  for (const buffer of model.tables(4)) {
    const end = buffer.u64(1) + buffer.u64(2)
    if (end <= size) continue
    const detail = `a buffer ends at byte ${end} of ${size}`
    scan.observe({ kind: 'structure', format: 'tflite', problem: 'out-of-bounds', detail, offset: buffer.at })
    break
  }
  const told = new Set<string>()
  for (const group of model.tables(8)) {
    const path = group.text(0)
    if (path === '' || told.has(path) || told.size >= MAX_DISTINCT) continue
    told.add(path)
    scan.observe({ kind: 'external-file', format: 'tflite', path, role: 'tensor data', offset: group.at })
  }
}
