// Reports Zarr codecs that unpickle chunks, and Jinja templates in Kerchunk references.
import { ScanError } from '../../../bytes/errors.ts'
import type { Format } from '../../../types/format.ts'
import { isObject, readWrittenJson, type WrittenJson } from '../../shared/ordered-json.ts'
import { wholeText } from '../../shared/whole-text.ts'
import { isMetadata } from './signature.ts'

const MAX_SIZE = 32 << 20
const MAX_TEMPLATES = 1000

/** Keys whose values name a codec. */
const NAMING = new Set(['id', 'name', 'codecs', 'index_codecs'])

/** Names of the codec that unpickles chunks (numcodecs/pickles.py). */
const PICKLES = new Set(['pickle', 'numcodecs.pickle', 'https://codec.numcodecs.dev/pickle'])

/** Scans a file that `format.ts` recognised. */
export const scanZarr: Format['scan'] = async ({ input }, scan) => {
  if (input.kind === 'stream') throw new ScanError('unsupported', 'Zarr metadata cannot be read from a stream')
  if (input.size > MAX_SIZE) throw new ScanError('limit', `Zarr metadata of ${input.size} bytes exceed the limit of ${MAX_SIZE}`, 0)
  // Zarr passes the bytes to Python's `json.loads`, which accepts UTF-16 and UTF-32 too.
  const document = readWrittenJson(wholeText(input))
  const codec = isMetadata(scan.probe.name) ? pickleCodec(document) : referencedCodec(document)
  const templates = isMetadata(scan.probe.name) ? [] : templatesIn(document)
  if (templates.length > 0) {
    const { observeTemplate } = await import('../../template/jinja/facts.ts')
    for (const template of templates) observeTemplate(scan, 'a template of Kerchunk references', template, 0, false)
  }
  if (codec === undefined && !isMetadata(scan.probe.name) && templates.length === 0) return 'not-this-format'
  scan.account.read()
  if (codec === undefined) return undefined
  scan.observe({
    kind: 'config-reference',
    loader: 'zarr',
    module: 'numcodecs.pickles',
    name: 'Pickle',
    where: 'codecs',
    use: 'class',
    detail: `the codec ${codec} unpickles every chunk`,
    offset: 0,
  })
  return undefined
}

/** Returns the strings of Kerchunk references that fsspec renders with Jinja; older versions used no sandbox. */
function templatesIn(document: WrittenJson): readonly string[] {
  if (!isObject(document)) return []
  const found: string[] = []
  const pending = document.members.filter(([key]) => key === 'templates' || key === 'gen').map(([, value]) => value)
  for (let next = pending.pop(); next !== undefined && found.length < MAX_TEMPLATES; next = pending.pop()) {
    if (typeof next === 'string' && next.includes('{{')) found.push(next)
    else if (Array.isArray(next)) pending.push(...next)
    else if (isObject(next)) pending.push(...next.members.map(([, value]) => value))
  }
  return found
}

/**
 * Finds a pickle codec in Kerchunk references (fsspec/implementations/reference.py): paths of a store, with the
 * contents of small files as text.
 */
function referencedCodec(document: WrittenJson): string | undefined {
  if (!isObject(document)) return undefined
  const refs = document.members.find(([key]) => key === 'refs')?.[1] ?? document
  if (!isObject(refs)) return undefined
  for (const [path, content] of refs.members) {
    if (!/(?:^|\/)(?:\.zarray|zarr\.json)$/.test(path)) continue
    const found = pickleCodec(typeof content === 'string' ? readWrittenJson(content.replace(/^base64:.*/s, 'null')) : content)
    if (found !== undefined) return found
  }
  return undefined
}

/** Returns the first pickle codec: `{id}` in version 2, `{name}` or the name alone in version 3. */
function pickleCodec(value: WrittenJson, key = ''): string | undefined {
  if (typeof value === 'string') return NAMING.has(key) && PICKLES.has(value) ? value : undefined
  const children: (readonly [string, WrittenJson])[] = Array.isArray(value)
    ? value.map((each) => [key, each] as const)
    : isObject(value)
      ? [...value.members]
      : []
  for (const [name, each] of children) {
    // Attributes are free text about the data.
    if (name === 'attributes' || name.endsWith('.zattrs')) continue
    const found = pickleCodec(each, name)
    if (found !== undefined) return found
  }
  return undefined
}
