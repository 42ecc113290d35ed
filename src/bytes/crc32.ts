import { zlib } from './zlib.ts'

let table: Uint32Array | undefined

/**
 * CRC-32 as in zip, gzip and PNG (ISO 3309, polynomial 0xEDB88320, reflected). `before`: that of the bytes before
 * these.
 */
export function crc32(bytes: Uint8Array, before = 0): number {
  // Absent before Node 20.15.
  const native: ReturnType<typeof zlib>['crc32'] | undefined = zlib().crc32
  return native ? native(bytes, before) : plain(bytes, before)
}

function plain(bytes: Uint8Array, before: number): number {
  table ??= new Uint32Array(256).map((_, byte) => {
    let value = byte
    for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1
    return value
  })
  let crc = ~before
  for (let index = 0; index < bytes.length; index++) crc = (table[(crc ^ (bytes[index] ?? 0)) & 0xff] ?? 0) ^ (crc >>> 8)
  return ~crc >>> 0
}
