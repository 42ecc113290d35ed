import { ScanError } from '../bytes/errors.ts'
import type { Format, Probe } from '../types/format.ts'

const EXTENSIONS = ['.jinja', '.jinja2', '.j2']
const MAX_SIZE = 16 << 20

/**
 * Chat templates as files of their own: `chat_template.jinja` and the folder `additional_chat_templates` of Hugging Face. Other Jinja files are
 * web pages or configuration and none of a model's business.
 */
export const jinjaFormat: Format = {
  id: 'jinja-chat-template',
  title: 'Jinja chat template',
  extensions: EXTENSIONS,
  access: 'random',
  opening: { extensions: EXTENSIONS },
  match: (probe) => (EXTENSIONS.includes(probe.extension) && isText(probe) ? 'possible' : 'no'),
  async scan({ input, path }, scan) {
    if (!/(?:^|\/)(?:[^/]*chat[_-]?template[^/]*|(?:additional_)?chat_templates\/[^/]+)$/i.test(path[path.length - 1] ?? ''))
      return 'not-this-format'
    if (input.kind === 'stream') throw new ScanError('unsupported', 'a template cannot be read from a stream')
    if (input.size > MAX_SIZE) throw new ScanError('limit', `a template of ${input.size} bytes`, 0)
    const { observeTemplate } = await import('./jinja-facts.ts')
    observeTemplate(scan, 'the chat template', new TextDecoder().decode(input.read(0, input.size)), 0, true)
    return undefined
  },
}

function isText({ head }: Probe): boolean {
  return !head.includes(0)
}
