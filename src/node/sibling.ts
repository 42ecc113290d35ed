// Checks the files beside a model that the model names, without opening them.
import { lstatSync, realpathSync } from 'node:fs'
import { dirname, isAbsolute, relative, resolve } from 'node:path'
import type { Companion } from '../types/artifact.ts'
import { isCacheLink, isWithin } from './links.ts'

/**
 * What really stands under a name that the model `model` (relative to `root`) gives for a file beside it. A link leads a loader to bytes that
 * nobody reviewed under that name (ONNX external data: CVE-2026-34446, CVE-2026-34447). Nothing is opened or read. Undefined for an ordinary
 * file, one that is not there, and a name that leaves the folder, which is judged by itself.
 */
export function companionOf(root: string, model: string, name: string): Companion | undefined {
  const home = dirname(resolve(root, model))
  const path = resolve(home, name)
  if (name.includes('\0') || isAbsolute(name) || !isWithin(home, path)) return undefined
  try {
    const real = realpathSync(path)
    // In a snapshot every file is a link to a blob beside it.
    if (isCacheLink(path)) return undefined
    if (real !== resolve(realpathSync(home), relative(home, path))) return isWithin(realpathSync(root), real) ? 'link' : 'link-outside'
    const stat = lstatSync(path)
    return stat.isFile() && stat.nlink > 1 ? 'hard-link' : undefined
  } catch {
    return undefined
  }
}

/** Is there a file, or a link to one, of that name in the folder of `model` or below it? Nothing is opened. */
export function isBeside(root: string, model: string, name: string): boolean {
  const home = dirname(resolve(root, model))
  const path = resolve(home, name)
  if (name.includes('\0') || isAbsolute(name) || !isWithin(home, path)) return false
  const stat = lstatSync(path, { throwIfNoEntry: false })
  return stat !== undefined && !stat.isDirectory()
}
