// Checks the header of a GGUF model, and reads its chat templates.
import { ScanError } from '../../../bytes/errors.ts'
import type { ByteSource } from '../../../bytes/source.ts'
import type { StructureProblem } from '../../../facts/structure.ts'
import type { Artifact } from '../../../types/artifact.ts'
import type { Scan } from '../../../types/format.ts'
import { type GgufList, type GgufTensor, readGguf, UINT32 } from '../../../wire/gguf.ts'
import { ggufVersion } from '../../../wire/signatures.ts'
import { Search } from '../../shared/search-bytes.ts'
import { checkTensors } from './tensors.ts'
import { checkByteTokens } from './tokens.ts'

const DEFAULT_ALIGNMENT = 32
const MAX_ALIGNMENT = 1 << 20

/** Number of bytes after a file without tensors that are checked for padding. */
const SAMPLE = 4096

const ALIGNMENT = 'general.alignment'
const TOKENS = 'tokenizer.ggml.tokens'
const TOKEN_TYPES = 'tokenizer.ggml.token_type'
/** `LLAMA_MAX_LAYERS` (llama.cpp, src/llama-hparams.h): llama.cpp writes per layer into arrays of this length. */
const MAX_LAYERS = 512
const BLOCK_COUNT = /^[\w-]+\.(?:\w+\.)?block_count$/
/** Maximum number of reports of one problem: a broken offset table breaks every tensor. */
const MAX_SAME = 5

const TEMPLATE = /chat_template/i
/** Keys of strings that a program may render as a template. */
const PROMPT = /template|prompt/i
/** Special names of Python. */
const INTERNALS = /__[a-z_]{2,30}__/

/** Scans a file that `format.ts` recognised. */
export async function scanGguf(artifact: Artifact, scan: Scan): Promise<void> {
  const source = artifact.input
  if (source.kind === 'stream') throw new ScanError('unsupported', 'GGUF cannot be read from a stream')
  const { observeAnyTemplate, observeTemplate } = await import('../../template/jinja/facts.ts')
  const keys = new Set<string>()
  const tensors: GgufTensor[] = []
  const lists = new Map<string, GgufList>()
  const counts = new Map<StructureProblem, number>()
  let alignment = DEFAULT_ALIGNMENT
  const report = (problem: StructureProblem, detail: string, offset: number) => {
    const count = (counts.get(problem) ?? 0) + 1
    counts.set(problem, count)
    if (count <= MAX_SAME) scan.observe({ kind: 'structure', format: 'gguf', problem, detail, offset })
  }
  const end = readGguf(source, {
    tick: () => scan.budget.checkTime(),
    key(name, type, at) {
      if (name === '') report('bad-header', 'a metadata key is empty', at)
      if (name === ALIGNMENT && type !== UINT32) report('bad-header', `${name} has type ${type}, not a 32-bit number`, at)
      if (keys.has(name)) report('duplicate-key', `the metadata key ${name.slice(0, 100)} occurs twice`, at)
      keys.add(name)
    },
    wants: (name, list) => !list || PROMPT.test(name),
    string(key, value, length, at) {
      const named = TEMPLATE.test(key)
      if (length > value.length) {
        if (named) report('bad-header', `${key.slice(0, 100)} is ${length} bytes long`, at)
        return
      }
      const text = new TextDecoder().decode(value)
      // Under other keys a string counts as a template only if it certainly is one: descriptions contain braces too.
      if (named || (PROMPT.test(key) && INTERNALS.test(text) && /\{[{%]/.test(text)))
        observeTemplate(scan, key.slice(0, 100), text, at + lengthSize(source.read(0, 8)), true)
      else if (PROMPT.test(key)) observeAnyTemplate(scan, key.slice(0, 100), text, 'any-software', at + lengthSize(source.read(0, 8)))
    },
    integer(key, value, at) {
      if (BLOCK_COUNT.test(key) && value > MAX_LAYERS)
        report('out-of-bounds', `${key.slice(0, 100)} is ${value}; llama.cpp has room for ${MAX_LAYERS}`, at)
      if (key !== ALIGNMENT) return
      if (value < 1 || value > MAX_ALIGNMENT || !Number.isInteger(Math.log2(value)))
        report('bad-header', `the alignment is ${value}, not a power of two of up to ${MAX_ALIGNMENT}`, at)
      else alignment = value
    },
    list(key, list) {
      if (key === TOKENS || key === TOKEN_TYPES) lists.set(key, list)
    },
    tensor: (tensor) => tensors.push(tensor),
  })
  checkByteTokens(source, lists.get(TOKENS), lists.get(TOKEN_TYPES), () => scan.budget.checkTime(), report)
  const dataStart = Math.ceil(end / alignment) * alignment
  const dataEnd = checkTensors(tensors, BigInt(Math.max(0, source.size - dataStart)), alignment, report, (start, size) =>
    scan.account.passOver('numbers', dataStart + Number(start), Number(size)),
  )
  await searchTrailingBytes(source, dataStart, dataEnd, tensors.length === 0, alignment, report, scan)
  // Strings of the metadata, and bytes between the tensors.
  await new Search(source, scan).rest()
}

/** Scans the bytes after the last tensor as a separate file. */
async function searchTrailingBytes(
  source: ByteSource,
  dataStart: number,
  dataEnd: bigint | undefined,
  bare: boolean,
  alignment: number,
  report: Report,
  scan: Scan,
): Promise<void> {
  if (dataEnd === undefined) return
  const rest = dataStart + Number(dataEnd)
  // Writers pad the last tensor.
  if (source.size - rest < alignment || (bare && source.read(rest, SAMPLE).every((byte) => byte === 0))) return
  report('trailing-bytes', `${source.size - rest} bytes follow the last tensor`, rest)
  await new Search(source, scan).foreign(rest, source.size - rest)
}

type Report = (problem: StructureProblem, detail: string, offset: number) => void

function lengthSize(head: Uint8Array): number {
  return ggufVersion(head)?.version === 1 ? 4 : 8
}
