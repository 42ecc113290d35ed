// Recognises by its entry names what a zip is (PyTorch, Keras, `.npz`, …), and returns the hints for its members.
import type { Hints } from '../../../types/artifact.ts'
import type { ZipEntry } from '../../../wire/zip/entry.ts'

/** A kind of file that is packed as a zip. */
interface Flavour {
  readonly label: string
  /** File names that must all exist, without their folder and in lower case: PyTorch's reader ignores case. */
  readonly files: readonly string[]
  /** Folders that must all exist, at any depth. */
  readonly folders: readonly string[]
  /** Suffix that every name must have, in lower case. */
  readonly all?: string
  /** Hints for every member, since the loader may unpickle any of them. */
  readonly hints?: Hints
}

/** The first row that matches decides. */
const flavours: readonly Flavour[] = [
  // torch.jit.save: code/ contains the program as text.
  { label: 'torchscript', files: ['constants.pkl', 'data.pkl'], folders: ['code'], hints: { pickle: 'torch', source: 'torchscript' } },
  // torch.package.PackageExporter: unpickling imports its modules.
  { label: 'torch-package', files: ['extern_modules'], folders: ['.data'], hints: { pickle: 'torch', source: 'load' } },
  // torch.export.save and AOTInductor packages since PyTorch 2.7, and before.
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
  // numpy.savez: one member for each array.
  { label: 'npz', files: [], folders: [], all: '.npy' },
]

/** All labels that a zip can have in a report. */
export const labels: readonly string[] = [...new Set(flavours.map(({ label }) => label))]

/** Recognises a zip by its entry names; undefined for a plain one. Some readers end names at a NUL: both count. */
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

/**
 * Adds the file name and the first eight folders of a path, which is enough for the table and bounds the cost. Returns
 * the folder path, which the next entry often shares.
 */
function addTo(files: Set<string>, folders: Set<string>, name: string, latest: string): string {
  const last = name.lastIndexOf('/')
  files.add(name.slice(last + 1))
  const path = name.slice(0, Math.max(0, Math.min(last, 1024)))
  if (last >= 0 && (path !== latest || path === '')) for (const part of path.split('/', 8)) folders.add(part)
  return last < 0 ? latest : path
}

/** PyTorch reads a storage from `data/<key>` beside the pickle that names it. */
const STORAGE = /(?:^|\/)data\/\d+$/
const storageHintsCache = new WeakMap<Hints, Hints>()

/** Returns the hints for a storage. The thousands of storages of an archive share one object. */
function storageHints(hints: Hints): Hints {
  const known = storageHintsCache.get(hints)
  if (known) return known
  const numbers = { ...hints, numbers: true } as const
  storageHintsCache.set(hints, numbers)
  return numbers
}

/** Returns the hints for one entry. The pickle of a PyTorch archive also gets the sizes of its storages. */
export function hintsOf(hints: Hints | undefined, { name }: ZipEntry, entries: readonly ZipEntry[]): Hints | undefined {
  if (hints?.pickle === 'torch' && STORAGE.test(name)) return storageHints(hints)
  const folder = hints?.pickle === 'torch' ? /^(.*\/)?data\.pkl$/i.exec(name) : undefined
  if (!folder) return hints
  let sizes: ReadonlyMap<string, number> | undefined
  return {
    ...hints,
    storage(key) {
      sizes ??= sizesBelow(`${folder[1] ?? ''}data/`, entries)
      return sizes.get(key)
    },
  }
}

function sizesBelow(folder: string, entries: readonly ZipEntry[]): ReadonlyMap<string, number> {
  const sizes = new Map<string, number>()
  for (const { name, size } of entries) if (name.startsWith(folder)) sizes.set(name.slice(folder.length), size)
  return sizes
}
