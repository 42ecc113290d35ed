import { ScanError } from '../bytes/errors.ts'
import type { Format, Probe, Scan } from '../types/format.ts'
import { accountForText } from './search-bytes.ts'

const EXTENSIONS = ['.jinja', '.jinja2', '.j2']
const MAX_SIZE = 16 << 20

/** What Hugging Face calls such files. */
const NAME = /(?:^|\/)(?:[^/]*chat[_-]?template[^/]*|(?:additional_)?chat_templates\/[^/]+)$/i

/**
 * Chat templates as files of their own: `chat_template.jinja` and the folder `additional_chat_templates` of Hugging Face. Other Jinja files are
 * web pages or configuration and none of a model's business.
 */
export const jinjaFormat: Format = {
  id: 'jinja-chat-template',
  title: 'Jinja chat template',
  extensions: EXTENSIONS,
  access: 'random',
  opening: { extensions: [...EXTENSIONS, '.txt'] },
  match: (probe) =>
    (EXTENSIONS.includes(probe.extension) || (probe.extension === '.txt' && NAME.test(probe.name))) && isText(probe) ? 'possible' : 'no',
  async scan({ input, path, hints }, scan) {
    const named = NAME.test(path[path.length - 1] ?? '')
    if (!named && !(scan.probe.extension === '.jinja' && hints?.neighbour?.() === 'model')) return 'not-this-format'
    if (input.kind === 'stream') throw new ScanError('unsupported', 'a template cannot be read from a stream')
    if (input.size > MAX_SIZE) throw new ScanError('limit', `a template of ${input.size} bytes`, 0)
    const { observeTemplate } = await import('./jinja-facts.ts')
    const text = new TextDecoder().decode(input.read(0, input.size))
    if (named) observeTemplate(scan, 'the chat template', text, 0, true)
    else if (!observeHostile(scan, text, observeTemplate)) return 'not-this-format'
    return accountForText(input, scan)
  },
}

function isText({ head }: Probe): boolean {
  return !head.includes(0)
}

/**
 * A template beside a model under a name of its own may be its chat template, which programs are given by a path. States only what no template of any
 * kind needs: pages include others. False where there is nothing of that.
 */
function observeHostile(scan: Scan, text: string, observe: typeof import('./jinja-facts.ts').observeTemplate): boolean {
  let found = false
  const only: Scan = {
    ...scan,
    observe: (observation) => {
      const hostile = observation.kind === 'template' && ['attribute', 'call', 'hidden-name'].includes(observation.construct)
      found ||= hostile
      return hostile ? scan.observe(observation) : true
    },
  }
  observe(only, 'the template', text, 0, true)
  return found
}
