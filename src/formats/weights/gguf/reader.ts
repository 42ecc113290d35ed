import { ScanError } from '../../../bytes/errors.ts'
import type { ByteSource } from '../../../bytes/source.ts'
import type { Artifact } from '../../../types/artifact.ts'
import type { Scan } from '../../../types/format.ts'
import type { StructureProblem } from '../../../types/observation.ts'
import { type GgufList, type GgufTensor, readGguf, UINT32 } from '../../../wire/gguf.ts'
import { ggufVersion } from '../../../wire/signatures.ts'
import { Search } from '../../shared/search-bytes.ts'
import { checkTensors } from './tensors.ts'
import { checkByteTokens } from './tokens.ts'

const DEFAULT_ALIGNMENT = 32

/** Behind a file of metadata alone only what is no padding counts. */
const SAMPLE = 4096

const ALIGNMENT = 'general.alignment'
const TOKENS = 'tokenizer.ggml.tokens'
const TOKEN_TYPES = 'tokenizer.ggml.token_type'
/** `LLAMA_MAX_LAYERS` (llama.cpp, src/llama-hparams.h): arrays of this length are filled for each layer. */
const MAX_LAYERS = 512
const BLOCK_COUNT = /^[\w-]+\.(?:\w+\.)?block_count$/
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
  const { observeAnyTemplate, observeTemplate } = await import('../../template/jinja/facts.ts')
  const keys = new Set<string>()
  const tensors: GgufTensor[] = []
  const lists = new Map<string, GgufList>()
  const counts = new Map<StructureProblem, number>()
  let alignment = DEFAULT_ALIGNMENT
  const state = (problem: StructureProblem, detail: string, offset: number) => {
    const count = (counts.get(problem) ?? 0) + 1
    counts.set(problem, count)
    if (count <= MAX_SAME) scan.observe({ kind: 'structure', format: 'gguf', problem, detail, offset })
  }
  const end = readGguf(source, {
    tick: () => scan.budget.checkTime(),
    key(name, type, at) {
      if (name === '') state('bad-header', 'a metadata key is empty', at)
      if (name === ALIGNMENT && type !== UINT32) state('bad-header', `${name} is of type ${type}, not a 32-bit number`, at)
      if (keys.has(name)) state('duplicate-key', `the metadata key ${name.slice(0, 100)} stands twice`, at)
      keys.add(name)
    },
    wants: (name, list) => !list || PROMPT.test(name),
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
      else if (PROMPT.test(key)) observeAnyTemplate(scan, key.slice(0, 100), text, 'anybody', at + lengthSize(source.read(0, 8)))
    },
    integer(key, value, at) {
      if (BLOCK_COUNT.test(key) && value > MAX_LAYERS)
        state('out-of-bounds', `${key.slice(0, 100)} is ${value}, and llama.cpp has room for ${MAX_LAYERS}`, at)
      if (key !== ALIGNMENT) return
      if (value < 1 || value > 1 << 20 || !Number.isInteger(Math.log2(value))) state('bad-header', `an alignment of ${value}`, at)
      else alignment = value
    },
    list(key, list) {
      if (key === TOKENS || key === TOKEN_TYPES) lists.set(key, list)
    },
    tensor: (tensor) => tensors.push(tensor),
  })
  checkByteTokens(source, lists.get(TOKENS), lists.get(TOKEN_TYPES), () => scan.budget.checkTime(), state)
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
  await new Search(source, scan).asFile(rest, source.size - rest)
}

type State = (problem: StructureProblem, detail: string, offset: number) => void

function lengthSize(head: Uint8Array): number {
  return ggufVersion(head)?.version === 1 ? 4 : 8
}
