import type { Facts } from '../types.ts'
import { Writer } from './writer.ts'

/** The size of a hostile file. */
export const HOSTILE = 200_000_000

/** A pickle of `head`, one unit again and again until it is 200 MB, and `tail`. */
export function repeated(path: string, head: string, unit: string, tail: string): Facts {
  const writer = new Writer(path)
  writer.bytes(head)
  writer.repeat(unit, Math.floor(HOSTILE / unit.length))
  writer.bytes(tail)
  writer.close()
  return {}
}

/** A pickle that names as many different functions as fit: each costs a string. */
export function distinctGlobals(path: string): Facts {
  const writer = new Writer(path)
  writer.bytes('\x80\x02')
  for (let i = 0; writer.position < HOSTILE; i++) writer.op(`cmod${i}\nname${i}\n0`)
  writer.bytes('N.')
  writer.close()
  return {}
}

/** A tar of so many bytes, of members that are each a pickle of None. */
export function manyMembersTar(path: string, size: number): Facts {
  const writer = new Writer(path)
  const block = Buffer.alloc(1024)
  block.write('N.', 512, 'latin1')
  const field = (at: number, value: string) => block.write(value, at, 'latin1')
  let members = 0
  for (; writer.position < size; members++) {
    block.fill(0, 0, 512)
    field(0, `m${String(members).padStart(6, '0')}.pkl`)
    field(100, '0000644\0')
    field(108, '0000000\0')
    field(116, '0000000\0')
    field(124, '00000000002\0')
    field(136, '00000000000\0')
    field(148, '        ')
    field(156, '0ustar\x0000')
    const sum = block.subarray(0, 512).reduce((total, byte) => total + byte, 0)
    field(148, `${sum.toString(8).padStart(6, '0')}\0 `)
    writer.bytes(block)
  }
  writer.bytes(Buffer.alloc(1024))
  writer.close()
  return { members }
}
