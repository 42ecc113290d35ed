// Reads Keras configurations in JSON.
import { ScanError } from '../../../bytes/errors.ts'
import { memorySource } from '../../../bytes/source.ts'
import type { Artifact, Member } from '../../../types/artifact.ts'
import type { Scan, ScanResult } from '../../../types/format.ts'
import { hasObjectNearRoot } from '../../../wire/json-shape.ts'
import { type LooseJson, parseLooseJson } from '../../shared/python-json.ts'
import { wholeText } from '../../shared/whole-text.ts'
import { kerasConfigs } from './nested.ts'
import { observeKerasObjects } from './objects.ts'
import { HOLDER_KEYS, looksLikeKeras } from './shape.ts'
import { CLASS_NAME } from './signature.ts'

/** Maximum size of a configuration that is parsed. Those of the largest models have a few MiB. */
const MAX_JSON = 16 * 2 ** 20
/** Maximum size of a text in which `class_name` is looked for. */
const MAX_TEXT = 64 * 2 ** 20

/** Members that Keras parses: attributes of an HDF5 file, and metadata of a SavedModel's layers. */
const ATTRIBUTE = /(?:^|\/)\.attrs\/(?:model|training)_config$|^keras_metadata\[\d+\]\.json$/

const MAX_NESTED = 1000

/** The container for which Keras itself parses the configuration. */
type Owner = 'archive' | 'attribute' | 'none'

/** Reads a Keras configuration. @throws {ScanError} */
export async function scanConfig(artifact: Artifact, scan: Scan): Promise<ScanResult> {
  const source = artifact.input
  if (source.kind === 'stream') throw new ScanError('unsupported', 'a Keras configuration cannot be read from a stream')
  const owner = ownerOf(artifact)
  if (source.size > (owner === 'none' ? MAX_TEXT : MAX_JSON)) {
    if (owner === 'none') return 'not-this-format'
    throw tooLarge(source.size)
  }
  const text = wholeText(source)
  if (owner === 'none' && !CLASS_NAME.test(text)) return 'not-this-format'
  let json: ReturnType<typeof parseLooseJson>
  try {
    if (source.size > MAX_JSON) throw tooLarge(source.size)
    json = parseLooseJson(text)
  } catch (error) {
    // Results of object detectors have `class_name` too, in files of any size.
    const isLimit = error instanceof ScanError && error.why === 'limit'
    if (owner === 'none' && !(isLimit && hasObjectNearRoot(text, ['class_name', 'config'], HOLDER_KEYS))) return 'not-this-format'
    throw error
  }
  const isKeras = owner !== 'none' || looksLikeKeras(json.value)
  const members: Member[] = []
  let found = false
  for (const config of kerasConfigs(json, () => scan.budget.checkTime())) {
    if (config === json && !isKeras) continue
    found = true
    observeConfig(config, owner, members, scan)
  }
  if (!found) return 'not-this-format'
  scan.account.read()
  for (const member of members) {
    scan.budget.charge('members', 1)
    await scan.descend(member)
  }
}

function tooLarge(size: number): ScanError {
  return new ScanError('limit', `the Keras configuration has ${size} bytes; the limit is ${MAX_JSON}`)
}

function observeConfig({ value, duplicates }: LooseJson, owner: Owner, members: Member[], scan: Scan): void {
  for (const key of duplicates) {
    scan.observe({
      kind: 'structure',
      format: 'keras-config',
      problem: 'duplicate-key',
      detail: `the key ${key.slice(0, 200)} appears twice in one object`,
      offset: 0,
    })
  }
  observeKerasObjects(value, owner === 'archive' ? 'use' : 'load', {
    observe: (observation) => {
      scan.observe(observation)
    },
    nested: (name, bytes) => {
      if (members.length < MAX_NESTED) members.push({ name, size: bytes.length, open: () => memorySource(bytes) })
    },
    tick: () => scan.budget.checkTime(),
  })
}

/**
 * Returns the container that the configuration belongs to: then it must be readable. Loading a `.keras` archive asks
 * before it runs Lambda code, others do not.
 */
function ownerOf({ path }: Artifact): Owner {
  const name = path[path.length - 1] ?? ''
  if (ATTRIBUTE.test(name)) return 'attribute'
  const holder = path.length > 1 ? (path[path.length - 2] ?? '') : ''
  return holder.toLowerCase().endsWith('.keras') && /(?:^|\/)config\.json$/i.test(name) ? 'archive' : 'none'
}
