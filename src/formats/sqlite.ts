import type { Format } from '../types/format.ts'
import { startsLikeSqlite } from '../wire/signatures.ts'
import { lazily } from './lazily.ts'
import { oneOf } from './openings.ts'

/** SQLite databases: diskcache, sqlitedict and shelve keep pickles in them, and many programs other things. */
export const sqliteFormat: Format = {
  id: 'sqlite',
  title: 'SQLite database',
  extensions: ['.sqlite', '.sqlite3', '.db'],
  access: 'random',
  opening: { first: oneOf('S') },
  match: ({ head }) => (startsLikeSqlite(head) ? 'certain' : 'no'),
  scan: lazily(async () => (await import('./databases-scan.ts')).scanSqlite),
}
