// Walks the members of a tar archive, with long names and extended headers resolved.
import type { IncompleteReason } from '../../bytes/errors.ts'
import type { Portions } from '../../bytes/portions.ts'
import { recordLayout } from '../../bytes/record.ts'
import type { TarHeader } from './header.ts'
import { parseTarHeader, TAR_BLOCK, text } from './header.ts'
import { type PaxRecords, parsePax } from './pax.ts'

/** Maximum size of a name or extended header; no path of a file system is that long. */
const MAX_META = 1024 * 1024

/** Kinds of members. */
export type TarEntryType = 'file' | 'folder' | 'symlink' | 'hardlink' | 'device'

/** A member of the archive. */
export interface TarEntry {
  readonly kind: 'entry'
  readonly type: TarEntryType
  readonly name: string
  /** Bytes of data that follow; 0 for what has none. */
  readonly size: number
  /** The target of a link. */
  readonly target: string
  readonly offset: number
  /** True when holes were left out of the data. */
  readonly sparse: boolean
}

/**
 * An item of the archive. After an `entry` its data may be read with `portions.part(entry.size)`; after `rest`, all
 * that is left.
 */
export type TarItem =
  | TarEntry
  | { readonly kind: 'problem'; readonly why: IncompleteReason; readonly detail: string; readonly offset: number }
  /** An extended header with records that say nothing of names or layout. */
  | { readonly kind: 'notes'; readonly bytes: Uint8Array; readonly offset: number }
  | { readonly kind: 'rest'; readonly offset: number }

/** Type flags that CPython's tarfile reads as something other than a file with data. */
const TYPES: Readonly<Record<string, TarEntryType>> = {
  '1': 'hardlink',
  '2': 'symlink',
  '3': 'device',
  '4': 'device',
  '5': 'folder',
  '6': 'device',
}

/**
 * Returns all members of a tar archive and of archives that follow it, then the rest if it is not zeros. Names come
 * from GNU long-name members, pax headers and the ustar prefix, sizes from pax headers too.
 */
export async function* walkTar(portions: Portions): AsyncGenerator<TarItem, void> {
  const globals: PaxRecords = {}
  let local: PaxRecords = {}
  let ended = false
  for (;;) {
    const offset = portions.offset
    const block = await portions.take(TAR_BLOCK)
    const header = parseTarHeader(block)
    if (!header) {
      portions.putBack(block)
      if (block.length === TAR_BLOCK && block.every((byte) => byte === 0)) {
        ended = true
        await portions.skipZeros(TAR_BLOCK)
        continue
      }
      if (block.every((byte) => byte === 0)) return
      if (!ended)
        yield {
          kind: 'problem',
          why: block.length < TAR_BLOCK ? 'truncated' : 'malformed',
          detail: 'a tar header is missing or invalid',
          offset,
        }
      // At the beginning this would be the whole file again.
      if (offset > 0) yield { kind: 'rest', offset }
      return
    }
    if ('LKxXg'.includes(header.type)) {
      const meta = await readMeta(portions, header, header.type === 'g' ? globals : local)
      if (meta) yield { ...meta, offset }
      continue
    }
    ended = false
    if (header.extended) await skipSparseMap(portions)
    const entry = entryOf(header, { ...globals, ...local }, offset)
    local = {}
    const end = portions.offset + entry.size
    yield entry
    await portions.skipTo(end)
    if (portions.offset < end) {
      const missing = end - portions.offset
      yield { kind: 'problem', why: 'truncated', detail: `${missing} bytes of the last member are missing`, offset: portions.offset }
      return
    }
    // The last block of the archive may be cut off right after the data.
    await portions.skipTo(end + ((TAR_BLOCK - (entry.size % TAR_BLOCK)) % TAR_BLOCK))
  }
}

function entryOf(header: TarHeader, records: PaxRecords, offset: number): TarEntry {
  const name = records.path ?? header.name
  const type = header.type === '\0' && name.endsWith('/') ? 'folder' : (TYPES[header.type] ?? 'file')
  return {
    kind: 'entry',
    type,
    name,
    size: type === 'file' ? (records.size ?? header.size) : 0,
    target: records.linkpath ?? header.target,
    offset,
    sparse: header.type === 'S' || records.sparse === true,
  }
}

/** What is wrong with an extended header, or its records that have no meaning here. */
type Meta =
  | { readonly kind: 'problem'; readonly why: IncompleteReason; readonly detail: string }
  | { readonly kind: 'notes'; readonly bytes: Uint8Array }

/** Reads an extended header of the next member or of all that follow. */
async function readMeta(portions: Portions, header: TarHeader, records: PaxRecords): Promise<Meta | undefined> {
  const padded = Math.ceil(header.size / TAR_BLOCK) * TAR_BLOCK
  if (header.size > MAX_META) {
    await portions.skipTo(portions.offset + padded)
    return { kind: 'problem', why: 'limit', detail: `a name or extended header of ${header.size} bytes` }
  }
  const data = (await portions.take(padded)).subarray(0, header.size)
  if (data.length < header.size) return { kind: 'problem', why: 'truncated', detail: 'a name or extended header is cut off' }
  if (header.type === 'L') records.path = text(data)
  else if (header.type === 'K') records.linkpath = text(data)
  else {
    const found: PaxRecords = {}
    const sound = parsePax(data, found)
    Object.assign(records, found)
    if (!sound) return { kind: 'problem', why: 'malformed', detail: 'a broken extended header' }
    if (found.noted) return { kind: 'notes', bytes: data }
  }
  return undefined
}

/** A further block of the map of an old GNU sparse file: 21 pieces of 24 bytes. */
const SPARSE_BLOCK = recordLayout({ sparse: 21 * 24, isExtended: 1, padding: 7 })

/** Moves past the map of an old GNU sparse file. */
async function skipSparseMap(portions: Portions): Promise<void> {
  for (let more = true; more; ) {
    const block = await portions.take(TAR_BLOCK)
    more = block.length === TAR_BLOCK && block[SPARSE_BLOCK.isExtended] !== 0
  }
}
