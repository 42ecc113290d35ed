// Finds the files that the inputs `paths` and `exclude` select.
import { lstat, realpath } from 'node:fs/promises'
import { isAbsolute, relative, sep } from 'node:path'
import { create } from '@actions/glob'
import { discover } from '../node/discover.ts'
import { decideLinks } from '../node/links.ts'
import { createNames } from '../node/names.ts'
import type { Inputs } from './inputs.ts'

export interface FoundFiles {
  /** POSIX paths relative to the root, sorted by code unit, each file once. */
  readonly files: readonly string[]
  /** Those of them that are reached by symbolic links: another file may have changed under their name. */
  readonly links: readonly string[]
  /** What was matched and left out, and why. Plain text. */
  readonly notices: readonly string[]
}

/** Git's own objects are no models anybody loads; whoever wants them scanned names a working-directory inside. */
const builtInExcludes = ['**/.git/**']

/**
 * The regular files under `root` (absolute) that the inputs ask for. The glob returns symbolic links to files even when told not to follow
 * them, and walks through a linked folder that a pattern names: a pull request can add `x.pkl -> /dev/zero`. So its answers are checked.
 */
export async function findFiles(root: string, { paths, exclude }: Pick<Inputs, 'paths' | 'exclude'>): Promise<FoundFiles> {
  // With nothing to match, walking the folder ourselves takes a twentieth of the time.
  if (paths === undefined && exclude.length === 0) return discover(root)

  // Only exclusions: from everything. The glob itself would answer with nothing.
  const wanted = paths?.some((pattern) => !pattern.startsWith('!')) ? paths : ['**', ...(paths ?? [])]
  const patterns = [
    ...wanted.map((pattern) => rooted(root, pattern.startsWith('!') ? pattern : anyCaseExtension(pattern))),
    ...[...builtInExcludes, ...exclude].map((pattern) => `!${rooted(root, pattern)}`),
  ]
  const globber = await create(patterns.join('\n'), { followSymbolicLinks: false, matchDirectories: false, excludeHiddenFiles: false })
  // What a name that is no UTF-8 names, a pattern cannot tell: it is on the list in any case, and is then reported as not read.
  const isCertain = createNames(root)
  const found = new Set(discover(root).files.filter((name) => !isCertain(name)))
  const links: string[] = []
  const notices: string[] = []
  const realRoot = await realpath(root)
  for await (const path of globber.globGenerator()) {
    const name = posix(relative(root, path))
    const stat = await lstat(path).catch(() => undefined)
    // Gone meanwhile: it stays on the list, and is then reported as not read.
    if (stat === undefined) found.add(name)
    else if (stat.isSymbolicLink()) links.push(name)
    else if (!stat.isFile()) notices.push(`No regular file, not read: ${name}`)
    else {
      const realName = posix(relative(realRoot, await realpath(path)))
      if (isInside(realName)) found.add(realName)
      else notices.push(`Symbolic link not followed: on the way to ${name}`)
    }
  }
  const decided = decideLinks(root, links, [root], found.size === 0)
  for (const blob of decided.blobs) found.delete(blob)
  notices.push(...decided.unread.map((name) => `Symbolic link not followed: ${name}`))
  return { files: [...found, ...decided.files].sort(), links: decided.files, notices: notices.sort() }
}

/** True for a relative POSIX path that does not lead out of the folder it is relative to. */
export function isInside(path: string): boolean {
  return path !== '..' && !path.startsWith('../') && !isAbsolute(path)
}

/** A pattern below the root, in which the root is literal. Relative patterns would start at the process's folder instead. */
function rooted(root: string, pattern: string): string {
  const negated = pattern.startsWith('!')
  const literal = (sep === '\\' ? root : root.replace(/\\/g, '\\\\')).replace(/[[?*]/g, '[$&]')
  return `${negated ? '!' : ''}${literal}/${negated ? pattern.slice(1) : pattern}`
}

/** `*.pkl` as `*.[pP][kK][lL]`: on Linux the glob tells case apart, and a renamed `MODEL.PKL` would slip through. */
function anyCaseExtension(pattern: string): string {
  const extension = /\.[^./\\[\]]+$/.exec(pattern)
  if (extension === null) return pattern
  const anyCase = extension[0].replace(/[a-z]/gi, (letter) => `[${letter.toLowerCase()}${letter.toUpperCase()}]`)
  return pattern.slice(0, extension.index) + anyCase
}

/** The path with `/`, whatever the system writes. */
export function posix(path: string): string {
  return sep === '/' ? path : path.split(sep).join('/')
}
