// Finds out whether there is a model in the folders around a file.
import { readdirSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { extensionOf } from '../scan/probe.ts'
import { isModelExtension } from '../scan/promises.ts'

/** Maximum sub-folders to list: a folder with more does not belong to a model. */
const MAX_FOLDERS = 100

/** What the folders around a file contain: an MLflow model, another model, or none. */
export type Neighbour = 'MLmodel' | 'model' | 'none'

interface Folder {
  readonly model: boolean
  readonly mlflow: boolean
  readonly folders: readonly string[]
}

/**
 * Returns a function that looks for a model around a file: in its folder, the sub-folders and the parent. Folders are
 * listed on demand, each once; an unreadable folder counts as empty. Looks at the disk rather than at the list of
 * files to scan, which may contain changed files only.
 */
export function createNeighbours(root: string): (path: string) => Neighbour {
  const known = new Map<string, Folder>()
  const list = (folder: string): Folder => {
    const found = known.get(folder) ?? read(folder)
    known.set(folder, found)
    return found
  }
  return (path) => {
    const home = dirname(resolve(root, path))
    const own = list(home)
    if (own.mlflow) return 'MLmodel'
    if (own.model || list(dirname(home)).model) return 'model'
    return own.folders.some((folder) => list(join(home, folder)).model) ? 'model' : 'none'
  }
}

function read(folder: string): Folder {
  try {
    const entries = readdirSync(folder, { withFileTypes: true })
    // A link is another name of a file, as in the snapshots of Hugging Face.
    const files = entries.filter((entry) => entry.isFile() || entry.isSymbolicLink())
    const folders = entries.filter((entry) => entry.isDirectory()).map(({ name }) => name)
    const mlflow = files.some(({ name }) => name === 'MLmodel')
    return {
      mlflow,
      model: mlflow || files.some(({ name }) => isModelExtension(extensionOf(name))),
      folders: folders.length > MAX_FOLDERS ? [] : folders,
    }
  } catch {
    return { mlflow: false, model: false, folders: [] }
  }
}
