// Reads YAML into plain values without acting on tags, and reports tags that make a loader build objects.
import type { CST, Document, Node } from 'yaml'
import { ScanError } from '../../../bytes/errors.ts'
import type { ConfigLoader } from '../../../facts/config.ts'
import type { References } from './references.ts'

/**
 * Maximum length that is parsed: the library needs up to 10 µs per byte of a hostile file. Longer text is only
 * searched.
 */
export const MAX_YAML = 256 * 1024
/**
 * Maximum nesting depth. The library composes recursively, and V8 ends the process if it compiles a regular expression
 * when the stack is full.
 */
const MAX_DEPTH = 100

/** Maximum number of nodes that aliases repeat. */
const MAX_COPIED = 20_000

/** A tag that a row of `TAGS` describes. */
export interface YamlTag {
  /** Without `tag:yaml.org,2002:`, e.g. `python/name:os.system`; other tags as written, e.g. `!new:os.system`. */
  readonly tag: string
  readonly where: string
}

/** The result of `readYaml`. */
export interface ReadYaml {
  /** Strings, lists and objects. Aliases are replaced by their values up to a limit; merge keys are merged. */
  readonly documents: readonly unknown[]
  readonly tags: readonly YamlTag[]
  /** False if the text has syntax errors: other readers may accept more of it. */
  readonly sound: boolean
  /** Why the text was not parsed. */
  readonly problem?: ScanError
}

const PREFIX = 'tag:yaml.org,2002:'

/** Line breaks of YAML 1.1 (PyYAML, HyperPyYAML). In YAML 1.2 only CR and LF end a line. */
const OLD_BREAK = /\r\n?|[\x85\u2028\u2029]/g

/**
 * Returns the text as YAML 1.2 and as YAML 1.1 readers see it: in YAML 1.2 a line separator is part of a comment, for
 * PyYAML it ends the comment. Returns one text if there is no difference.
 */
export function readings(text: string): readonly string[] {
  const old = text.replace(OLD_BREAK, '\n')
  return old === text.replaceAll('\r\n', '\n') ? [text] : [text, old]
}

/**
 * Reads YAML into strings, lists and mappings without acting on any tag. Never throws. Loads the library on first use.
 */
export async function readYaml(text: string): Promise<ReadYaml> {
  const { yaml } = await import('../../shared/yaml-library.ts')
  const unread: ReadYaml = { documents: [], tags: [], sound: false }
  try {
    const tokens = [...new yaml.Parser().parse(text)]
    if (depthOf(tokens) > MAX_DEPTH)
      return { ...unread, problem: new ScanError('limit', `YAML is nested deeper than ${MAX_DEPTH} levels`, 0) }
    const options = { schema: 'failsafe', uniqueKeys: false, strict: false, merge: false, prettyErrors: false } as const
    const documents: unknown[] = []
    const tags: YamlTag[] = []
    let sound = true
    for (const document of new yaml.Composer(options).compose(tokens)) {
      documents.push(new Plain(yaml, tags).value(contentsOf(document), ''))
      if (document.errors.length > 0) sound = false
    }
    return { documents, tags, sound }
  } catch {
    return unread
  }
}

function contentsOf(document: Document.Parsed): Node | null {
  return document.contents
}

/** Returns the nesting depth of the tokens, counted up to one above the maximum. */
function depthOf(tokens: readonly CST.Token[]): number {
  let level: readonly CST.Token[] = tokens
  let depth = 0
  while (level.length > 0 && depth <= MAX_DEPTH) {
    depth++
    const next: CST.Token[] = []
    for (const token of level) {
      if ('value' in token && typeof token.value === 'object') next.push(token.value)
      if (!('items' in token)) continue
      for (const { key, value } of token.items) {
        if (key) next.push(key)
        if (value) next.push(value)
      }
    }
    level = next
  }
  return depth
}

class Plain {
  private readonly yaml: typeof import('yaml')
  private readonly tags: YamlTag[]
  private readonly anchors = new Map<string, { readonly value: unknown; readonly nodes: number }>()
  private nodes = 0
  private copied = 0

  constructor(yaml: typeof import('yaml'), tags: YamlTag[]) {
    this.yaml = yaml
    this.tags = tags
  }

  /** Recursive; `depthOf` has checked that the depth is at most `MAX_DEPTH`. */
  value(node: unknown, where: string): unknown {
    const { isAlias, isNode } = this.yaml
    if (isAlias(node)) return this.aliased(node.source)
    const before = this.nodes++
    const value = this.content(node, where)
    if (isNode(node) && 'anchor' in node && typeof node.anchor === 'string')
      this.anchors.set(node.anchor, { value, nodes: this.nodes - before })
    return value
  }

  /**
   * The values of aliases are walked once per alias, so their total is limited: nested aliases expand to millions of
   * nodes.
   */
  private aliased(name: string): unknown {
    const { value, nodes } = this.anchors.get(name) ?? { value: null, nodes: 1 }
    if (nodes > 1 && this.copied + nodes > MAX_COPIED) return null
    this.copied += nodes
    this.nodes += nodes
    return value
  }

  private content(node: unknown, where: string): unknown {
    const { isMap, isPair, isScalar, isSeq } = this.yaml
    if (isScalar(node)) {
      this.noteTag(node.tag, where)
      return typeof node.value === 'string' ? node.value : (node.source ?? '')
    }
    if (isSeq(node)) {
      this.noteTag(node.tag, where)
      return node.items.map((item, index) => this.value(item, `${where}[${index}]`))
    }
    // The items of ordered maps are pairs.
    if (!isMap(node) && !isPair(node)) return null
    if (isMap(node)) this.noteTag(node.tag, where)
    const result: Record<string, unknown> = Object.create(null)
    for (const { key, value } of isMap(node) ? node.items : [node]) {
      const name = this.value(key, `${where}.?`)
      const text = typeof name === 'string' ? name : '?'
      result[text] = this.value(value, where === '' ? text.slice(0, 60) : `${where}.${text.slice(0, 60)}`)
    }
    const merged = result['<<']
    for (const each of Array.isArray(merged) ? merged : [merged])
      if (typeof each === 'object' && each !== null)
        for (const [key, value] of Object.entries(each)) if (!(key in result)) result[key] = value
    return result
  }

  private noteTag(written: string | undefined, where: string): void {
    if (written === undefined) return
    const tag = decodeTag(written)
    const short = tag.startsWith(PREFIX) ? tag.slice(PREFIX.length) : tag
    if (INCLUDE.test(short) || TAGS.some((row) => row.tag.test(short))) this.tags.push({ tag: short, where: where.slice(-200) })
  }
}

/** Decodes `%xx` escapes in a tag. */
export function decodeTag(tag: string): string {
  try {
    return decodeURIComponent(tag)
  } catch {
    return tag
  }
}

/**
 * Tags that make a loader build or import something: PyYAML's unsafe tags, HyperPyYAML's, then those of other
 * languages.
 */
const TAGS: readonly {
  readonly tag: RegExp
  readonly loader: ConfigLoader
  readonly use: 'class' | 'function' | 'module'
  readonly calls?: true
}[] = [
  { tag: /^python\/object\/apply:(.+)$/s, loader: 'yaml', use: 'function', calls: true },
  { tag: /^python\/object\/new:(.+)$/s, loader: 'yaml', use: 'class' },
  { tag: /^python\/object:(.+)$/s, loader: 'yaml', use: 'class' },
  { tag: /^python\/name:(.+)$/s, loader: 'yaml', use: 'function' },
  { tag: /^python\/module:(.+)$/s, loader: 'yaml', use: 'module' },
  // hyperpyyaml/core.py: names without a dot are looked up as builtins.
  { tag: /^!(?:new|name|apply|applyref):\s*(.+)$/s, loader: 'hyperpyyaml', use: 'class' },
  { tag: /^!module:\s*(.+)$/s, loader: 'hyperpyyaml', use: 'module' },
  // SnakeYAML builds the class that a tag names (CVE-2022-1471), Ruby's Psych does the same.
  { tag: /^((?:javax?|com|org|net|io|sun|jdk|groovy|clojure|ch)\.[\w.$]+)$/s, loader: 'foreign-yaml', use: 'class' },
  {
    tag: /^!?ruby\/(?:object|class|module|hash|array|struct|exception|hash-with-ivars)[\w-]*:(.+)$/s,
    loader: 'foreign-yaml',
    use: 'class',
  },
  { tag: /^!?(js\/function|perl\/code|php\/object)(?::.*)?$/s, loader: 'foreign-yaml', use: 'function' },
]

/** HyperPyYAML replaces this tag by the content of another file. */
const INCLUDE = /^!include:\s*(.+)$/s

/** Prefilter: tags of all rows except Python's, which `reader.ts` finds itself. */
export const TAG_WORDS =
  /!(?:new|name|apply|applyref|module|include):|(?:!!|2002:)(?:javax?|com|org|net|io|sun|jdk|groovy|clojure|ch)\.|!ruby\/|(?:!|2002:)(?:js\/function|perl\/code|php\/object)/

/** Reports what a tag names. */
export function observeTag({ tag: written, where }: YamlTag, references: References): void {
  const included = INCLUDE.exec(written)?.[1]
  if (included !== undefined) references.file(included.trim(), 'an included configuration')
  for (const { tag, loader, use, calls } of TAGS) {
    const target = tag.exec(written)?.[1]
    if (target === undefined) continue
    const colon = written.indexOf(':')
    const detail = `${written.startsWith('!') ? '' : '!!'}${colon < 0 ? written : written.slice(0, colon)}`
    const name = target.replaceAll('::', '.')
    references.report({ loader, target: name, where, use, detail, ...(calls ? { unmistakable: true } : {}) })
  }
}
