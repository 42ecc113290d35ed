// Judges code that a model carries: source, bytecode, TorchScript, native libraries and other languages.
import type { CodeLanguage, SourceUses } from '../../facts/code.ts'
import type { Observation } from '../../facts/observation.ts'
import { codeDanger } from '../../python/code/danger.ts'
import { assessUses } from '../code/whole-source.ts'
import type { Policy } from '../policy.ts'
import type { Judgement } from './judgement.ts'
import { finding, fine } from './judgement.ts'

type ShippedCode = Extract<Observation, { kind: 'shipped-code' }>

const TITLE: Readonly<Record<CodeLanguage, string>> = {
  'python-bytecode': 'Python bytecode',
  'python-source': 'Python source',
  torchscript: 'TorchScript',
  native: 'native code',
  lua: 'Lua code',
  java: 'Java code',
  r: 'R code',
  javascript: 'JavaScript',
  shell: 'a shell script',
}

const WHEN: Readonly<Record<ShippedCode['runs'], string>> = {
  load: 'when the model is loaded',
  use: 'when the model is used',
  import: 'when it is imported or run',
}

/** Maximum number of names in one message. */
const MAX_NAMES_SHOWN = 8

/** Judges code in a model by when it runs, whether it can be reviewed, and what it reaches. */
export function judgeCode(_policy: Policy, observation: ShippedCode): Judgement {
  const { language, carrier, runs, reaches, uses } = observation
  const what = `${carrier}: ${TITLE[language]} that runs ${WHEN[runs]}`
  const dangers = dangersIn(observation)
  const reason = dangers.length > 0 ? 'it uses dangerous functions' : 'code in a model can do anything'
  const suffix = dangers.length > 0 ? ` and ${joined(dangers.map(({ does }) => does))}: ${listed(dangers.map(({ name }) => name))}` : ''
  const evidence = dangers.length > 0 ? `${carrier} → ${listed(dangers.map(({ name }) => name))}` : TITLE[language]
  switch (language) {
    case 'python-bytecode':
      return finding(dangers.length > 0 ? 'code/dangerous' : 'code/bytecode', `${what}${suffix}`, evidence, reason)
    case 'native':
      if (runs === 'use') return finding('graph/compiled-kernel', `${what}; it cannot be reviewed`, carrier, reason)
      return finding('code/native', `${what}; it cannot be reviewed`, carrier, reason)
    case 'torchscript':
      if (reaches.length === 0) return fine('TorchScript that only computes')
      return finding(
        'code/torchscript-io',
        `${what} and does more than compute: ${listed(reaches)}`,
        `${carrier} → ${listed(reaches)}`,
        'operators that only compute do not use files, other libraries or bound classes',
      )
    case 'python-source':
      if (uses !== undefined) return judgeWhole(what, carrier, uses)
      if (dangers.length > 0 && runs !== 'use') return finding('code/dangerous', `${what}${suffix}`, evidence, reason)
      if (dangers.length > 0 || runs === 'load') return finding('code/python-source-runs', `${what}${suffix}`, evidence, reason)
      return runs === 'use' ? fine('judged with the file as a whole') : finding('code/python-source', what, carrier, reason)
    case 'shell':
      return finding('code/python-source', what, carrier, reason)
    case 'java':
      return reaches.length > 0
        ? finding('code/other-runtime', `${what} and uses ${listed(reaches)}`, `${carrier} → ${listed(reaches)}`, reason)
        : finding('code/other-runtime-class', what, carrier, reason)
    case 'r':
      return runs === 'use' && reaches.length === 0
        ? finding('code/r-functions', what, carrier, reason)
        : otherRuntime(what, carrier, reaches, reason)
    case 'lua':
    case 'javascript':
      return otherRuntime(what, carrier, reaches, reason)
    default:
      return language satisfies never
  }
}

/**
 * Judges source of which every use is known. Unknown uses are dangerous too: the source may run only if all of it
 * computes.
 */
function judgeWhole(what: string, carrier: string, uses: SourceUses): Judgement {
  const { dangers, unknown } = assessUses(uses)
  const names = listed(dangers.map(({ name }) => name))
  const parts = [
    ...(dangers.length > 0 ? [`${joined(dangers.map(({ does }) => does))}: ${names}`] : []),
    ...(unknown.length > 0 ? [`uses names that are not known to only compute: ${listed(unknown)}`] : []),
    ...(uses.unclear.length > 0 ? [`does things that its text does not show: ${listed(uses.unclear)}`] : []),
  ]
  const classes = uses.classes.length > 0 ? `defines ${listed(uses.classes)}` : 'defines no class'
  if (parts.length > 0) {
    const evidence = dangers.length > 0 ? names : unknown.length > 0 ? listed(unknown) : 'unclear source'
    return finding(
      'code/dangerous',
      `${what} and ${parts.join('; and ')}`,
      `${carrier} → ${evidence}`,
      'source that is hidden in a model is not reviewed',
    )
  }
  const from = [...new Set(uses.imports.map((name) => name.split('.')[0] ?? ''))]
  const only = from.length > 0 ? `it uses only functions of ${listed(from)} that compute` : 'it uses no other library'
  return finding('code/python-source-runs', `${what}; it ${classes}, and ${only}`, carrier, 'code in a model can do anything')
}

function otherRuntime(what: string, carrier: string, reaches: readonly string[], reason: string): Judgement {
  if (reaches.length === 0) return finding('code/other-runtime', what, carrier, reason)
  return finding('code/other-runtime', `${what} and uses ${listed(reaches)}`, `${carrier} → ${listed(reaches)}`, reason)
}

/** Returns the dangerous names that the code uses. Ordinary source may read files, bytecode may not. */
function dangersIn({ language, reaches }: ShippedCode): readonly { readonly name: string; readonly does: string }[] {
  return reaches.flatMap((name) => {
    const hit = codeDanger(name, language === 'python-bytecode' ? 'bytecode' : 'source')
    return hit === undefined ? [] : [{ name, does: hit.does }]
  })
}

function joined(phrases: readonly string[]): string {
  return [...new Set(phrases)].join(', ')
}

function listed(names: readonly string[]): string {
  return names.length > MAX_NAMES_SHOWN ? `${names.slice(0, MAX_NAMES_SHOWN).join(', ')}, …` : names.join(', ')
}
