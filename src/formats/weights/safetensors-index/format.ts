// Reads the index of a sharded model, and reports the files that it names.
import { ScanError } from '../../../bytes/errors.ts'
import type { Format } from '../../../types/format.ts'
import { firstJsonCharacter } from '../../shared/first-json-character.ts'

const NAME = /\.(?:safetensors|bin|ckpt|pt|pth|h5|msgpack)\.index(?:\.[\w-]+)?\.json$/i
/** Maximum size. The index of the largest models, with 150,000 tensors, has 16 MiB. */
const MAX_SIZE = 32 << 20
const MAX_SHARDS = 10_000

/**
 * The index of a sharded model: which file contains each tensor. Loaders join the file names to the folder of the
 * model.
 */
export const safetensorsIndexFormat: Format = {
  id: 'shard-index',
  title: 'Index of a model in several files',
  kind: 'companion',
  extensions: ['.json'],
  access: 'random',
  prefilter: { extensions: ['.json'] },
  match: ({ name, head }) => (NAME.test(name) && firstJsonCharacter(head) === '{' ? 'certain' : 'no'),
  async scan({ input }, scan) {
    if (input.kind === 'stream') throw new ScanError('unsupported', 'an index cannot be read from a stream')
    if (input.size > MAX_SIZE) throw new ScanError('limit', `an index of ${input.size} bytes exceeds the limit of ${MAX_SIZE}`, 0)
    const { wholeText } = await import('../../shared/whole-text.ts')
    const { tooMuchJson } = await import('../../../wire/json-shape.ts')
    const text = wholeText(input)
    const problem = tooMuchJson(text)
    if (problem) throw problem
    const files = new Set<string>()
    for (const file of Object.values(weightMap(text))) if (typeof file === 'string') files.add(file)
    scan.account.read()
    for (const path of [...files].slice(0, MAX_SHARDS))
      scan.observe({ kind: 'external-file', format: 'shard-index', path, role: 'a weight shard', offset: 0 })
  },
}

function weightMap(text: string): object {
  let index: unknown
  try {
    index = JSON.parse(text)
  } catch {
    throw new ScanError('malformed', 'the index is not JSON', 0)
  }
  const map = typeof index === 'object' && index !== null && 'weight_map' in index ? index.weight_map : undefined
  if (typeof map !== 'object' || map === null) throw new ScanError('malformed', 'the index has no weight_map', 0)
  return map
}
