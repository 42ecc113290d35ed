import { constants, deflateRawSync } from 'node:zlib'
import type { Facts } from '../types.ts'
import { Writer } from './writer.ts'

const ADLER = 65_521

/** Adler-32 of some bytes, as its two halves (RFC 1950, section 8.2). */
function adler(data: Uint8Array): readonly [number, number] {
  let a = 1
  let b = 0
  for (const byte of data) {
    a = (a + byte) % ADLER
    b = (b + a) % ADLER
  }
  return [a, b]
}

/**
 * A zlib file that inflates to `head`, and then `block` so many times. The block is deflated once and flushed, so that its bytes can be repeated: four
 * gibibytes take no time to make.
 */
export function zlibBomb(path: string, head: Uint8Array, block: Uint8Array, times: number): Facts {
  const flushed = (data: Uint8Array) => deflateRawSync(data, { level: 9, finishFlush: constants.Z_FULL_FLUSH })
  const once = flushed(block)
  let [a, b] = adler(head)
  const [blockA, blockB] = adler(block)
  const writer = new Writer(path)
  writer.bytes(0x78, 0xda, flushed(head))
  for (let i = 0; i < times; i++) {
    writer.bytes(once)
    b = (b + (((block.length % ADLER) * (a - 1 + ADLER)) % ADLER) + blockB) % ADLER
    a = (a + blockA - 1 + ADLER) % ADLER
  }
  const checksum = Buffer.alloc(4)
  checksum.writeUInt32BE(b * 65_536 + a)
  writer.bytes(deflateRawSync(new Uint8Array(0)), checksum)
  writer.close()
  return { inflated: head.length + block.length * times }
}
