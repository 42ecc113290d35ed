import { closeSync, ftruncateSync, openSync, writeSync } from 'node:fs'

const MIB = 2 ** 20

type Part = Uint8Array | string | number

/** Appends to a file through a buffer, leaves holes for zeros, and counts opcodes. */
export class Writer {
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

  /** Room for `length` bytes, at most 4 MiB: where to write them. */
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

  bytes(...parts: readonly Part[]): void {
    for (const part of parts) {
      if (typeof part === 'number') this.buffer[this.room(1)] = part
      else {
        const data = typeof part === 'string' ? Buffer.from(part, 'latin1') : part
        this.buffer.set(data, this.room(data.length))
      }
    }
  }

  /** One opcode with its argument. */
  op(...parts: readonly Part[]): void {
    this.opcodes += 1
    this.bytes(...parts)
  }

  /** The same bytes again and again, without writing them one by one. */
  repeat(unit: Part, times: number): void {
    const one = typeof unit === 'string' ? Buffer.from(unit, 'latin1') : typeof unit === 'number' ? Buffer.from([unit]) : unit
    const many = Math.max(1, Math.floor(MIB / one.length))
    const block = Buffer.alloc(one.length * many, one)
    for (let left = times; left > 0; left -= many) this.bytes(block.subarray(0, one.length * Math.min(left, many)))
    this.opcodes += times
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

export const u16 = (value: number) => number(2, (buffer) => buffer.writeUInt16LE(value))
export const u32 = (value: number) => number(4, (buffer) => buffer.writeUInt32LE(value >>> 0))
export const u64 = (value: number) => number(8, (buffer) => buffer.writeBigUInt64LE(BigInt(value)))
export const f64 = (value: number) => number(8, (buffer) => buffer.writeDoubleBE(value))

function number(size: number, write: (buffer: Buffer) => void): Uint8Array {
  const buffer = Buffer.alloc(size)
  write(buffer)
  return buffer
}

/** A short string as protocol 4 writes it. */
export function text(value: string): Uint8Array {
  const data = Buffer.from(value)
  return Buffer.concat([Buffer.from([0x8c, data.length]), data])
}

export const PROTO_4 = Buffer.from([0x80, 4])

/** Numbers in [0, 1) from a seed (mulberry32): the same on every machine. */
export function randomFrom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32
  }
}
