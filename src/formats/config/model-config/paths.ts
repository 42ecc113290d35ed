// Table of configuration keys whose values are paths that loaders join to the folder of the model.
import { type JsonObject, jsonPath } from '../../shared/json-value.ts'
import type { References } from './references.ts'

/**
 * Keys of one kind of configuration whose values are files; `because` is the file of the loader that joins them to the
 * folder.
 */
interface Row {
  readonly file: RegExp
  /** The path of the mapping in the document. */
  readonly at: RegExp
  readonly keys: readonly string[]
  /** A key of the same mapping: without it the file belongs to another tool. */
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

/** Prefilter: whether such a file may contain a path that leaves the folder. */
export function mayLeave(file: string, text: string): boolean {
  return ROWS.some((row) => row.file.test(file)) && /\.\.|:[ \t]*["']?(?:[\\/~]|[A-Za-z]+:)/.test(text)
}

/** Reports the files that a model's configuration names. */
export function observePaths(object: JsonObject, where: string, file: string, references: References): void {
  for (const row of ROWS) {
    if (!row.file.test(file) || !row.at.test(where) || (row.beside !== undefined && !(row.beside in object))) continue
    for (const key of row.keys) {
      const path = object[key]
      if (typeof path === 'string' && path !== '') references.file(path, `${row.role} (${jsonPath(where, `.${key}`)})`)
    }
  }
}
