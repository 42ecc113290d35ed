import { ScanError } from '../../bytes/errors.ts'
import { type ByteSource, memorySource } from '../../bytes/source.ts'
import { encodingOf, type TextEncoding } from './texts.ts'

const HEADER = 100
const MAX_CACHED = 64

/** The pages of an SQLite database (file format, section 1). Numbers count from 1. */
export class SqlitePages {
  readonly size: number
  /** Bytes of a page that hold content. */
  readonly usable: number
  readonly count: number
  readonly encoding: TextEncoding
  private readonly source: ByteSource
  private readonly cache = new Map<number, Uint8Array>()
  private followed = 0

  /** @throws {ScanError} `malformed` where the header has an impossible page size. */
  constructor(source: ByteSource, header = source.read(0, HEADER)) {
    if (header.length < HEADER) throw new ScanError('truncated', 'an SQLite database ends within its header', header.length)
    const written = ((header[16] ?? 0) << 8) | (header[17] ?? 0)
    this.size = written === 1 ? 65_536 : written
    this.usable = this.size - (header[20] ?? 0)
    if (this.size < 512 || (this.size & (this.size - 1)) !== 0 || this.usable < 480)
      throw new ScanError('malformed', `an SQLite database with pages of ${written} bytes`, 16)
    this.count = Math.ceil(source.size / this.size)
    this.encoding = encodingOf(header)
    this.source = source
  }

  /** @throws {ScanError} where the page is not in the file. */
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

  /** Another page has taken the place of this one. */
  protected forget(number: number): void {
    this.cache.delete(number)
  }

  /** Where the page lies. */
  offset(number: number): number {
    if (number < 1 || number > this.count)
      throw new ScanError('truncated', `page ${number} of an SQLite database is not in the file`, this.source.size)
    return (number - 1) * this.size
  }

  /** The bytes of a payload: some in its cell, the rest in a chain of overflow pages (section 1.6), followed as far as they are read. */
  payload(page: Uint8Array, at: number, local: number, length: number, overflow: number): ByteSource {
    const head = page.subarray(at, at + local)
    // Most rows lie in their cell as a whole, and there are millions of them.
    if (head.length === length) return memorySource(head)
    const chain: number[] = [overflow]
    const perPage = this.usable - 4
    const linked = (index: number): number => {
      while (chain.length <= index) {
        // Every page is in one chain: what follows more of them goes round in circles.
        if (++this.followed > this.count * 2) throw new ScanError('malformed', 'overflow pages of an SQLite database go round in circles')
        chain.push(u32(this.page(chain.at(-1) ?? 0), 0))
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
          if (part.length === 0) throw new ScanError('malformed', 'a cell of an SQLite database runs over its page')
          continue
        }
        const index = Math.floor((from - local) / perPage)
        const within = (from - local) % perPage
        const count = Math.min(wanted - done, perPage - within)
        target.set(this.page(linked(index)).subarray(4 + within, 4 + within + count), done)
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

/** A big-endian number of four bytes. */
export function u32(bytes: Uint8Array, at: number): number {
  return (bytes[at] ?? 0) * 2 ** 24 + (((bytes[at + 1] ?? 0) << 16) | ((bytes[at + 2] ?? 0) << 8) | (bytes[at + 3] ?? 0))
}
