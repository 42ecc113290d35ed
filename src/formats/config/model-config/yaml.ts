import type { CST, Document, Node } from 'yaml'
import { ScanError } from '../../../bytes/errors.ts'
import type { ConfigLoader } from '../../../facts/config.ts'
import type { References } from './references.ts'

/** Configurations are a few KiB long; the library needs some 10 µs for each byte of a hostile one. What is longer is searched as text. */
export const MAX_YAML = 256 * 1024
/** Deeper text is not composed: that is recursive, and V8 ends the process where a regular expression is compiled at the end of the stack. */
const MAX_DEPTH = 100

/** Nodes that aliases repeat. */
const MAX_COPIED = 20_000

export interface YamlTag {
  /** After `tag:yaml.org,2002:`, e.g. `python/name:os.system`, or as it is, e.g. `!new:os.system`. */
  readonly tag: string
  readonly where: string
}

export interface ReadYaml {
  /** Plain values: strings, lists and objects. Aliases stand for their values as long as the whole stays small; merge keys are merged. */
  readonly documents: readonly unknown[]
  readonly tags: readonly YamlTag[]
  /** False where the text is not quite YAML: other readers may see more. */
  readonly sound: boolean
  /** Why the text was not read at all. */
  readonly problem?: ScanError
}

const PREFIX = 'tag:yaml.org,2002:'

/** What ends a line for readers of YAML 1.1 (PyYAML, HyperPyYAML), and for those of 1.2 does not. */
const OLD_BREAK = /\r\n?|[\x85\u2028\u2029]/g

/**
 * The text as each generation of readers sees it: to a reader of YAML 1.2 a line separator within a comment is part of it, to PyYAML the comment ends
 * there. One text where that makes no difference.
 */
export function readings(text: string): readonly string[] {
  const old = text.replace(OLD_BREAK, '\n')
  return old === text.replaceAll('\r\n', '\n') ? [text] : [text, old]
}

/** Reads YAML as texts, lists and mappings without acting on any tag. Never throws. The library is loaded only when a file needs it. */
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

/** Levels of the text, counted up to just above what is allowed. */
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

  /** No deeper than `MAX_DEPTH`. */
  value(node: unknown, where: string): unknown {
    const { isAlias, isNode } = this.yaml
    if (isAlias(node)) return this.aliased(node.source)
    const before = this.nodes++
    const value = this.content(node, where)
    if (isNode(node) && 'anchor' in node && typeof node.anchor === 'string')
      this.anchors.set(node.anchor, { value, nodes: this.nodes - before })
    return value
  }

  /** Values that stand in several places are walked once for each: nested aliases would make millions of them. */
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

/** Characters of a tag may be written as `%` and two digits. */
export function decodeTag(tag: string): string {
  try {
    return decodeURIComponent(tag)
  } catch {
    return tag
  }
}

/** What loaders do with a tag; others stand for plain values. PyYAML’s unsafe ones, HyperPyYAML’s, then those of other languages. */
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
  // hyperpyyaml/core.py: names are looked up as builtins where they have no dot.
  { tag: /^!(?:new|name|apply|applyref):\s*(.+)$/s, loader: 'hyperpyyaml', use: 'class' },
  { tag: /^!module:\s*(.+)$/s, loader: 'hyperpyyaml', use: 'module' },
  // SnakeYAML builds the class that a tag names (CVE-2022-1471), Psych an object of it.
  { tag: /^((?:javax?|com|org|net|io|sun|jdk|groovy|clojure|ch)\.[\w.$]+)$/s, loader: 'foreign-yaml', use: 'class' },
  {
    tag: /^!?ruby\/(?:object|class|module|hash|array|struct|exception|hash-with-ivars)[\w-]*:(.+)$/s,
    loader: 'foreign-yaml',
    use: 'class',
  },
  { tag: /^!?(js\/function|perl\/code|php\/object)(?::.*)?$/s, loader: 'foreign-yaml', use: 'function' },
]

/** HyperPyYAML reads another file in the place of this tag. */
const INCLUDE = /^!include:\s*(.+)$/s

/** Tags that any of the rows may take, but for Python’s. */
export const TAG_WORDS =
  /!(?:new|name|apply|applyref|module|include):|(?:!!|2002:)(?:javax?|com|org|net|io|sun|jdk|groovy|clojure|ch)\.|!ruby\/|(?:!|2002:)(?:js\/function|perl\/code|php\/object)/

/** States what a tag names. */
export function observeTag({ tag: written, where }: YamlTag, references: References): void {
  const included = INCLUDE.exec(written)?.[1]
  if (included !== undefined) references.file(included.trim(), 'an included configuration')
  for (const { tag, loader, use, calls } of TAGS) {
    const target = tag.exec(written)?.[1]
    if (target === undefined) continue
    const colon = written.indexOf(':')
    const detail = `${written.startsWith('!') ? '' : '!!'}${colon < 0 ? written : written.slice(0, colon)}`
    const name = target.replaceAll('::', '.')
    references.state({ loader, target: name, where, use, detail, ...(calls ? { unmistakable: true } : {}) })
  }
}
