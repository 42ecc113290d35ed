import { isJsonObject, type JsonObject, jsonPath } from '../../shared/json-value.ts'
import type { References } from './references.ts'

interface Place {
  readonly value: unknown
  readonly where: string
  readonly parent: Place | undefined
}

/** A mapping or list whose values are visited, the last one first: none of them waits anywhere else, since there may be millions. */
interface Level {
  readonly place: Place
  readonly holder: JsonObject | readonly unknown[]
  /** Undefined for a list. */
  readonly keys: readonly string[] | undefined
  left: number
}

const TICK = 65_536

/** Sees every mapping and every list, from the outermost on, with its place. */
export type Visit = (value: JsonObject | readonly unknown[], where: string) => void

/**
 * States the names that loaders of any configuration act on, at any depth: Hydra’s `_target_`, `class_path` of LightningCLI and jsonargparse,
 * `target` with `params` as latent diffusion models have it, `target` of NeMo’s models, and jsonpickle’s `py/…` keys. `visit` sees all that is walked.
 */
export function observeReferences(root: unknown, references: References, tick: () => void, visit: Visit): void {
  if (typeof root !== 'object' || root === null) return
  const levels: Level[] = []
  let place: Place = { value: root, where: '', parent: undefined }
  for (let seen = 1; ; seen++) {
    if (seen % TICK === 0) tick()
    const { value, where } = place
    const holder = value as JsonObject | readonly unknown[]
    visit(holder, where)
    if (isJsonObject(value)) {
      observeTargets(value, place, root, references)
      observeJsonpickle(value, where, references)
    }
    const keys = isJsonObject(holder) ? Object.keys(holder) : undefined
    levels.push({ place, holder, keys, left: keys ? keys.length : (holder as readonly unknown[]).length })
    const next = nextOf(levels)
    if (next === undefined) return
    place = next
  }
}

/** The next mapping or list, within the innermost level that has one left. */
function nextOf(levels: Level[]): Place | undefined {
  for (let level = levels.at(-1); level; level = levels.at(-1)) {
    const { place: parent, holder, keys } = level
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

function observeTargets(object: JsonObject, place: Place, root: unknown, references: References): void {
  const { where } = place
  const { class_path: path, target, params } = object
  // torchtune has a key of its own for the same (torchtune/config/_instantiate.py).
  const key = typeof object['_target_'] === 'string' ? '_target_' : '_component_'
  const written = object[key]
  if (typeof written === 'string') {
    const resolved = interpolated(written, place, root)
    // These import what `path` names, and do nothing else.
    if (/^hydra\.utils\.get_(?:class|method|object|static_method)$/.test(resolved) && typeof object['path'] === 'string')
      references.state({
        loader: 'hydra',
        target: interpolated(object['path'], place, root),
        where: jsonPath(where, '.path'),
        use: 'function',
      })
    else references.state({ loader: 'hydra', target: resolved, where: jsonPath(where, `.${key}`), use: 'class' })
  }
  if (typeof written === 'string') observeLoading(object, written, where, references)
  const trust: unknown = object['trust_remote_code']
  if (typeof written === 'string' && (trust === true || trust === 'true' || trust === 'True'))
    references.state({ loader: 'transformers', target: 'trust_remote_code', where: jsonPath(where, '.trust_remote_code'), use: 'remote' })
  if (typeof path === 'string' && path.includes('.') && Object.keys(object).every((key) => LIGHTNING_KEYS.has(key)))
    references.state({ loader: 'lightning', target: path, where: jsonPath(where, '.class_path'), use: 'class' })
  if (typeof target === 'string' && /^[A-Za-z_]\w*(?:\.\w+)+$/.test(target)) {
    const detail = isJsonObject(params) ? 'with params' : references.nemo || 'nemo_version' in object ? 'with the configuration' : undefined
    if (detail !== undefined) references.state({ loader: 'hydra', target, where: jsonPath(where, '.target'), use: 'class', detail })
  }
}

/** What loads another model, and the arguments by which it is told where that lies. */
const LOADS =
  /(?:^|\.)(?:from_pretrained|from_single_file|load_from_checkpoint|from_config|restore_from|load_model|load_state_dict|load_checkpoint)$/
const PLACES = [
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
/** A place that is none of the folder, and no name of a hub either. */
const ELSEWHERE = /^(?:[\\/~]|\.\.(?:[\\/]|$)|[A-Za-z]:[\\/]|[a-z][a-z0-9+.-]*:\/\/)|[\\/]\.\.(?:[\\/]|$)/

/** Another model that such a call loads from outside of the folder, and the code that it is told to fetch for that (`custom_pipeline` of diffusers). */
function observeLoading(object: JsonObject, target: string, where: string, references: References): void {
  // Programs that train have such places of their own machines.
  if (references.place !== 'model' || !LOADS.test(target)) return
  const args: unknown = object['_args_']
  const [first]: readonly unknown[] = Array.isArray(args) ? args : []
  for (const [key, value] of [...PLACES.map((key) => [key, object[key]] as const), ['_args_', first] as const])
    if (typeof value === 'string' && ELSEWHERE.test(value)) references.file(value, `a model (${jsonPath(where, `.${key}`)})`)
  const { custom_pipeline: pipeline } = object
  if (typeof pipeline === 'string')
    references.state({ loader: 'diffusers', target: pipeline, where: jsonPath(where, '.custom_pipeline'), use: 'remote' })
}

const MAX_STEPS = 8
/** `${oc.select:a.b,default}`, `${oc.env:NAME,default}` and `${oc.decode:text}`. */
const RESOLVER = /\$\{oc\.(select|env|decode):([^{},]{1,300})(?:,([^{},]{1,300}))?\}/g

/** OmegaConf replaces `${a.b}` by the value at that place of the document, `${.a}` by one beside it. Of its resolvers, those that can give a name written here are followed. */
function interpolated(text: string, place: Place, root: unknown): string {
  let result = text
  for (let step = 0; step < MAX_STEPS && result.includes('${'); step++) {
    const next = result
      .replace(/\$\{([\w.[\]-]{1,300})\}/g, (whole, path: string) => {
        const found = lookup(path, place, root)
        return typeof found === 'string' ? found.slice(0, 1000) : whole
      })
      .replace(RESOLVER, (whole, resolver: string, first: string, second: string | undefined) => {
        const found = resolver === 'select' ? lookup(first.trim(), place, root) : resolver === 'env' ? second : first
        const value = typeof found === 'string' ? found : second
        return value === undefined ? whole : value.trim().slice(0, 1000)
      })
    if (next === result || next.length > 4000) break
    result = next
  }
  return result
}

function lookup(path: string, place: Place, root: unknown): unknown {
  const dots = /^\.*/.exec(path)?.[0].length ?? 0
  let from: Place | undefined = place
  for (let up = 1; up < dots; up++) from = from?.parent
  let value = dots === 0 ? root : from?.value
  for (const key of path.slice(dots).split(/[.[\]]+/)) {
    if (key === '') continue
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined
    value = (value as JsonObject)[key]
  }
  return value
}

/** jsonpickle’s keys that name something; `py/repr` was evaluated by versions before 1.3. */
function observeJsonpickle(object: JsonObject, where: string, references: References): void {
  const { 'py/object': built, 'py/reduce': reduce, 'py/repr': repr, 'py/mod': module } = object
  const state = (target: unknown, key: string, use: 'class' | 'function' | 'module', unmistakable = false) => {
    if (typeof target === 'string')
      references.state({ loader: 'jsonpickle', target: python2(target), where: jsonPath(where, `.${key}`), use, detail: key, unmistakable })
  }
  state(built, 'py/object', 'class')
  state(object['py/type'], 'py/type', 'class')
  state(object['py/function'], 'py/function', 'function')
  state(typeof module === 'string' ? module.split('/')[0] : undefined, 'py/mod', 'module')
  if (typeof repr === 'string') state('builtins.eval', 'py/repr', 'function')
  const called: unknown = Array.isArray(reduce) ? reduce[0] : isJsonObject(reduce) ? Object.values(reduce)[0] : undefined
  if (!isJsonObject(called)) return
  state(called['py/function'], 'py/reduce', 'function', true)
  state(called['py/type'], 'py/reduce', 'class', true)
}

function python2(name: string): string {
  return name.startsWith('__builtin__.') ? `builtins.${name.slice('__builtin__.'.length)}` : name
}
