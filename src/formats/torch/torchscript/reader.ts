// Reads the program in a TorchScript file and reports operators that reach files or are custom.
import { ScanError } from '../../../bytes/errors.ts'
import { pythonNames } from '../../../lang/python/tokens.ts'
import type { Format } from '../../../types/format.ts'

/** Number of bytes of a program that are read. */
const MAX_PROGRAM = 16 * 1024 * 1024

/** Operators that read or write files (torch/csrc/jit, native_functions.yaml). */
const FILE_OPERATORS = new Set([
  'torch.save',
  'torch.load',
  'torch.from_file',
  'aten.save',
  'aten.from_file',
  'ops.aten.save',
  'ops.aten.from_file',
])

/** Namespaces of operators and bound classes that PyTorch and its own libraries register. They only compute. */
const KNOWN_NAMESPACES = new Set(
  `aten prim prims quantized _quantized quantized_decomposed mkldnn mkldnn_prepacked onednn xnnpack prepacked vulkan vulkan_prepack metal
  metal_prepack rngprim cuda cudnn sparse static_runtime rnn inductor profiler torchvision torchaudio image _test llama dnnl fbgemm`.split(
    /\s+/,
  ),
)

/** Reads a TorchScript program and reports operators that reach files or are custom. @throws {ScanError} */
export const scanTorchscript: Format['scan'] = ({ input, path, hints }, scan) => {
  if (hints?.source !== 'torchscript') return 'not-this-format'
  if (input.kind === 'stream') throw new ScanError('unsupported', 'TorchScript cannot be read from a stream')
  if (input.size > MAX_PROGRAM)
    scan.observe({ kind: 'incomplete', why: 'limit', detail: `only the first ${MAX_PROGRAM} bytes of TorchScript were read` })
  const text = new TextDecoder(scan.probe.name === 'bytecode.pkl' ? 'latin1' : 'utf-8').decode(
    input.read(0, Math.min(input.size, MAX_PROGRAM)),
  )
  scan.account.read(0, MAX_PROGRAM)
  const reaches = [...(scan.probe.name === 'bytecode.pkl' ? operatorsOf(text) : namesOf(text))].sort().slice(0, 64)
  scan.observe({ kind: 'shipped-code', language: 'torchscript', carrier: path[path.length - 1] ?? '', runs: 'use', reaches, offset: 0 })
  return undefined
}

/** Finds names in source code: `torch.save(…)`, `ops.custom.run(…)`, `__torch__.torch.classes.custom.Handle`. */
function namesOf(text: string): Set<string> {
  const found = new Set<string>()
  for (const { text: name } of pythonNames(text).chains) {
    if (FILE_OPERATORS.has(name)) found.add(name)
    const [first, second, third, fourth] = name.split('.')
    if (first === 'ops' && second !== undefined && !KNOWN_NAMESPACES.has(second)) found.add(name)
    if (first === '__torch__' && second === 'torch' && third === 'classes' && !KNOWN_NAMESPACES.has(fourth ?? '')) found.add(name)
  }
  return found
}

/** Finds operators in the bytecode of the lite interpreter: `aten::save`, with the overload as a separate text. */
function operatorsOf(text: string): Set<string> {
  const found = new Set<string>()
  for (const [, namespace = '', name = ''] of text.matchAll(/([a-z_]\w{1,40})::(\w{1,60})/gi)) {
    const operator = `${namespace}.${name}`
    if (FILE_OPERATORS.has(operator) || !KNOWN_NAMESPACES.has(namespace)) found.add(operator)
  }
  for (const [name, namespace = ''] of text.matchAll(/__torch__\.torch\.classes\.(\w{1,40})\.\w{1,60}/g))
    if (!KNOWN_NAMESPACES.has(namespace)) found.add(name)
  return found
}
