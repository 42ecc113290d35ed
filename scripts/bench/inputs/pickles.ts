import { writeFileSync } from 'node:fs'
import type { Facts } from '../types.ts'
import { PROTO_4, text, u32, Writer } from './writer.ts'

/** A dict of 100 byte strings that are `size` bytes together: what a raw pickle of arrays looks like. The strings are holes. */
export function bigPickle(path: string, size: number): Facts {
  const each = Math.floor(size / 100)
  const writer = new Writer(path)
  writer.op(PROTO_4)
  writer.op('}(')
  for (let i = 0; i < 100; i++) {
    writer.op(text(`layer${i}.weight`))
    writer.op('B', u32(each))
    writer.hole(each)
  }
  writer.op('u')
  writer.op('.')
  writer.close()
  return {}
}

/** A pickle of 2 kB of bytes, a number and a list. */
export function smallPickle(i: number): Uint8Array {
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

/** One of them as a file. */
export function writeSmallPickle(path: string): Facts {
  writeFileSync(path, smallPickle(0))
  return {}
}
