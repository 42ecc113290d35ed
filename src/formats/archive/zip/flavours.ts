// Recognises from the names of its entries what a zip is: a PyTorch file, a Keras model, an `.npz`, …
import type { Hints } from '../../../types/artifact.ts'

/** A kind of file that is a zip. */
interface Flavour {
  readonly label: string
  /** Last path components that must all be there, in lower case: PyTorch's reader ignores case. */
  readonly files: readonly string[]
  /** Folders that must all be there, at any depth. */
  readonly folders: readonly string[]
  /** How every name ends, in lower case. */
  readonly all?: string
  /** For every member: any of them can be what the loader unpickles. */
  readonly hints?: Hints
}

/** The first row that fits names the file. */
const flavours: readonly Flavour[] = [
  // torch.jit.save: code/ holds the program as text.
  { label: 'torchscript', files: ['constants.pkl', 'data.pkl'], folders: ['code'], hints: { pickle: 'torch', source: 'torchscript' } },
  // torch.package.PackageExporter: its modules are imported by what is loaded.
  { label: 'torch-package', files: ['extern_modules'], folders: ['.data'], hints: { pickle: 'torch', source: 'load' } },
  // torch.export.save and AOTInductor packages, today and before 2.7.
  { label: 'torch-export', files: ['archive_format', 'archive_version'], folders: [], hints: { pickle: 'torch', source: 'import' } },
  { label: 'torch-export', files: ['serialized_exported_program.json'], folders: [], hints: { pickle: 'torch', source: 'import' } },
  // torch.save since 1.6.
  { label: 'pytorch', files: ['data.pkl'], folders: [], hints: { pickle: 'torch', source: 'import' } },
  // torch-model-archiver: the server imports the handler.
  { label: 'torchserve', files: ['manifest.json'], folders: ['mar-inf'], hints: { source: 'load' } },
  // keras.Model.save since Keras 3.
  { label: 'keras', files: ['config.json', 'metadata.json', 'model.weights.h5'], folders: [] },
  { label: 'keras', files: ['config.json', 'metadata.json', 'model.weights.npz'], folders: [] },
  // skops.io.dump.
  { label: 'skops', files: ['schema.json'], folders: [] },
  // numpy.savez: an array for each name.
  { label: 'npz', files: [], folders: [], all: '.npy' },
]

/** What reports can call a zip. */
export const labels: readonly string[] = [...new Set(flavours.map(({ label }) => label))]

/** What the names of the entries say the zip is; undefined for a plain one. A NUL ends a name for some readers: both readings count. */
export function flavourOf(names: Iterable<string>): Pick<Flavour, 'label' | 'hints'> | undefined {
  const files = new Set<string>()
  const folders = new Set<string>()
  let latest = ''
  for (const written of names) {
    const name = written.toLowerCase()
    latest = addTo(files, folders, name, latest)
    const nul = name.indexOf('\0')
    if (nul >= 0) latest = addTo(files, folders, name.slice(0, nul), latest)
  }
  return flavours.find(
    ({ files: wanted, folders: inside, all }) =>
      wanted.every((file) => files.has(file)) &&
      inside.every((folder) => folders.has(folder)) &&
      (all === undefined || (files.size > 0 && [...files].every((file) => file.endsWith(all)))),
  )
}

/** Only some folders of a path are looked at: enough for the table, and linear in the name. Gives the path, which the next name often shares. */
function addTo(files: Set<string>, folders: Set<string>, name: string, latest: string): string {
  const last = name.lastIndexOf('/')
  files.add(name.slice(last + 1))
  const path = name.slice(0, Math.max(0, Math.min(last, 1024)))
  if (last >= 0 && (path !== latest || path === '')) for (const part of path.split('/', 8)) folders.add(part)
  return last < 0 ? latest : path
}
