// Table of formats that contain only numbers and text, and the MessagePack format of Flax.
import { ScanError } from '../../../bytes/errors.ts'
import { latin1 } from '../../../bytes/latin1.ts'
import { slice } from '../../../bytes/source.ts'
import type { Range } from '../../../types/account.ts'
import type { Format, FormatKind, Prefilter, Probe, PromisedNames } from '../../../types/format.ts'
import { oneOf, WHITESPACE } from '../../shared/first-bytes.ts'
import { firstVisible } from '../../shared/first-visible.ts'

/**
 * A format that contains only numbers and text. Its files are searched for payloads, and read by every other format
 * that matches.
 */
interface Inert {
  readonly id: string
  readonly title: string
  /** `model` by default. */
  readonly kind?: FormatKind
  readonly promises?: PromisedNames
  readonly suggests?: readonly string[]
  readonly extensions?: readonly string[]
  readonly prefilter?: Prefilter
  /** Decides by the content, never by the extension alone; the one exception has a comment. */
  matches(probe: Probe): boolean
}

const TABLE: readonly Inert[] = [
  {
    id: 'xgboost-json',
    title: 'XGBoost model (JSON)',
    extensions: ['.json'],
    prefilter: { first: oneOf(`${WHITESPACE}{`) },
    // Keys are sorted: the first is `learner`, which begins with `attributes`, or with `feature_names` if written by
    // hand.
    matches: ({ head }) =>
      opens(head, '{') &&
      /^\s*\{\s*"(?:Config|Model|learner|version)"\s*:\s*[{[]/.test(latin(head)) &&
      /"(?:learner|gradient_booster|feature_names)"/.test(latin(head)),
  },
  {
    id: 'xgboost-ubj',
    title: 'XGBoost model (UBJSON)',
    suggests: ['.ubj', '.model', '.bin'],
    prefilter: { first: oneOf('{') },
    matches: ({ head }) => starts(head, '{') && /^\{(?:L\0{7}\x07|i\x07)learner[{[]/.test(latin(head)),
  },
  {
    id: 'xgboost-binary',
    title: 'XGBoost model (old binary)',
    suggests: ['.model', '.bin'],
    extensions: ['.xgb'],
    prefilter: { first: oneOf('b') },
    matches: ({ head }) => starts(head, 'binf') && head.length > 100,
  },
  {
    id: 'catboost',
    title: 'CatBoost model',
    promises: { extensions: ['.cbm'] },
    prefilter: { first: oneOf('C') },
    matches: ({ head, size }) => starts(head, 'CBM1') && fits(head, 4, size),
  },
  {
    id: 'catboost-json',
    title: 'CatBoost model (JSON)',
    extensions: ['.json'],
    prefilter: { first: oneOf(`${WHITESPACE}{`) },
    matches: ({ head }) => opens(head, '{') && /^\s*\{\s*"(?:features_info|model_info|oblivious_trees|ctr_data)"\s*:/.test(latin(head)),
  },
  // Magic 793712314, version 11 or 12 (fastText, fasttext.cc).
  {
    id: 'fasttext',
    title: 'fastText model',
    promises: { extensions: ['.ftz'] },
    suggests: ['.bin'],
    prefilter: { first: oneOf('\xba') },
    matches: ({ head }) => u32(head, 0) === 793_712_314 && [11, 12].includes(u32(head, 4)),
  },
  {
    id: 'sentencepiece',
    title: 'SentencePiece model',
    suggests: ['.model'],
    extensions: ['.spm'],
    prefilter: { first: oneOf('\n') },
    // ModelProto.pieces: the first piece is a control symbol, with a score of zero.
    matches: ({ head }) =>
      starts(head, '\n') &&
      /^\n[\x06-\x30]\n[\x01-\x20](?:<unk>|<pad>|<s>|<\/s>|\[PAD\]|\[UNK\]|<mask>|<cls>|<sep>)(?:\x15|\x18)/.test(latin(head)),
  },
  {
    id: 'tokenizer',
    title: 'Hugging Face tokenizer',
    kind: 'companion',
    extensions: ['.json'],
    prefilter: { extensions: ['.json'] },
    matches: ({ name, head }) =>
      /^tokenizer[\w.-]*\.json$/i.test(name) &&
      /^\s*\{\s*"version"\s*:\s*"/.test(latin(head)) &&
      /"(?:truncation|padding|added_tokens)"/.test(latin(head)),
  },
  {
    id: 'tensorflow-checkpoint',
    title: 'TensorFlow checkpoint index',
    extensions: ['.index'],
    // The footer of a LevelDB table (table_format.md).
    matches: ({ tail }) => starts(tail.subarray(-8), '\x57\xfb\x80\x8b\x24\x75\x47\xdb'),
  },
  {
    id: 'tensorflow-checkpoint-data',
    title: 'TensorFlow checkpoint data',
    // The content is only numbers. No other program uses this name.
    matches: ({ name }) => name.includes('.data-') && /\.data-\d{5}-of-\d{5}$/.test(name),
  },
  {
    id: 'feather',
    title: 'Feather version 1',
    kind: 'data',
    extensions: ['.feather'],
    prefilter: { first: oneOf('F') },
    matches: ({ head, tail }) => starts(head, 'FEA1') && starts(tail.subarray(-4), 'FEA1'),
  },
  {
    id: 'darknet-weights',
    title: 'Darknet weights',
    suggests: ['.weights'],
    prefilter: { extensions: ['.weights'] },
    // Version 0.1 or 0.2, any revision, as little-endian integers.
    matches: ({ head, extension }) =>
      extension === '.weights' && head.length >= 16 && u32(head, 0) === 0 && [1, 2].includes(u32(head, 4)) && u32(head, 8) < 10,
  },
  {
    id: 'darknet',
    title: 'Darknet network',
    extensions: ['.cfg'],
    prefilter: { first: oneOf(`${WHITESPACE}[#;`) },
    matches: ({ head }) => opens(head, '[#;') && /^(?:\s*[#;][^\n]*\n)*\s*\[net(?:work)?\]\s*\r?\n/.test(latin(head)),
  },
  // ggml, ggmf, ggjt and ggla as little-endian words.
  {
    id: 'ggml',
    title: 'GGML model from before GGUF',
    promises: { extensions: ['.ggml'] },
    suggests: ['.bin'],
    prefilter: { first: oneOf('lfta') },
    matches: ({ head }) => ['lmgg', 'fmgg', 'tjgg', 'algg'].some((magic) => starts(head, magic)) && head.length > 32,
  },
  {
    id: 'ncnn',
    title: 'ncnn network',
    extensions: ['.param'],
    prefilter: { first: oneOf('7') },
    matches: ({ head }) => starts(head, '7767517') && /^7767517\r?\n\d+ \d+\r?\n/.test(latin(head)),
  },
  {
    id: 'rknn',
    title: 'RKNN model',
    promises: { extensions: ['.rknn'] },
    prefilter: { first: oneOf('R') },
    matches: ({ head }) => starts(head, 'RKNN') && head.length > 64,
  },
  {
    id: 'word2vec',
    title: 'word2vec vectors',
    suggests: ['.bin'],
    extensions: ['.vec', '.txt'],
    prefilter: { extensions: ['.bin', '.vec', '.w2v'] },
    matches: ({ head, extension }) => ['.bin', '.vec', '.w2v'].includes(extension) && /^\d{1,9} \d{1,5}\n\S{1,200} /.test(latin(head)),
  },
]

/**
 * Flax and Orbax: a map of maps, with arrays as extension values (flax/serialization.py). Also files of msgpack-numpy,
 * which writes object arrays as pickles.
 */
const flaxFormat: Format = {
  id: 'flax-msgpack',
  title: 'Flax parameters (MessagePack)',
  kind: 'model',
  suggests: ['.msgpack'],
  access: 'random',
  prefilter: { first: (byte) => isMap(Uint8Array.of(byte)) || (byte > 0x90 && byte <= 0x9f), extensions: ['.msgpack'] },
  match: ({ head, extension }) =>
    (extension === '.msgpack' && isContainer(head)) ||
    // A short array: only the whole file shows whether it is MessagePack.
    (head[0] !== undefined && head[0] > 0x90 && head[0] <= 0x9f) ||
    (isMap(head) && mayBeKey(head) && /^(?:[\x80-\x8f]|\xde..)(?:[\xa1-\xbf]|[\xc4\xd9].)[A-Za-z_]/s.test(latin(head.subarray(0, 8))))
      ? 'possible'
      : 'no',
  async scan({ input }, scan) {
    if (input.kind === 'stream') throw new ScanError('unsupported', 'MessagePack cannot be read from a stream')
    const { walkMsgpack } = await import('./msgpack.ts')
    const numbers: Range[] = []
    const pickles: Range[] = []
    const compressed: Range[] = []
    try {
      walkMsgpack(input, {
        numbers: (range) => range.length >= MIN_NUMBERS && numbers.push(range),
        pickle: (range) => pickles.push(range),
        compressed: (range) => compressed.length < MAX_COMPRESSED && compressed.push(range),
        tick: () => scan.budget.checkTime(),
      })
    } catch (error) {
      if (error instanceof ScanError && error.why !== 'timeout' && scan.probe.extension !== '.msgpack') return 'not-this-format'
      throw error
    }
    for (const { offset, length } of numbers) scan.account.passOver('numbers', offset, length)
    for (const { offset, length } of pickles) {
      scan.budget.charge('members', 1)
      await scan.descend({ name: `data@${offset}`, size: length, storedAt: offset, open: () => slice(input, offset, length) })
    }
    // The search below finds pickles and other compressed data by their magic, at any offset.
    for (const { offset, length } of compressed) {
      scan.budget.charge('members', 1)
      await scan.descend({ name: `value@${offset}`, size: length, hints: { guess: 'constant' }, open: () => slice(input, offset, length) })
    }
    const { Search } = await import('../../shared/search-bytes.ts')
    await new Search(input, scan).rest()
    return undefined
  },
}

/** Maximum number of binary values that are decompressed. */
const MAX_COMPRESSED = 1000

/** Minimum size of an array that is passed over; searching a smaller one costs less than storing its range. */
const MIN_NUMBERS = 256

/** Formats whose files run no code. Their numbers and strings are searched for payloads. */
export const inertFormats: readonly Format[] = [
  ...TABLE.map(
    ({ matches, ...row }): Format => ({
      kind: 'model',
      ...row,
      match: (probe) => (matches(probe) ? 'certain' : 'no'),
      access: 'random',
      async scan({ input }, scan) {
        if (input.kind === 'stream') throw new ScanError('unsupported', `${row.title}: cannot be read from a stream`)
        const { Search } = await import('../../shared/search-bytes.ts')
        await new Search(input, scan).rest()
      },
    }),
  ),
  flaxFormat,
]

/** The head of the last file as text: it is decoded once for all rows of the table. */
let lastHeadCache: { readonly bytes: Uint8Array; readonly text: string } | undefined

function latin(bytes: Uint8Array): string {
  if (lastHeadCache?.bytes === bytes) return lastHeadCache.text
  const text = latin1(bytes.subarray(0, 4096))
  lastHeadCache = { bytes, text }
  return text
}

/** Whether the first character after whitespace is one of `firsts`. Faster than a regular expression on binary data. */
function opens(head: Uint8Array, firsts: string): boolean {
  const first = firstVisible(head)
  return first !== undefined && firsts.includes(String.fromCharCode(first))
}

function starts(bytes: Uint8Array, magic: string): boolean {
  if (bytes.length < magic.length) return false
  // A plain loop, because this runs for some twenty rows and every member of an archive.
  for (let at = 0; at < magic.length; at++) if (bytes[at] !== magic.charCodeAt(at)) return false
  return true
}

function u32(bytes: Uint8Array, at: number): number {
  return bytes.length < at + 4 ? -1 : new DataView(bytes.buffer, bytes.byteOffset + at, 4).getUint32(0, true)
}

/** Whether the length at offset `at` fits into the file. */
function fits(head: Uint8Array, at: number, size: number | undefined): boolean {
  const length = u32(head, at)
  return length > 0 && (size === undefined || at + 4 + length <= size)
}

/**
 * Whether a short map begins with a string as its key. A pickle begins with the same byte, but continues with its
 * protocol.
 */
function mayBeKey([first = 0, second = 0]: Uint8Array): boolean {
  return first > 0x8f || second >= 0xa1
}

/** Whether the file begins with a map, an array or binary data. */
function isContainer(head: Uint8Array): boolean {
  const [first = 0] = head
  return isMap(head) || (first >= 0x90 && first <= 0x9f) || first === 0xdc || first === 0xdd || (first >= 0xc4 && first <= 0xc6)
}

function isMap([first = 0]: Uint8Array): boolean {
  return (first >= 0x80 && first <= 0x8f) || first === 0xde || first === 0xdf
}
