// Finds Python expressions and shell commands in configurations that libraries evaluate or run.
import { sourceReaches } from '../../../lang/python/reach.ts'
import { pythonNames } from '../../../lang/python/tokens.ts'
import type { Scan } from '../../../types/format.ts'
import { entriesOf, isJsonObject, type JsonObject, jsonPath } from '../../shared/json-value.ts'
import { outwardIn } from './callable-names.ts'
import type { References } from './references.ts'
import { architectureTexts, onlyBuilds } from './yolo.ts'

/** Longer texts are data; the longest script of a configuration has some KiB. */
const MAX_CODE = 64 * 1024
const MAX_FACTS = 200
const MAX_IMPORTS = 100

/** Modules that expressions use without a word on where they come from. */
const GIVEN = 'import os, posix, nt, sys, subprocess, shutil, importlib, runpy, pickle, marshal, ctypes, socket, pty, urllib, builtins\n'

/** MONAI evaluates texts behind a dollar sign (monai/bundle/config_item.py); `${…}` is for others. */
const DOLLAR = /^\s*\$(?=[^\s{$\d])/
const DOLLAR_IMPORT = /^\s*\$\s*((?:import|from)\s[^\n]{1,300})/
/** Resolvers of OmegaConf that programs register for Python’s `eval`. */
const RESOLVER = /\$\{\s{0,8}(?:eval|exec|python|py|pyeval|expr|math|calc|lambda)\s{0,8}:/
/** A call of what no data begins with, with an argument: the beginning of an expression. */
const CALL =
  /^\s*(?:[$=([{!]\s*|lambda\b[^:\n]{0,60}:\s*|await\s)*\(?__import__\)?\s*\(\s*[^)\s]|^\s*(?:[$=([]\s*)*(?:os|posix|subprocess|builtins|importlib|runpy|pty|shutil|pickle|socket)\.\w+(?:\.\w+)*\s*\(\s*[^)\s]/
/** The same of built-in functions, which prose about code and vocabularies begin with too. */
const BUILTIN_CALL = /^\s*(?:[$=([{!]\s*|lambda\b[^:\n]{0,60}:\s*)*(?:exec|eval|compile|execfile|getattr)\s*\(\s*[^)\s]/
/** Longer ones are data. */
const MAX_BUILTIN_CALL = 1000
/** A walk from a literal or a name to the interpreter, which ends in a call or an item of it. */
const WALK = /^\s*\$?\s*(?:\(\)|\[\]|\{\}|''|""|\w[\w.]*)\s*\.\s*__(?:class|mro|bases?|subclasses|globals|init|getattribute|dict)__\b/
/** Keys of texts for people, of examples that models learn from, and of what linters and scanners look for and found. */
const PROSE =
  /^(?:text|contents?|inputs?|outputs?|prompts?|completion|instruction|response|chosen|rejected|answer|question|query|code|solution|canonical_solution|tests?|description|messages?|values?|examples?|docs?|comments?|title|labels?|snippets?|body|summary|help|notes?|source|sources|evidence|expected|actual|payload|references?|refs?|signature|usage|reason|regex|match|matches|rules?|fix|fixes|patterns?(?:-[\w-]+)?|metavariable-[\w-]+)$/i
/** Blank lines and comments in front of a program. */
const LEAD = /^(?:[ \t]*(?:#[^\n]*)?\n)*/
/** A program: the first line imports or defines something. */
const PROGRAM =
  /^[ \t]*(?:import[ \t]+[\w., ]|from[ \t]+[\w.]+[ \t]+import\s|(?:async[ \t]+)?def[ \t]+\w+[ \t]*\(|class[ \t]+\w+[ \t]*[(:]|@\w)/
/** Keys under which libraries run a program, and the keys beside them that show whose they are: datasets of Ultralytics, tools of AutoGen. */
const RUN: readonly { readonly key: string; readonly beside: string }[] = [
  { key: 'download', beside: 'train' },
  { key: 'download', beside: 'val' },
  { key: 'source_code', beside: 'global_imports' },
  { key: 'source_code', beside: 'name' },
]
/** Settings of fairseq that it evaluates, as converters of its checkpoints do (models/wav2vec/wav2vec2.py, optim/adam.py). */
const EVALUATED = ['conv_feature_layers', 'adam_betas']
/** Ultralytics hands such a text to a shell. */
const SHELL = /^bash\s+\S/
const INTERNALS = /\b__(?:subclasses|globals|builtins|mro|bases?|code|reduce(?:_ex)?|getattribute|class)__\b/

/** Texts without which nothing here is of interest. */
export const CODE_WORDS =
  /["'\s]\$[A-Za-z_@([]|\$\{\s{0,8}(?:eval|exec|python|py|pyeval|expr|math|calc|lambda)\s{0,8}:|(?:__import__|\bexec|\beval|\bcompile|\bexecfile|\bgetattr)\s{0,8}\(|conv_feature_layers|adam_betas|\.\s{0,8}__(?:class|mro|bases?|subclasses|globals)__\b|\b(?:os|posix|subprocess|builtins|importlib|runpy|pty|shutil|pickle|socket)\.\w|\bdownload["']?\s{0,8}:\s{0,8}["']?bash\s|\bimport\s{1,8}(?:os|subprocess|socket|sys|shutil|builtins|pickle|importlib)\b/

/** Finds texts that libraries evaluate or run as Python, and states the names by which they lead out of the configuration. */
export class ConfigCode {
  private readonly scan: Scan
  private readonly references: References
  private imports: string | undefined
  private stated = 0
  private readonly evaluated = new Set<string>()

  constructor(scan: Scan, references: References) {
    this.scan = scan
    this.references = references
  }

  observe(value: JsonObject | readonly unknown[], where: string, root: unknown): void {
    const list = Array.isArray(value)
    // Lists of words: only what asks to be evaluated counts.
    const words = list && value.length > 1 && value.every((each) => typeof each === 'string')
    if (!list)
      for (const key of EVALUATED) {
        const text = (value as JsonObject)[key]
        if (typeof text !== 'string' || onlyBuilds(text) || this.evaluated.has(text)) continue
        this.evaluated.add(text)
        this.tell(text.slice(0, MAX_CODE), jsonPath(where, `.${key}`), root, 'load')
      }
    const alone = !list && Object.keys(value).length === 1 && this.references.place === 'model'
    for (const [key, each] of entriesOf(value)) {
      // PaddleOCR evaluates the names of its operators, the only keys of their mappings (ppocr/data/imaug create_operators).
      if (alone && key.length <= MAX_CODE && isCall(key)) this.state(key, jsonPath(where, `.${key.slice(0, 60)}`), root)
      // Sizes of exported programs, which the reader of those judges.
      if (
        typeof each !== 'string' ||
        (words && !each.trimStart().startsWith('$')) ||
        key === 'expr_str' ||
        each.length > MAX_CODE ||
        this.stated > MAX_FACTS
      )
        continue
      const code = codeIn(each, list ? keyOf(where) : key, list ? undefined : (value as JsonObject), this.references)
      if (key === 'download' && SHELL.test(each) && !list && 'train' in value) this.shell(jsonPath(where, `.${key}`))
      else if (code !== undefined) this.state(code, jsonPath(where, list ? `[${key}]` : `.${key}`), root)
    }
  }

  /** Texts that building a network evaluates, whoever reads the file. */
  architecture(root: unknown): void {
    for (const { text, where } of architectureTexts(root)) {
      if (onlyBuilds(text) || this.stated > MAX_FACTS || this.evaluated.has(text)) continue
      this.evaluated.add(text)
      this.tell(text.slice(0, MAX_CODE), where, root, 'load')
    }
  }

  /** A text that a library evaluates: what it reaches is told. */
  evaluate(text: string, where: string, root: unknown): void {
    if (text.length <= MAX_CODE && this.stated <= MAX_FACTS) this.tell(text, where, root, 'use')
  }

  private shell(carrier: string): void {
    this.references.stated++
    this.scan.observe({ kind: 'shipped-code', language: 'shell', carrier, runs: 'use', reaches: [], offset: 0 })
  }

  private state(code: string, where: string, root: unknown): void {
    if (!this.evaluated.has(code)) this.tell(code, where, root, 'use')
  }

  /** Code that runs for certain is told whatever it reaches. */
  private tell(code: string, where: string, root: unknown, runs: 'load' | 'use'): void {
    this.imports ??= importsOf(root)
    const text = `${GIVEN}${this.imports}${code}`
    const { top, inner } = sourceReaches(text)
    const reaches = new Set([...top, ...inner])
    for (const { text: chain } of pythonNames(code).chains) {
      const outward = outwardIn(chain)
      if (outward !== undefined) reaches.add(outward)
    }
    const internal = INTERNALS.exec(withoutTexts(code))?.[0]
    if (internal !== undefined)
      this.references.state({
        loader: 'any',
        target: `object.${internal}`,
        where,
        use: 'function',
        detail: 'in an expression',
        ordinary: true,
      })
    if (reaches.size === 0 && runs === 'use') return
    this.stated++
    this.references.stated++
    const carrier = where === '' ? 'the configuration' : where
    this.scan.observe({ kind: 'shipped-code', language: 'python-source', carrier, runs, reaches: [...reaches], offset: 0 })
  }
}

/** The part of a text that something evaluates, undefined where it is data. */
function codeIn(text: string, key: string, object: JsonObject | undefined, references: References): string | undefined {
  const resolver = RESOLVER.exec(text)
  const end = text.lastIndexOf('}')
  const resolved = resolver === null || end < resolver.index ? undefined : text.slice(resolver.index + resolver[0].length, end)
  if (resolved !== undefined) return resolved.replace(/^\s*(["'])(.*)\1\s*$/s, '$2').replace(/\\(["'\\])/g, '$1')
  if (object !== undefined && RUN.some((row) => row.key === key && row.beside in object) && PROGRAM.test(text.replace(LEAD, '')))
    return text
  if (PROSE.test(key)) return undefined
  // Any program has texts that look like code: in the company of a model, or behind MONAI's mark, they may be evaluated.
  if (references.place !== 'model' && !(DOLLAR.test(text) && isCall(text))) return undefined
  const builtin = text.length <= MAX_BUILTIN_CALL && BUILTIN_CALL.test(text) && text.includes(')')
  if (isCall(text) || builtin || (WALK.test(text) && INTERNALS.test(text))) return text.replace(/^\s*[$=!]\s*/, '')
  if (DOLLAR.test(text)) return text.replace(/^\s*\$\s*/, '').replaceAll('@', '_')
  return undefined
}

/** The last key of a place: what a list stands under. */
function keyOf(where: string): string {
  let end = where.length
  while (where[end - 1] === ']') end = where.lastIndexOf('[', end - 1)
  return where.slice(where.lastIndexOf('.', end - 1) + 1, Math.max(0, end))
}

function isCall(text: string): boolean {
  return CALL.test(text) && text.includes(')')
}

/** The imports of a MONAI bundle, which hold for all of its expressions. */
function importsOf(root: unknown): string {
  const imports = isJsonObject(root) ? root['imports'] : undefined
  if (!Array.isArray(imports)) return ''
  const lines = imports.slice(0, MAX_IMPORTS).map((each) => (typeof each === 'string' ? DOLLAR_IMPORT.exec(each)?.[1] : undefined))
  return lines.map((line) => (line === undefined ? '' : `${line}\n`)).join('')
}

/** Without what stands in quotes, where a name is only spoken of. */
function withoutTexts(code: string): string {
  return code.replace(/"[^"\n]*"|'[^'\n]*'/g, "''")
}
