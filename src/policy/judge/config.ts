// Judges a name in a configuration that its loader imports.
import type { Observation } from '../../facts/observation.ts'
import type { SafeUse } from '../../python/table.ts'
import { computesAs } from '../code/whole-source.ts'
import { kerasName } from '../config/keras.ts'
import { otherLanguageDanger } from '../config/other-language-gadgets.ts'
import { isUsual, loaders } from '../config/packages.ts'
import { computesOnly, tensorflowDanger } from '../config/tensorflow.ts'
import { evaluatesTexts } from '../globals/evaluators.ts'
import { dangerClause, libraryOf, lookupDangerous, lookupSafe } from '../globals/lookup.ts'
import type { Policy } from '../policy.ts'
import type { RuleId } from '../rules/index.ts'
import type { Judgement } from './judgement.ts'
import { finding, fine, policyEntry } from './judgement.ts'

type Reference = Extract<Observation, { kind: 'config-reference' }>

/**
 * Judges a name that a configuration loader imports. Without a model in the neighbourhood, only dangerous names are
 * reported.
 */
export function judgeConfig(policy: Policy, reference: Reference): Judgement {
  const judgement = judgeReference(policy, reference)
  const isReported = judgement.kind === 'finding' && (!reference.ordinary || judgement.rule === 'config/dangerous-reference')
  return isReported || judgement.kind === 'fine'
    ? judgement
    : fine(`${fullName(reference)}: not dangerous, and no model is in the neighbourhood`)
}

/**
 * Judges in this order: entries of the policy, dangerous names, the list of the loader, safe names, the origin of the
 * package.
 */
function judgeReference(policy: Policy, reference: Reference): Judgement {
  const { loader, module, name, use } = reference
  const full = fullName(reference)
  const entry = policyEntry(policy, module, name)
  if (entry === 'allow') return fine(`${full} is allowed by the policy`)
  if (entry === 'deny') return objection('config/dangerous-reference', reference, ', which the policy denies', 'denied by the policy')
  if (use === 'shell')
    return finding(
      'config/shell-command',
      `Building the environment runs shell syntax in a requirement: ${full}${at(reference)}`,
      full,
      'names and versions of packages do not have such characters',
    )
  if (use === 'remote') {
    return loader === 'requirements'
      ? finding(
          'config/remote-requirement',
          `Building the environment installs ${full}${at(reference)}`,
          full,
          'not from the package index',
        )
      : objection('config/external-code', reference, ', and runs its code', 'code that comes with the model or from another repository')
  }
  return loader === 'keras' ? judgeKeras(reference) : judgeOther(reference, loader)
}

/** Judges a name in a Keras configuration. Keras writes its own functions with the module `builtins`. */
function judgeKeras(reference: Reference): Judgement {
  const { module, name, use, byName } = reference
  const full = fullName(reference)
  const known = kerasName(module, name, use === 'function' ? 'function' : 'class')
  if (known.kind === 'known' && byName) {
    return objection(
      'config/custom-class',
      reference,
      ', which a Lambda layer looks up in the loading program',
      'the file does not say what the name refers to',
    )
  }
  if (known.kind === 'known') return fine(`${full} is part of Keras${name === 'Lambda' ? '; its function is judged separately' : ''}`)
  if (known.kind === 'gadget') {
    const rule = known.critical ? 'config/dangerous-reference' : 'config/unlisted-reference'
    return objection(rule, reference, `, which ${known.does}`, 'a Keras name with effects outside the model')
  }
  const does = module === 'tensorflow' ? tensorflowDanger(name) : undefined
  if (module === 'tensorflow' && does === undefined && computesOnly(name)) return fine(`${full} only computes`)
  if (does)
    return objection('config/dangerous-reference', reference, `, which ${does}`, 'a TensorFlow function with effects outside the graph')
  const danger = dangerOf(module, name)
  if (danger) return objection('config/dangerous-reference', reference, dangerClause(danger, full), `listed as dangerous: ${danger.listed}`)
  if (known.kind === 'unlisted') {
    // Newer versions of Keras add layers. A function of an inner module is not a layer.
    const isClass = use === 'class' && /^[A-Z]\w*$/.test(name)
    return objection(
      isClass ? 'config/custom-class' : 'config/unlisted-reference',
      reference,
      ', which Keras does not write into configurations',
      'part of Keras, not on any list',
    )
  }
  if (module === '' || module === 'builtins' || module === '__main__') {
    return objection(
      'config/custom-class',
      reference,
      ', which is not part of Keras',
      'a custom class or function that the loading program must provide',
    )
  }
  if (module === 'tensorflow')
    return objection(
      'config/unlisted-reference',
      reference,
      ', which does more than compute',
      'not one of the TensorFlow functions that only compute',
    )
  return byLibrary(reference, 'config/custom-class')
}

function judgeOther(reference: Reference, loader: Exclude<Reference['loader'], 'keras'>): Judgement {
  const { module, name, use } = reference
  const full = fullName(reference)
  const row = loaders[loader]
  if (row.allowedDespiteDanger?.test(full)) return fine(`${full}: usual in such configurations`)
  // Functions of `os.path` such as `join` only work on text.
  if (full.startsWith('os.path.') && computesAs(full) === 'named') return fine(`${full} only computes`)
  const danger = dangerOf(module, name) ?? innerDanger(full)
  if (danger) return objection('config/dangerous-reference', reference, dangerClause(danger, full), `listed as dangerous: ${danger.listed}`)
  const gadget = loader === 'foreign-yaml' || loader === 'any' ? otherLanguageDanger(full) : undefined
  if (gadget !== undefined)
    return objection('config/dangerous-reference', reference, `, which ${gadget}`, 'a class of a published gadget chain')
  if (loader === 'triton') return objection('config/external-code', reference, `, and ${row.does}`, 'code that comes with the model')
  if (isUsual(row, full) && use !== 'module' && RUNS.test(full) && lookupSafe(module, name)?.use !== 'call')
    return objection(
      'config/unlisted-reference',
      reference,
      ', which loads or runs what the configuration passes to it',
      'a tool of the library, not part of a model',
    )
  if (isUsual(row, full)) return fine(`${full}: usual in such configurations`)
  if (evaluatesTexts(module, name))
    return objection('config/dangerous-reference', reference, ', which evaluates text as Python code', 'SymPy evaluates text arguments')
  if (CALLS.has(loader) && computesAs(full) !== undefined) return fine(`${full} only computes`)
  const safe = lookupSafe(module, name)
  if (safe && (safe.use === 'call' || (use === 'class' && !ONLY_RESTORED.has(safe.use)))) return fine(`${full}: ${safe.reason}`)
  if (loader === 'diffusers' && !module.includes('.') && libraryOf(module) === 'unknown')
    return objection(
      'config/external-code',
      reference,
      ', which the loader imports from a Python file in the folder of the component',
      'code that comes with the model',
    )
  return byLibrary(reference, use === 'class' ? row.unknownClass : row.unknownFunction)
}

/** Uses that are safe only for restoring an instance: a configuration calls the constructor with arguments. */
const ONLY_RESTORED: ReadonlySet<SafeUse> = new Set<SafeUse>(['attributes-only', 'attributes-only-callable', 'formula', 'temporary-file'])
/**
 * Loaders that call any function with arguments of the file: a function that only computes is as harmless as a class.
 */
const CALLS: ReadonlySet<Reference['loader']> = new Set(['hydra', 'lightning', 'hyperpyyaml', 'library'])
/** Usual names of functions with which libraries load or start something else. */
const RUNS =
  /\.(?:_?load|register_(?:new_)?resolver|legacy_register_resolver|load_from_checkpoint|load_module|load_library|import_\w+|instantiate|locate|main|launch|run|run_\w+|exec\w*|unpickle|get_class_from_dynamic_module)$/

/** Judges a name on no list: an unknown package may be the author's own, a name of a known library is suspicious. */
function byLibrary(reference: Reference, unknown: RuleId): Judgement {
  const library = libraryOf(reference.module)
  if (library === 'unknown') return objection(unknown, reference, ' from an unknown package', 'unknown package, not on any list')
  return objection(
    'config/unlisted-reference',
    reference,
    ', which models do not need',
    'not among the names of this library that models use',
  )
}

/** Finds a danger after another module: `torch.nn.modules.module.os.system` is `os.system`. */
function innerDanger(full: string): ReturnType<typeof lookupDangerous> {
  const parts = full.split('.')
  for (let start = 1; start < parts.length - 1; start++) {
    if (!REACHED_THROUGH.has(parts[start] ?? '')) continue
    const danger = lookupDangerous(parts.slice(start, -1).join('.'), parts[parts.length - 1] ?? '')
    if (danger) return danger
  }
  return undefined
}

/**
 * Modules that libraries import, and whose names libraries do not use for modules of their own. Fewer than
 * `MODULE_OBJECTS`: packages have modules called `commands`, `requests` or `inspect`, and here every attribute counts.
 */
const REACHED_THROUGH = new Set(
  'os posix nt subprocess sys shutil importlib builtins __builtins__ runpy pickle marshal ctypes socket urllib pty'.split(' '),
)

/** Looks a name up by its whole dotted text, since configurations split it anywhere. */
function dangerOf(module: string, name: string): ReturnType<typeof lookupDangerous> {
  if (module === '') {
    const dot = name.lastIndexOf('.')
    return dot < 0 ? lookupDangerous('builtins', name) : lookupDangerous(name.slice(0, dot), name.slice(dot + 1))
  }
  return lookupDangerous(module, name)
}

/** What the loader does with a name, by its use. */
const VERB = { class: 'builds', function: 'uses', module: 'imports', remote: 'uses', shell: 'runs' } as const

function objection(rule: RuleId, reference: Reference, clause: string, reason: string): Judgement {
  const full = fullName(reference)
  const { detail, use } = reference
  const message = `Loading ${VERB[use]} ${full}${at(reference)}${clause}${detail === undefined ? '' : ` (${detail})`}`
  return finding(rule, message, full, reason, full)
}

function fullName({ module, name }: Reference): string {
  return module === '' ? name : name === '' ? module : `${module}.${name}`
}

function at({ where }: Reference): string {
  return where === '' ? '' : ` (at ${where})`
}
