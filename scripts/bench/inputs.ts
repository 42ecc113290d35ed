import {
  closeSync,
  createWriteStream,
  existsSync,
  ftruncateSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  writeFileSync,
  writeSync,
} from 'node:fs'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createDeflate } from 'node:zlib'
import { crc32 } from '../../src/bytes/crc32.ts'

// Makes the benchmark's inputs without Python. Everything comes from fixed seeds; large files are sparse where the disk can do that.

const MIB = 2 ** 20

/** Appends to a file through a buffer, and leaves holes for zeros. */
class Writer {
  private readonly fd: number
  private readonly buffer = Buffer.alloc(4 * MIB)
  private used = 0
  private flushed = 0
  opcodes = 0

  constructor(path: string) {
    this.fd = openSync(path, 'w')
  }

  get position(): number {
    return this.flushed + this.used
  }

  /** Room for `length` bytes, at most 64 KiB: where to write them. */
  private room(length: number): number {
    if (this.used + length > this.buffer.length) this.flush()
    const at = this.used
    this.used += length
    return at
  }

  private flush(): void {
    writeSync(this.fd, this.buffer, 0, this.used, this.flushed)
    this.flushed += this.used
    this.used = 0
  }

  bytes(...parts: readonly (Uint8Array | string | number)[]): void {
    for (const part of parts) {
      if (typeof part === 'number') this.buffer[this.room(1)] = part
      else {
        const data = typeof part === 'string' ? Buffer.from(part) : part
        this.buffer.set(data, this.room(data.length))
      }
    }
  }

  /** One opcode with its argument. */
  op(...parts: readonly (Uint8Array | string | number)[]): void {
    this.opcodes += 1
    this.bytes(...parts)
  }

  hole(length: number): void {
    this.flush()
    this.flushed += length
  }

  close(): void {
    this.flush()
    ftruncateSync(this.fd, this.flushed)
    closeSync(this.fd)
  }
}

const u16 = (value: number) => number(2, (buffer) => buffer.writeUInt16LE(value))
const u32 = (value: number) => number(4, (buffer) => buffer.writeUInt32LE(value >>> 0))
const f64 = (value: number) => number(8, (buffer) => buffer.writeDoubleBE(value))

function number(size: number, write: (buffer: Buffer) => void): Uint8Array {
  const buffer = Buffer.alloc(size)
  write(buffer)
  return buffer
}

/** Numbers in [0, 1) from a seed (mulberry32): the same on every machine. */
function randomFrom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32
  }
}

const PROTO_4 = Buffer.from([0x80, 4])

function text(value: string): Uint8Array {
  const data = Buffer.from(value)
  return Buffer.concat([Buffer.from([0x8c, data.length]), data])
}

/** A state_dict as torch writes it: an ordered dict of tensors rebuilt from storages that are entries of the zip. */
function stateDict(storages: readonly number[]): Uint8Array {
  const unicode = (value: string) => Buffer.concat([Buffer.from('X'), u32(value.length), Buffer.from(value)])
  const parts: (Uint8Array | string)[] = [Buffer.from([0x80, 2]), 'ccollections\nOrderedDict\n)R(']
  storages.forEach((size, i) => {
    const count = u32(size / 4)
    parts.push(
      unicode(`layer${i}.weight`),
      'ctorch._utils\n_rebuild_tensor_v2\n((',
      unicode('storage'),
      'ctorch\nFloatStorage\n',
      unicode(String(i)),
      unicode('cpu'),
    )
    parts.push(
      'J',
      count,
      'tQK\0J',
      count,
      Buffer.from([0x85]),
      'K\x01',
      Buffer.from([0x85]),
      Buffer.from([0x89]),
      'ccollections\nOrderedDict\n)RtR',
    )
  })
  return Buffer.concat([...parts, 'u.'].map((part) => (typeof part === 'string' ? Buffer.from(part, 'latin1') : part)))
}

/** A torch zip whose storages are zeros: holes in the file. Their checksums are left 0: no scanner reads them. */
function torchZip(path: string, storages: readonly number[]): void {
  const writer = new Writer(path)
  const directory: Uint8Array[] = []
  const add = (name: string, data: Uint8Array | number) => {
    const offset = writer.position
    const size = typeof data === 'number' ? data : data.length
    const common = Buffer.concat([
      u16(20),
      u16(0),
      u16(0),
      u16(0),
      u16(0x21),
      u32(typeof data === 'number' ? 0 : crc32(data)),
      u32(size),
      u32(size),
      u16(name.length),
      u16(0),
    ])
    writer.bytes('PK\x03\x04', common, name)
    if (typeof data === 'number') writer.hole(data)
    else for (let at = 0; at < data.length; at += MIB) writer.bytes(data.subarray(at, at + MIB))
    directory.push(
      Buffer.concat([Buffer.from('PK\x01\x02'), u16(20), common, u16(0), u16(0), u16(0), u32(0), u32(offset), Buffer.from(name)]),
    )
  }
  add('archive/data.pkl', stateDict(storages))
  storages.forEach((size, i) => {
    add(`archive/data/${i}`, size)
  })
  add('archive/version', Buffer.from('3\n'))
  const start = writer.position
  for (const entry of directory) writer.bytes(entry)
  const entries = u16(directory.length)
  writer.bytes('PK\x05\x06', u16(0), u16(0), entries, entries, u32(writer.position - start), u32(start), u16(0))
  writer.close()
}

/** A dict of 100 byte strings of 5 MiB. */
function bigPickle(path: string): void {
  const writer = new Writer(path)
  writer.op(PROTO_4)
  writer.op('}(')
  for (let i = 0; i < 100; i++) {
    writer.op(text(`layer${i}.weight`))
    writer.op('B', u32(5 * MIB))
    writer.hole(5 * MIB)
  }
  writer.op('u')
  writer.op('.')
  writer.close()
}

/**
 * Some 100 MB of many small opcodes in no regular order: lists, dicts, tuples, strings, references, numbers. The honest case of the opcode loop; rows
 * that repeat are two to three times faster for every reader. Gives the number of opcodes.
 */
function densePickle(path: string): number {
  const writer = new Writer(path)
  const random = randomFrom(11)
  const below = (n: number) => Math.floor(random() * n)
  let memo = 0
  const memoize = () => {
    writer.op(0x94)
    return memo++
  }
  const words: number[] = []
  const word = () => {
    const known = words[below(20_000)]
    if (known !== undefined) writer.op(...(known < 256 ? ['h', known] : ['j', u32(known)]))
    else {
      writer.op(text(`w${below(2 ** 31).toString(36)}`))
      words.push(memoize())
    }
  }
  const many = (max: number, each: () => void) => {
    for (let i = below(max); i > 0; i--) each()
  }
  const scalars: readonly (() => void)[] = [
    word,
    word,
    () => {
      writer.op(text('x'.repeat(1 + below(60)) + below(2 ** 31)))
      memoize()
    },
    () => writer.op('G', f64(random())),
    () => writer.op('G', f64(random() * 1e9)),
    () => writer.op('K', below(256)),
    () => writer.op('M', u16(below(65_536))),
    () => writer.op('J', u32(below(2 ** 32))),
    () => writer.op('N'),
    () => writer.op(random() < 0.5 ? 0x88 : 0x89),
    () => {
      writer.op('C', 8, f64(random()))
      memoize()
    },
  ]
  const value = (depth: number): void => {
    const roll = depth > 0 ? random() : 1
    if (roll < 0.12) {
      writer.op(']')
      memoize()
      writer.op('(')
      many(13, () => value(depth - 1))
      writer.op('e')
    } else if (roll < 0.2) {
      writer.op('}')
      memoize()
      writer.op('(')
      many(11, () => {
        word()
        value(depth - 1)
      })
      writer.op('u')
    } else if (roll < 0.3) {
      writer.op('(')
      many(6, () => value(depth - 1))
      writer.op('t')
      memoize()
    } else scalars[below(scalars.length)]?.()
  }
  writer.op(PROTO_4)
  writer.op(']')
  memoize()
  writer.op('(')
  while (writer.position < 105 * MIB) value(4)
  writer.op('e')
  writer.op('.')
  writer.close()
  return writer.opcodes
}

/** A pickle of 2 kB of bytes, a number and a list. */
function smallPickle(i: number): Uint8Array {
  const list = Buffer.concat(Array.from({ length: 50 }, (_, k) => Buffer.from([0x4b, k])))
  const weights = Buffer.concat([Buffer.from('B'), u32(2000), Buffer.alloc(2000)])
  return Buffer.concat([
    PROTO_4,
    Buffer.from('}('),
    text('w'),
    weights,
    text('i'),
    Buffer.from('J'),
    u32(i),
    text('l'),
    Buffer.from(']('),
    list,
    Buffer.from('eu.'),
  ])
}

function manyPickles(folder: string): void {
  mkdirSync(folder)
  for (let i = 0; i < 4000; i++) writeFileSync(join(folder, `m${String(i).padStart(4, '0')}.pkl`), smallPickle(i))
}

/** 100 MiB of doubles with short mantissas, which shrink to about a third as real weights do, in one byte string, through zlib. */
async function compressedPickle(path: string): Promise<void> {
  const random = randomFrom(5)
  const blocks = function* () {
    yield Buffer.concat([PROTO_4, Buffer.from('B'), u32(100 * MIB)])
    for (let i = 0; i < 100; i++) {
      const block = new Float64Array(MIB / 8)
      for (let k = 0; k < block.length; k++) block[k] = Math.round((random() + random() + random() - 1.5) * 4096) / 4096
      yield Buffer.from(block.buffer)
    }
    yield Buffer.from('.')
  }
  await pipeline(Readable.from(blocks()), createDeflate({ level: 3 }), createWriteStream(path))
}

/** What is known of an input besides its bytes. */
export interface Made {
  readonly path: string
  /** Opcodes in it, where they are many. */
  readonly opcodes?: number
}

const MAKERS = {
  'small.pt': (path: string) => torchZip(path, Array(16).fill(2048)),
  'zeros4g.pt': (path: string) => torchZip(path, [3900 * MIB]),
  'big512.pkl': bigPickle,
  'dense.pkl': densePickle,
  many4000: manyPickles,
  'zip20k.pt': (path: string) => torchZip(path, Array(20_000).fill(64)),
  'zlib100.joblib': compressedPickle,
} as const satisfies Record<string, (path: string) => unknown>

export type InputName = keyof typeof MAKERS

/** Path of an input in `folder`; it is made there first when it is missing. */
export async function input(folder: string, name: InputName): Promise<Made> {
  const path = join(folder, name)
  const note = `${path}.opcodes`
  if (!existsSync(path)) {
    process.stderr.write(`making ${path}\n`)
    const opcodes = await MAKERS[name](`${path}.part`)
    if (typeof opcodes === 'number') writeFileSync(note, String(opcodes))
    renameSync(`${path}.part`, path)
  }
  return existsSync(note) ? { path, opcodes: Number(readFileSync(note, 'utf8')) } : { path }
}
