// Recognises Jinja templates in files of their own.
import { ScanError } from '../../../bytes/errors.ts'
import type { Format, Probe } from '../../../types/format.ts'
import { inPackage } from '../../code/native/packed-code.ts'
import { accountForText } from '../../shared/search-bytes.ts'
import { isProse, mayBeginText, textOf } from '../../shared/text-head.ts'
import { wholeText } from '../../shared/whole-text.ts'

/** What files with templates for Jinja are called. */
const EXTENSIONS = ['.jinja', '.jinja2', '.j2']
/** The extension that Hugging Face has for chat templates; software that writes configuration of other programs has the others. */
const CHAT_EXTENSION = '.jinja'
/** What files with templates, and prompts, are called by any software. */
const ANY_ENGINE = ['.template', '.tmpl', '.tpl', '.prompt', '.prompty', '.txt']
/** An extension of templates in front of one for people, or for what a template makes: `prompt.jinja.txt`, `page.j2.html`. */
const WITHIN = /\.(?:jinja2?|j2)\.[^.]+$/i
const MAX_SIZE = 16 << 20
/** Longer files of other names are data. */
const MAX_OTHER = 1 << 20

/** What Hugging Face calls such files. */
const NAME = /(?:^|\/)(?:[^/]*chat[_-]?template[^/]*|(?:additional_)?chat_templates\/[^/]+)$/i

/**
 * Templates as files of their own: chat templates under the names that Hugging Face has for them are read for all that such templates do not need. Others are
 * prompts, web pages or configuration: of those only what leads into the interpreter counts, and of a `.jinja` beside a model what no chat template needs.
 */
export const jinjaFormat: Format = {
  id: 'jinja-chat-template',
  title: 'Jinja chat template',
  kind: 'companion',
  promises: { names: /chat[_-]?template/i },
  extensions: EXTENSIONS,
  access: 'random',
  opening: { first: mayBeginText, extensions: [...EXTENSIONS, ...ANY_ENGINE] },
  match: (probe) => (isTemplateName(probe) && textOf(probe.head) !== undefined && !isLong(probe) ? 'possible' : 'no'),
  async scan(artifact, scan) {
    const { input, path, hints } = artifact
    const { extension } = scan.probe
    const named = NAME.test(path[path.length - 1] ?? '') && (EXTENSIONS.includes(extension) || extension === '.txt')
    const near = named || path.length > 1 || hints?.neighbour?.() === 'model' || hints?.neighbour?.() === 'MLmodel'
    // Texts are lists of words and notes of people: only in the company of a model may one be a template.
    if (!named && (inPackage(artifact) || (extension === '.txt' && !near && !WITHIN.test(scan.probe.name)))) return 'not-this-format'
    if (input.kind === 'stream') throw new ScanError('unsupported', 'a template cannot be read from a stream')
    if (input.size > MAX_SIZE) throw new ScanError('limit', `a template of ${input.size} bytes`, 0)
    const text = wholeText(input)
    if (!named && !/\{[{%]/.test(text)) return 'not-this-format'
    const { observeAnyTemplate, observeTemplate } = await import('./facts.ts')
    if (named) observeTemplate(scan, 'the chat template', text, 0, true)
    else if (!observeAnyTemplate(scan, 'the template', text, near && extension === CHAT_EXTENSION ? 'model' : 'anybody', 0))
      return 'not-this-format'
    return accountForText(input, scan)
  },
}

/** Extensions of other texts that programs read, each by a grammar of its own. */
const DATA = ['.json', '.jsonl', '.ndjson', '.jsonc', '.json5', '.yaml', '.yml', '.toml', '.ini', '.cfg', '.conf', '.gin']

/** Templates and prompts are called anything, or have one more extension behind their own. */
function isTemplateName({ name, extension, size }: Probe): boolean {
  if (EXTENSIONS.includes(extension) || ANY_ENGINE.includes(extension) || WITHIN.test(name)) return true
  return size !== undefined && !isProse(extension) && !DATA.includes(extension)
}

function isLong({ name, extension, size }: Probe): boolean {
  return size !== undefined && size > MAX_OTHER && !EXTENSIONS.includes(extension) && !NAME.test(name)
}
