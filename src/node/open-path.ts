// Opens a file of a run, or says why it cannot be read.
import { isAbsolute, resolve } from 'node:path'
import { type FileSource, LinkError, openFile } from '../bytes/file.ts'
import type { Incomplete } from '../types/finding.ts'
import { destinationOf, whyUnread } from './links.ts'

type Unread = Pick<Incomplete, 'why' | 'detail'> & { readonly remedy: string }

/**
 * Opens a file of a run, or explains why it cannot be read. A symbolic link is another name of its destination, if
 * that lies in one of the scanned folders (`trees`).
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
  return {
    why: 'internal',
    detail: `it cannot be read (${detail})`,
    remedy: 'Check that the file exists and that its permissions allow reading.',
  }
}

/**
 * Returns whether the path leads straight down from the root. Such a path needs no `resolve`, which is slow for
 * thousands.
 */
function isPlainPath(path: string): boolean {
  return !path.includes('..') && !isAbsolute(path)
}
