// Recognises text files in a Hugging Face cache, whose names are hashes, and reads them as configurations.
import type { ByteSource } from '../../../bytes/source.ts'
import { isText } from '../../../bytes/text.ts'
import type { Hints } from '../../../types/artifact.ts'
import type { Format } from '../../../types/format.ts'
import { MAX_TEXT } from '../../config/model-config/signature.ts'
import { firstJsonCharacter } from '../../shared/first-json-character.ts'

/** The folder of the Hugging Face cache that contains the files, each named by its hash. */
const BLOB = /(?:^|[\\/])blobs[\\/][^\\/]+$/

/** A file name as which the blob is scanned. */
interface Name {
  readonly name: string
  readonly hints?: Hints
}

/** Names that a snapshot may use for such a text: one for each way in which loaders read it. */
const JSON_NAMES: readonly Name[] = [{ name: 'config.json' }]
const CHAT_NAMES: readonly Name[] = [{ name: 'tokenizer_config.json' }]
const TEXT_NAMES: readonly Name[] = [{ name: 'config.yaml' }, { name: 'template.jinja', hints: { neighbour: () => 'model' } }]

/**
 * A text file among the blobs of a Hugging Face cache. Its name is in the symbolic links of the snapshots. If these
 * were lost, in a copy or an archive, the blob is scanned under each name that makes a loader act on it.
 */
export const hubBlobFormat: Format = {
  id: 'hub-blob',
  title: 'Blob of a Hugging Face cache',
  kind: 'companion',
  access: 'random',
  prefilter: { extensions: [''] },
  // Only the path shows that a file is a blob; a stream has none.
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
    // A template may begin with a brace, and an INI file with a bracket.
    return TEXT_NAMES
  }
  return /chat_template|\\u00/.test(text) ? CHAT_NAMES : JSON_NAMES
}
