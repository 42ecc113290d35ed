// Checks that the byte tokens of a GGUF vocabulary name a byte.
import { latin1 } from '../../../bytes/latin1.ts'
import type { ByteSource } from '../../../bytes/source.ts'
import type { StructureProblem } from '../../../facts/structure.ts'
import { blockReader } from '../../../wire/block-reader.ts'
import { type GgufList, INT32, STRING, UINT32 } from '../../../wire/gguf.ts'

const BLOCK = 256 * 1024
/** `LLAMA_TOKEN_TYPE_BYTE` (llama.cpp, include/llama.h). */
const BYTE_TOKEN = 6
/** Maximum number of byte tokens that are checked. A vocabulary has 256. */
const MAX_BYTE_TOKENS = 4096
/** Maximum length of a byte token, such as `<0x41>`. */
const MAX_TOKEN = 16
const BYTE = /^<0x[0-9A-Fa-f]{2}>$/
/** `stoi` accepts a sign, and llama.cpp used the result as an index (src/llama-vocab.cpp, llm_tokenizer_plamo2). */
const NEGATIVE = /^<0x-/

/**
 * Reports tokens of the type byte whose text names no byte: tokenizers parse the number in the text without a check.
 */
export function checkByteTokens(
  source: ByteSource,
  tokens: GgufList | undefined,
  types: GgufList | undefined,
  tick: () => void,
  report: (problem: StructureProblem, detail: string, offset: number) => void,
): void {
  if (tokens?.type !== STRING || (types?.type !== INT32 && types?.type !== UINT32)) return
  const wanted = byteTokens(source, types, tick)
  const reader = blockReader(source, BLOCK)
  let at = tokens.at
  let next = 0
  for (let index = 0; index < tokens.count && next < wanted.length; index++) {
    if (index % BLOCK === 0) tick()
    const head = reader.at(at, tokens.lengthSize + MAX_TOKEN)
    const length = lengthOf(head, tokens)
    if (index === wanted[next]) {
      next++
      const text = latin1(head.subarray(tokens.lengthSize, tokens.lengthSize + Math.min(length, MAX_TOKEN)))
      if (!BYTE.test(text) || length > MAX_TOKEN)
        report(
          NEGATIVE.test(text) ? 'out-of-bounds' : 'bad-header',
          `the token ${index}, “${text}”, has the type byte but names no byte`,
          at,
        )
    }
    at += tokens.lengthSize + length
  }
}

/** Returns the indices of the tokens of the type byte, in ascending order. */
function byteTokens(source: ByteSource, types: GgufList, tick: () => void): readonly number[] {
  const found: number[] = []
  for (let index = 0; index < types.count && found.length < MAX_BYTE_TOKENS; ) {
    tick()
    const bytes = source.read(types.at + index * 4, Math.min(BLOCK, (types.count - index) * 4))
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length)
    for (let at = 0; at + 4 <= bytes.length; at += 4, index++) {
      if (view.getInt32(at, types.littleEndian) === BYTE_TOKEN && found.length < MAX_BYTE_TOKENS) found.push(index)
    }
    if (bytes.length < 4) break
  }
  return found
}

/** Reads the length of a token. The header was read before, so that all lengths fit. */
function lengthOf(head: Uint8Array, { littleEndian, lengthSize }: GgufList): number {
  const view = new DataView(head.buffer, head.byteOffset, head.length)
  return lengthSize === 4 ? view.getUint32(0, littleEndian) : Number(view.getBigUint64(0, littleEndian))
}
