// Recognises Caffe networks, binary (`.caffemodel`) and as text (`.prototxt`).
import type { Format, Probe } from '../../../types/format.ts'
import { headLikeness, prefilterOf } from '../../../wire/protobuf/shape.ts'
import { lazily } from '../../shared/lazily.ts'
import { MODEL_EXTENSIONS, netShape } from './signature.ts'

const TEXT_EXTENSIONS = ['.prototxt']

/** A trained network. It contains the layers of its `.prototxt`. */
export const caffeModelFormat: Format = {
  id: 'caffe',
  title: 'Caffe model',
  kind: 'model',
  promises: { extensions: MODEL_EXTENSIONS },
  access: 'random',
  prefilter: prefilterOf(netShape, MODEL_EXTENSIONS),
  match: (probe) => headLikeness(probe.head, probe.size, netShape, MODEL_EXTENSIONS.includes(probe.extension)),
  scan: lazily(async () => (await import('./reader.ts')).scanCaffeModel),
}

const LAYER = /(?:^|\s)layers?\s*(?::\s*)?\{\s*(?:[a-z_]+\s*:\s*(?:"[^"]*"|'[^']*'|\w+\s)\s*)*type\s*:/

/** The architecture of a network as protobuf text. */
export const caffeTextFormat: Format = {
  id: 'caffe-text',
  title: 'Caffe network as text',
  kind: 'model',
  extensions: TEXT_EXTENSIONS,
  access: 'random',
  prefilter: { first: (byte) => byte >= 9, extensions: TEXT_EXTENSIONS },
  match: matchText,
  scan: lazily(async () => (await import('./reader.ts')).scanText),
}

function matchText(probe: Probe): 'possible' | 'no' {
  if (probe.head.some((byte) => byte < 9)) return 'no'
  const nameMatches = TEXT_EXTENSIONS.includes(probe.extension)
  return nameMatches || (probe.size !== undefined && LAYER.test(new TextDecoder().decode(probe.head))) ? 'possible' : 'no'
}
