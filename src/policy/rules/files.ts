// Rules about what a model file points at, and about bytes that contradict its format.
import type { Observation } from '../../facts/observation.ts'
import type { Objection, Rule } from './rule.ts'

type ExternalFile = Extract<Observation, { kind: 'external-file' }>

/** Formats of which a file may hold several: what follows the first is scanned, and no surprise. */
const REPEATED: ReadonlySet<string> = new Set(['npy', 'numpy'])
/** Roles of data that libraries store in the file itself unless they are told otherwise. */
const UNUSUAL_ROLES: ReadonlySet<string> = new Set([
  'HDF5 external link',
  'external storage',
  'virtual dataset',
  'a native library of functions',
])

export const filesRules = [
  {
    id: 'files/external-path',
    severity: 'high',
    title: 'The model names a file outside its folder',
    description:
      'A path in the model is absolute, climbs out of the folder or is a URL. Loading reads, or fetches, what it names, on the machine that loads.',
    help: 'Refuse the model, or have it written again with its data beside it.',
    cwe: [22, 73],
    judges: { kind: 'external-file', judge: leavesFolder },
  },
  {
    id: 'files/external-data',
    severity: 'medium',
    title: 'The model reads data from another file',
    description: 'The file takes part of its data from another file by name. What that file holds is decided where the model is loaded.',
    help: 'Store the data in the model itself, or check the named file as well.',
    cwe: [73],
    judges: { kind: 'external-file', judge: isUnusualSibling },
  },
  {
    id: 'files/overlap',
    severity: 'medium',
    title: 'Parts of the file overlap',
    description: 'Two entries claim the same bytes. No library writes that; readers disagree on it or break.',
    help: 'Write the file again with the library that made it.',
    cwe: [119, 436],
  },
  {
    id: 'files/out-of-bounds',
    severity: 'high',
    title: 'The file points outside itself',
    description:
      'An entry lies behind the end of the file, or its size contradicts its shape. Readers without a check read or write foreign memory.',
    help: 'Fetch the file again; if it is the same, do not load it.',
    cwe: [125, 787],
  },
  {
    id: 'files/duplicate-key',
    severity: 'high',
    title: 'A key stands twice in the header',
    description: 'Readers take the first or the last of two equal keys, so that what one of them checks is not what another one loads.',
    help: 'Write the file again with the library that made it.',
    cwe: [436, 694],
  },
  {
    id: 'files/bad-header',
    severity: 'medium',
    title: 'The header contradicts the format',
    description: 'A value in the header is one that the format does not allow and that its library does not write.',
    help: 'Write the file again with the library that made it.',
    cwe: [1284],
  },
  {
    id: 'files/shape-bomb',
    severity: 'high',
    title: 'The file declares a shape that exhausts memory',
    description: 'A declared shape or size is far beyond the data that are there. Loading allocates it first.',
    help: 'Do not load the file.',
    cwe: [789, 400],
  },
  {
    id: 'files/gap',
    severity: 'medium',
    title: 'Bytes of the file belong to no entry',
    description:
      'The header leaves out a part of the file. Readers of the format refuse it or pass over it; something can be hidden there. ModelGate looks at it as a file of its own.',
    help: 'Write the file again with the library that made it.',
    cwe: [1284],
  },
  {
    id: 'files/trailing-bytes',
    severity: 'medium',
    title: 'Bytes follow the end of the file’s format',
    description: 'The format ends before the file does. Something else can be hidden there. ModelGate looks at it as a file of its own.',
    help: 'Find out what they are, or write the file again.',
    cwe: [1284],
  },
  {
    id: 'files/padding',
    severity: 'low',
    title: 'Bytes follow the end of the array',
    description:
      'A file of one array ends later than the array. Loaders read arrays one after the other, so that this can be a second one.',
    help: 'Nothing, if the file is meant to hold several arrays.',
    cwe: [],
    judges: {
      kind: 'structure',
      judge: ({ format, problem, detail }) =>
        problem === 'trailing-bytes' && REPEATED.has(format)
          ? {
              message: `Bytes follow the end of the array (${format}): ${detail}`,
              evidence: detail,
              reason: `no ${format} library writes this`,
            }
          : undefined,
    },
  },
  {
    id: 'files/extension-mismatch',
    severity: 'medium',
    title: 'The file is not what its name says',
    description:
      'The content is of another format than the extension. Tools that choose by the name check one thing, and loaders that look at the content load another.',
    help: 'Rename the file to what it is.',
    cwe: [434, 646],
  },
  {
    id: 'files/doctype',
    severity: 'high',
    title: 'The XML file has a document type declaration',
    description:
      'Entities of a document type read files, fetch URLs or expand without end in parsers that resolve them. Model files have no use for one.',
    help: 'Remove the declaration, or refuse the file.',
    cwe: [611, 776],
  },
] as const satisfies readonly Rule[]

function leavesFolder({ path, role, sibling }: ExternalFile): Objection | undefined {
  const evidence = `${role}: ${path}`
  const way = escapeOf(path)
  if (way !== undefined) return { message: `Loading reads ${role} from ${path}: ${way}`, evidence, reason: way }
  if (sibling !== 'link-outside') return undefined
  return { message: `Loading reads ${role} from ${path}, a symbolic link out of the checkout`, evidence, reason: 'a symbolic link' }
}

function isUnusualSibling({ format, path, role, sibling }: ExternalFile): Objection | undefined {
  const evidence = `${role}: ${path}`
  if (sibling !== undefined) {
    const what = sibling === 'link' ? 'a symbolic link' : 'a file that has a second name (hard link)'
    return { message: `Loading reads ${role} from ${path}, ${what}`, evidence, reason: what }
  }
  if (!UNUSUAL_ROLES.has(role)) return undefined
  return { message: `Loading reads ${role} from ${path}`, evidence, reason: `${format} files carry their data themselves` }
}

/**
 * Returns why a path leaves the folder it is relative to, undefined where it stays.
 * Both separators count, since the machine that loads the file is not known.
 */
function escapeOf(path: string): string | undefined {
  if (path.includes('\0')) return 'a NUL ends the name for some readers'
  if (/^[a-z][a-z0-9+.-]+:/i.test(path)) return 'a URL'
  if (/^[a-z]:/i.test(path)) return 'a path with a drive'
  if (path.startsWith('\\\\') || path.startsWith('//')) return 'a path on another machine'
  if (/^[\\/]/.test(path)) return 'an absolute path'
  if (path.startsWith('~')) return 'a path in somebody’s home folder'
  // Some readers end at a part that does not exist, others join text: a way back in does not make it harmless.
  return path.split(/[\\/]/).includes('..') ? 'a path that leaves the folder' : undefined
}
