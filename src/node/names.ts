// Detects file names that are not UTF-8 and could be confused with another file's name.
import { readdirSync } from 'node:fs'
import { basename, dirname, resolve } from 'node:path'

/** What Node writes for bytes of a name that are no UTF-8. A name may also hold this character itself. */
const REPLACED = '\ufffd'

/**
 * Says of a path below `root` whether it can name one file only. On Linux a name is any bytes; those that are no UTF-8 come out of Node with U+FFFD in
 * their place, and opening that text opens another file, if there is one that is really called so: a clean one would stand for both.
 * Folders are listed when such a name comes up, each once.
 */
export function createNames(root: string): (path: string) => boolean {
  const known = new Map<string, ReadonlySet<string>>()
  const lossyIn = (folder: string): ReadonlySet<string> => {
    const found = known.get(folder) ?? lossyNames(folder)
    known.set(folder, found)
    return found
  }
  return (path) => {
    if (!path.includes(REPLACED)) return true
    for (let at = resolve(root, path); at.includes(REPLACED); at = dirname(at)) {
      if (lossyIn(dirname(at)).has(basename(at))) return false
    }
    return true
  }
}

/** The names in a folder as Node gives them that stand for other bytes. Of a folder that cannot be listed none: opening its files says why. */
function lossyNames(folder: string): ReadonlySet<string> {
  try {
    const names = readdirSync(folder, { encoding: 'buffer' })
    return new Set(names.filter((name) => !Buffer.from(name.toString('utf8')).equals(name)).map((name) => name.toString('utf8')))
  } catch {
    return new Set()
  }
}
