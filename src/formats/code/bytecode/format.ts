// Recognises compiled Python (`.pyc` files and marshalled code objects) and reports the names that it uses.
import { ScanError } from '../../../bytes/errors.ts'
import { codeReaches, isMarshalledCode, readMarshal } from '../../../lang/marshal/code-names.ts'
import type { Artifact } from '../../../types/artifact.ts'
import type { Format, Probe, Scan, ScanResult } from '../../../types/format.ts'
import { isPackedCode } from '../native/packed-code.ts'

/** Maximum number of bytes that are read; no module is larger. */
const MAX_READ = 4 * 1024 * 1024
/** Length of the header before the code object: Python 3.7 and later, 3.3 to 3.6, older. */
const HEADERS: readonly number[] = [16, 12, 8]

/**
 * Compiled Python, in a container or under the name of a model: `.pyc` files, recognised by their magic number, and
 * marshalled code objects without a header, as Keras and `marshal.loads` read them.
 */
export const bytecodeFormat: Format = {
  id: 'python-bytecode',
  title: 'Python bytecode',
  kind: 'code',
  extensions: ['.pyc'],
  access: 'random',
  match(probe: Probe) {
    const { head, member } = probe
    const isCode = isCodeType(head[0]) && (member || isMarshalledCode(head))
    return (isPyc(head) || isCode) && isPackedCode(probe) ? 'possible' : 'no'
  },
  scan: scanBytecode,
}

/** The magic is a two-byte version, then CR LF (Lib/importlib/_bootstrap_external.py, MAGIC_NUMBER). */
function isPyc(head: Uint8Array): boolean {
  return head[2] === 0x0d && head[3] === 0x0a && HEADERS.some((length) => isCodeType(head[length]))
}

/** Marshal's type code of a code object, with or without FLAG_REF (Python/marshal.c). */
function isCodeType(byte: number | undefined): boolean {
  return byte === 0x63 || byte === 0xe3
}

function scanBytecode({ input, path }: Artifact, scan: Scan): ScanResult {
  if (input.kind === 'stream') throw new ScanError('unsupported', 'bytecode cannot be read from a stream')
  const bytes = input.read(0, Math.min(input.size, MAX_READ))
  const start = isPyc(bytes) ? HEADERS.find((length) => isCodeType(bytes[length]) && readMarshal(bytes.subarray(length)).complete) : 0
  const code = bytes.subarray(start ?? HEADERS[0])
  const { codes } = readMarshal(code)
  if (codes.length === 0 && !isPyc(bytes)) return 'not-this-format'
  scan.account.read(0, bytes.length)
  const loaded = /^marshal\.loads@/.test(path[path.length - 1] ?? '')
  scan.observe({
    kind: 'shipped-code',
    language: 'python-bytecode',
    carrier: isPyc(bytes) ? 'compiled Python module' : `marshalled code “${codes[codes.length - 1]?.name ?? '?'}”`,
    runs: loaded ? 'use' : 'import',
    reaches: codeReaches(code),
    offset: 0,
  })
}
