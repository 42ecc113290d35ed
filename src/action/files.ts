// Finds the files that the inputs `paths` and `exclude` select.
import { lstat, realpath } from 'node:fs/promises'
import { isAbsolute, relative, sep } from 'node:path'
import { create } from '@actions/glob'
import { discover } from '../node/discover.ts'
import { decideLinks } from '../node/links.ts'
import { createNames } from '../node/names.ts'
import type { Inputs } from './inputs.ts'

/** The files that the inputs select. */
export interface FoundFiles {
  /** POSIX paths relative to the root, sorted by code unit, each file once. */
  readonly files: readonly string[]
  /**
   * Those of the files that are symbolic links, or lie in a linked folder: they can change although git sees no
   * change.
   */
  readonly links: readonly string[]
  /** About matched paths that are not scanned. Plain text, not escaped. */
  readonly notices: readonly string[]
}

/** Git keeps its objects there, and no loader reads them. To scan them, set a working-directory inside. */
const builtInExcludes = ['**/.git/**']

/**
 * Lists the files under `root` (absolute) that the inputs select. The results of the glob are checked: it returns
 * symbolic links to files even if it should not follow them, and walks through a linked folder that a pattern names.
 * A pull request can add `x.pkl -> /dev/zero`.
 */
export async function findFiles(root: string, { paths, exclude }: Pick<Inputs, 'paths' | 'exclude'>): Promise<FoundFiles> {
  // Without patterns, `discover` takes a twentieth of the time.
  if (paths === undefined && exclude.length === 0) return discover(root)

  // Exclusions alone exclude from all files; the glob itself would return none.
  const wanted = paths?.some((pattern) => !pattern.startsWith('!')) ? paths : ['**', ...(paths ?? [])]
  const patterns = [
    ...wanted.map((pattern) => rooted(root, pattern.startsWith('!') ? pattern : anyCaseExtension(pattern))),
    ...[...builtInExcludes, ...exclude].map((pattern) => `!${rooted(root, pattern)}`),
  ]
  const globber = await create(patterns.join('\n'), { followSymbolicLinks: false, matchDirectories: false, excludeHiddenFiles: false })
  // Patterns do not work on names that are not UTF-8: such files are always on the list, and are reported as
  // incomplete.
  const isCertain = createNames(root)
  const found = new Set(discover(root).files.filter((name) => !isCertain(name)))
  const links: string[] = []
  const notices: string[] = []
  const realRoot = await realpath(root)
  for await (const path of globber.globGenerator()) {
    const name = posix(relative(root, path))
    const stat = await lstat(path).catch(() => undefined)
    // Deleted meanwhile: it stays on the list, and is reported as incomplete.
    if (stat === undefined) found.add(name)
    else if (stat.isSymbolicLink()) links.push(name)
    else if (!stat.isFile()) notices.push(`Not a regular file, not scanned: ${name}`)
    else {
      const realName = posix(relative(realRoot, await realpath(path)))
      if (isInside(realName)) found.add(realName)
      else notices.push(`Symbolic link not followed: in the path ${name}`)
    }
  }
  const decided = decideLinks(root, links, [root], found.size === 0)
  for (const blob of decided.blobs) found.delete(blob)
  notices.push(...decided.unread.map((name) => `Symbolic link not followed: ${name}`))
  return { files: [...found, ...decided.files].sort(), links: decided.files, notices: notices.sort() }
}

/** Returns whether a relative POSIX path stays in its folder. */
export function isInside(path: string): boolean {
  return path !== '..' && !path.startsWith('../') && !isAbsolute(path)
}

/** Puts the root, escaped, before a pattern. Relative patterns would start at the current folder of the process. */
function rooted(root: string, pattern: string): string {
  const negated = pattern.startsWith('!')
  const literal = (sep === '\\' ? root : root.replace(/\\/g, '\\\\')).replace(/[[?*]/g, '[$&]')
  return `${negated ? '!' : ''}${literal}/${negated ? pattern.slice(1) : pattern}`
}

/** Turns `*.pkl` into `*.[pP][kK][lL]`: on Linux the glob is case-sensitive, and would miss `MODEL.PKL`. */
function anyCaseExtension(pattern: string): string {
  const extension = /\.[^./\\[\]]+$/.exec(pattern)
  if (extension === null) return pattern
  const anyCase = extension[0].replace(/[a-z]/gi, (letter) => `[${letter.toLowerCase()}${letter.toUpperCase()}]`)
  return pattern.slice(0, extension.index) + anyCase
}

/** Returns the path with `/` on every system. */
export function posix(path: string): string {
  return sep === '/' ? path : path.split(sep).join('/')
}
