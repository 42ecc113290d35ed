// Judges a name in a configuration that its loader imports.
import type { Observation } from '../../facts/observation.ts'
import type { SafeUse } from '../../python/table.ts'
import { computing } from '../code/whole-source.ts'
import { kerasName } from '../config/keras.ts'
import { foreignDanger } from '../config/other-language-gadgets.ts'
import { isUsual, loaders } from '../config/packages.ts'
import { computesOnly, tensorflowDanger } from '../config/tensorflow.ts'
import { evaluatesTexts } from '../globals/evaluators.ts'
import { dangerClause, libraryOf, lookupDangerous, lookupSafe } from '../globals/lookup.ts'
import type { Policy } from '../policy.ts'
import type { RuleId } from '../rules/index.ts'
import type { Judgement } from './judgement.ts'
import { exception, finding, fine } from './judgement.ts'

type Reference = Extract<Observation, { kind: 'config-reference' }>

/** A name in a configuration that its loader imports. Where no model is near, only a dangerous one is of concern. */
export function judgeConfig(policy: Policy, reference: Reference): Judgement {
  const judgement = judgeReference(policy, reference)
  const concern = judgement.kind === 'finding' && (!reference.ordinary || judgement.rule === 'config/dangerous-reference')
  return concern || judgement.kind === 'fine' ? judgement : fine(`${fullName(reference)}: no model is near, and the name is not dangerous`)
}

/** Order: exceptions, dangerous names, the loader's own list, safe names, where the package comes from. */
function judgeReference(policy: Policy, reference: Reference): Judgement {
  const { loader, module, name, use } = reference
  const full = fullName(reference)
  const stated = exception(policy, module, name)
  if (stated === 'allow') return fine(`${full} is allowed by the policy`)
  if (stated === 'deny') return objection('config/dangerous-reference', reference, 'which the policy denies', 'denied by the policy')
  if (use === 'shell')
    return finding(
      'config/shell-command',
      `The environment is built with a requirement that a shell would run in parts: ${full}${at(reference)}`,
      full,
      'no name or version of a package has such characters',
    )
  if (use === 'remote') {
    return loader === 'requirements'
      ? finding('config/remote-requirement', `The environment installs ${full}${at(reference)}`, full, 'not from the package index')
      : objection(
          'config/external-code',
          reference,
          `and the code behind it is fetched and run`,
          'code that comes with the model or from another repository',
        )
  }
  return loader === 'keras' ? judgeKeras(reference) : judgeOther(reference, loader)
}

/** How the format says that a Lambda layer holds no code but a function's name: Keras 1 and 2 resolve it in the globals of their own module. */
const BY_NAME = 'by name'

/** Keras writes its own functions as if they were of `builtins`. */
function judgeKeras(reference: Reference): Judgement {
  const { module, name, use, detail } = reference
  const full = fullName(reference)
  const known = kerasName(module, name, use === 'function' ? 'function' : 'class')
  if (known.kind === 'known' && detail === BY_NAME) {
    return objection(
      'config/custom-class',
      reference,
      'which a Lambda layer looks up among the names of the loading program',
      'what the name stands for there is not in the file',
    )
  }
  if (known.kind === 'known') return fine(`${full} is part of Keras${name === 'Lambda' ? '; its function is judged by itself' : ''}`)
  if (known.kind === 'gadget') {
    const rule = known.critical ? 'config/dangerous-reference' : 'config/unlisted-reference'
    return objection(rule, reference, `which ${known.does}`, 'a Keras name with effects outside of the model')
  }
  const does = module === 'tensorflow' ? tensorflowDanger(name) : undefined
  if (module === 'tensorflow' && does === undefined && computesOnly(name)) return fine(`${full} only computes`)
  if (does)
    return objection('config/dangerous-reference', reference, `which ${does}`, 'a TensorFlow function that reaches out of the graph')
  const danger = dangerOf(module, name)
  if (danger) return objection('config/dangerous-reference', reference, dangerClause(danger, full), `listed as dangerous: ${danger.listed}`)
  if (known.kind === 'unlisted') {
    // Newer versions of Keras bring new layers; a function of an inner module is another thing.
    const isClass = use === 'class' && /^[A-Z]\w*$/.test(name)
    return objection(
      isClass ? 'config/custom-class' : 'config/unlisted-reference',
      reference,
      'which is not among the objects that Keras writes',
      'in Keras, and on no list',
    )
  }
  if (module === '' || module === 'builtins' || module === '__main__') {
    return objection(
      'config/custom-class',
      reference,
      'which is not part of Keras',
      'somebody’s own class or function, to be given when the model is loaded',
    )
  }
  if (module === 'tensorflow')
    return objection(
      'config/unlisted-reference',
      reference,
      'which does more than compute',
      'not among the TensorFlow functions that only compute',
    )
  return byLibrary(reference, 'config/custom-class')
}

function judgeOther(reference: Reference, loader: Exclude<Reference['loader'], 'keras'>): Judgement {
  const { module, name, use } = reference
  const full = fullName(reference)
  const row = loaders[loader]
  if (row.despite?.test(full)) return fine(`${full}: such configurations name it`)
  // Paths are put together as texts.
  if (full.startsWith('os.path.') && computing(full) === 'named') return fine(`${full} only computes`)
  const danger = dangerOf(module, name) ?? innerDanger(full)
  if (danger) return objection('config/dangerous-reference', reference, dangerClause(danger, full), `listed as dangerous: ${danger.listed}`)
  const foreign = loader === 'foreign-yaml' || loader === 'any' ? foreignDanger(full) : undefined
  if (foreign !== undefined) return objection('config/dangerous-reference', reference, `which ${foreign}`, 'a class of a published chain')
  if (loader === 'triton') return objection('config/external-code', reference, `and ${row.does}`, 'code that comes with the model')
  if (isUsual(row, full) && use !== 'module' && RUNS.test(full) && lookupSafe(module, name)?.use !== 'call')
    return objection(
      'config/unlisted-reference',
      reference,
      'which loads or runs what the configuration gives it',
      'a tool of the library, no part of a model',
    )
  if (isUsual(row, full)) return fine(`${full}: such configurations name it`)
  if (evaluatesTexts(module, name))
    return objection(
      'config/dangerous-reference',
      reference,
      'which evaluates texts as Python code',
      'SymPy evaluates texts that it is given',
    )
  if (CALLS.has(loader) && computing(full) !== undefined) return fine(`${full} only computes`)
  const safe = lookupSafe(module, name)
  if (safe && (safe.use === 'call' || (use === 'class' && !ONLY_RESTORED.has(safe.use)))) return fine(`${full}: ${safe.reason}`)
  if (loader === 'diffusers' && !module.includes('.') && libraryOf(module) === 'unknown')
    return objection(
      'config/external-code',
      reference,
      'which the loader takes from a Python file in the folder of the component',
      'code that comes with the model',
    )
  return byLibrary(reference, use === 'class' ? row.unknownClass : row.unknownFunction)
}

/** Uses of classes of which only the restoring is known: a configuration calls the constructor, with arguments of its own. */
const ONLY_RESTORED: ReadonlySet<SafeUse> = new Set<SafeUse>(['attributes-only', 'attributes-only-callable', 'formula', 'temporary-file'])
/** Loaders that call any function with arguments of the file: one that only computes is as good as a class. */
const CALLS: ReadonlySet<Reference['loader']> = new Set(['hydra', 'lightning', 'hyperpyyaml', 'library'])
/** Functions by which libraries load or start something else, as they are usually called. */
const RUNS =
  /\.(?:_?load|register_(?:new_)?resolver|legacy_register_resolver|load_from_checkpoint|load_module|load_library|import_\w+|instantiate|locate|main|launch|run|run_\w+|exec\w*|unpickle|get_class_from_dynamic_module)$/

/** Neither listed as dangerous nor as fine: a library whose names are known has no business here, an unknown package may be the author's own. */
function byLibrary(reference: Reference, unknown: RuleId): Judgement {
  const library = libraryOf(reference.module)
  if (library === 'unknown')
    return objection(unknown, reference, 'from a package that is not known', 'not on any list; the package is not known')
  return objection(
    'config/unlisted-reference',
    reference,
    'which models do not need',
    'not among the names of this library that models use',
  )
}

/** A module of the standard library within another one is that module: `torch.nn.modules.module.os.system` is `os.system`. */
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
 * Modules that libraries import for themselves, and whose names no library gives to modules of its own: fewer than `MODULE_OBJECTS`, since packages have parts
 * called `commands`, `requests` or `inspect`, and here anything in such a module counts.
 */
const REACHED_THROUGH = new Set(
  'os posix nt subprocess sys shutil importlib builtins __builtins__ runpy pickle marshal ctypes socket urllib pty'.split(' '),
)

/** Danger under the whole dotted name: configurations split it at any place. */
function dangerOf(module: string, name: string): ReturnType<typeof lookupDangerous> {
  if (module === '') {
    const dot = name.lastIndexOf('.')
    return dot < 0 ? lookupDangerous('builtins', name) : lookupDangerous(name.slice(0, dot), name.slice(dot + 1))
  }
  return lookupDangerous(module, name)
}

const VERB = { class: 'builds', function: 'uses', module: 'imports', remote: 'fetches', shell: 'runs' } as const

function objection(rule: RuleId, reference: Reference, clause: string, reason: string): Judgement {
  const full = fullName(reference)
  const { detail, use } = reference
  const message = `Loading ${VERB[use]} ${full}${at(reference)}, ${clause}${detail === undefined ? '' : ` (${detail})`}`
  return finding(rule, message, full, reason, full)
}

function fullName({ module, name }: Reference): string {
  return module === '' ? name : name === '' ? module : `${module}.${name}`
}

function at({ where }: Reference): string {
  return where === '' ? '' : ` (at ${where})`
}
