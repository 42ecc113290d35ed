// Computes SHA-256 digests, and formats the day of a date.
import type { createHash, Hash } from 'node:crypto'
import { createRequire } from 'node:module'
import type { ByteSource } from '../bytes/source.ts'

const PIECE = 1 << 20

let crypto: { readonly createHash: typeof createHash } | undefined

/** A SHA-256 to be fed. Node's module is loaded by the first: it is a tenth of the start, and most runs hash nothing. */
export function sha256(): Hash {
  crypto ??= createRequire(import.meta.url)('node:crypto') as { readonly createHash: typeof createHash }
  return crypto.createHash('sha256')
}

/** SHA-256 of the UTF-8 bytes of a text, in hex. */
export function sha256OfText(text: string): string {
  return sha256().update(text).digest('hex')
}

/** SHA-256 of all bytes, in hex, read a piece at a time; undefined where one of them cannot be read. */
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
