// Reports the Python code and native libraries that Triton loads because of a model configuration.
import { ScanError } from '../../../bytes/errors.ts'
import type { Artifact } from '../../../types/artifact.ts'
import type { Scan, ScanResult } from '../../../types/format.ts'
import { textEvents } from '../../../wire/protobuf/text-format.ts'
import { accountForText } from '../../shared/search-bytes.ts'

/** Maximum size; configurations have a few KiB. */
const MAX_SIZE = 8 * 2 ** 20

/** Scans a file that `format.ts` recognised. */
export async function scanTriton({ input }: Artifact, scan: Scan): Promise<ScanResult> {
  if (input.kind === 'stream') throw new ScanError('unsupported', 'a configuration cannot be read from a stream')
  if (input.size > MAX_SIZE) throw new ScanError('limit', `a configuration of ${input.size} bytes exceeds the limit of ${MAX_SIZE}`, 0)
  const found: { name: string; where: string; offset: number }[] = []
  let file = 'model.py'
  let python: number | undefined
  let key = ''
  const path: string[] = []
  try {
    for (const { kind, name, value, offset } of textEvents(input, () => scan.budget.checkTime())) {
      if (kind === 'open') path.push(name)
      else if (kind === 'close') path.pop()
      else if (path.length === 0 && name === 'backend' && value === 'python') python = offset
      // Triton uses the name of a backend in the path of its library.
      else if (path.length === 0 && name === 'backend' && /[\\/]/.test(value)) found.push({ name: value, where: name, offset })
      else if (path.length === 0 && name === 'default_model_filename' && value !== '') file = value
      else if (path.length === 0 && name === 'runtime' && value !== '') found.push({ name: value, where: name, offset })
      else if (name === 'key') key = value
      else if (name === 'string_value' && key === 'EXECUTION_ENV_PATH' && path[0] === 'parameters')
        found.push({ name: value, where: `parameters.${key}`, offset })
      else if (name === 'op_library_filename') found.push({ name: value, where: `model_operations.${name}`, offset })
    }
  } catch (error) {
    // A text that does not parse and names no code belongs to another program.
    if (!(error instanceof ScanError) || error.why === 'timeout') throw error
    if (python === undefined && found.length === 0) return 'not-this-format'
  }
  if (python !== undefined) found.push({ name: file, where: 'backend', offset: python })
  for (const { name, where, offset } of found.slice(0, 1000))
    scan.observe({ kind: 'config-reference', loader: 'triton', module: '', name: name.slice(0, 500), where, use: 'module', offset })
  if (found.length === 0) return 'not-this-format'
  return accountForText(input, scan)
}
