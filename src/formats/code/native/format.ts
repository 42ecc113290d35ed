// Recognises native libraries, programs, WebAssembly modules and Java classes inside models by their magic.
import type { CodeLanguage } from '../../../facts/code.ts'
import type { Artifact } from '../../../types/artifact.ts'
import type { Format, Probe, Scan, ScanResult } from '../../../types/format.ts'
import { oneOf } from '../../shared/first-bytes.ts'
import { inPackage, isPackedCode } from './packed-code.ts'

/** A kind of native or virtual machine code. */
interface Kind {
  readonly what: string
  readonly language: CodeLanguage
  /** `magic`: the first four bytes, big endian. */
  matches(head: Uint8Array, magic: number): boolean
}

const KINDS: readonly Kind[] = [
  // e_ident: magic, class 1 or 2, byte order 1 or 2 (System V ABI). Shared libraries, programs and CUDA’s cubin.
  {
    what: 'an ELF library or program',
    language: 'native',
    matches: (head, magic) => magic === 0x7f454c46 && isOneOf(head[4]) && isOneOf(head[5]),
  },
  // The MZ header has the offset of `PE\0\0` (PE format specification).
  {
    what: 'a Windows library or program',
    language: 'native',
    matches: (head, magic) => magic >>> 16 === 0x4d5a && hasPeHeader(head),
  },
  // An Actually Portable Executable is a program of several systems at once (cosmopolitan, ape/specification.md).
  // A llamafile is one, followed by a zip that contains the model.
  {
    what: 'a portable executable such as llamafile',
    language: 'native',
    matches: (head) => startsWith(head, "MZqFpD='") || startsWith(head, "jartsr='"),
  },
  {
    what: 'a macOS library or program',
    language: 'native',
    matches: (head, magic) => MACH_O.has(magic) || (magic === 0xcafebabe && u32(head, 4) > 0 && u32(head, 4) < 32),
  },
  { what: 'a WebAssembly module', language: 'native', matches: (head, magic) => magic === 0x0061736d && u32(head, 4) === 0x01000000 },
  // The same magic as a fat Mach-O file, but the version of a class is at least 45.
  { what: 'a Java class', language: 'java', matches: (head, magic) => magic === 0xcafebabe && u32(head, 4) >= 45 && u32(head, 4) < 200 },
]

const MACH_O = new Set([0xfeedface, 0xfeedfacf, 0xcefaedfe, 0xcffaedfe])

/**
 * Libraries and programs in archives and under the names of models: AOTInductor packages, TorchServe archives,
 * disguised programs.
 */
export const nativeFormat: Format = {
  id: 'native-code',
  title: 'Native code',
  kind: 'code',
  prefilter: { first: oneOf('\x7fMj\xfe\xce\xcf\xca\0') },
  match: (probe: Probe) => (isPackedCode(probe) && kindOf(probe.head) ? 'possible' : 'no'),
  scan(artifact: Artifact, scan: Scan): ScanResult {
    const kind = kindOf(scan.probe.head)
    if (kind === undefined || inPackage(artifact)) return 'not-this-format'
    scan.account.passOver('reported')
    scan.observe({ kind: 'shipped-code', language: kind.language, carrier: kind.what, runs: 'import', reaches: [], offset: 0 })
  },
}

function kindOf(head: Uint8Array): Kind | undefined {
  const magic = u32(head, 0)
  // Fast path: many tensors begin with zeros, and no program does.
  return magic === 0 ? undefined : KINDS.find((kind) => kind.matches(head, magic))
}

function startsWith(head: Uint8Array, magic: string): boolean {
  return [...magic].every((char, index) => head[index] === char.charCodeAt(0))
}

function hasPeHeader(head: Uint8Array): boolean {
  if (head.length < 0x40) return false
  const at = new DataView(head.buffer, head.byteOffset, head.byteLength).getUint32(0x3c, true)
  // The head of a member has 512 bytes: a PE header after them is recognised by the usual DOS stub.
  return at + 4 <= head.length ? u32(head, at) === 0x50450000 : at < 0x10000 && u32(head, 0x40) === 0x0e1fba0e
}

function isOneOf(byte: number | undefined): boolean {
  return byte === 1 || byte === 2
}

/** Reads a big-endian 32-bit number; returns −1 if the head is too short. */
function u32(head: Uint8Array, at: number): number {
  return at + 4 <= head.length ? new DataView(head.buffer, head.byteOffset, head.byteLength).getUint32(at, false) : -1
}
