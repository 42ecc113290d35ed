// Resolves the names that one pickle stream imports, and reports each once.
import type { FactEmitter } from '../emit/fact-emitter.ts'
import { sourceRunBy } from '../emit/shipped-source.ts'
import { preview } from '../value/preview.ts'
import type { ReadLiteral } from '../value/text.ts'
import { textOf } from '../value/text.ts'
import type { Value } from '../value/values.ts'
import { GlobalRef, UNKNOWN } from '../value/values.ts'
import { resolveText } from './evaluate.ts'
import { python3Name } from './python2.ts'

/** Maximum number of different names in one stream: each costs a string. A clean file has a few dozen. */
const MAX_GLOBALS = 2 ** 16

/** The names that one stream imports, each reported once. */
export class Imports {
  /** Set when a limit is passed; the machine stops there. */
  limit: string | undefined
  /** Whether a name was imported that runs source in dicts of the file. */
  runsSource = false
  private readonly globals = new Map<string, GlobalRef>()
  private readonly emitter: FactEmitter
  private readonly read: ReadLiteral

  constructor(emitter: FactEmitter, read: ReadLiteral) {
    this.emitter = emitter
    this.read = read
  }

  /**
   * Imports a name as the file (or the pickle’s own arithmetic) spells it; under Python 3’s name where Python 2 had
   * another.
   */
  named(module: string, name: string, computed: boolean, offset: number): GlobalRef {
    const key = `${module}\n${name}\n${computed ? 1 : 0}`
    const known = this.globals.get(key)
    if (known) return known
    if (this.globals.size >= MAX_GLOBALS) this.limit = `more than ${MAX_GLOBALS} different names are imported`
    if (hasControl(module) || hasControl(name)) this.emitter.oddity('nul-in-name', `${module}.${name}`, offset)
    const cut = cutAtNul(module)
    const renamed = python3Name(cut, name)
    const ref = new GlobalRef(renamed?.module ?? cut, renamed?.name ?? name, computed)
    ref.source = sourceRunBy(`${ref.module}.${ref.name}`)
    if (ref.source !== undefined) this.runsSource = true
    this.globals.set(key, ref)
    const fact = {
      kind: 'global',
      module: ref.module,
      name: ref.name,
      ...(ref.module !== module || ref.name !== name ? { written: { module, name } } : {}),
      computed,
      offset,
      stream: this.emitter.stream,
    } as const
    ref.isHarmlessValue = this.emitter.listener.harmless(fact)
    this.emitter.emit(fact)
    return ref
  }

  /** STACK_GLOBAL: both operands should be literals. */
  fromValues(module: Value, name: Value, offset: number): Value {
    const literalModule = textOf(module, this.read)
    const literalName = textOf(name, this.read)
    if (literalModule !== undefined && literalName !== undefined && typeof module === 'number' && typeof name === 'number') {
      return this.named(literalModule, literalName, false, offset)
    }
    this.emitter.emit({
      kind: 'dynamic-global',
      module: preview(module, this.read),
      name: preview(name, this.read),
      offset,
      stream: this.emitter.stream,
    })
    const resolvedModule = resolveText(module, this.read)
    const resolvedName = resolveText(name, this.read)
    return resolvedModule === undefined || resolvedName === undefined ? UNKNOWN : this.named(resolvedModule, resolvedName, true, offset)
  }
}

/** Returns what C code reads of a name: up to a NUL. */
export function cutAtNul(name: string): string {
  const nul = name.indexOf('\0')
  return nul < 0 ? name : name.slice(0, nul)
}

function hasControl(name: string): boolean {
  for (let at = 0; at < name.length; at++) {
    const code = name.charCodeAt(at)
    if (code < 0x20 || code === 0x7f) return true
  }
  return false
}
