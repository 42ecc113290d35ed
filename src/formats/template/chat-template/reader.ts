// Finds every chat template in a JSON file.
import { ScanError } from '../../../bytes/errors.ts'
import type { Format } from '../../../types/format.ts'
import { isObject, readWrittenJson, type WrittenJson } from '../../shared/ordered-json.ts'
import { wholeText } from '../../shared/whole-text.ts'

/** Maximum size. The largest such files contain a vocabulary and have about 30 MB. */
const MAX_SIZE = 64 << 20

const KEY = /chat_template/i

/** Scans a file that `format.ts` recognised. */
export const scanChatTemplate: Format['scan'] = async ({ input }, scan) => {
  if (input.kind === 'stream') throw new ScanError('unsupported', 'a configuration cannot be read from a stream')
  if (input.size > MAX_SIZE) throw new ScanError('limit', `a configuration of ${input.size} bytes exceeds the limit of ${MAX_SIZE}`, 0)
  const { observeTemplate } = await import('../jinja/facts.ts')
  const observe = (name: string, template: string): void => observeTemplate(scan, name, template, 0, false)
  scan.account.read()
  walk(readWrittenJson(wholeText(input)), '', /chat_template/i.test(scan.probe.name), observe)
}

/**
 * Finds the templates under keys named `chat_template`, also under duplicate keys. `all`: under every key, by the file
 * name.
 */
function walk(value: WrittenJson, key: string, all: boolean, observe: (name: string, template: string) => void): void {
  if (typeof value === 'string') {
    if (all && isTemplate(value)) observe(key === '' ? 'a chat template' : key.slice(0, 100), value)
  } else if (Array.isArray(value)) {
    for (const [index, each] of value.entries()) walk(each, `${key}[${index}]`, all, observe)
  } else if (isObject(value)) {
    for (const [name, each] of value.members) walk(each, key === '' ? name : `${key}.${name}`, all || KEY.test(name), observe)
  }
}

function isTemplate(text: string): boolean {
  return text.includes('{{') || text.includes('{%')
}
