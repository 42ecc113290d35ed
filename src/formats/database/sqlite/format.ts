// Recognises SQLite databases and their write-ahead logs.
import type { Format } from '../../../types/format.ts'
import { startsLikeSqlite, startsLikeSqliteLog } from '../../../wire/signatures.ts'
import { oneOf } from '../../shared/first-bytes.ts'
import { lazily } from '../../shared/lazily.ts'

/**
 * SQLite databases, in which diskcache, sqlitedict and shelve store pickles. The write-ahead log beside a database
 * contains changes that are not in it yet, and SQLite reads them first.
 */
export const sqliteFormat: Format = {
  id: 'sqlite',
  title: 'SQLite database',
  kind: 'database',
  extensions: ['.sqlite', '.sqlite3', '.db'],
  access: 'random',
  prefilter: { first: oneOf('S7') },
  match: ({ head }) => (startsLikeSqlite(head) || startsLikeSqliteLog(head) ? 'certain' : 'no'),
  scan: lazily(async () => (await import('../records.ts')).scanSqlite),
}
