// Recognises TensorFlow graphs in protobuf text format.
import type { Format, Probe } from '../../../types/format.ts'
import { lazily } from '../../shared/lazily.ts'
import { EXTENSIONS, isComments } from './signature.ts'

/** TensorFlow graphs in protobuf text format: `saved_model.pbtxt`, `graph.pbtxt`, a MetaGraphDef. */
export const tfGraphTextFormat: Format = {
  id: 'tf-graph-text',
  title: 'TensorFlow graph as text',
  kind: 'model',
  extensions: EXTENSIONS,
  access: 'random',
  prefilter: { first: (byte) => byte >= 9 },
  match,
  scan: lazily(async () => (await import('./reader.ts')).scanText),
}

/** Matches a node with its operation. */
const NODE = /(?:^|[\s{])(?:node|node_def|nodeDef)\s*(?::\s*)?(?:\[\s*)?\{\s*(?:name\s*:\s*["'][^"']*["']\s*)?op\s*:\s*["']/
/** Matches outer fields, which come before any node. */
const OUTER = /(?:^|[\s{])(?:saved_model_schema_version\s*:|(?:meta_graphs|meta_info_def|graph_def)\s*(?::\s*)?(?:\[\s*)?\{)/
/** Matches a function library at the beginning of a graph. */
const LIBRARY = /^\s*library\s*(?::\s*)?\{\s*function/
/** Words of which every graph has at least one. */
const WORDS = /\bnode|library|saved_model_schema_version|meta_graphs|meta_info_def|graph_def/
/** Comments and separators that have no meaning. */
const NOISE = /#[^\n]*|[,;]/g

function match(probe: Probe): 'possible' | 'no' {
  const isNamed = EXTENSIONS.includes(probe.extension)
  if ((probe.size === undefined && !isNamed) || probe.head.some((byte) => byte < 9)) return 'no'
  const whole = new TextDecoder().decode(probe.head)
  if (!WORDS.test(whole)) return isNamed && isComments(probe.head) ? 'possible' : 'no'
  const head = whole.replace(NOISE, ' ').replaceAll('<', '{')
  return (isNamed && isComments(probe.head)) || NODE.test(head) || OUTER.test(head) || LIBRARY.test(head) ? 'possible' : 'no'
}
