// Table of configuration keys whose values are paths that loaders join to the folder of the model.
import { type JsonObject, jsonPath } from '../../shared/json-value.ts'
import type { References } from './references.ts'

/** Where a configuration names files that its loader takes from the model's folder. One row per kind of file, with the place in the loader's source. */
interface Row {
  readonly file: RegExp
  /** Where in the document the mapping stands. */
  readonly at: RegExp
  readonly keys: readonly string[]
  /** A key of the same mapping, without which the file is another tool’s. */
  readonly beside?: string
  readonly role: string
  readonly because: string
}

const ROWS: readonly Row[] = [
  {
    file: /^MLmodel$/,
    at: /^flavors\.[^.]+$/,
    keys: ['data', 'model_data', 'model_path', 'pickled_model', 'python_model', 'saved_model_dir', 'model_weights', 'components'],
    role: 'a part of the MLflow model',
    because: 'mlflow/pyfunc/__init__.py joins it to the folder',
  },
  {
    file: /^modules\.json$/i,
    at: /^\[\d+\]$/,
    keys: ['path'],
    beside: 'idx',
    role: 'a module of the Sentence-Transformers model',
    because: 'base/model.py',
  },
  {
    file: /^genai_config\.json$/i,
    at: /./,
    keys: ['filename', 'config_filename'],
    role: 'a graph of the ONNX Runtime GenAI model',
    because: 'src/config.cpp',
  },
  {
    file: /^Manifest\.json$/i,
    at: /^itemInfoEntries\./,
    keys: ['path'],
    role: 'a part of the Core ML package',
    because: 'modelpackage/src/ModelPackage.cpp',
  },
]

/** Names of the files above, and what a path that leaves the folder has in it. */
export function mayLeave(file: string, text: string): boolean {
  return ROWS.some((row) => row.file.test(file)) && /\.\.|:[ \t]*["']?(?:[\\/~]|[A-Za-z]+:)/.test(text)
}

/** States the files that a model's configuration names. */
export function observePaths(object: JsonObject, where: string, file: string, references: References): void {
  for (const row of ROWS) {
    if (!row.file.test(file) || !row.at.test(where) || (row.beside !== undefined && !(row.beside in object))) continue
    for (const key of row.keys) {
      const path = object[key]
      if (typeof path === 'string' && path !== '') references.file(path, `${row.role} (${jsonPath(where, `.${key}`)})`)
    }
  }
}
