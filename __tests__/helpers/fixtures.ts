import { readdirSync, readFileSync } from 'node:fs'
import { join, relative, sep } from 'node:path'

/** The folder of the test files. */
export const FIXTURES = join(import.meta.dirname, '../../fixtures')

/**
 * What a file is, whoever judges it. `own-class`: harmless, of a package that no list can know. `suspicious`: nobody can say without running it.
 * `unreadable`: not to be read to its end.
 */
export type Verdict = 'clean' | 'own-class' | 'suspicious' | 'malicious' | 'unreadable'

/** A row of `fixtures/manifest.json`. */
export interface Fixture {
  /** Relative to the fixture folder, with `/`. */
  readonly file: string
  readonly origin: string
  readonly shows: string
  readonly verdict: Verdict
  /** Hex. */
  readonly sha256: string
  /** Bytes. */
  readonly size: number
}

/** The manifest, as `scripts/make-fixtures.py` wrote it. */
export const manifest: readonly Fixture[] = JSON.parse(readFileSync(join(FIXTURES, 'manifest.json'), 'utf8'))

/** The bytes of a fixture. */
export function bytesOf(fixture: Fixture): Uint8Array {
  return readFileSync(join(FIXTURES, fixture.file))
}

const GOLDEN = '.expected.json'

/** Where the golden file of a fixture lies. */
export function goldenOf(fixture: Fixture): string {
  return join(FIXTURES, fixture.file + GOLDEN)
}

/** Files of the folder by kind, relative to it, sorted. */
export function filesOnDisk(): { readonly fixtures: readonly string[]; readonly goldens: readonly string[] } {
  const files = readdirSync(FIXTURES, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.parentPath !== FIXTURES)
    .map((entry) => relative(FIXTURES, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .sort()
  return { fixtures: files.filter((file) => !file.endsWith(GOLDEN)), goldens: files.filter((file) => file.endsWith(GOLDEN)) }
}
