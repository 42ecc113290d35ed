// Rules about files that a model refers to, and about bytes that contradict the format of the file.
import type { Observation } from '../../facts/observation.ts'
import type { Objection, Rule } from './rule.ts'

type ExternalFile = Extract<Observation, { kind: 'external-file' }>

/**
 * Formats that may occur several times in one file: bytes after the first array are scanned, and are not suspicious.
 */
const REPEATED: ReadonlySet<string> = new Set(['npy', 'numpy'])

export const filesRules = [
  {
    id: 'files/external-path',
    severity: 'high',
    title: 'The model names a file outside its folder',
    description:
      'A path in the model is absolute, leaves the folder or is a URL. Loading reads or downloads it on the machine that loads the model.',
    help: 'Reject the model, or ask for it with its data in the same folder.',
    cwe: [22, 73],
    judges: { kind: 'external-file', judge: leavesFolder },
  },
  {
    id: 'files/external-data',
    severity: 'medium',
    title: 'The model reads data from another file',
    description:
      'The model takes part of its data from another file by name. The content of that file is not known until the model is loaded.',
    help: 'Store the data in the model itself, or scan the named file too.',
    cwe: [73],
    judges: { kind: 'external-file', judge: isUnusualSibling },
  },
  {
    id: 'files/overlap',
    severity: 'medium',
    title: 'Parts of the file overlap',
    description: 'Two entries use the same bytes. No library writes such a file; readers disagree on it or crash.',
    help: 'Write the file again with the library that created it.',
    cwe: [119, 436],
  },
  {
    id: 'files/out-of-bounds',
    severity: 'high',
    title: 'The file points outside itself',
    description:
      'An entry lies past the end of the file, or its size contradicts its shape. Readers that do not check this read or write memory out of bounds.',
    help: 'Download the file again. If it is the same, do not load it.',
    cwe: [125, 787],
  },
  {
    id: 'files/duplicate-key',
    severity: 'high',
    title: 'The header contains a key twice',
    description:
      'Some readers take the first of two equal keys, others the last, so one program can check a value while another loads a different one.',
    help: 'Write the file again with the library that created it.',
    cwe: [436, 694],
  },
  {
    id: 'files/bad-header',
    severity: 'medium',
    title: 'The header contradicts the format',
    description: 'The header contains a value that the format does not allow and that its library does not write.',
    help: 'Write the file again with the library that created it.',
    cwe: [1284],
  },
  {
    id: 'files/shape-bomb',
    severity: 'high',
    title: 'The file declares a shape that exhausts memory',
    description: 'The declared shape or size is far larger than the data in the file. Loading allocates the memory first.',
    help: 'Do not load this file.',
    cwe: [789, 400],
  },
  {
    id: 'files/gap',
    severity: 'medium',
    title: 'Bytes of the file belong to no entry',
    description:
      'The header does not cover part of the file. Readers of the format reject the file or ignore these bytes, so data can be hidden there. ModelGate scans them as a file of their own.',
    help: 'Write the file again with the library that created it.',
    cwe: [1284],
  },
  {
    id: 'files/trailing-bytes',
    severity: 'medium',
    title: 'The file continues after the end of its format',
    description: 'The format ends before the file does, so data can be hidden there. ModelGate scans these bytes as a file of their own.',
    help: 'Find out what the bytes are, or write the file again.',
    cwe: [1284],
  },
  {
    id: 'files/padding',
    severity: 'low',
    title: 'Bytes follow the end of the array',
    description:
      'A file with one array continues after the end of the array. Loaders read arrays one after the other, so the bytes can be a second array.',
    help: 'Nothing, if the file is meant to contain several arrays.',
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
    title: 'The content of the file does not match its extension',
    description:
      'The content has another format than the extension names. Tools that trust the name check one format, and loaders that look at the content load the other.',
    help: 'Rename the file to match its content.',
    cwe: [434, 646],
  },
  {
    id: 'files/doctype',
    severity: 'high',
    title: 'The XML file has a document type declaration',
    description:
      'A document type can define entities that read files, download URLs or expand without limit in parsers that resolve them. Model files do not need one.',
    help: 'Remove the declaration, or reject the file.',
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

function isUnusualSibling({ format, path, role, unusual, sibling }: ExternalFile): Objection | undefined {
  const evidence = `${role}: ${path}`
  if (sibling !== undefined) {
    const what = sibling === 'link' ? 'a symbolic link' : 'a hard link'
    return { message: `Loading reads ${role} from ${path}, ${what}`, evidence, reason: what }
  }
  if (!unusual) return undefined
  return { message: `Loading reads ${role} from ${path}`, evidence, reason: `${format} libraries store data in the file itself` }
}

/**
 * Returns why a path leaves the folder it is relative to, undefined where it does not.
 * Both separators count, since the operating system that loads the file is not known.
 */
function escapeOf(path: string): string | undefined {
  if (path.includes('\0')) return 'a path with a NUL, at which some readers cut it'
  if (/^[a-z][a-z0-9+.-]+:/i.test(path)) return 'a URL'
  if (/^[a-z]:/i.test(path)) return 'a path with a drive'
  if (path.startsWith('\\\\') || path.startsWith('//')) return 'a path on another machine'
  if (/^[\\/]/.test(path)) return 'an absolute path'
  if (path.startsWith('~')) return 'a path in a home folder'
  // A later part that leads back in does not help: some readers stop at a part that does not exist, others join text.
  return path.split(/[\\/]/).includes('..') ? 'a path that leaves the folder' : undefined
}
