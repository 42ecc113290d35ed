// Walks a configuration and finds class names for Hydra, Lightning, NeMo, torchtune and jsonpickle.
import { isJsonObject, type JsonObject, jsonPath } from '../../shared/json-value.ts'
import type { References } from './references.ts'

/** A value of the document with its path. */
interface Position {
  readonly value: unknown
  readonly where: string
  readonly parent: Position | undefined
}

/** A mapping or list whose values are visited, the last one first. They are not queued, since there may be millions. */
interface Level {
  readonly position: Position
  readonly holder: JsonObject | readonly unknown[]
  /** Undefined for a list. */
  readonly keys: readonly string[] | undefined
  left: number
}

/** Number of values between two checks of the time limit. */
const TICK = 65_536

/** Called for every mapping and every list with its path, outer ones first. */
export type Visit = (value: JsonObject | readonly unknown[], where: string) => void

/**
 * Reports the names that loaders import, at any depth of a configuration: `_target_` of Hydra, `class_path` of
 * LightningCLI and jsonargparse, `target` with `params` of latent diffusion models, `target` of NeMo models, and the
 * `py/…` keys of jsonpickle. Calls `visit` for each mapping and list.
 */
export function observeReferences(root: unknown, references: References, tick: () => void, visit: Visit): void {
  if (typeof root !== 'object' || root === null) return
  const levels: Level[] = []
  let position: Position = { value: root, where: '', parent: undefined }
  for (let seen = 1; ; seen++) {
    if (seen % TICK === 0) tick()
    const { value, where } = position
    const holder = value as JsonObject | readonly unknown[]
    visit(holder, where)
    if (isJsonObject(value)) {
      observeTargets(value, position, root, references)
      observeJsonpickle(value, where, references)
    }
    const keys = isJsonObject(holder) ? Object.keys(holder) : undefined
    levels.push({ position, holder, keys, left: keys ? keys.length : (holder as readonly unknown[]).length })
    const next = nextOf(levels)
    if (next === undefined) return
    position = next
  }
}

/** Returns the next mapping or list of the innermost level that has one left. */
function nextOf(levels: Level[]): Position | undefined {
  for (let level = levels.at(-1); level; level = levels.at(-1)) {
    const { position: parent, holder, keys } = level
    while (level.left > 0) {
      const key = keys?.[--level.left]
      const value: unknown = key === undefined ? (holder as readonly unknown[])[--level.left] : (holder as JsonObject)[key]
      if (typeof value !== 'object' || value === null) continue
      return { value, where: jsonPath(parent.where, key === undefined ? `[${level.left}]` : `.${key}`), parent }
    }
    levels.pop()
  }
  return undefined
}

const LIGHTNING_KEYS = new Set(['class_path', 'init_args', 'dict_kwargs'])

function observeTargets(object: JsonObject, position: Position, root: unknown, references: References): void {
  const { where } = position
  const { class_path: path, target, params } = object
  // torchtune calls the same key `_component_` (torchtune/config/_instantiate.py).
  const key = typeof object['_target_'] === 'string' ? '_target_' : '_component_'
  const written = object[key]
  if (typeof written === 'string') {
    const resolved = interpolated(written, position, root)
    // These functions only import what `path` names.
    if (/^hydra\.utils\.get_(?:class|method|object|static_method)$/.test(resolved) && typeof object['path'] === 'string')
      references.report({
        loader: 'hydra',
        target: interpolated(object['path'], position, root),
        where: jsonPath(where, '.path'),
        use: 'function',
      })
    else references.report({ loader: 'hydra', target: resolved, where: jsonPath(where, `.${key}`), use: 'class' })
  }
  if (typeof written === 'string') observeLoading(object, written, where, references)
  const trust: unknown = object['trust_remote_code']
  if (typeof written === 'string' && (trust === true || trust === 'true' || trust === 'True'))
    references.report({ loader: 'transformers', target: 'trust_remote_code', where: jsonPath(where, '.trust_remote_code'), use: 'remote' })
  if (typeof path === 'string' && path.includes('.') && Object.keys(object).every((key) => LIGHTNING_KEYS.has(key)))
    references.report({ loader: 'lightning', target: path, where: jsonPath(where, '.class_path'), use: 'class' })
  if (typeof target === 'string' && /^[A-Za-z_]\w*(?:\.\w+)+$/.test(target)) {
    const detail = isJsonObject(params) ? 'with params' : references.nemo || 'nemo_version' in object ? 'with the configuration' : undefined
    if (detail !== undefined) references.report({ loader: 'hydra', target, where: jsonPath(where, '.target'), use: 'class', detail })
  }
}

/** Functions that load another model. */
const LOADS =
  /(?:^|\.)(?:from_pretrained|from_single_file|load_from_checkpoint|from_config|restore_from|load_model|load_state_dict|load_checkpoint)$/
/** Arguments of these functions that are the path or name of the model. */
const PATH_ARGUMENTS = [
  'pretrained_model_name_or_path',
  'pretrained_model_link_or_path',
  'pretrained_model_or_path',
  'model_name_or_path',
  'checkpoint_path',
  'restore_path',
  'path',
  'filename',
  'f',
]
/** A path outside of the folder, or a URL; neither is the name of a hub repository. */
const OUTSIDE = /^(?:[\\/~]|\.\.(?:[\\/]|$)|[A-Za-z]:[\\/]|[a-z][a-z0-9+.-]*:\/\/)|[\\/]\.\.(?:[\\/]|$)/

/**
 * Reports another model that such a call loads from outside of the folder, and code that it downloads for it
 * (`custom_pipeline` of diffusers).
 */
function observeLoading(object: JsonObject, target: string, where: string, references: References): void {
  // Configurations of training programs contain such paths of the machine on which they run.
  if (references.belongsTo !== 'model' || !LOADS.test(target)) return
  const args: unknown = object['_args_']
  const [first]: readonly unknown[] = Array.isArray(args) ? args : []
  for (const [key, value] of [...PATH_ARGUMENTS.map((key) => [key, object[key]] as const), ['_args_', first] as const])
    if (typeof value === 'string' && OUTSIDE.test(value)) references.file(value, `a model (${jsonPath(where, `.${key}`)})`)
  const { custom_pipeline: pipeline } = object
  if (typeof pipeline === 'string')
    references.report({ loader: 'diffusers', target: pipeline, where: jsonPath(where, '.custom_pipeline'), use: 'remote' })
}

const MAX_STEPS = 8
/** `${oc.select:a.b,default}`, `${oc.env:NAME,default}` and `${oc.decode:text}`. */
const RESOLVER = /\$\{oc\.(select|env|decode):([^{},]{1,300})(?:,([^{},]{1,300}))?\}/g

/**
 * Replaces `${a.b}` by the value at that path of the document and `${.a}` by a sibling value, as OmegaConf does. Only
 * resolvers whose result is written in the document are evaluated.
 */
function interpolated(text: string, position: Position, root: unknown): string {
  let result = text
  for (let step = 0; step < MAX_STEPS && result.includes('${'); step++) {
    const next = result
      .replace(/\$\{([\w.[\]-]{1,300})\}/g, (whole, path: string) => {
        const found = lookup(path, position, root)
        return typeof found === 'string' ? found.slice(0, 1000) : whole
      })
      .replace(RESOLVER, (whole, resolver: string, first: string, second: string | undefined) => {
        const found = resolver === 'select' ? lookup(first.trim(), position, root) : resolver === 'env' ? second : first
        const value = typeof found === 'string' ? found : second
        return value === undefined ? whole : value.trim().slice(0, 1000)
      })
    if (next === result || next.length > 4000) break
    result = next
  }
  return result
}

function lookup(path: string, position: Position, root: unknown): unknown {
  const dots = /^\.*/.exec(path)?.[0].length ?? 0
  let from: Position | undefined = position
  for (let up = 1; up < dots; up++) from = from?.parent
  let value = dots === 0 ? root : from?.value
  for (const key of path.slice(dots).split(/[.[\]]+/)) {
    if (key === '') continue
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined
    value = (value as JsonObject)[key]
  }
  return value
}

/** Reports the names under the keys of jsonpickle. Versions before 1.3 evaluated `py/repr`. */
function observeJsonpickle(object: JsonObject, where: string, references: References): void {
  const { 'py/object': built, 'py/reduce': reduce, 'py/repr': repr, 'py/mod': module } = object
  const report = (target: unknown, key: string, use: 'class' | 'function' | 'module', unmistakable = false) => {
    if (typeof target === 'string')
      references.report({
        loader: 'jsonpickle',
        target: python2(target),
        where: jsonPath(where, `.${key}`),
        use,
        detail: key,
        unmistakable,
      })
  }
  report(built, 'py/object', 'class')
  report(object['py/type'], 'py/type', 'class')
  report(object['py/function'], 'py/function', 'function')
  report(typeof module === 'string' ? module.split('/')[0] : undefined, 'py/mod', 'module')
  if (typeof repr === 'string') report('builtins.eval', 'py/repr', 'function')
  const called: unknown = Array.isArray(reduce) ? reduce[0] : isJsonObject(reduce) ? Object.values(reduce)[0] : undefined
  if (!isJsonObject(called)) return
  report(called['py/function'], 'py/reduce', 'function', true)
  report(called['py/type'], 'py/reduce', 'class', true)
}

function python2(name: string): string {
  return name.startsWith('__builtin__.') ? `builtins.${name.slice('__builtin__.'.length)}` : name
}
