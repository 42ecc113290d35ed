// Decides whether an expression of a Jinja template reaches the Python interpreter.
import type { JinjaUse } from '../../../lang/jinja/template.ts'

/**
 * Attributes that no template of any software has a use for: they lead to all code of the interpreter. Not `__class__.__name__`, `__dict__` or `__doc__`, which
 * generators of code and pages with errors print.
 */
const REACHING = new Set(
  (
    '__globals__ __builtins__ __builtin__ __subclasses__ __mro__ __base__ __bases__ __import__ __code__ __closure__ __func__ __getattribute__ ' +
    '__reduce__ __reduce_ex__ __init__ __new__ __loader__ __spec__ __subclasshook__ __init_subclass__ __traceback__ ' +
    'func_globals func_code func_closure gi_frame gi_code cr_frame cr_code ag_frame ag_code f_globals f_builtins f_back tb_frame'
  ).split(' '),
)
/** Objects that Jinja puts into every template, and attributes of theirs that templates do use. */
const HELPERS = new Set(['lipsum', 'cycler', 'joiner', 'namespace', 'self', 'url_for', 'get_flashed_messages'])
/**
 * Methods that run programs or import. Fewer than the table of dangers has: any software's templates are given objects with `system`, `kill` or `fork` of their
 * own, and of these names nothing else has one.
 */
const RUNNING = new Set('popen Popen check_output check_call getoutput getstatusoutput import_module load_module exec_module'.split(' '))
const FIELD = /\{([^{}]*)\}/g
/** The beginning of a tag up to its first brace. */
const TAG = /\{[{%]([^}]*)/g
const RAW = /__(?:mro|bases?|subclasses|globals|builtins|import|getattribute)__/

/** Does this use of a template reach the interpreter, whatever software the template is of? */
export function reachesInterpreter(use: JinjaUse): boolean {
  switch (use.what) {
    case 'load':
      return false
    case 'name':
      return use.name === '__builtins__' || use.name === '__import__'
    case 'text':
      return [...use.text.matchAll(FIELD)].some(([, field = '']) => (field.match(/\w+/g) ?? []).some((word) => REACHING.has(word)))
    case 'call':
      return use.method && RUNNING.has(use.name)
    case 'attribute':
      // A name that the template puts together from texts of its own hides itself.
      if (use.names === undefined)
        return (use.own && use.how === 'filter') || (use.how !== 'dot' && use.on !== undefined && HELPERS.has(use.on))
      // `map(attribute='a.b')` takes one after the other.
      return use.names.some((name) => name.split('.').some((part) => leadsOut(part) || (part === '__class__' && use.how !== 'dot')))
    default:
      return use satisfies never
  }
}

/** An attribute of the list above, or one that Python hides in a class (`_TemplateReference__context`). */
function leadsOut(name: string): boolean {
  return REACHING.has(name) || /^_[A-Za-z]\w*__\w/.test(name)
}

/** The same of the text of a template that could not be read to its end: the place of the first tag that does. */
export function reachesInText(template: string): number | undefined {
  for (const { index, 1: tag = '' } of template.matchAll(TAG)) if (RAW.test(tag)) return index
  return undefined
}
