// Recognises Jinja templates that are separate files.
import { ScanError } from '../../../bytes/errors.ts'
import type { Format, Probe } from '../../../types/format.ts'
import { inPackage } from '../../code/native/packed-code.ts'
import { accountForText } from '../../shared/search-bytes.ts'
import { isProse, mayBeginText, textOf } from '../../shared/text-head.ts'
import { wholeText } from '../../shared/whole-text.ts'

/** Extensions of Jinja templates. */
const EXTENSIONS = ['.jinja', '.jinja2', '.j2']
/** The extension of chat templates at Hugging Face. Deployment tools use the others for configuration files. */
const CHAT_EXTENSION = '.jinja'
/** Extensions of templates and prompts of any software. */
const ANY_ENGINE = ['.template', '.tmpl', '.tpl', '.prompt', '.prompty', '.txt']
/** A template extension before the one of the result: `prompt.jinja.txt`, `page.j2.html`. */
const WITHIN = /\.(?:jinja2?|j2)\.[^.]+$/i
const MAX_SIZE = 16 << 20
/** Maximum size under other names; longer files are data. */
const MAX_OTHER = 1 << 20

/** Names of chat templates at Hugging Face. */
const NAME = /(?:^|\/)(?:[^/]*chat[_-]?template[^/]*|(?:additional_)?chat_templates\/[^/]+)$/i

/**
 * Templates in separate files. For chat templates under Hugging Face's names, everything that such templates do not
 * need is reported; for a `.jinja` beside a model, injections. Other templates are prompts, web pages or configuration:
 * for these only what reaches the interpreter is reported.
 */
export const jinjaFormat: Format = {
  id: 'jinja-chat-template',
  title: 'Jinja chat template',
  kind: 'companion',
  promises: { names: /chat[_-]?template/i },
  extensions: EXTENSIONS,
  access: 'random',
  prefilter: { first: mayBeginText, extensions: [...EXTENSIONS, ...ANY_ENGINE] },
  match: (probe) => (isTemplateName(probe) && textOf(probe.head) !== undefined && !isLong(probe) ? 'possible' : 'no'),
  async scan(artifact, scan) {
    const { input, path, hints } = artifact
    const { extension } = scan.probe
    const named = NAME.test(path[path.length - 1] ?? '') && (EXTENSIONS.includes(extension) || extension === '.txt')
    const near = named || path.length > 1 || hints?.neighbour?.() === 'model' || hints?.neighbour?.() === 'MLmodel'
    // `.txt` files are word lists and notes: one is a template only beside a model.
    if (!named && (inPackage(artifact) || (extension === '.txt' && !near && !WITHIN.test(scan.probe.name)))) return 'not-this-format'
    if (input.kind === 'stream') throw new ScanError('unsupported', 'a template cannot be read from a stream')
    if (input.size > MAX_SIZE) throw new ScanError('limit', `a template of ${input.size} bytes exceeds the limit of ${MAX_SIZE}`, 0)
    const text = wholeText(input)
    if (!named && !/\{[{%]/.test(text)) return 'not-this-format'
    const { observeAnyTemplate, observeTemplate } = await import('./facts.ts')
    if (named) observeTemplate(scan, 'the chat template', text, 0, true)
    else if (!observeAnyTemplate(scan, 'the template', text, near && extension === CHAT_EXTENSION ? 'model' : 'any-software', 0))
      return 'not-this-format'
    return accountForText(input, scan)
  },
}

/** Extensions of text formats with another grammar. */
const DATA = ['.json', '.jsonl', '.ndjson', '.jsonc', '.json5', '.yaml', '.yml', '.toml', '.ini', '.cfg', '.conf', '.gin']

/** Whether the name allows a template. Any name does, except those of prose and of other text formats. */
function isTemplateName({ name, extension, size }: Probe): boolean {
  if (EXTENSIONS.includes(extension) || ANY_ENGINE.includes(extension) || WITHIN.test(name)) return true
  return size !== undefined && !isProse(extension) && !DATA.includes(extension)
}

function isLong({ name, extension, size }: Probe): boolean {
  return size !== undefined && size > MAX_OTHER && !EXTENSIONS.includes(extension) && !NAME.test(name)
}
