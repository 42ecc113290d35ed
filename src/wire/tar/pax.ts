// Reads the records of pax extended headers in tar archives.
/** Properties of the next member that extended headers set; later ones win. */
export interface PaxRecords {
  path?: string
  linkpath?: string
  size?: number
  /** The file has holes, and a map of them. */
  sparse?: boolean
  /** There are records of other kinds, which programs can ask for. */
  noted?: boolean
}

/** What tools write of every file (POSIX.1-2024, pax Extended Header). */
const ATTRIBUTES: ReadonlySet<string> = new Set([
  'path',
  'linkpath',
  'size',
  'mtime',
  'atime',
  'ctime',
  'uid',
  'gid',
  'uname',
  'gname',
  'charset',
  'hdrcharset',
])

/**
 * Reads the records of a pax extended header (POSIX.1-2001): `LENGTH KEY=VALUE\n`, the length being that of the whole
 * record. Only records that change names and layout are used. Returns false where one is broken; those before it are
 * used.
 */
export function parsePax(bytes: Uint8Array, into: PaxRecords): boolean {
  let at = 0
  while (at < bytes.length && bytes[at] !== 0) {
    const space = bytes.subarray(at, at + 21).indexOf(0x20)
    const digits = space < 0 ? '' : new TextDecoder().decode(bytes.subarray(at, at + space))
    const length = /^\d+$/.test(digits) ? Number(digits) : 0
    const record = bytes.subarray(at + space + 1, at + length)
    const equals = record.indexOf(0x3d)
    if (length < space + 3 || at + length > bytes.length || equals < 0 || record[record.length - 1] !== 0x0a) return false
    const key = new TextDecoder().decode(record.subarray(0, equals))
    if (!assign(into, key, new TextDecoder().decode(record.subarray(equals + 1, -1)))) return false
    at += length
  }
  return true
}

function assign(records: PaxRecords, key: string, value: string): boolean {
  if (key === 'path' || key === 'GNU.sparse.name') records.path = value
  else if (key === 'linkpath') records.linkpath = value
  else if (key === 'size') {
    if (!/^\d{1,15}$/.test(value)) return false
    records.size = Number(value)
  }
  if (key.startsWith('GNU.sparse.')) records.sparse = true
  else if (!ATTRIBUTES.has(key)) records.noted = true
  return true
}
