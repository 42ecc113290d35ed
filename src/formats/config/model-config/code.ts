// Finds Python expressions and shell commands in configurations that libraries evaluate or run.
import { sourceReaches } from '../../../lang/python/reach.ts'
import { pythonNames } from '../../../lang/python/tokens.ts'
import type { Scan } from '../../../types/format.ts'
import { entriesOf, isJsonObject, type JsonObject, jsonPath } from '../../shared/json-value.ts'
import { dangerousCallable } from './callable-names.ts'
import type { References } from './references.ts'
import { architectureTexts, onlyBuilds } from './yolo.ts'

/** Longer texts are data; the longest script of a configuration has a few KiB. */
const MAX_CODE = 64 * 1024
const MAX_FACTS = 200
const MAX_IMPORTS = 100

/** Modules that expressions may use without importing them: the program that evaluates them has imported them. */
const ASSUMED_IMPORTS =
  'import os, posix, nt, sys, subprocess, shutil, importlib, runpy, pickle, marshal, ctypes, socket, pty, urllib, builtins\n'

/**
 * MONAI evaluates strings that begin with a dollar sign (monai/bundle/config_item.py). `${…}` is OmegaConf's
 * interpolation.
 */
const DOLLAR = /^\s*\$(?=[^\s{$\d])/
const DOLLAR_IMPORT = /^\s*\$\s*((?:import|from)\s[^\n]{1,300})/
/** Resolvers of OmegaConf that programs register for Python’s `eval`. */
const RESOLVER = /\$\{\s{0,8}(?:eval|exec|python|py|pyeval|expr|math|calc|lambda)\s{0,8}:/
/** The beginning of an expression: a call, with an argument, of a name with which no data begin. */
const CALL =
  /^\s*(?:[$=([{!]\s*|lambda\b[^:\n]{0,60}:\s*|await\s)*\(?__import__\)?\s*\(\s*[^)\s]|^\s*(?:[$=([]\s*)*(?:os|posix|subprocess|builtins|importlib|runpy|pty|shutil|pickle|socket)\.\w+(?:\.\w+)*\s*\(\s*[^)\s]/
/** The same for built-in functions. Prose about code and vocabularies may begin with these too. */
const BUILTIN_CALL = /^\s*(?:[$=([{!]\s*|lambda\b[^:\n]{0,60}:\s*)*(?:exec|eval|compile|execfile|getattr)\s*\(\s*[^)\s]/
/** Longer ones are data. */
const MAX_BUILTIN_CALL = 1000
/** A chain of attributes from a literal or a name to the interpreter, such as `().__class__.__mro__`. */
const ATTRIBUTE_CHAIN =
  /^\s*\$?\s*(?:\(\)|\[\]|\{\}|''|""|\w[\w.]*)\s*\.\s*__(?:class|mro|bases?|subclasses|globals|init|getattribute|dict)__\b/
/** Keys of prose, of training examples, and of patterns and results of linters and scanners. */
const PROSE =
  /^(?:text|contents?|inputs?|outputs?|prompts?|completion|instruction|response|chosen|rejected|answer|question|query|code|solution|canonical_solution|tests?|description|messages?|values?|examples?|docs?|comments?|title|labels?|snippets?|body|summary|help|notes?|source|sources|evidence|expected|actual|payload|references?|refs?|signature|usage|reason|regex|match|matches|rules?|fix|fixes|patterns?(?:-[\w-]+)?|metavariable-[\w-]+)$/i
/** Blank lines and comments before a program. */
const LEADING_COMMENTS = /^(?:[ \t]*(?:#[^\n]*)?\n)*/
/** A program: the first line imports or defines something. */
const PROGRAM =
  /^[ \t]*(?:import[ \t]+[\w., ]|from[ \t]+[\w.]+[ \t]+import\s|(?:async[ \t]+)?def[ \t]+\w+[ \t]*\(|class[ \t]+\w+[ \t]*[(:]|@\w)/
/**
 * Keys whose value a library runs as a program, with a sibling key that identifies it: Ultralytics datasets, AutoGen
 * tools.
 */
const RUN: readonly { readonly key: string; readonly beside: string }[] = [
  { key: 'download', beside: 'train' },
  { key: 'download', beside: 'val' },
  { key: 'source_code', beside: 'global_imports' },
  { key: 'source_code', beside: 'name' },
]
/** Settings that fairseq and converters of its checkpoints evaluate (models/wav2vec/wav2vec2.py, optim/adam.py). */
const EVALUATED = ['conv_feature_layers', 'adam_betas']
/** Ultralytics passes such a string to a shell. */
const SHELL = /^bash\s+\S/
const INTERNALS = /\b__(?:subclasses|globals|builtins|mro|bases?|code|reduce(?:_ex)?|getattribute|class)__\b/

/** Prefilter: matches every text in which this file may find something. */
export const CODE_WORDS =
  /["'\s]\$[A-Za-z_@([]|\$\{\s{0,8}(?:eval|exec|python|py|pyeval|expr|math|calc|lambda)\s{0,8}:|(?:__import__|\bexec|\beval|\bcompile|\bexecfile|\bgetattr)\s{0,8}\(|conv_feature_layers|adam_betas|\.\s{0,8}__(?:class|mro|bases?|subclasses|globals)__\b|\b(?:os|posix|subprocess|builtins|importlib|runpy|pty|shutil|pickle|socket)\.\w|\bdownload["']?\s{0,8}:\s{0,8}["']?bash\s|\bimport\s{1,8}(?:os|subprocess|socket|sys|shutil|builtins|pickle|importlib)\b/

/** Finds strings that libraries evaluate or run as Python, and reports the dangerous names that they use. */
export class ConfigCode {
  private readonly scan: Scan
  private readonly references: References
  private imports: string | undefined
  private reportedCount = 0
  private readonly evaluated = new Set<string>()

  constructor(scan: Scan, references: References) {
    this.scan = scan
    this.references = references
  }

  observe(value: JsonObject | readonly unknown[], where: string, root: unknown): void {
    const list = Array.isArray(value)
    // In a list of words only strings that begin with `$` count.
    const words = list && value.length > 1 && value.every((each) => typeof each === 'string')
    if (!list)
      for (const key of EVALUATED) {
        const text = (value as JsonObject)[key]
        if (typeof text !== 'string' || onlyBuilds(text) || this.evaluated.has(text)) continue
        this.evaluated.add(text)
        this.report(text.slice(0, MAX_CODE), jsonPath(where, `.${key}`), root, 'load')
      }
    const alone = !list && Object.keys(value).length === 1 && this.references.belongsTo === 'model'
    for (const [key, each] of entriesOf(value)) {
      // PaddleOCR evaluates the names of its operators; each is the only key of its mapping (ppocr/data/imaug
      // create_operators).
      if (alone && key.length <= MAX_CODE && isCall(key)) this.reportOnce(key, jsonPath(where, `.${key.slice(0, 60)}`), root)
      // `expr_str`: sizes in exported PyTorch programs, which the reader of that format judges.
      if (
        typeof each !== 'string' ||
        (words && !each.trimStart().startsWith('$')) ||
        key === 'expr_str' ||
        each.length > MAX_CODE ||
        this.reportedCount > MAX_FACTS
      )
        continue
      const code = codeIn(each, list ? keyOf(where) : key, list ? undefined : (value as JsonObject), this.references)
      if (key === 'download' && SHELL.test(each) && !list && 'train' in value) this.shell(jsonPath(where, `.${key}`))
      else if (code !== undefined) this.reportOnce(code, jsonPath(where, list ? `[${key}]` : `.${key}`), root)
    }
  }

  /** Reports the strings of a YOLO architecture that building the network evaluates. */
  architecture(root: unknown): void {
    for (const { text, where } of architectureTexts(root)) {
      if (onlyBuilds(text) || this.reportedCount > MAX_FACTS || this.evaluated.has(text)) continue
      this.evaluated.add(text)
      this.report(text.slice(0, MAX_CODE), where, root, 'load')
    }
  }

  /** Reports the dangerous names in a string that a library evaluates. */
  evaluate(text: string, where: string, root: unknown): void {
    if (text.length <= MAX_CODE && this.reportedCount <= MAX_FACTS) this.report(text, where, root, 'use')
  }

  private shell(carrier: string): void {
    this.references.reportedCount++
    this.scan.observe({ kind: 'shipped-code', language: 'shell', carrier, runs: 'use', reaches: [], offset: 0 })
  }

  private reportOnce(code: string, where: string, root: unknown): void {
    if (!this.evaluated.has(code)) this.report(code, where, root, 'use')
  }

  /** Code that certainly runs when the model is loaded is reported even if it uses no dangerous name. */
  private report(code: string, where: string, root: unknown, runs: 'load' | 'use'): void {
    this.imports ??= importsOf(root)
    const text = `${ASSUMED_IMPORTS}${this.imports}${code}`
    const { top, inner } = sourceReaches(text)
    const reaches = new Set([...top, ...inner])
    for (const { text: chain } of pythonNames(code).chains) {
      const dangerous = dangerousCallable(chain)
      if (dangerous !== undefined) reaches.add(dangerous)
    }
    const internal = INTERNALS.exec(withoutTexts(code))?.[0]
    if (internal !== undefined)
      this.references.report({
        loader: 'any',
        target: `object.${internal}`,
        where,
        use: 'function',
        detail: 'in an expression',
        ordinary: true,
      })
    if (reaches.size === 0 && runs === 'use') return
    this.reportedCount++
    this.references.reportedCount++
    const carrier = where === '' ? 'the configuration' : where
    this.scan.observe({ kind: 'shipped-code', language: 'python-source', carrier, runs, reaches: [...reaches], offset: 0 })
  }
}

/** Returns the part of a string that a library may evaluate; undefined if the string is data. */
function codeIn(text: string, key: string, object: JsonObject | undefined, references: References): string | undefined {
  const resolver = RESOLVER.exec(text)
  const end = text.lastIndexOf('}')
  const resolved = resolver === null || end < resolver.index ? undefined : text.slice(resolver.index + resolver[0].length, end)
  if (resolved !== undefined) return resolved.replace(/^\s*(["'])(.*)\1\s*$/s, '$2').replace(/\\(["'\\])/g, '$1')
  if (
    object !== undefined &&
    RUN.some((row) => row.key === key && row.beside in object) &&
    PROGRAM.test(text.replace(LEADING_COMMENTS, ''))
  )
    return text
  if (PROSE.test(key)) return undefined
  // Strings that look like code are common. They may be evaluated only in a model's configuration or after MONAI's `$`.
  if (references.belongsTo !== 'model' && !(DOLLAR.test(text) && isCall(text))) return undefined
  const builtin = text.length <= MAX_BUILTIN_CALL && BUILTIN_CALL.test(text) && text.includes(')')
  if (isCall(text) || builtin || (ATTRIBUTE_CHAIN.test(text) && INTERNALS.test(text))) return text.replace(/^\s*[$=!]\s*/, '')
  if (DOLLAR.test(text)) return text.replace(/^\s*\$\s*/, '').replaceAll('@', '_')
  return undefined
}

/** Returns the last key of a path: the one under which a list is stored. */
function keyOf(where: string): string {
  let end = where.length
  while (where[end - 1] === ']') end = where.lastIndexOf('[', end - 1)
  return where.slice(where.lastIndexOf('.', end - 1) + 1, Math.max(0, end))
}

function isCall(text: string): boolean {
  return CALL.test(text) && text.includes(')')
}

/** Returns the imports of a MONAI bundle, which apply to all of its expressions. */
function importsOf(root: unknown): string {
  const imports = isJsonObject(root) ? root['imports'] : undefined
  if (!Array.isArray(imports)) return ''
  const lines = imports.slice(0, MAX_IMPORTS).map((each) => (typeof each === 'string' ? DOLLAR_IMPORT.exec(each)?.[1] : undefined))
  return lines.map((line) => (line === undefined ? '' : `${line}\n`)).join('')
}

/** Removes string literals, which only mention a name. */
function withoutTexts(code: string): string {
  return code.replace(/"[^"\n]*"|'[^'\n]*'/g, "''")
}
