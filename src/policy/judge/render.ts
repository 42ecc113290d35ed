// Renders a call of a pickle as the Python expression that loading would run.
import type { Callee, CallOpcode, Preview } from '../../facts/pickle.ts'

/** Maximum number of characters of a rendered call. A longer one ends with `…`. */
const MAX_CALL = 400
/** Maximum number of characters of one literal in it. */
const MAX_LITERAL = 160
/** Maximum nesting depth that is rendered. */
const MAX_DEPTH = 6

/**
 * Renders a call as the Python that would run, e.g. `posix.system('curl … | sh')`.
 * Text of the file is quoted as in Python, and not escaped for any output.
 */
export function renderCall(callee: Callee, args: readonly Preview[], via: CallOpcode): string {
  const target = renderCallee(callee, 0)
  const list = (from: number) =>
    args
      .slice(from)
      .map((arg) => render(arg, 1))
      .join(', ')
  switch (via) {
    case 'reduce':
    case 'newobj':
    case 'inst':
    case 'obj':
      return cut(`${target}(${list(0)})`)
    case 'build':
      return cut(`${target}(…).__setstate__(${list(0)})`)
    case 'append':
      return cut(`${target}(…).extend([${list(0)}])`)
    case 'setitem':
      return cut(`${target}(…)[${render(args[0] ?? NOTHING, 1)}] = ${render(args[1] ?? NOTHING, 1)}`)
    case 'additems':
      return cut(`${target}(…).update({${list(0)}})`)
  }
}

/** Renders a change of an imported object as the Python that would make it. */
export function renderMutation(target: Callee, args: readonly Preview[], via: CallOpcode): string {
  const name = renderCallee(target, 0).replace(/\.$/, '')
  if (via === 'setitem') return cut(`${name}[${render(args[0] ?? NOTHING, 1)}] = ${render(args[1] ?? NOTHING, 1)}`)
  const values = args.map((arg) => render(arg, 1)).join(', ')
  return cut(via === 'build' ? `${name}.__setstate__(${values})` : `${name}.extend([${values}])`)
}

/** Renders a value as a Python expression. */
export function renderValue(value: Preview): string {
  return cut(render(value, 0))
}

const NOTHING: Preview = { kind: 'none' }

function renderCallee(callee: Callee, depth: number): string {
  switch (callee.kind) {
    case 'global':
      return `${callee.module}.${callee.name}`
    case 'method':
      return `${render(callee.of, depth + 1)}.${callee.name}`
    case 'unknown':
      return callee.of.kind === 'result' ? render(callee.of, depth + 1) : `(${render(callee.of, depth + 1)})`
  }
}

function render(value: Preview, depth: number): string {
  if (depth > MAX_DEPTH) return '…'
  switch (value.kind) {
    case 'none':
      return 'None'
    case 'bool':
      return value.value ? 'True' : 'False'
    case 'int':
    case 'float':
      return value.text
    case 'text':
      return quote(value.text, value.length)
    case 'bytes':
      return `b${quote(String.fromCharCode(...value.head.subarray(0, MAX_LITERAL)), value.length)}`
    case 'global':
      return `${value.module}.${value.name}`
    case 'module':
      return `<module ${value.module}>`
    case 'result':
      return `${renderCallee(value.callee, depth + 1)}(${value.args.map((arg) => render(arg, depth + 1)).join(', ')})`
    case 'tuple':
      return `(${items(value.items, value.more, depth)}${value.items.length === 1 && !value.more ? ',' : ''})`
    case 'list':
      return `[${items(value.items, value.more, depth)}]`
    case 'set':
      return `{${items(value.items, value.more, depth)}}`
    case 'frozenset':
      return `frozenset({${items(value.items, value.more, depth)}})`
    case 'dict': {
      const entries = value.entries.map(([key, item]) => `${render(key, depth + 1)}: ${render(item, depth + 1)}`)
      return `{${[...entries, ...(value.more ? ['…'] : [])].join(', ')}}`
    }
    case 'persistent-id':
      return value.id ? `persistent_load(${render(value.id, depth + 1)})` : 'persistent_load(…)'
    case 'unknown':
      return `<${value.what}>`
  }
}

function items(values: readonly Preview[], more: boolean, depth: number): string {
  return [...values.map((item) => render(item, depth + 1)), ...(more ? ['…'] : [])].join(', ')
}

function quote(text: string, length: number): string {
  const shown = text.length > MAX_LITERAL ? text.slice(0, MAX_LITERAL) : text
  let quoted = ''
  for (const char of shown)
    quoted += ESCAPES.get(char) ?? (char < ' ' || char === '\x7f' ? `\\x${char.charCodeAt(0).toString(16).padStart(2, '0')}` : char)
  return `'${quoted}${length > shown.length ? '…' : ''}'`
}

const ESCAPES = new Map([
  ['\\', '\\\\'],
  ["'", "\\'"],
  ['\n', '\\n'],
  ['\r', '\\r'],
  ['\t', '\\t'],
])

function cut(text: string): string {
  return text.length > MAX_CALL ? `${text.slice(0, MAX_CALL - 1)}…` : text
}
