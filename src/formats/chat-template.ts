import type { Format } from '../types/format.ts'
import { lazily } from './lazily.ts'
import { CHAT_FILES } from './model-config-marks.ts'

/** Chat templates within JSON: under `chat_template`, as a text, as a list of `{name, template}` or as a mapping of names to templates. */
export const chatTemplateFormat: Format = {
  id: 'chat-template',
  title: 'Tokenizer configuration with chat templates',
  extensions: ['.json'],
  access: 'random',
  opening: { extensions: ['.json'] },
  match: ({ name, head }) => (CHAT_FILES.test(name) && startsLikeJson(head) ? 'certain' : 'no'),
  scan: lazily(async () => (await import('./chat-template-scan.ts')).scanChatTemplate),
}

function startsLikeJson(head: Uint8Array): boolean {
  const first = head.find(
    (byte) => byte !== 0x20 && byte !== 0x0a && byte !== 0x0d && byte !== 0x09 && byte !== 0xef && byte !== 0xbb && byte !== 0xbf,
  )
  return first === 0x7b || first === 0x5b || first === 0x22
}
