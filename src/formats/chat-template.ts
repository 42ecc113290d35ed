import type { Format } from '../types/format.ts'
import { jsonOpening } from './json-opening.ts'
import { lazily } from './lazily.ts'
import { CHAT_FILES } from './model-config-marks.ts'

/** Chat templates within JSON: under `chat_template`, as a text, as a list of `{name, template}` or as a mapping of names to templates. */
export const chatTemplateFormat: Format = {
  id: 'chat-template',
  title: 'Tokenizer configuration with chat templates',
  extensions: ['.json'],
  access: 'random',
  opening: { extensions: ['.json'] },
  match: ({ name, head }) => (CHAT_FILES.test(name) && /[{["]/.test(jsonOpening(head)) ? 'certain' : 'no'),
  scan: lazily(async () => (await import('./chat-template-scan.ts')).scanChatTemplate),
}
