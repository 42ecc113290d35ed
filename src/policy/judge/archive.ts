// Judges ambiguous zip archives and member paths that escape the target folder.
import type { ZipDifference } from '../../facts/archive.ts'
import type { Observation } from '../../facts/observation.ts'
import type { RuleId } from '../rules/index.ts'
import { ruleOf } from '../rules/index.ts'
import type { Judgement } from './judgement.ts'
import { finding } from './judgement.ts'

type Archived = Extract<Observation, { kind: 'zip-mismatch' | 'unsafe-path' }>

const ZIP_RULES: Record<ZipDifference, RuleId> = {
  name: 'zip/name-mismatch',
  crc: 'zip/header-mismatch',
  flags: 'zip/header-mismatch',
  method: 'zip/header-mismatch',
  size: 'zip/header-mismatch',
  duplicate: 'zip/duplicate-entry',
  'case-variant': 'zip/duplicate-entry',
  'hidden-entry': 'zip/hidden-entry',
  prefix: 'zip/irregular-structure',
  tail: 'zip/irregular-structure',
  'end-record': 'zip/irregular-structure',
  'nul-in-name': 'zip/name-mismatch',
}

/** Judges zip archives that readers interpret differently, and members that would be written outside the folder. */
export function judgeArchive(observation: Archived): Judgement {
  switch (observation.kind) {
    case 'zip-mismatch': {
      const rule = ZIP_RULES[observation.difference]
      const evidence = `${observation.difference}: ${observation.entry}`
      return finding(
        rule,
        `${ruleOf(rule).title}: ${observation.entry === '' ? '' : `${observation.entry}: `}${observation.detail}`,
        evidence,
        'readers disagree about the archive',
      )
    }
    case 'unsafe-path':
      return finding(
        'archive/unsafe-path',
        observation.of === 'tensor'
          ? `A tool that writes each tensor to a file would write outside its folder (${observation.why}): ${observation.entry}`
          : `Extracting this archive member would write outside the target folder (${observation.why}): ${observation.entry}`,
        `${observation.why}: ${observation.entry}`,
        observation.of === 'tensor' ? 'converters name files after tensors' : 'a naive extractor uses the name as a path',
      )
  }
}
