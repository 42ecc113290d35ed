// Recognises TensorFlow graphs in protobuf text format.
import type { Format, Probe } from '../../../types/format.ts'
import { lazily } from '../../shared/lazily.ts'
import { EXTENSIONS, isComments } from './signature.ts'

/** The same graphs as text: `saved_model.pbtxt`, `graph.pbtxt`, a MetaGraphDef. */
export const tfGraphTextFormat: Format = {
  id: 'tf-graph-text',
  title: 'TensorFlow graph as text',
  kind: 'model',
  extensions: EXTENSIONS,
  access: 'random',
  opening: { first: (byte) => byte >= 9 },
  match,
  scan: lazily(async () => (await import('./reader.ts')).scanText),
}

/** A node with its operation, or the outer fields that come before any node. A graph may begin with its library, hence the third. */
const NODE = /(?:^|[\s{])(?:node|node_def|nodeDef)\s*(?::\s*)?(?:\[\s*)?\{\s*(?:name\s*:\s*["'][^"']*["']\s*)?op\s*:\s*["']/
const OUTER = /(?:^|[\s{])(?:saved_model_schema_version\s*:|(?:meta_graphs|meta_info_def|graph_def)\s*(?::\s*)?(?:\[\s*)?\{)/
const LIBRARY = /^\s*library\s*(?::\s*)?\{\s*function/
/** Words of which one stands in every graph. */
const WORDS = /\bnode|library|saved_model_schema_version|meta_graphs|meta_info_def|graph_def/
/** Comments, separators that mean nothing, and the other kind of bracket. */
const NOISE = /#[^\n]*|[,;]/g

function match(probe: Probe): 'possible' | 'no' {
  const claimed = EXTENSIONS.includes(probe.extension)
  if ((probe.size === undefined && !claimed) || probe.head.some((byte) => byte < 9)) return 'no'
  const whole = new TextDecoder().decode(probe.head)
  if (!WORDS.test(whole)) return claimed && isComments(probe.head) ? 'possible' : 'no'
  const head = whole.replace(NOISE, ' ').replaceAll('<', '{')
  return (claimed && isComments(probe.head)) || NODE.test(head) || OUTER.test(head) || LIBRARY.test(head) ? 'possible' : 'no'
}
