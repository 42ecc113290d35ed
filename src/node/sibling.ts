// Checks the files beside a model that the model names, without opening them.
import { lstatSync, realpathSync } from 'node:fs'
import { dirname, isAbsolute, relative, resolve } from 'node:path'
import type { SiblingKind } from '../facts/config.ts'
import { isCacheLink, isWithin } from './links.ts'

/**
 * Returns what a sibling is that the model `model` (relative to `root`) refers to by `name`, if it is a link. Through
 * a link a loader reads bytes that were never reviewed under that name (ONNX external data: CVE-2026-34446,
 * CVE-2026-34447). Undefined for an ordinary or missing file, and for a name that leaves the folder, which is judged
 * by itself. Opens nothing.
 */
export function siblingOf(root: string, model: string, name: string): SiblingKind | undefined {
  const home = dirname(resolve(root, model))
  const path = resolve(home, name)
  if (name.includes('\0') || isAbsolute(name) || !isWithin(home, path)) return undefined
  try {
    const real = realpathSync(path)
    // In a snapshot of the Hugging Face cache every file is a link to a blob.
    if (isCacheLink(path)) return undefined
    if (real !== resolve(realpathSync(home), relative(home, path))) return isWithin(realpathSync(root), real) ? 'link' : 'link-outside'
    const stat = lstatSync(path)
    return stat.isFile() && stat.nlink > 1 ? 'hard-link' : undefined
  } catch {
    return undefined
  }
}

/** Returns whether the folder of `model` has a file, or a link, of that name. Opens nothing. */
export function isBeside(root: string, model: string, name: string): boolean {
  const home = dirname(resolve(root, model))
  const path = resolve(home, name)
  if (name.includes('\0') || isAbsolute(name) || !isWithin(home, path)) return false
  const stat = lstatSync(path, { throwIfNoEntry: false })
  return stat !== undefined && !stat.isDirectory()
}
