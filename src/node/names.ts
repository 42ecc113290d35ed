// Detects file names that are not UTF-8 and could be confused with another file's name.
import { readdirSync } from 'node:fs'
import { basename, dirname, resolve } from 'node:path'

/** The character by which Node replaces bytes that are not UTF-8. A name may also contain it itself. */
const REPLACED = '\ufffd'

/**
 * Returns a function that tells whether a path below `root` names exactly one file. On Linux a name is any bytes.
 * Node replaces those that are not UTF-8 by U+FFFD, and opening that text opens another file if one really has that
 * name: a clean file could hide the other. Folders are listed when such a name occurs, each once.
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

/** Returns the names that Node changed in a folder. None if it cannot be listed: opening its files reports why. */
function lossyNames(folder: string): ReadonlySet<string> {
  try {
    const names = readdirSync(folder, { encoding: 'buffer' })
    return new Set(names.filter((name) => !Buffer.from(name.toString('utf8')).equals(name)).map((name) => name.toString('utf8')))
  } catch {
    return new Set()
  }
}
