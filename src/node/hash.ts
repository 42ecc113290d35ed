// Computes SHA-256 digests, and formats the day of a date.
import type { createHash, Hash } from 'node:crypto'
import { createRequire } from 'node:module'
import type { ByteSource } from '../bytes/source.ts'

const PIECE = 1 << 20

/** Cache: Node's module, loaded at the first hash. Loading it is a tenth of the start, and most runs hash nothing. */
let cryptoCache: { readonly createHash: typeof createHash } | undefined

/** Creates a SHA-256 hash. */
export function sha256(): Hash {
  cryptoCache ??= createRequire(import.meta.url)('node:crypto') as { readonly createHash: typeof createHash }
  return cryptoCache.createHash('sha256')
}

/** SHA-256 of the UTF-8 bytes of a text, in hex. */
export function sha256OfText(text: string): string {
  return sha256().update(text).digest('hex')
}

/** SHA-256 of all bytes, in hex; undefined if the source cannot be read to its end. */
export function sha256OfSource(source: ByteSource): string | undefined {
  const hash = sha256()
  try {
    for (let at = 0; at < source.size; at += PIECE) hash.update(source.read(at, PIECE))
  } catch {
    return undefined
  }
  return hash.digest('hex')
}

/** The day in UTC, `YYYY-MM-DD`. */
export function dayOf(date: Date): string {
  return date.toISOString().slice(0, 10)
}
