// Decides whether an expression of a Jinja template reaches the Python interpreter.
import type { JinjaUse } from '../../../lang/jinja/template.ts'

/**
 * Attributes that lead to the interpreter, and that no template needs. Without `__class__.__name__`, `__dict__` and
 * `__doc__`, which code generators and error pages print.
 */
const REACHING = new Set(
  (
    '__globals__ __builtins__ __builtin__ __subclasses__ __mro__ __base__ __bases__ __import__ __code__ __closure__ __func__ __getattribute__ ' +
    '__reduce__ __reduce_ex__ __init__ __new__ __loader__ __spec__ __subclasshook__ __init_subclass__ __traceback__ ' +
    'func_globals func_code func_closure gi_frame gi_code cr_frame cr_code ag_frame ag_code f_globals f_builtins f_back tb_frame'
  ).split(' '),
)
/** Objects that Jinja or Flask adds to every template. */
const HELPERS = new Set(['lipsum', 'cycler', 'joiner', 'namespace', 'self', 'url_for', 'get_flashed_messages'])
/**
 * Methods that run programs or import modules. Fewer than in the table of dangers: objects of other software may have
 * methods such as `system`, `kill` or `fork`, but none has one of these names.
 */
const RUNNING = new Set('popen Popen check_output check_call getoutput getstatusoutput import_module load_module exec_module'.split(' '))
const FIELD = /\{([^{}]*)\}/g
/** The beginning of a tag up to its first brace. */
const TAG = /\{[{%]([^}]*)/g
const RAW = /__(?:mro|bases?|subclasses|globals|builtins|import|getattribute)__/

/** Returns whether this expression reaches the interpreter, in a template of any software. */
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
      // The template computes the name from its own strings, which hides it.
      if (use.names === undefined)
        return (use.own && use.how === 'filter') || (use.how !== 'dot' && use.on !== undefined && HELPERS.has(use.on))
      // `map(attribute='a.b')` looks up one name after the other.
      return use.names.some((name) => name.split('.').some((part) => leadsOut(part) || (part === '__class__' && use.how !== 'dot')))
    default:
      return use satisfies never
  }
}

/** Whether the attribute is in the table or private to a class (`_TemplateReference__context`). */
function leadsOut(name: string): boolean {
  return REACHING.has(name) || /^_[A-Za-z]\w*__\w/.test(name)
}

/** Returns the index of the first tag that reaches the interpreter, in a template that does not parse. */
export function reachesInText(template: string): number | undefined {
  for (const { index, 1: tag = '' } of template.matchAll(TAG)) if (RAW.test(tag)) return index
  return undefined
}
