// Judges code that a model carries: source, bytecode, TorchScript, native libraries and other languages.
import type { CodeLanguage, SourceUses } from '../../facts/code.ts'
import type { Observation } from '../../facts/observation.ts'
import { sinkOf } from '../../python/code/danger.ts'
import { opinionOf } from '../code/whole-source.ts'
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

/** Names of one message. */
const MAX_SHOWN = 8

/** Code that travels in a model: worse the sooner it runs, the less people can read it, and the further it reaches. */
export function judgeCode(_policy: Policy, observation: ShippedCode): Judgement {
  const { language, carrier, runs, reaches, uses } = observation
  const told = `${carrier}: ${TITLE[language]} that runs ${WHEN[runs]}`
  const sinks = sinksOf(observation)
  const reason = sinks.length > 0 ? 'the names it uses lead out of the model' : 'code in a model can do anything its author likes'
  const suffix = sinks.length > 0 ? ` and ${joined(sinks.map(({ does }) => does))}: ${listed(sinks.map(({ name }) => name))}` : ''
  const evidence = sinks.length > 0 ? `${carrier} → ${listed(sinks.map(({ name }) => name))}` : TITLE[language]
  switch (language) {
    case 'python-bytecode':
      return finding(sinks.length > 0 ? 'code/dangerous' : 'code/bytecode', `${told}${suffix}`, evidence, reason)
    case 'native':
      if (runs === 'use') return finding('graph/compiled-kernel', `${told}; nobody can see what it does`, carrier, reason)
      return finding('code/native', `${told}; nobody can see what it does`, carrier, reason)
    case 'torchscript':
      if (reaches.length === 0) return fine('TorchScript that only computes')
      return finding(
        'code/torchscript-io',
        `${told} and does more than compute: ${listed(reaches)}`,
        `${carrier} → ${listed(reaches)}`,
        'operators that only compute do not reach files, other libraries or bound classes',
      )
    case 'python-source':
      if (uses !== undefined) return judgeWhole(told, carrier, uses)
      if (sinks.length > 0 && runs !== 'use') return finding('code/dangerous', `${told}${suffix}`, evidence, reason)
      if (sinks.length > 0 || runs === 'load') return finding('code/python-source-runs', `${told}${suffix}`, evidence, reason)
      return runs === 'use' ? fine('judged with the file as a whole') : finding('code/python-source', told, carrier, reason)
    case 'shell':
      return finding('code/python-source', told, carrier, reason)
    case 'java':
      return reaches.length > 0
        ? finding('code/other-runtime', `${told} and uses ${listed(reaches)}`, `${carrier} → ${listed(reaches)}`, reason)
        : finding('code/other-runtime-class', told, carrier, reason)
    case 'r':
      return runs === 'use' && reaches.length === 0
        ? finding('code/r-functions', told, carrier, reason)
        : otherRuntime(told, carrier, reaches, reason)
    case 'lua':
    case 'javascript':
      return otherRuntime(told, carrier, reaches, reason)
    default:
      return language satisfies never
  }
}

/** Source of which every use is known or suspicious: it may run only if all of it computes. */
function judgeWhole(told: string, carrier: string, uses: SourceUses): Judgement {
  const { sinks, unknown } = opinionOf(uses)
  const names = listed(sinks.map(({ name }) => name))
  const parts = [
    ...(sinks.length > 0 ? [`${joined(sinks.map(({ does }) => does))}: ${names}`] : []),
    ...(unknown.length > 0 ? [`uses what is not known to only compute: ${listed(unknown)}`] : []),
    ...(uses.unclear.length > 0 ? [`what it does cannot be told from its text: ${listed(uses.unclear)}`] : []),
  ]
  const classes = uses.classes.length > 0 ? `defines ${listed(uses.classes)}` : 'defines no class'
  if (parts.length > 0) {
    const evidence = sinks.length > 0 ? names : unknown.length > 0 ? listed(unknown) : 'unclear source'
    return finding(
      'code/dangerous',
      `${told} and ${parts.join('; and ')}`,
      `${carrier} → ${evidence}`,
      'nobody reviews source that is hidden in a model',
    )
  }
  const from = [...new Set(uses.imports.map((name) => name.split('.')[0] ?? ''))]
  const only = from.length > 0 ? `all that it uses are functions of ${listed(from)} that compute` : 'it uses no other library'
  return finding(
    'code/python-source-runs',
    `${told}; it ${classes}, and ${only}`,
    carrier,
    'code in a model can do anything its author likes',
  )
}

function otherRuntime(told: string, carrier: string, reaches: readonly string[], reason: string): Judgement {
  if (reaches.length === 0) return finding('code/other-runtime', told, carrier, reason)
  return finding('code/other-runtime', `${told} and uses ${listed(reaches)}`, `${carrier} → ${listed(reaches)}`, reason)
}

/** What it reaches that matters: source may read its own files, bytecode has no business to. */
function sinksOf({ language, reaches }: ShippedCode): readonly { readonly name: string; readonly does: string }[] {
  return reaches.flatMap((name) => {
    const hit = sinkOf(name, language === 'python-bytecode' ? 'bytecode' : 'source')
    return hit === undefined ? [] : [{ name, does: hit.does }]
  })
}

function joined(phrases: readonly string[]): string {
  return [...new Set(phrases)].join(', ')
}

function listed(names: readonly string[]): string {
  return names.length > MAX_SHOWN ? `${names.slice(0, MAX_SHOWN).join(', ')}, …` : names.join(', ')
}
