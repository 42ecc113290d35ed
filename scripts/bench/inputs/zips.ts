import { crc32 } from '../../../src/bytes/crc32.ts'
import type { Facts } from '../types.ts'
import { u16, u32, u64, Writer } from './writer.ts'

const MIB = 2 ** 20

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

const ZEROS = new Uint8Array(16 * MIB)
const knownCrc = new Map<number, number>()

/** Checksum of so many zeros. It has to be right: a scanner that reads members gives up at the first wrong one, and would be measured on nothing. */
function zerosCrc(size: number): number {
  const known = knownCrc.get(size)
  if (known !== undefined) return known
  let crc = 0
  for (let left = size; left > 0; left -= ZEROS.length) crc = crc32(ZEROS.subarray(0, Math.min(left, ZEROS.length)), crc)
  knownCrc.set(size, crc)
  return crc
}

/** Stored entries, then their directory, with the 64-bit end record where more than 65,535 need it. Entries given by size are holes. */
function zip(path: string, entries: Iterable<readonly [name: string, data: Uint8Array | number]>): Facts {
  const writer = new Writer(path)
  const directory: Uint8Array[] = []
  for (const [name, data] of entries) {
    const offset = writer.position
    const size = typeof data === 'number' ? data : data.length
    const common = Buffer.concat([
      u16(20),
      u16(0),
      u16(0),
      u16(0),
      u16(0x21),
      u32(typeof data === 'number' ? zerosCrc(data) : crc32(data)),
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
  const start = writer.position
  for (const entry of directory) writer.bytes(entry)
  const end = writer.position
  const members = directory.length
  if (members > 0xffff) {
    writer.bytes('PK\x06\x06', u64(44), u16(45), u16(45), u32(0), u32(0), u64(members), u64(members), u64(end - start), u64(start))
    writer.bytes('PK\x06\x07', u32(0), u64(end), u32(1))
  }
  const told = u16(Math.min(members, 0xffff))
  writer.bytes('PK\x05\x06', u16(0), u16(0), told, told, u32(end - start), u32(start), u16(0))
  writer.close()
  return { members }
}

/** A torch zip whose storages are zeros. */
export function torchZip(path: string, storages: readonly number[]): Facts {
  return zip(path, [
    ['archive/data.pkl', stateDict(storages)],
    ...storages.map((size, i) => [`archive/data/${i}`, size] as const),
    ['archive/version', Buffer.from('3\n')],
  ])
}

/** A zip of so many members with nothing in them. */
export function emptyMembersZip(path: string, members: number): Facts {
  const nothing = new Uint8Array(0)
  return zip(
    path,
    (function* () {
      for (let i = 0; i < members; i++) yield [String(i).padStart(7, '0'), nothing] as const
    })(),
  )
}
