// Searches the text of a configuration that no parser accepts for YAML tags and known keys.
import type { ConfigLoader } from '../../../facts/config.ts'
import type { References } from './references.ts'
import { decodeTag, observeTag } from './yaml.ts'

/** Maximum number of matches of each kind. */
const MAX_MATCHES = 1000
const TAG = /!(?:!|<tag:yaml\.org,2002:)([\w.%/:-]{1,400})/g
/** A `%TAG` directive, which defines a handle for the beginning of a tag. */
const DIRECTIVE = /^%TAG[ \t]+(!(?:\w*!)?)[ \t]+(?:tag:yaml\.org,2002:)([\w%/:]*)/gm
/** Tags of HyperPyYAML, Ruby and JavaScript, and Java classes in `!!` tags. */
const OTHER = /(?:!(?:new|name|apply|applyref|module):|!?!(?:ruby|js|perl|php)\/|!!(?:javax?|com|org|net)\.)[\w.:/$-]{1,300}/g
const PYTHON = /^python\/[a-z]{1,20}(?:\/[a-z]{1,20})?:[\w.]{1,300}/
const COMMENT = /^[ \t]*#.*$/gm

/** Keys and the name that follows each, in JSON or YAML. */
const KEYS: readonly { readonly key: RegExp; readonly loader: ConfigLoader; readonly use: 'class' | 'function' | 'module' }[] = [
  { key: /_target_["']?\s{0,20}:\s{0,20}["']?([A-Za-z_][\w.]{0,300})/g, loader: 'hydra', use: 'class' },
  { key: /class_path["']?\s{0,20}:\s{0,20}["']?([A-Za-z_]\w{0,100}\.[\w.]{1,300})/g, loader: 'lightning', use: 'class' },
  { key: /loader_module["']?\s{0,20}:\s{0,20}["']?([A-Za-z_][\w.]{0,300})/g, loader: 'mlflow', use: 'module' },
  { key: /"py\/(?:function|type)"\s{0,20}:\s{0,20}"([\w.]{1,300})"/g, loader: 'jsonpickle', use: 'function' },
  { key: /"py\/object"\s{0,20}:\s{0,20}"([\w.]{1,300})"/g, loader: 'jsonpickle', use: 'class' },
]
const CODE_MAP = /"auto_map"\s{0,20}:\s{0,20}\{/

/** Yields the tags of YAML's own namespace (`tag:yaml.org,2002:`), without this prefix. */
function* tagsIn(text: string): Iterable<string> {
  for (const [, tag = ''] of text.matchAll(TAG)) yield tag
  for (const [, handle = '', prefix = ''] of [...text.matchAll(DIRECTIVE)].slice(0, MAX_DIRECTIVES))
    for (const [, rest = ''] of text.matchAll(new RegExp(`(?<![\\w!])${handle}([\\w.%/:-]{1,400})`, 'g'))) yield prefix + rest
}

const MAX_DIRECTIVES = 8

/** Reports the names in a text that is too long to parse or that no parser accepts, as they are usually written. */
export function observeText(whole: string, references: References): void {
  // YAML 1.1 readers end a comment at characters that YAML 1.2 readers take for a part of it.
  const text = whole.replace(/\r\n?|[\x85\u2028\u2029]/g, '\n').replace(COMMENT, '')
  const where = 'found in the text'
  let count = 0
  for (const written of tagsIn(text)) {
    const tag = PYTHON.exec(decodeTag(written))?.[0]
    if (tag === undefined) continue
    if (++count > MAX_MATCHES) break
    observeTag({ tag, where }, references)
  }
  for (const [written] of [...text.matchAll(OTHER)].slice(0, MAX_MATCHES))
    observeTag({ tag: written.replace(/^!!/, ''), where }, references)
  for (const { key, loader, use } of KEYS) {
    count = 0
    for (const [, target = ''] of text.matchAll(key)) {
      if (++count > MAX_MATCHES) break
      references.report({ loader, target, where, use })
    }
  }
  if (CODE_MAP.test(text)) references.report({ loader: 'transformers', target: 'auto_map', where, use: 'remote' })
}
