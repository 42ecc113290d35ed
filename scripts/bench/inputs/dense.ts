import { appendFileSync, closeSync, openSync, readSync, statSync } from 'node:fs'
import type { Facts } from '../types.ts'
import { f64, PROTO_4, randomFrom, text, u16, u32, Writer } from './writer.ts'

const MIB = 2 ** 20

/** What a tree of values is made of: each entry writes one value that is no container, and is drawn with the same chance. */
type Scalars = (tree: Tree) => readonly (() => void)[]

/** Writes nested lists, dicts, tuples and scalars in no regular order: rows that repeat are read two to three times faster by every reader. */
class Tree {
  readonly random: () => number
  readonly writer: Writer
  private memo = 0
  private readonly words: number[] = []
  private readonly scalars: readonly (() => void)[]

  constructor(writer: Writer, seed: number, scalars: Scalars) {
    this.writer = writer
    this.random = randomFrom(seed)
    this.scalars = scalars(this)
  }

  below(n: number): number {
    return Math.floor(this.random() * n)
  }

  memoize(): number {
    this.writer.op(0x94)
    return this.memo++
  }

  /** One of 20,000 words: written at first, then a reference. */
  word(): void {
    const known = this.words[this.below(20_000)]
    if (known !== undefined) this.writer.op(...(known < 256 ? ['h', known] : ['j', u32(known)]))
    else {
      this.writer.op(text(`w${this.below(2 ** 31).toString(36)}`))
      this.words.push(this.memoize())
    }
  }

  private many(max: number, each: () => void): void {
    for (let i = this.below(max); i > 0; i--) each()
  }

  value(depth: number): void {
    const { writer } = this
    const roll = depth > 0 ? this.random() : 1
    if (roll < 0.12) {
      writer.op(']')
      this.memoize()
      writer.op('(')
      this.many(13, () => this.value(depth - 1))
      writer.op('e')
    } else if (roll < 0.2) {
      writer.op('}')
      this.memoize()
      writer.op('(')
      this.many(11, () => {
        this.word()
        this.value(depth - 1)
      })
      writer.op('u')
    } else if (roll < 0.3) {
      writer.op('(')
      this.many(6, () => this.value(depth - 1))
      writer.op('t')
      this.memoize()
    } else this.scalars[this.below(this.scalars.length)]?.()
  }
}

/** Small values, short strings: as many opcodes as a file of that size can well have. */
const DENSE: Scalars = (tree) => {
  const { writer } = tree
  return [
    () => tree.word(),
    () => tree.word(),
    () => {
      writer.op(text('x'.repeat(1 + tree.below(60)) + tree.below(2 ** 31)))
      tree.memoize()
    },
    () => writer.op('G', f64(tree.random())),
    () => writer.op('G', f64(tree.random() * 1e9)),
    () => writer.op('K', tree.below(256)),
    () => writer.op('M', u16(tree.below(65_536))),
    () => writer.op('J', u32(tree.below(2 ** 32))),
    () => writer.op('N'),
    () => writer.op(tree.random() < 0.5 ? 0x88 : 0x89),
    () => {
      writer.op('C', 8, f64(tree.random()))
      tree.memoize()
    },
  ]
}

/** What configurations and caches hold: longer texts, big numbers, byte strings of any length beside the small values. */
const MIXED: Scalars = (tree) => {
  const { writer } = tree
  const bytes = (length: number) => Buffer.from(Array.from({ length }, () => tree.below(256)))
  return [
    () => tree.word(),
    () => tree.word(),
    () => {
      const letters = 'x'.repeat(tree.below(400))
      writer.op('X', u32(letters.length), letters)
      tree.memoize()
    },
    () => writer.op('G', f64(tree.random())),
    () => writer.op('K', tree.below(256)),
    () => writer.op('J', u32(tree.below(2 ** 32))),
    () => writer.op(0x8a, 10, bytes(10)),
    () => writer.op('N'),
    () => {
      const data = bytes(tree.below(200))
      writer.op('C', data.length, data)
      tree.memoize()
    },
  ]
}

/**
 * A list of trees, `size` bytes or a little more, as one pickle of builtin values only: `pickle.load` reads it. With `copies`, its items follow that
 * often, so that ten times the opcodes need no ten times as long to make.
 */
function trees(path: string, seed: number, scalars: Scalars, size: number, copies: number): Facts {
  const writer = new Writer(path)
  const tree = new Tree(writer, seed, scalars)
  writer.op(PROTO_4)
  writer.op(']')
  tree.memoize()
  const head = writer.position
  writer.op('(')
  while (writer.position < size) tree.value(4)
  writer.op('e')
  const items = writer.opcodes - 3
  writer.close()
  append(path, head, copies - 1)
  appendFileSync(path, '.')
  return { opcodes: 3 + items * copies + 1 }
}

function append(path: string, head: number, times: number): void {
  const end = statSync(path).size
  const buffer = Buffer.alloc(4 * MIB)
  const fd = openSync(path, 'r')
  for (let i = 0; i < times; i++) {
    for (let at = head; at < end; ) {
      const read = readSync(fd, buffer, 0, Math.min(buffer.length, end - at), at)
      appendFileSync(path, buffer.subarray(0, read))
      at += read
    }
  }
  closeSync(fd)
}

/** The honest case of the opcode loop. The seed is fixed: the same bytes on every machine. */
export const densePickle = (path: string, size: number, copies = 1): Facts => trees(path, 11, DENSE, size, copies)

export const mixedPickle = (path: string, size: number): Facts => trees(path, 13, MIXED, size, 1)
