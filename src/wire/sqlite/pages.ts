// Reads the pages of an SQLite database and the payloads that are spread over several pages.
import { ScanError } from '../../bytes/errors.ts'
import { recordLayout, u16be, u32be } from '../../bytes/record.ts'
import { type ByteSource, memorySource } from '../../bytes/source.ts'
import { encodingOf, type TextEncoding } from './texts.ts'

/** Header of a database file (section 1.3). */
export const HEADER = recordLayout({
  magic: 16,
  pageSize: 2,
  writeVersion: 1,
  readVersion: 1,
  reservedSpace: 1,
  maxPayloadFraction: 1,
  minPayloadFraction: 1,
  leafPayloadFraction: 1,
  changeCounter: 4,
  pageCount: 4,
  freelistTrunk: 4,
  freelistPages: 4,
  schemaCookie: 4,
  schemaFormat: 4,
  cacheSize: 4,
  largestRoot: 4,
  textEncoding: 4,
  userVersion: 4,
  incrementalVacuum: 4,
  applicationId: 4,
  expansion: 20,
  versionValidFor: 4,
  sqliteVersion: 4,
})
/** Start of an overflow page: the number of the next one (section 1.6). */
const NEXT_PAGE = 4
const MIN_PAGE = 512
const MIN_USABLE = 480
const MAX_CACHED = 64

/** The pages of an SQLite database (https://sqlite.org/fileformat2.html, section 1). Numbers start at 1. */
export class SqlitePages {
  readonly size: number
  /** Bytes of a page that are available for content. */
  readonly usable: number
  readonly count: number
  readonly encoding: TextEncoding
  private readonly source: ByteSource
  private readonly cache = new Map<number, Uint8Array>()
  private followed = 0

  /** @throws {ScanError} `malformed` where the header has an impossible page size. */
  constructor(source: ByteSource, header = source.read(0, HEADER.recordSize)) {
    if (header.length < HEADER.recordSize) throw new ScanError('truncated', 'an SQLite database ends within its header', header.length)
    const written = u16be(header, HEADER.pageSize)
    this.size = written === 1 ? 65_536 : written
    this.usable = this.size - (header[HEADER.reservedSpace] ?? 0)
    if (this.size < MIN_PAGE || (this.size & (this.size - 1)) !== 0 || this.usable < MIN_USABLE)
      throw new ScanError('malformed', `an SQLite database with pages of ${written} bytes`, HEADER.pageSize)
    this.count = Math.ceil(source.size / this.size)
    this.encoding = encodingOf(u32be(header, HEADER.textEncoding))
    this.source = source
  }

  /** Returns the bytes of a page. @throws {ScanError} where it is not in the file. */
  page(number: number): Uint8Array {
    const known = this.cache.get(number)
    if (known) return known
    const offset = this.offset(number)
    const page = this.source.read(offset, this.size)
    if (page.length < this.size) throw new ScanError('truncated', `page ${number} of an SQLite database is cut off`, offset + page.length)
    for (const oldest of this.cache.keys()) {
      if (this.cache.size < MAX_CACHED) break
      this.cache.delete(oldest)
    }
    this.cache.set(number, page)
    return page
  }

  /** Removes a page from the cache, since a newer version replaced it. */
  protected forget(number: number): void {
    this.cache.delete(number)
  }

  /** Returns the offset of a page. */
  offset(number: number): number {
    if (number < 1 || number > this.count)
      throw new ScanError('truncated', `page ${number} of an SQLite database is past the end of the file`, this.source.size)
    return (number - 1) * this.size
  }

  /**
   * Opens a payload: part of it is in its cell, the rest in a chain of overflow pages, which is followed as far as
   * needed.
   */
  payload(page: Uint8Array, at: number, local: number, length: number, overflow: number): ByteSource {
    const head = page.subarray(at, at + local)
    // Most rows lie in their cell as a whole, and there are millions of them.
    if (head.length === length) return memorySource(head)
    const chain: number[] = [overflow]
    const perPage = this.usable - NEXT_PAGE
    const linked = (index: number): number => {
      while (chain.length <= index) {
        // Every page is in one chain, so following more pages than there are means a loop.
        if (++this.followed > this.count * 2) throw new ScanError('malformed', 'overflow pages of an SQLite database form a loop')
        chain.push(u32be(this.page(chain.at(-1) ?? 0), 0))
      }
      return chain[index] ?? 0
    }
    const readInto = (target: Uint8Array, offset: number): number => {
      const wanted = Math.max(0, Math.min(target.length, length - offset))
      let done = 0
      while (done < wanted) {
        const from = offset + done
        if (from < local) {
          const part = head.subarray(from, from + wanted - done)
          target.set(part, done)
          done += part.length
          if (part.length === 0) throw new ScanError('malformed', 'a cell of an SQLite database extends past its page')
          continue
        }
        const index = Math.floor((from - local) / perPage)
        const within = (from - local) % perPage
        const count = Math.min(wanted - done, perPage - within)
        target.set(this.page(linked(index)).subarray(NEXT_PAGE + within, NEXT_PAGE + within + count), done)
        done += count
      }
      return done
    }
    return {
      kind: 'source',
      size: length,
      readInto,
      read(offset, count) {
        const target = new Uint8Array(Math.max(0, Math.min(count, length - offset)))
        return target.subarray(0, readInto(target, offset))
      },
    }
  }
}
