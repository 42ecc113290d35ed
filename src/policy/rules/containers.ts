// Rules about zip and other archives that readers interpret differently, or that write outside their folder.
import type { Rule } from './rule.ts'

export const containersRules = [
  {
    id: 'archive/unsafe-path',
    severity: 'high',
    title: 'Archive member escapes its folder',
    description: 'A member is named so that a naive extractor writes outside the target folder (.., an absolute path, a drive, a link).',
    help: 'Rebuild the archive with plain relative names.',
    cwe: [22, 59],
  },
  {
    id: 'zip/duplicate-entry',
    severity: 'high',
    title: 'Two zip entries answer to one name',
    description: 'Readers disagree on which of them they load, so that a reviewer can be shown the other one.',
    help: 'Rebuild the archive.',
    cwe: [436],
  },
  {
    id: 'zip/header-mismatch',
    severity: 'medium',
    title: 'A zip entry contradicts itself',
    description: 'The entry’s two headers differ (checksum, flags, method or size). Strict readers refuse it, PyTorch loads it.',
    help: 'Rebuild the archive; find out what wrote it.',
    cwe: [436],
  },
  {
    id: 'zip/hidden-entry',
    severity: 'medium',
    title: 'The zip holds an entry that its directory does not list',
    description: 'Readers that stream see it, readers that use the directory do not.',
    help: 'Rebuild the archive.',
    cwe: [436],
  },
  {
    id: 'zip/irregular-structure',
    severity: 'medium',
    title: 'The zip’s outer structure is irregular',
    description: 'Bytes before or after the archive, or contradicting end records: tools disagree on what the file is.',
    help: 'Rebuild the archive.',
    cwe: [436],
  },
  {
    id: 'zip/name-mismatch',
    severity: 'high',
    title: 'A zip entry has two different names',
    description: 'The local header and the directory name the entry differently. Strict readers refuse it, PyTorch loads it.',
    help: 'Treat the file as hostile: no tool writes this by accident.',
    cwe: [436],
  },
] as const satisfies readonly Rule[]
