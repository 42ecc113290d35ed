import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ScanError } from '../../src/bytes/errors.ts'
import { FIXTURES } from './fixtures.ts'

/** The bytes of a fixture by its path in the folder. */
export function fixtureBytes(file: string): Uint8Array {
  return readFileSync(join(FIXTURES, file))
}

/** Every beginning of the bytes, and the bytes with each byte changed in turn: what a broken or hostile file looks like. At most `limit` of them. */
export function* damaged(bytes: Uint8Array, limit = 400): Generator<Uint8Array, void, undefined> {
  const step = Math.max(1, Math.floor((bytes.length * 2) / limit))
  for (let at = 0; at < bytes.length; at += step) {
    yield bytes.slice(0, at)
    const changed = bytes.slice()
    changed[at] = ((changed[at] ?? 0) + 0x81) & 0xff
    yield changed
  }
}

/** Runs a reader that may throw `ScanError` and nothing else. */
export function tolerates(read: () => unknown): void {
  try {
    read()
  } catch (error) {
    if (!(error instanceof ScanError)) throw error
  }
}
