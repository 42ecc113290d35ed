import { deflateRawSync, gzipSync } from 'node:zlib'
import { makeTar } from '../../__tests__/helpers/tar-builder.ts'
import { buildZip } from '../../__tests__/helpers/zip-builder.ts'
import { pick, randomFrom } from '../cpython/programs.ts'
import type { Expectation } from './properties.ts'

/** A file to start from. */
export interface Seed {
  readonly file: string
  readonly bytes: Uint8Array
  /** From where on the bytes may be anything: the file is hostile by what stands before. Absent where that is not known. */
  readonly safeFrom?: number
  /** It is reported as it is, alone, with nothing beside it. */
  readonly bad: boolean
}

/** What is scanned, and how it came about. */
export interface Case {
  readonly name: string
  readonly bytes: Uint8Array
  readonly how: string
  readonly expectation: Expectation
}

/** Lengths that overflow something. */
const NUMBERS = [0, 1, 0x7f, 0x80, 0xff, 0x7fff, 0xffff, 0x10000, 0x7fffffff, 0x80000000, 0xfffffffe, 0xffffffff]
/** Signatures and pieces of syntax that turn a reader to something else. */
const TOKENS = [
  'PK\x03\x04',
  'PK\x05\x06',
  'PK\x01\x02',
  '\x1f\x8b\x08',
  '\x89HDF\r\n\x1a\n',
  'GGUF',
  '\x93NUMPY',
  'TREE',
  'FRHP',
  'cos\nsystem\n',
  "(S'id'\ntR.",
  '\x80\x04\x95',
  '{{',
  '{%',
  '}}',
  '((((((((',
  '[[[[[[[[',
  '{"a":',
  '!!python/object/apply:',
  '&a *a',
  '::error::',
  '##[group]',
  '\u202e',
  '\x1b[31m',
  '\0',
].map((text) => Buffer.from(text, 'latin1'))

type Change = (bytes: Uint8Array, from: number, random: () => number, other: Uint8Array) => Uint8Array

const splice = (bytes: Uint8Array, at: number, remove: number, insert: Uint8Array): Uint8Array =>
  Buffer.concat([bytes.subarray(0, at), insert, bytes.subarray(at + remove)])

const place = (random: () => number, from: number, size: number): number => from + Math.floor(random() * Math.max(1, size - from))

/** Ways to damage a file from the byte `from` on. */
const CHANGES: Readonly<Record<string, Change>> = {
  flip(bytes, from, random) {
    const out = Buffer.from(bytes)
    const at = place(random, from, bytes.length)
    if (at < out.length) out[at] = (out[at] ?? 0) ^ (1 << Math.floor(random() * 8))
    return out
  },
  byte(bytes, from, random) {
    const out = Buffer.from(bytes)
    const at = place(random, from, bytes.length)
    if (at < out.length) out[at] = Math.floor(random() * 256)
    return out
  },
  length(bytes, from, random) {
    const width = pick(random, [1, 2, 4, 8])
    const at = place(random, from, bytes.length - width)
    if (at + width > bytes.length) return bytes
    const out = Buffer.from(bytes)
    const value = random() < 0.3 ? Math.floor(random() * bytes.length * 2) : pick(random, NUMBERS)
    const isBig = random() < 0.3
    out.fill(value === 0xffffffff ? 0xff : 0, at, at + width)
    const low = Math.min(width, 4)
    const field = value % 2 ** (8 * low)
    if (isBig) out.writeUIntBE(field, at + width - low, low)
    else out.writeUIntLE(field, at, low)
    return out
  },
  cut: (bytes, from, random) => bytes.subarray(0, place(random, from, bytes.length)),
  remove: (bytes, from, random) => splice(bytes, place(random, from, bytes.length), 1 + Math.floor(random() ** 3 * 200), new Uint8Array(0)),
  repeat(bytes, from, random) {
    const at = place(random, from, bytes.length)
    const piece = bytes.subarray(at, at + 1 + Math.floor(random() * 64))
    return splice(bytes, at, 0, Buffer.concat(Array.from({ length: 1 + Math.floor(random() ** 4 * 500) }, () => piece)))
  },
  token: (bytes, from, random) => splice(bytes, place(random, from, bytes.length), random() < 0.5 ? 0 : 4, pick(random, TOKENS)),
  splice(bytes, from, random, other) {
    const start = Math.floor(random() * other.length)
    const piece = other.subarray(start, start + Math.floor(random() * 400))
    return splice(bytes, place(random, from, bytes.length), random() < 0.5 ? 0 : piece.length, piece)
  },
  append: (bytes, _from, _random, other) => Buffer.concat([bytes, other]),
}

/** Ways to pack a file; the name says what is in it. */
export const WRAPPINGS: Readonly<Record<string, (name: string, bytes: Uint8Array) => readonly [name: string, bytes: Uint8Array]>> = {
  stored: (name, bytes) => ['packed.zip', buildZip([{ name, data: bytes }])],
  deflated: (name, bytes) => [
    'packed.zip',
    buildZip([
      { name: 'readme.txt', data: 'text' },
      { name, raw: deflateRawSync(bytes), data: bytes, deflate: true },
    ]),
  ],
  gzip: (name, bytes) => [`${name}.gz`, gzipSync(bytes)],
  tar: (name, bytes) => ['packed.tar', makeTar([{ name: `model/${name}`, data: bytes }])],
  tgz: (name, bytes) => ['packed.tgz', gzipSync(makeTar([{ name: `model/${name}`, data: bytes }]))],
}

/** The case of that number: the same for the same seeds, whatever came before. */
export function makeCase(seeds: readonly Seed[], seed: number, number: number): Case {
  const random = randomFrom(Math.imul(seed, 0x9e3779b1) ^ Math.imul(number + 1, 0x85ebca6b))
  for (let warm = 0; warm < 3; warm++) random()
  const base = pick(random, seeds)
  const other = pick(random, seeds)
  let bytes = base.bytes
  let expectation: Expectation = base.bad ? 'bad' : 'any'
  const how: string[] = []
  if (random() < 0.9) {
    const guarded = base.safeFrom !== undefined && random() < 0.4
    const from = guarded ? (base.safeFrom ?? 0) : 0
    const times = 1 + Math.floor(random() ** 2 * 6)
    for (let time = 0; time < times; time++) {
      const [name, change] = pick(random, Object.entries(CHANGES))
      bytes = change(bytes, from, random, other.bytes)
      how.push(name)
    }
    if (!guarded) expectation = 'any'
    else how.push('behind the payload')
  }
  let name = base.file.slice(base.file.lastIndexOf('/') + 1)
  if (random() < 0.05) name = other.file.slice(other.file.lastIndexOf('/') + 1)
  // Under another name nobody loads it as what it was.
  if (name !== base.file.slice(base.file.lastIndexOf('/') + 1) && base.safeFrom === undefined) expectation = 'any'
  for (let depth = 0; random() < 0.25 && depth < 3; depth++) {
    const [wrapping, wrap] = pick(random, Object.entries(WRAPPINGS))
    ;[name, bytes] = wrap(name, bytes)
    how.push(wrapping)
  }
  return { name, bytes, how: `${base.file}: ${how.join(', ') || 'as it is'}`, expectation }
}
