// Recognises JSON files in which Hugging Face stores chat templates.
import type { Format } from '../../../types/format.ts'
import { CHAT_FILES } from '../../config/model-config/signature.ts'
import { firstJsonCharacter } from '../../shared/first-json-character.ts'
import { lazily } from '../../shared/lazily.ts'

/**
 * Chat templates in JSON, under `chat_template`: a string, a list of `{name, template}`, or a mapping of names to
 * templates.
 */
export const chatTemplateFormat: Format = {
  id: 'chat-template',
  title: 'Tokenizer configuration with chat templates',
  kind: 'companion',
  promises: { names: CHAT_FILES },
  extensions: ['.json'],
  access: 'random',
  prefilter: { extensions: ['.json'] },
  match: ({ name, head }) => (CHAT_FILES.test(name) && /[{["]/.test(firstJsonCharacter(head)) ? 'certain' : 'no'),
  scan: lazily(async () => (await import('./reader.ts')).scanChatTemplate),
}
