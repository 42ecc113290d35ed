import type { Format } from '../types/format.ts'
import { jsonOpening } from './json-opening.ts'
import { lazily } from './lazily.ts'

/** The files in which Hugging Face keeps chat templates, also under names for variants such as `tokenizer_config.original.json`. */
const NAME = /^(?:tokenizer_config|chat_templates?|processor_config|preprocessor_config|tokenizer)(?:[._-][\w.-]*)?\.json$/i

/** Chat templates within JSON: under `chat_template`, as a text, as a list of `{name, template}` or as a mapping of names to templates. */
export const chatTemplateFormat: Format = {
  id: 'chat-template',
  title: 'Tokenizer configuration with chat templates',
  extensions: ['.json'],
  access: 'random',
  opening: { extensions: ['.json'] },
  match: ({ name, head }) => (NAME.test(name) && !/^tokenizer\.json$/i.test(name) && /[{["]/.test(jsonOpening(head)) ? 'certain' : 'no'),
  scan: lazily(async () => (await import('./chat-template-scan.ts')).scanChatTemplate),
}
