// Opens a file of a run, or says why it cannot be read.
import { isAbsolute, resolve } from 'node:path'
import { type FileSource, LinkError, openFile } from '../bytes/file.ts'
import type { Incomplete } from '../types/finding.ts'
import { destinationOf, whyUnread } from './links.ts'

type Unread = Pick<Incomplete, 'why' | 'detail'> & { readonly remedy: string }

/**
 * Opens a file of a run, or says why it cannot be. A symbolic link is one more name of the file that it leads to, where that lies in one of the folders
 * that are scanned (`trees`).
 */
export function openPath(root: string, path: string, trees: readonly string[]): FileSource | Unread {
  try {
    return openFile(isPlainPath(path) ? `${root}/${path}` : resolve(root, path))
  } catch (error) {
    return error instanceof LinkError ? openLink(resolve(root, path), trees) : unreadable(error)
  }
}

function openLink(link: string, trees: readonly string[]): FileSource | Unread {
  const destination = destinationOf(link, trees)
  if (destination.kind !== 'file') return { why: 'unsupported', ...whyUnread(destination) }
  try {
    return openFile(destination.real)
  } catch (error) {
    return unreadable(error)
  }
}

function unreadable(error: unknown): Unread {
  const detail = error instanceof Error ? error.message : String(error)
  return { why: 'internal', detail: `it cannot be read (${detail})`, remedy: 'Check that it exists and may be read.' }
}

/** Does it lead straight down from the root? Thousands of such paths need not be taken apart one by one. */
function isPlainPath(path: string): boolean {
  return !path.includes('..') && !isAbsolute(path)
}
