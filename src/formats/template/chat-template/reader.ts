// Finds every chat template in a JSON file.
import { ScanError } from '../../../bytes/errors.ts'
import type { Format } from '../../../types/format.ts'
import { isObject, readWrittenJson, type WrittenJson } from '../../shared/ordered-json.ts'
import { wholeText } from '../../shared/whole-text.ts'

/** tokenizer.json of large vocabularies has some 30 MB; it holds no templates and is left to others past this size. */
const MAX_SIZE = 64 << 20

const KEY = /chat_template/i

/** Reads what `chat-template.ts` recognises. */
export const scanChatTemplate: Format['scan'] = async ({ input }, scan) => {
  if (input.kind === 'stream') throw new ScanError('unsupported', 'a configuration cannot be read from a stream')
  if (input.size > MAX_SIZE) throw new ScanError('limit', `a configuration of ${input.size} bytes`, 0)
  const { observeTemplate } = await import('../jinja/facts.ts')
  const tell = (name: string, template: string): void => observeTemplate(scan, name, template, 0, false)
  scan.account.read()
  walk(readWrittenJson(wholeText(input)), '', /chat_template/i.test(scan.probe.name), tell)
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
