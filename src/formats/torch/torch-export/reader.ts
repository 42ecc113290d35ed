// Reads the JSON program of a `torch.export` archive: operators, and texts that PyTorch evaluates.
import { ScanError } from '../../../bytes/errors.ts'
import type { SourceUses } from '../../../facts/code.ts'
import { sourceUses } from '../../../lang/python/uses.ts'
import { isGuard, isSize } from '../../../lang/sympy/shape-expressions.ts'
import type { Artifact } from '../../../types/artifact.ts'
import type { Scan, ScanResult } from '../../../types/format.ts'
import { isJsonObject } from '../../shared/json-value.ts'
import { parseLooseJson } from '../../shared/python-json.ts'
import { wholeText } from '../../shared/whole-text.ts'

/** Maximum size of a program. Programs of large models with source traces have tens of megabytes. */
const MAX_PROGRAM = 64 * 2 ** 20
/** Maximum number of different operators and code texts that are reported. */
const MAX_REPORTED = 10_000
/** Maximum length of a text in a message. */
const MAX_SHOWN = 100
/** Paths that PyTorch loads as programs (torch/export/pt2_archive/_package.py), and the program of older archives. */
const PROGRAM_PATH = /(?:^|\/)(?:models\/.+|serialized_exported_program\.json)$/i
/** The key that every program has, or an escape that may spell it. */
const REQUIRED_KEY = /graph_module|\\u00/
const OPERATOR = /^torch\.ops\.(\w{1,80})\.(\w{1,120})/
/** Harmless factories of a `collections.defaultdict` in the structure of inputs: they make empty values. */
const HARMLESS_FACTORY = /^builtins\.(?:list|dict|set|tuple|int|float|str|bool)$/

/** Reads the JSON program of a `torch.export` archive. @throws {ScanError} */
export function scanTorchExport({ input, path }: Artifact, scan: Scan): ScanResult {
  if (input.kind === 'stream') throw new ScanError('unsupported', 'a torch.export program cannot be read from a stream')
  const isLoaded = path.length > 1 && PROGRAM_PATH.test(path[path.length - 1] ?? '')
  if (input.size > MAX_PROGRAM) {
    // Under another path PyTorch does not load it as a program.
    if (!isLoaded) return 'not-this-format'
    throw new ScanError('limit', `the torch.export program has ${input.size} bytes; the limit is ${MAX_PROGRAM}`)
  }
  const text = wholeText(input)
  if (!REQUIRED_KEY.test(text)) return 'not-this-format'
  const value = isLoaded ? parseLooseJson(text).value : parsedIfPossible(text)
  if (!isJsonObject(value) || !('graph_module' in value)) return 'not-this-format'
  scan.account.read()
  new Program(scan).read(value)
}

/** Parses JSON; undefined if that fails: a file that PyTorch does not load by its path need not be a program. */
function parsedIfPossible(text: string): unknown {
  try {
    return parseLooseJson(text).value
  } catch (error) {
    if (!(error instanceof ScanError)) throw error
    return undefined
  }
}

/** Walks the JSON of a program and reports operators and code. */
class Program {
  private readonly scan: Scan
  private readonly reported = new Set<string>()

  constructor(scan: Scan) {
    this.scan = scan
  }

  read(program: object): void {
    const waiting: unknown[] = [program]
    for (let value = waiting.pop(); value !== undefined || waiting.length > 0; value = waiting.pop()) {
      if (Array.isArray(value)) for (const item of value) waiting.push(item)
      else if (isJsonObject(value)) for (const [key, item] of Object.entries(value)) this.readEntry(key, item, waiting)
    }
  }

  private readEntry(key: string, value: unknown, waiting: unknown[]): void {
    if (key === 'expr_str' && typeof value === 'string') this.checkSize(value)
    else if (key === 'guards_code' && Array.isArray(value)) for (const guard of value) this.checkGuard(guard)
    else if (key === 'target' && typeof value === 'string') this.observeOperator(value)
    else if ((key === 'in_spec' || key === 'out_spec') && typeof value === 'string') this.checkStructure(value)
    else waiting.push(value)
  }

  private checkSize(text: string): void {
    if (!isSize(text)) this.observeUnclear('a size', text, 'load', 'it is not arithmetic of sizes')
  }

  private checkGuard(value: unknown): void {
    if (typeof value === 'string' && !isGuard(value))
      this.observeUnclear('a condition on inputs', value, 'use', 'it is not a comparison of inputs')
  }

  /**
   * Checks the structure of inputs: a tree of containers as JSON in a JSON text. A `defaultdict` in it names the
   * function that makes its missing values (torch/utils/_pytree.py).
   */
  private checkStructure(text: string): void {
    if (!text.includes('default_factory_module')) return
    for (const factory of factoriesIn(text)) {
      if (HARMLESS_FACTORY.test(factory)) continue
      const module = factory.slice(0, factory.lastIndexOf('.'))
      this.observeCode('the structure of inputs', factory, 'load', { ...NO_USES, imports: [module], names: [factory] })
    }
  }

  private observeUnclear(what: string, text: string, runs: 'load' | 'use', unclear: string): void {
    const uses = sourceUses(text)
    this.observeCode(what, text, runs, { ...uses, unclear: [...uses.unclear, unclear] })
  }

  private observeCode(what: string, text: string, runs: 'load' | 'use', uses: SourceUses): void {
    if (!this.isNew(`${what}\0${text}`)) return
    const carrier = `${what} in the program, “${text.length > MAX_SHOWN ? `${text.slice(0, MAX_SHOWN)}…` : text}”`
    this.scan.observe({ kind: 'shipped-code', language: 'python-source', carrier, runs, reaches: [], uses, offset: 0 })
  }

  private observeOperator(target: string): void {
    const [, domain = '', op = ''] = OPERATOR.exec(target) ?? []
    if (domain === '' || !this.isNew(`${domain}::${op}`)) return
    this.scan.observe({ kind: 'graph-op', framework: 'torch-export', op, domain, node: '', offset: 0 })
  }

  private isNew(key: string): boolean {
    if (this.reported.has(key) || this.reported.size >= MAX_REPORTED) return false
    this.reported.add(key)
    return true
  }
}

const NO_USES: SourceUses = { imports: [], names: [], bare: [], attributes: [], classes: [], unclear: [] }

/** Returns `module.name` of every factory in a structure. A text that cannot be parsed counts as an unknown factory. */
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
