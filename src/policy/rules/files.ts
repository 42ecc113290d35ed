import type { Rule } from './rule.ts'

export const filesRules = [
  {
    id: 'files/external-path',
    severity: 'high',
    title: 'The model names a file outside its folder',
    description:
      'A path in the model is absolute, climbs out of the folder or is a URL. Loading reads, or fetches, what it names, on the machine that loads.',
    help: 'Refuse the model, or have it written again with its data beside it.',
    cwe: [22, 73],
  },
  {
    id: 'files/external-data',
    severity: 'medium',
    title: 'The model reads data from another file',
    description: 'The file takes part of its data from another file by name. What that file holds is decided where the model is loaded.',
    help: 'Store the data in the model itself, or check the named file as well.',
    cwe: [73],
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
