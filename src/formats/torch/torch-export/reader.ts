// Reads the JSON program of a `torch.export` archive: operators, and texts that PyTorch evaluates.
import { ScanError } from '../../../bytes/errors.ts'
import { sourceUses } from '../../../lang/python/uses.ts'
import { isGuard, isSize } from '../../../lang/sympy/shape-expressions.ts'
import type { Artifact } from '../../../types/artifact.ts'
import type { Scan, ScanResult } from '../../../types/format.ts'
import type { SourceUses } from '../../../types/observation.ts'
import { isJsonObject } from '../../shared/json-value.ts'
import { parseLooseJson } from '../../shared/python-json.ts'
import { wholeText } from '../../shared/whole-text.ts'

/** Programs of large models with the traces of their source have tens of megabytes. */
const MAX_PROGRAM = 64 * 2 ** 20
/** Different facts of one program: operators, and texts that are none of its own. */
const MAX_TOLD = 10_000
const MAX_SHOWN = 100
/** What PyTorch takes for a program by its place (torch/export/pt2_archive/_package.py), and the only program of older archives. */
const PLACE = /(?:^|\/)(?:models\/.+|serialized_exported_program\.json)$/i
/** The key without which nothing is a program, or an escape that may spell it. */
const WORD = /graph_module|\\u00/
const OPERATOR = /^torch\.ops\.(\w{1,80})\.(\w{1,120})/
/** What makes an empty container: the factories of `collections.defaultdict` in the structure of inputs. */
const PLAIN_FACTORY = /^builtins\.(?:list|dict|set|tuple|int|float|str|bool)$/

/** Reads what `torch-export.ts` recognises. */
export function scanTorchExport({ input, path }: Artifact, scan: Scan): ScanResult {
  if (input.kind === 'stream') throw new ScanError('unsupported', 'a program cannot be read from a stream')
  const isPlaced = path.length > 1 && PLACE.test(path[path.length - 1] ?? '')
  if (input.size > MAX_PROGRAM) {
    // Elsewhere it is data: nothing loads it as a program where it is.
    if (!isPlaced) return 'not-this-format'
    throw new ScanError('limit', `a program of ${input.size} bytes; ${MAX_PROGRAM} are read`)
  }
  const text = wholeText(input)
  if (!WORD.test(text)) return 'not-this-format'
  const value = isPlaced ? parseLooseJson(text).value : parsedOrNothing(text)
  if (!isJsonObject(value) || !('graph_module' in value)) return 'not-this-format'
  scan.account.read()
  new Program(scan).read(value)
}

/** Nothing where the text cannot be read: elsewhere than in its place it need not be a program. */
function parsedOrNothing(text: string): unknown {
  try {
    return parseLooseJson(text).value
  } catch (error) {
    if (!(error instanceof ScanError)) throw error
    return undefined
  }
}

class Program {
  private readonly scan: Scan
  private readonly told = new Set<string>()

  constructor(scan: Scan) {
    this.scan = scan
  }

  read(program: object): void {
    const waiting: unknown[] = [program]
    for (let value = waiting.pop(); value !== undefined || waiting.length > 0; value = waiting.pop()) {
      if (Array.isArray(value)) for (const item of value) waiting.push(item)
      else if (isJsonObject(value)) for (const [key, item] of Object.entries(value)) this.entry(key, item, waiting)
    }
  }

  private entry(key: string, value: unknown, waiting: unknown[]): void {
    if (key === 'expr_str' && typeof value === 'string') this.size(value)
    else if (key === 'guards_code' && Array.isArray(value)) for (const guard of value) this.guard(guard)
    else if (key === 'target' && typeof value === 'string') this.operator(value)
    else if ((key === 'in_spec' || key === 'out_spec') && typeof value === 'string') this.structure(value)
    else waiting.push(value)
  }

  private size(text: string): void {
    if (!isSize(text)) this.code('a size', text, 'load', 'it is no arithmetic of sizes')
  }

  private guard(value: unknown): void {
    if (typeof value === 'string' && !isGuard(value)) this.code('a condition on inputs', value, 'use', 'it is no comparison of inputs')
  }

  /** A tree of containers as text in the text; a `defaultdict` in it names the function that makes its missing values (torch/utils/_pytree.py). */
  private structure(text: string): void {
    if (!text.includes('default_factory_module')) return
    for (const factory of factoriesIn(text)) {
      if (PLAIN_FACTORY.test(factory)) continue
      const module = factory.slice(0, factory.lastIndexOf('.'))
      this.state('the structure of inputs', factory, 'load', { ...NOTHING, imports: [module], names: [factory] })
    }
  }

  private code(what: string, text: string, runs: 'load' | 'use', unclear: string): void {
    const uses = sourceUses(text)
    this.state(what, text, runs, { ...uses, unclear: [...uses.unclear, unclear] })
  }

  private state(what: string, text: string, runs: 'load' | 'use', uses: SourceUses): void {
    if (!this.isNew(`${what}\0${text}`)) return
    const carrier = `${what} in the program, “${text.length > MAX_SHOWN ? `${text.slice(0, MAX_SHOWN)}…` : text}”`
    this.scan.observe({ kind: 'shipped-code', language: 'python-source', carrier, runs, reaches: [], uses, offset: 0 })
  }

  private operator(target: string): void {
    const [, domain = '', op = ''] = OPERATOR.exec(target) ?? []
    if (domain === '' || !this.isNew(`${domain}::${op}`)) return
    this.scan.observe({ kind: 'graph-op', framework: 'torch-export', op, domain, node: '', offset: 0 })
  }

  private isNew(key: string): boolean {
    if (this.told.has(key) || this.told.size >= MAX_TOLD) return false
    this.told.add(key)
    return true
  }
}

const NOTHING: SourceUses = { imports: [], names: [], bare: [], attributes: [], classes: [], unclear: [] }

/** `module.name` of every factory in a structure; a text that cannot be read has an unknown one. */
function factoriesIn(text: string): readonly string[] {
  const found: string[] = []
  const waiting: unknown[] = [text]
  for (let value = waiting.pop(); value !== undefined || waiting.length > 0; value = waiting.pop()) {
    if (typeof value === 'string' && value.includes('default_factory_module')) waiting.push(parsed(value))
    else if (Array.isArray(value)) for (const item of value) waiting.push(item)
    else if (isJsonObject(value)) {
      const { default_factory_module: module, default_factory_name: name } = value as Record<string, unknown>
      if (module !== undefined && module !== null) found.push(`${module}.${name}`.slice(0, MAX_SHOWN))
      waiting.push(...Object.values(value))
    }
  }
  return found.slice(0, 256)
}

function parsed(text: string): unknown {
  try {
    return parseLooseJson(text).value
  } catch (error) {
    if (!(error instanceof ScanError)) throw error
    return { default_factory_module: 'unreadable', default_factory_name: 'text' }
  }
}
