// Reports what a Jinja template does beyond printing values.
import { ScanError } from '../../../bytes/errors.ts'
import type { Observation } from '../../../facts/observation.ts'
import { type JinjaUse, readJinja } from '../../../lang/jinja/template.ts'
import { builtinsIn, runningMethods } from '../../../python/danger/match.ts'
import type { Scan } from '../../../types/format.ts'
import { reachesInText, reachesInterpreter } from './reach.ts'

type Construct = Extract<Observation, { kind: 'template' }>['construct']

/** Maximum length. Chat templates of real models have up to 30,000 characters. */
const MAX_TEMPLATE = 4 << 20
const MAX_FACTS = 20
const MAX_SHOWN = 200

/**
 * Attributes that lead from a value to the interpreter, in addition to all names with two underscores on both sides.
 * Jinja's sandbox refuses them too.
 */
const INTERNALS = new Set(
  (
    'mro func_globals func_code func_closure func_defaults im_func im_self im_class gi_frame gi_code gi_yieldfrom cr_frame cr_code cr_await ' +
    'ag_frame ag_code ag_await tb_frame tb_next f_globals f_locals f_builtins f_back f_code co_code'
  ).split(' '),
)

/** Special names of Python: a template that contains one as a string can only use it to reach the attribute. */
const DUNDERS = new Set(
  (
    '__class__ __mro__ __base__ __bases__ __subclasses__ __globals__ __builtins__ __builtin__ __import__ __init__ __new__ __call__ __dict__ __code__ ' +
    '__closure__ __self__ __func__ __wrapped__ __module__ __loader__ __spec__ __file__ __getattribute__ __getattr__ __setattr__ __delattr__ __getitem__ ' +
    '__reduce__ __reduce_ex__ __subclasshook__ __init_subclass__ __enter__ __exit__ __del__ __defaults__ __kwdefaults__ __annotations__ __traceback__ ' +
    '__context__ __cause__ __weakref__ __slots__ __doc__ __format__'
  ).split(' '),
)

/** Objects that Jinja adds to every template. Harmless templates call them and use no attributes of them. */
const HELPERS = new Set(['lipsum', 'cycler', 'joiner', 'namespace', 'url_for', 'get_flashed_messages'])

/** Dangerous built-in functions, and `getattr`, which is dangerous with certain arguments. */
const FUNCTIONS = new Set([...builtinsIn('template'), 'getattr'])
/** Functions of modules that run programs, and methods of import loaders. */
const METHODS = new Set([...runningMethods(), 'exec_module'])

/** A name or dotted names in a string, e.g. the argument of `map(attribute=…)`. */
const DOTTED = /^[\w.]+$/
/** A replacement field of `str.format`. */
const FIELD = /\{([^{}]*)\}/g
/** The beginning of a tag up to its first brace, for templates that do not parse. */
const RAW_TAG = /\{[{%]([^}]*)/g
const RAW_NAMES = /__(?:class|mro|base|bases|subclasses|globals|builtins|import|init|getattribute|reduce)__/

/**
 * Which software the template is for. In a model's template every use that chat templates do not need is reported, in
 * any other only what reaches the interpreter.
 */
export type TemplateOf = 'model' | 'any-software'

/**
 * Reports what a template of any kind does to reach the interpreter, and returns whether it does. A template that does
 * not parse is not reported for that: it may be of another engine.
 */
export function observeAnyTemplate(scan: Scan, name: string, template: string, of: TemplateOf, offset: number): boolean {
  if (of === 'model') return observeInjection(scan, name, template, offset)
  if (template.length > MAX_TEMPLATE) return false
  const reported = new Set<number>()
  const report = (construct: Construct, expression: string, start: number): void => {
    if (reported.size >= MAX_FACTS || reported.has(start)) return
    reported.add(start)
    const at = offset + new TextEncoder().encode(template.slice(0, start)).length
    scan.observe({ kind: 'template', name, construct, expression: shown(expression), offset: at })
  }
  try {
    readJinja(template, (use) => {
      if (reachesInterpreter(use)) report(use.what === 'call' ? 'call' : 'attribute', template.slice(use.start, use.end), use.start)
    })
  } catch (error) {
    if (!(error instanceof ScanError)) throw error
    const raw = reported.size === 0 ? reachesInText(template) : undefined
    if (raw !== undefined) report('attribute', template.slice(raw, raw + MAX_SHOWN), raw)
  }
  return reported.size > 0
}

/** Reports only the injections of a template, and returns whether there are any. */
function observeInjection(scan: Scan, name: string, template: string, offset: number): boolean {
  let found = false
  const only: Scan = {
    ...scan,
    observe: (observation) => {
      const injection = observation.kind === 'template' && ['attribute', 'call', 'hidden-name'].includes(observation.construct)
      found ||= injection
      return injection && scan.observe(observation)
    },
  }
  observeTemplate(only, name, template, offset, true)
  return found
}

/**
 * Reads one Jinja template and reports what it does beyond printing values. `name` is shown in findings. `offset` is
 * where the text begins in the file; `plain` means that it is stored there without escapes, so that offsets within it
 * are known.
 */
export function observeTemplate(scan: Scan, name: string, template: string, offset: number, plain: boolean): void {
  const offsetOf = (start: number) => (plain ? offset + new TextEncoder().encode(template.slice(0, start)).length : offset)
  const report = (construct: Construct, expression: string, start: number) =>
    scan.observe({ kind: 'template', name, construct, expression: shown(expression), offset: offsetOf(start) })
  if (template.length > MAX_TEMPLATE) {
    scan.observe({
      kind: 'incomplete',
      why: 'limit',
      detail: `${name}: a template of ${template.length} characters exceeds the limit of ${MAX_TEMPLATE}`,
      offset,
    })
    return
  }
  const reported = new Set<string>()
  try {
    readJinja(template, (use) => {
      const construct = constructOf(use)
      const key = `${construct === 'unparsable' || construct === 'hidden-name'}:${use.start}`
      if (construct === undefined || reported.has(key) || reported.size >= MAX_FACTS) return
      reported.add(key)
      report(construct, template.slice(use.start, use.end), use.start)
    })
  } catch (error) {
    if (!(error instanceof ScanError)) throw error
    const raw = reported.size === 0 ? [...template.matchAll(RAW_TAG)].find(([tag]) => RAW_NAMES.test(tag)) : undefined
    // Another implementation of Jinja may accept what this grammar refuses.
    if (raw) report('attribute', template.slice(raw.index, raw.index + MAX_SHOWN), raw.index)
    report(
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

/** Whether a string for `str.format` has a field that uses a name with two underscores on both sides. */
function reachesIn(text: string): boolean {
  return [...text.matchAll(FIELD)].some(([, field = '']) =>
    (field.match(/\w+/g) ?? []).some((word) => word.lastIndexOf('__') > word.indexOf('__') + 2),
  )
}
