// Recognises SQLite databases and their write-ahead logs.
import type { Format } from '../../../types/format.ts'
import { startsLikeSqlite, startsLikeSqliteLog } from '../../../wire/signatures.ts'
import { oneOf } from '../../shared/first-bytes.ts'
import { lazily } from '../../shared/lazily.ts'

/**
 * SQLite databases: diskcache, sqlitedict and shelve keep pickles in them, and many programs other things. What was changed and is not in the database yet is in a
 * log beside it, which SQLite reads first.
 */
export const sqliteFormat: Format = {
  id: 'sqlite',
  title: 'SQLite database',
  kind: 'database',
  extensions: ['.sqlite', '.sqlite3', '.db'],
  access: 'random',
  opening: { first: oneOf('S7') },
  match: ({ head }) => (startsLikeSqlite(head) || startsLikeSqliteLog(head) ? 'certain' : 'no'),
  scan: lazily(async () => (await import('../records.ts')).scanSqlite),
}
