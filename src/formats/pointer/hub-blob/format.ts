import type { ByteSource } from '../../../bytes/source.ts'
import { isText } from '../../../bytes/text.ts'
import type { Hints } from '../../../types/artifact.ts'
import type { Format } from '../../../types/format.ts'
import { MAX_TEXT } from '../../config/model-config/signature.ts'
import { firstJsonCharacter } from '../../shared/json-first-byte.ts'

/** Where the cache of Hugging Face keeps files, called like their hash. */
const BLOB = /(?:^|[\\/])blobs[\\/][^\\/]+$/

interface Name {
  readonly name: string
  readonly hints?: Hints
}

/** Names under which a snapshot may have such text, one for each way in which loaders read it. */
const JSON_NAMES: readonly Name[] = [{ name: 'config.json' }]
const CHAT_NAMES: readonly Name[] = [{ name: 'tokenizer_config.json' }]
const TEXT_NAMES: readonly Name[] = [{ name: 'config.yaml' }, { name: 'template.jinja', hints: { neighbour: () => 'model' } }]

/**
 * Text among the blobs of a Hugging Face cache. The links of snapshots say what it is called; where they were lost, in a copy or an archive, it may have
 * any name, and is read as whatever a loader would make of it.
 */
export const hubBlobFormat: Format = {
  id: 'hub-blob',
  title: 'Blob of a Hugging Face cache',
  kind: 'companion',
  access: 'random',
  opening: { extensions: [''] },
  // A stream has lost the path that tells a blob.
  match: ({ extension, head, size }) => (extension === '' && size !== undefined && head.length > 0 && isText(head) ? 'possible' : 'no'),
  async scan({ input, path }, scan) {
    if (input.kind === 'stream' || input.size > MAX_TEXT || !BLOB.test(path[path.length - 1] ?? '')) return 'not-this-format'
    let read = false
    for (const name of await namesOf(input, firstJsonCharacter(scan.probe.head))) {
      scan.budget.charge('members', 1)
      if (await scan.descend({ ...name, size: input.size, storedAt: 0, open: () => input })) read = true
    }
    return read ? undefined : 'not-this-format'
  },
}

async function namesOf(source: ByteSource, opening: string): Promise<readonly Name[]> {
  if (opening !== '{' && opening !== '[') return TEXT_NAMES
  const { parseLooseJson } = await import('../../shared/python-json.ts')
  const { wholeText } = await import('../../shared/whole-text.ts')
  const text = wholeText(source)
  try {
    parseLooseJson(text)
  } catch {
    // Templates begin with a brace too, and other configurations with a bracket.
    return TEXT_NAMES
  }
  return /chat_template|\\u00/.test(text) ? CHAT_NAMES : JSON_NAMES
}
