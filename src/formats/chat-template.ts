import { ScanError } from '../bytes/errors.ts'
import type { Format } from '../types/format.ts'
import { isObject, readWrittenJson, type WrittenJson } from './safetensors-json.ts'

/** The files in which Hugging Face keeps chat templates, also under names for variants such as `tokenizer_config.original.json`. */
const NAME = /^(?:tokenizer_config|chat_templates?|processor_config|preprocessor_config|tokenizer)(?:[._-][\w.-]*)?\.json$/i
/** tokenizer.json of large vocabularies has some 30 MB; it holds no templates and is left to others past this size. */
const MAX_SIZE = 64 << 20
const KEY = /chat_template/i

/** Chat templates within JSON: under `chat_template`, as a text, as a list of `{name, template}` or as a mapping of names to templates. */
export const chatTemplateFormat: Format = {
  id: 'chat-template',
  title: 'Tokenizer configuration with chat templates',
  extensions: ['.json'],
  access: 'random',
  opening: { extensions: ['.json'] },
  match: ({ name, head }) => (NAME.test(name) && !/^tokenizer\.json$/i.test(name) && startsLikeJson(head) ? 'certain' : 'no'),
  async scan({ input }, scan) {
    if (input.kind === 'stream') throw new ScanError('unsupported', 'a configuration cannot be read from a stream')
    if (input.size > MAX_SIZE) throw new ScanError('limit', `a configuration of ${input.size} bytes`, 0)
    const { observeTemplate } = await import('./jinja-facts.ts')
    const tell = (name: string, template: string): void => observeTemplate(scan, name, template, 0, false)
    walk(readWrittenJson(new TextDecoder().decode(input.read(0, input.size))), '', /chat_template/i.test(scan.probe.name), tell)
  },
}

/** Every template under a key that says so, duplicates included; `all`: the file itself says so. */
function walk(value: WrittenJson, key: string, all: boolean, tell: (name: string, template: string) => void): void {
  if (typeof value === 'string') {
    if (all && isTemplate(value)) tell(key === '' ? 'a chat template' : key.slice(0, 100), value)
  } else if (Array.isArray(value)) {
    for (const [index, each] of value.entries()) walk(each, `${key}[${index}]`, all, tell)
  } else if (isObject(value)) {
    for (const [name, each] of value.members) walk(each, key === '' ? name : `${key}.${name}`, all || KEY.test(name), tell)
  }
}

function isTemplate(text: string): boolean {
  return text.includes('{{') || text.includes('{%')
}

function startsLikeJson(head: Uint8Array): boolean {
  const first = head.find(
    (byte) => byte !== 0x20 && byte !== 0x0a && byte !== 0x0d && byte !== 0x09 && byte !== 0xef && byte !== 0xbb && byte !== 0xbf,
  )
  return first === 0x7b || first === 0x5b || first === 0x22
}
