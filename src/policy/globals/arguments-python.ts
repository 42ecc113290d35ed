// Argument rules for functions of the standard library, and for the forms of them that dill writes.
import type { Preview } from '../../facts/pickle.ts'
import { isGlobal, isPlain, isState, label, onlyCalled, whenCalled } from '../../python/rule-kinds.ts'
import type { ArgumentRule, ArgumentRuleId, Lookup } from '../../python/table.ts'
import { plainType } from '../../types/type-names.ts'
import { getAttribute } from './arguments-attributes.ts'
import { keepsFactory } from './arguments-states.ts'
import { buildable, harmlessPartial, keepable, reconstructible } from './buildable.ts'
import { holdsStated, isReadyCall, isStated } from './taken-apart.ts'

const CODECS = new Set(['latin1', 'latin-1', 'iso8859-1', 'iso-8859-1', 'utf-8', 'utf8', 'ascii', 'raw_unicode_escape'])
const ZONE_KEY = /^[A-Za-z0-9_+-]+(\/[A-Za-z0-9_+-]+)*$/
/** Names of older dills, and of types of `collections`. */
const OLD_TYPES = new Set('long unicode OrderedDict defaultdict deque'.split(' '))

const isData = (value: Preview): boolean => value.kind !== 'global' && value.kind !== 'module' && value.kind !== 'unknown'

const OWNERLESS = ''
/** The enumeration a pickled member belongs to: `Color(1)` and `getattr(Color, 'RED')` both name it. */
function ownerOf(value: Preview | undefined): string {
  if (value?.kind !== 'result' || value.callee.kind !== 'global') return OWNERLESS
  if (!isGlobal(value.callee, 'builtins', 'getattr')) return `${value.callee.module}.${value.callee.name}`
  const of = value.args[0]
  return of?.kind === 'global' ? `${of.module}.${of.name}` : OWNERLESS
}

/** The member of an enumeration: flags of one may be made of those of another (`re.RegexFlag(regex.RegexFlag(…))`). */
const isMember = (value: Preview, is: Lookup): boolean =>
  value.kind === 'result' && value.callee.kind === 'global' && is.safeUse(value.callee.module, value.callee.name) === 'member'

/** What a partial object keeps: a function or class, or a method of an instance. */
function isKept(value: Preview | undefined, is: Lookup): true | string {
  const isMethod = value?.kind === 'result' && isGlobal(value.callee, 'builtins', 'getattr') && value.args[0]?.kind === 'result'
  return isMethod ? getAttribute(value.args, is) : keepable(value, is)
}

/** Rules for the standard library, and for what dill writes of it. */
export const pythonRules = {
  codec: whenCalled(([text, codec]) => {
    if (text?.kind !== 'text') return 'what is encoded is no literal text'
    return (
      codec === undefined ||
      (codec.kind === 'text' && CODECS.has(codec.text.toLowerCase())) ||
      'the codec is not one that only encodes text'
    )
  }),
  // What it gives belongs to the program, not to the file.
  shared: onlyCalled(() => true),
  'type-of': onlyCalled((args) => {
    const [of] = args
    if (args.length !== 1) return 'type() with three arguments makes a new class'
    if (of?.kind === 'none') return true
    return (
      (of?.kind === 'global' && of.module === 'builtins' && /^(Ellipsis|NotImplemented)$/.test(of.name)) ||
      `it gets the type of ${label(of)}`
    )
  }),
  iterator: whenCalled(
    (args) =>
      (args.length > 0 && args.every((arg) => isData(arg) && !isStated(arg, 0) && !isReadyCall(arg, 0))) ||
      'an iterator over something that is no data can call functions',
  ),
  'one-iterable': whenCalled(
    ([items, ...more]) =>
      (items !== undefined && more.length === 0 && isData(items) && !isStated(items, 0) && !isReadyCall(items, 0)) ||
      'it calls what it is given for every item',
  ),
  mapped: whenCalled(([fn, ...items], is) => {
    if (fn?.kind !== 'none' && !(fn?.kind === 'global' && is.safeUse(fn.module, fn.name) === 'call'))
      return `${label(fn)} would be called for every item`
    return items.every((item) => isData(item) && !holdsStated(item, 0)) || 'the items are no data'
  }),
  partial: (args, via, is) => {
    if (via !== 'build') return isState(via) ? 'its result is changed, which no pickler writes' : isKept(args[0], is)
    const [state] = args
    return state?.kind === 'tuple' ? isKept(state.items[0], is) : 'its state is not what Python writes'
  },
  'default-factory': (args, via, is) => {
    if (via === 'build') return keepsFactory(args[0])
    const [factory] = args
    if (isState(via) || factory === undefined || factory.kind === 'none') return true
    if (factory.kind === 'result' && isGlobal(factory.callee, 'functools', 'partial')) return harmlessPartial(factory, is)
    return buildable(factory, is) === true || `${label(factory)} is called for every missing key`
  },
  'first-is-class': whenCalled(([cls], is) => buildable(cls, is)),
  reconstructor: whenCalled(([cls, base, state], is) => {
    const first = buildable(cls, is) === true || reconstructible(cls, base, state, is)
    return first === true ? buildable(base, is) : first
  }),
  member: onlyCalled(
    ([value, ...more], is) =>
      (value !== undefined && more.length === 0 && (isPlain(value) || isMember(value, is))) ||
      'a member is looked up by something that is no plain value',
  ),
  flags: onlyCalled(([left, right]) => {
    if (left?.kind === 'int' && right?.kind === 'int') return true
    const owner = ownerOf(left?.kind === 'int' ? right : left)
    const other = right?.kind === 'int' || left?.kind === 'int' ? owner : ownerOf(right)
    return (owner !== OWNERLESS && owner === other) || 'the operands are not two flags of one enumeration'
  }),
  'typing-item': onlyCalled(
    ([generic]) =>
      (generic?.kind === 'global' && /^(typing|collections\.abc)$/.test(generic.module)) || `it gets an item of ${label(generic)}`,
  ),
  'zone-key': onlyCalled(
    ([key]) => (key?.kind === 'text' && ZONE_KEY.test(key.text)) || 'the time zone is named by something that is no zone key',
  ),
  'time-zone-file': whenCalled(([file]) => file?.kind === 'none' || 'a file of that name would be read'),
  'literal-bytes': whenCalled(([bytes]) => {
    if (bytes?.kind === 'bytes') return true
    const encoded = bytes?.kind === 'result' && isGlobal(bytes.callee, '_codecs', 'encode') && bytes.args[0]?.kind === 'text'
    return encoded || 'what is loaded is no literal of the file'
  }),
  'dill-type': onlyCalled(
    ([name]) =>
      (name?.kind === 'text' && (plainType(name.text) !== undefined || OLD_TYPES.has(name.text))) || 'the type is none of plain data',
  ),
} satisfies Partial<Record<ArgumentRuleId, ArgumentRule>>
