// Computes CRC-32 checksums.
import { zlib } from './zlib.ts'

/** Cache of the table of 256 remainders, which only old versions of Node need. */
let tableCache: Uint32Array | undefined

/**
 * Computes the CRC-32 of zip, gzip and PNG (ISO 3309, polynomial 0xEDB88320, reflected). `before`: CRC of the bytes
 * before.
 */
export function crc32(bytes: Uint8Array, before = 0): number {
  // Missing before Node 20.15.
  const native: ReturnType<typeof zlib>['crc32'] | undefined = zlib().crc32
  return native ? native(bytes, before) : plain(bytes, before)
}

function plain(bytes: Uint8Array, before: number): number {
  tableCache ??= new Uint32Array(256).map((_, byte) => {
    let value = byte
    for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1
    return value
  })
  const table = tableCache
  let crc = ~before
  for (let index = 0; index < bytes.length; index++) crc = (table[(crc ^ (bytes[index] ?? 0)) & 0xff] ?? 0) ^ (crc >>> 8)
  return ~crc >>> 0
}
