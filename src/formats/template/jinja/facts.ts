import { ScanError } from '../../../bytes/errors.ts'
import type { Observation } from '../../../facts/observation.ts'
import { type JinjaUse, readJinja } from '../../../lang/jinja/template.ts'
import { builtinsIn, runningMethods } from '../../../python/danger/match.ts'
import type { Scan } from '../../../types/format.ts'
import { reachesInText, reachesInterpreter } from './reach.ts'

type Construct = Extract<Observation, { kind: 'template' }>['construct']

/** Chat templates of real models have up to 30,000 characters. */
const MAX_TEMPLATE = 4 << 20
const MAX_FACTS = 20
const MAX_SHOWN = 200

/** Attributes that lead out of a value into the interpreter, beside all that begin and end with two underscores (Jinja's sandbox refuses them too). */
const INTERNALS = new Set(
  (
    'mro func_globals func_code func_closure func_defaults im_func im_self im_class gi_frame gi_code gi_yieldfrom cr_frame cr_code cr_await ' +
    'ag_frame ag_code ag_await tb_frame tb_next f_globals f_locals f_builtins f_back f_code co_code'
  ).split(' '),
)

/** Names of Python's own that a text in a template can only be there to reach. */
const DUNDERS = new Set(
  (
    '__class__ __mro__ __base__ __bases__ __subclasses__ __globals__ __builtins__ __builtin__ __import__ __init__ __new__ __call__ __dict__ __code__ ' +
    '__closure__ __self__ __func__ __wrapped__ __module__ __loader__ __spec__ __file__ __getattribute__ __getattr__ __setattr__ __delattr__ __getitem__ ' +
    '__reduce__ __reduce_ex__ __subclasshook__ __init_subclass__ __enter__ __exit__ __del__ __defaults__ __kwdefaults__ __annotations__ __traceback__ ' +
    '__context__ __cause__ __weakref__ __slots__ __doc__ __format__'
  ).split(' '),
)

/** Objects that Jinja itself puts into every template and that templates only call. */
const HELPERS = new Set(['lipsum', 'cycler', 'joiner', 'namespace', 'url_for', 'get_flashed_messages'])

/** Built-in functions that the table of dangers has, and the one that is dangerous only with what it is given. */
const FUNCTIONS = new Set([...builtinsIn('template'), 'getattr'])
/** Functions of modules through which templates have run programs, and the methods of loaders. */
const METHODS = new Set([...runningMethods(), 'exec_module'])

/** A text that is a name or dotted names, e.g. the argument of `map(attribute=…)`. */
const DOTTED = /^[\w.]+$/
/** A replacement field of `str.format`. */
const FIELD = /\{([^{}]*)\}/g
/** The beginning of a tag up to its first brace, in a template that is none by the grammar. */
const RAW_TAG = /\{[{%]([^}]*)/g
const RAW_NAMES = /__(?:class|mro|base|bases|subclasses|globals|builtins|import|init|getattribute|reduce)__/

/** Whose a template is: a model's, of which what pages do too is left out; or any software's, where only what reaches the interpreter counts. */
export type TemplateOf = 'model' | 'anybody'

/**
 * States what a template does that may be no chat template, and whether it does any of it. A template of another engine is none by the grammar: nothing is said
 * of that.
 */
export function observeAnyTemplate(scan: Scan, name: string, template: string, of: TemplateOf, offset: number): boolean {
  if (of === 'model') return observeHostile(scan, name, template, offset)
  if (template.length > MAX_TEMPLATE) return false
  const told = new Set<number>()
  const state = (construct: Construct, expression: string, start: number): void => {
    if (told.size >= MAX_FACTS || told.has(start)) return
    told.add(start)
    const at = offset + new TextEncoder().encode(template.slice(0, start)).length
    scan.observe({ kind: 'template', name, construct, expression: shown(expression), offset: at })
  }
  try {
    readJinja(template, (use) => {
      if (reachesInterpreter(use)) state(use.what === 'call' ? 'call' : 'attribute', template.slice(use.start, use.end), use.start)
    })
  } catch (error) {
    if (!(error instanceof ScanError)) throw error
    const raw = told.size === 0 ? reachesInText(template) : undefined
    if (raw !== undefined) state('attribute', template.slice(raw, raw + MAX_SHOWN), raw)
  }
  return told.size > 0
}

function observeHostile(scan: Scan, name: string, template: string, offset: number): boolean {
  let found = false
  const only: Scan = {
    ...scan,
    observe: (observation) => {
      const hostile = observation.kind === 'template' && ['attribute', 'call', 'hidden-name'].includes(observation.construct)
      found ||= hostile
      return hostile && scan.observe(observation)
    },
  }
  observeTemplate(only, name, template, offset, true)
  return found
}

/**
 * Reads one Jinja template and states what it does beyond filling in values. `name` says where it stands; `offset` is where its text begins, and `plain`
 * that the text lies there as it is, so that places in it can be told.
 */
export function observeTemplate(scan: Scan, name: string, template: string, offset: number, plain: boolean): void {
  const place = (start: number) => (plain ? offset + new TextEncoder().encode(template.slice(0, start)).length : offset)
  const state = (construct: Construct, expression: string, start: number) =>
    scan.observe({ kind: 'template', name, construct, expression: shown(expression), offset: place(start) })
  if (template.length > MAX_TEMPLATE) {
    scan.observe({ kind: 'incomplete', why: 'limit', detail: `${name}: a template of ${template.length} characters is not read`, offset })
    return
  }
  const told = new Set<string>()
  try {
    readJinja(template, (use) => {
      const construct = constructOf(use)
      const key = `${construct === 'unparsable' || construct === 'hidden-name'}:${use.start}`
      if (construct === undefined || told.has(key) || told.size >= MAX_FACTS) return
      told.add(key)
      state(construct, template.slice(use.start, use.end), use.start)
    })
  } catch (error) {
    if (!(error instanceof ScanError)) throw error
    const raw = told.size === 0 ? [...template.matchAll(RAW_TAG)].find(([tag]) => RAW_NAMES.test(tag)) : undefined
    // Another implementation may be more lenient than the grammar.
    if (raw) state('attribute', template.slice(raw.index, raw.index + MAX_SHOWN), raw.index)
    state(
      'unparsable',
      `${error.message} near ${template.slice(Math.max(0, (error.offset ?? 0) - 20), (error.offset ?? 0) + 40)}`,
      error.offset ?? 0,
    )
  }
}

function constructOf(use: JinjaUse): Construct | undefined {
  switch (use.what) {
    case 'load':
      return 'import'
    case 'name':
      return DUNDERS.has(use.name) ? 'attribute' : undefined
    case 'text':
      return (DOTTED.test(use.text) && use.text.split('.').some((part) => DUNDERS.has(part))) || reachesIn(use.text)
        ? 'attribute'
        : undefined
    case 'call':
      return (use.method ? METHODS : FUNCTIONS).has(use.name) ? 'call' : undefined
    case 'attribute':
      if (use.names === undefined)
        return use.how === 'filter' || (use.on !== undefined && HELPERS.has(use.on)) ? 'attribute' : use.own ? 'hidden-name' : 'unparsable'
      if (use.on !== undefined && HELPERS.has(use.on)) return 'attribute'
      return use.names.some(leadsOut) ? 'attribute' : undefined
    default:
      return use satisfies never
  }
}

function leadsOut(name: string): boolean {
  return /^__\w*__$/.test(name) || /^_[A-Za-z]\w*__\w/.test(name) || INTERNALS.has(name)
}

function shown(expression: string): string {
  return expression.length > MAX_SHOWN ? `${expression.slice(0, MAX_SHOWN)}…` : expression
}

/** Does a text of `str.format` reach into its argument: has a field a name between two pairs of underscores? */
function reachesIn(text: string): boolean {
  return [...text.matchAll(FIELD)].some(([, field = '']) =>
    (field.match(/\w+/g) ?? []).some((word) => word.lastIndexOf('__') > word.indexOf('__') + 2),
  )
}
