// Rules about zip and other archives that readers interpret differently, or that write outside their folder.
import type { Rule } from './rule.ts'

export const containersRules = [
  {
    id: 'archive/unsafe-path',
    severity: 'high',
    title: 'An archive member would be written outside its folder',
    description:
      'The name of the member makes a naive extractor write outside the target folder: it contains .., an absolute path or a drive, or follows a link.',
    help: 'Create the archive again with relative names.',
    cwe: [22, 59],
  },
  {
    id: 'zip/duplicate-entry',
    severity: 'high',
    title: 'Two zip entries share one name',
    description:
      'Two entries have the same name, or names that differ only in case. Readers disagree on which one they load, so a reviewer can be shown the other one.',
    help: 'Create the archive again.',
    cwe: [436],
  },
  {
    id: 'zip/header-mismatch',
    severity: 'medium',
    title: 'The headers of a zip entry contradict each other',
    description:
      'The local header and the directory differ in checksum, flags, method or size. Strict readers reject the entry; PyTorch loads it.',
    help: 'Create the archive again, and find out which program wrote it.',
    cwe: [436],
  },
  {
    id: 'zip/hidden-entry',
    severity: 'medium',
    title: 'The zip contains an entry that its directory does not list',
    description: 'Readers that stream the file see the entry; readers that use the directory do not.',
    help: 'Create the archive again.',
    cwe: [436],
  },
  {
    id: 'zip/irregular-structure',
    severity: 'medium',
    title: 'The outer structure of the zip is irregular',
    description:
      'There are bytes before or after the archive, or its end records contradict each other. Tools disagree on what the file is.',
    help: 'Create the archive again.',
    cwe: [436],
  },
  {
    id: 'zip/name-mismatch',
    severity: 'high',
    title: 'A zip entry has two different names',
    description: 'The local header and the directory name the entry differently. Strict readers reject it; PyTorch loads it.',
    help: 'Treat the file as hostile: no tool writes this by accident.',
    cwe: [436],
  },
] as const satisfies readonly Rule[]
