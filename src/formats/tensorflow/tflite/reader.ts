// Reads TensorFlow Lite models: reports custom operators, and checks offsets and sizes.
import { ScanError } from '../../../bytes/errors.ts'
import type { StructureProblem } from '../../../facts/structure.ts'
import type { Format, Scan } from '../../../types/format.ts'
import { FlatBuffer, type Table } from '../../../wire/flatbuffer.ts'
import { Search } from '../../shared/search-bytes.ts'
import { flexOperation } from './flex.ts'

/** Maximum number of different operators and files that are reported. */
const MAX_DISTINCT = 10_000

/** Maximum number of dimensions that are read. Tensors have at most eight. */
const MAX_DIMS = 32
/** Maximum number of inputs or outputs of an operator that are checked. Operators have some hundred at most. */
const MAX_INDICES = 4096
/** Number of elements from which a shape is reported. */
const MAX_ELEMENTS = 2 ** 60
/** Minimum size of tensor data that are recorded as numbers. Searching smaller data is cheaper than recording them. */
const MIN_NUMBERS = 256

/** BuiltinOperator_CUSTOM: `custom_code` contains the operator's name. */
const CUSTOM = 32

/** Reads a TensorFlow Lite model. @throws {ScanError} */
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

/**
 * Reports custom operators. Returns the name of each operator that the Flex delegate runs, and an empty text for
 * others. Model: operator_codes 1. OperatorCode: deprecated_builtin_code 0, custom_code 1, builtin_code 3.
 */
function readOperators(model: Table, scan: Scan): readonly string[] {
  const flex: string[] = []
  const reported = new Set<string>()
  for (const code of model.tables(1)) {
    const builtin = Math.max(code.u8(0), code.i32(3))
    // Runtimes read it as a C string.
    const op = code.text(1).split('\0')[0] ?? ''
    flex.push(op.startsWith('Flex') ? op : '')
    if (op === '' && builtin !== CUSTOM) continue
    if (reported.has(op) || reported.size >= MAX_DISTINCT) continue
    reported.add(op)
    scan.observe({ kind: 'graph-op', framework: 'tflite', op, domain: '', node: '', offset: code.at })
  }
  return flex
}

/**
 * Checks shapes and tensor indices. TensorFlow before 2.4 did not check the indices (CVE-2020-15211).
 * SubGraph: tensors 0, operators 3. Tensor: shape 0. Operator: inputs 1 (−1 means none), outputs 2.
 */
function checkTensors(graph: Table, scan: Scan): void {
  const report = (problem: StructureProblem, detail: string, offset: number): void =>
    void scan.observe({ kind: 'structure', format: 'tflite', problem, detail, offset })
  let count = 0
  for (const tensor of graph.tables(0)) {
    count++
    const elements = numbersOf(tensor, 0, MAX_DIMS).reduce((product, dim) => product * dim, 1)
    if (Math.abs(elements) < MAX_ELEMENTS) continue
    report('shape-bomb', `the tensor ${tensor.text(3).slice(0, 100)} has ${elements} elements`, tensor.at)
    break
  }
  if (count < graph.vector(0, 4).length) return
  for (const operator of graph.tables(3)) {
    const wrong =
      numbersOf(operator, 1, MAX_INDICES).find((index) => index < -1 || index >= count) ??
      numbersOf(operator, 2, MAX_INDICES).find((index) => index < 0 || index >= count)
    if (wrong !== undefined)
      return report('out-of-bounds', `an operator uses tensor ${wrong}, but there are only ${count} tensors`, operator.at)
  }
}

/** Returns the first numbers of a vector. */
function numbersOf(table: Table, field: number, most: number): readonly number[] {
  const { start, length } = table.vector(field, 4)
  return Array.from({ length: Math.min(length, most) }, (_, index) => table.buffer.i32(start + index * 4))
}

/**
 * Checks operators, and reports those that the Flex delegate runs under another name.
 * Model: subgraphs 2. SubGraph: operators 3. Operator: opcode_index 0 (readers do not check it), custom_options 5,
 * large_custom_options_offset 9 and _size 10 of options after the FlatBuffer.
 */
function readGraphs(model: Table, flex: readonly string[], scan: Scan): void {
  const seen = new Set<number>()
  const reported = new Set<string>()
  for (const graph of model.tables(2)) {
    if (seen.has(graph.at)) continue
    seen.add(graph.at)
    checkTensors(graph, scan)
    for (const operator of graph.tables(3)) {
      const index = operator.u32(0)
      const called = flex[index] ?? ''
      if (called !== '') readFlex(operator, called, reported, scan)
      if (index < flex.length) continue
      const detail = `an operator has code ${index}, but there are only ${flex.length} codes`
      scan.observe({ kind: 'structure', format: 'tflite', problem: 'out-of-bounds', detail, offset: operator.at })
      return
    }
  }
}

/** Reports the operation that the Flex delegate runs if it differs from the operator's name. */
function readFlex(operator: Table, called: string, reported: Set<string>, scan: Scan): void {
  const { source } = operator.buffer
  const { start, length } = operator.vector(5, 1)
  const large = operator.u64(10)
  const op =
    length > 0
      ? flexOperation(source, start, length)
      : large > 1 && operator.u64(9) + large <= source.size
        ? flexOperation(source, operator.u64(9), large)
        : undefined
  if (op === undefined || `Flex${op}` === called || reported.has(op) || reported.size >= MAX_DISTINCT) return
  reported.add(op)
  scan.observe({ kind: 'graph-op', framework: 'tflite', op: `Flex${op}`, domain: '', node: '', offset: operator.at })
}

/** Types of tensors whose elements are not numbers (TensorType): STRING, RESOURCE, VARIANT. */
const NOT_NUMBERS = new Set([5, 13, 14])

/**
 * Passes over the data of tensors with numbers.
 * SubGraph: tensors 0. Tensor: type 1, buffer 2. Buffer: data 0, or offset 1 and size 2.
 */
function passNumbers(model: Table, scan: Scan): void {
  const numeric = new Set<number>()
  const others = new Set<number>()
  const seen = new Set<number>()
  for (const graph of model.tables(2)) {
    if (seen.has(graph.at)) continue
    seen.add(graph.at)
    for (const tensor of graph.tables(0)) (NOT_NUMBERS.has(tensor.u8(1)) ? others : numeric).add(tensor.u32(2))
  }
  let index = -1
  for (const buffer of model.tables(4)) {
    index++
    if (!numeric.has(index) || others.has(index)) continue
    const { start, length } = buffer.vector(0, 1)
    if (length >= MIN_NUMBERS) scan.account.passOver('numbers', start, length)
    if (buffer.u64(2) > 1) scan.account.passOver('numbers', buffer.u64(1), buffer.u64(2))
  }
}

/**
 * Checks the bounds of buffers and reports files with tensor data.
 * Model: buffers 4, external_buffer_groups 8. Buffer: offset 1 and size 2 of data after the FlatBuffer.
 * ExternalBufferGroup: name 0.
 */
function readBuffers(model: Table, size: number, scan: Scan): void {
  for (const buffer of model.tables(4)) {
    const end = buffer.u64(1) + buffer.u64(2)
    if (end <= size) continue
    const detail = `a buffer ends at byte ${end}, past the end of the file at byte ${size}`
    scan.observe({ kind: 'structure', format: 'tflite', problem: 'out-of-bounds', detail, offset: buffer.at })
    break
  }
  const reported = new Set<string>()
  for (const group of model.tables(8)) {
    const path = group.text(0)
    if (path === '' || reported.has(path) || reported.size >= MAX_DISTINCT) continue
    reported.add(path)
    scan.observe({ kind: 'external-file', format: 'tflite', path, role: 'tensor data', offset: group.at })
  }
}
