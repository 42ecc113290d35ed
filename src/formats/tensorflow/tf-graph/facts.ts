// Collects the operations of a TensorFlow graph and the constants that they act on, such as paths.
import type { Scan } from '../../../types/format.ts'

/** Nodes and string constants that are remembered until the end of their graph. */
const MAX_WAITING = 50_000
const MAX_CONSTANTS = 50_000
/** Operations; TensorFlow has some 1,500, and large models some thousand functions of their own. */
const MAX_OPS = 50_000
/** Characters of all that is remembered. */
const MAX_KEPT = 48 * 2 ** 20
/** Values of a constant that are shown. */
const MAX_VALUES = 4
/** Nodes that only pass on what they get: the path of a file goes through them. */
const PASSES = new Set(['Identity', 'IdentityN', 'Cast', 'Reshape', 'ExpandDims', 'Squeeze', 'Pack', 'StopGradient'])
const MAX_HOPS = 8

/** Nodes that make a text of others. Where all of these are constants, the graph fixes the text, however it comes about. */
const MAKES = new Set(
  (
    'StringJoin StringFormat StringLower StringUpper StringStrip Substr DecodeBase64 EncodeBase64 ReduceJoin AsString UnicodeEncode UnicodeTranscode RegexReplace ' +
    'StaticRegexReplace ShardedFilename ShardedFilespec Concat ConcatV2 GatherV2 Gather Slice StridedSlice Fill Tile ReverseV2 Select SelectV2 Unpack Add AddV2'
  ).split(' '),
)
/** Constants that go into one text, and nodes between them and it. */
const MAX_MAKERS = 50_000
const MAX_DEPTH = 12
const MAX_STEPS = 200
const MAX_TEXT = 400

/** A node as both spellings of a graph, binary and text, give it. */
export interface TfNode {
  readonly name: string
  readonly op: string
  readonly inputs: readonly string[]
  /** Values of a string constant. */
  readonly values: readonly string[]
  /** String attributes that say what the node acts on, e.g. the token of a PyFunc. */
  readonly attributes: ReadonlyMap<string, string>
  readonly offset: number
}

/**
 * Where an operation says what it acts on: the index of an input that is a string (a path, an address), or an attribute. Layout only, from the
 * registry of TensorFlow 2.21; what it means is the policy's business.
 */
const ARGUMENTS = new Map<string, readonly (number | string)[]>(
  Object.entries({
    PyFunc: ['token'],
    PyFuncStateless: ['token'],
    EagerPyFunc: ['token'],
    PrintV2: ['output_stream'],
    XlaCustomCall: ['target_name'],
    XlaCustomCallV2: ['call_target_name'],
    DumpTensor: ['log_dir_path', 'file_name'],
    CalibrationStatisticsSaver: ['output_file_path'],
    RecordInput: ['file_pattern'],
    Skipgram: ['filename'],
    FixedUnigramCandidateSampler: ['vocab_file'],
    MergeV2Checkpoints: [1],
    GenerateVocabRemapping: [0, 1],
    CreateSummaryFileWriter: [1],
    CreateSummaryDbWriter: [1],
    InitializeTableFromTextFile: [1],
    InitializeTableFromTextFileV2: [1],
    CacheDataset: [1],
    CacheDatasetV2: [1],
    SaveDataset: [1],
    SaveDatasetV2: [1],
    SnapshotDataset: [1],
    SnapshotDatasetV2: [1],
    DatasetToTFRecord: [1],
    ExperimentalDatasetToTFRecord: [1],
    RegisterDataset: [1],
    RegisterDatasetV2: [1],
    DistributedSave: [1],
    SqlDataset: [1, 2],
    ExperimentalSqlDataset: [1, 2],
    DataServiceDataset: [2],
    DataServiceDatasetV2: [2],
    DataServiceDatasetV3: [2],
    DataServiceDatasetV4: [2],
    ...Object.fromEntries(
      (
        'ReadFile WriteFile MatchingFiles MatchingFilesDataset ExperimentalMatchingFilesDataset Save SaveV2 SaveSlices Restore RestoreV2 RestoreSlice ' +
        'DTensorRestoreV2 LoadAndRemapMatrix LoadDataset TextLineDataset TFRecordDataset TFRecordDatasetV2 CSVDataset CSVDatasetV2 ' +
        'ExperimentalCSVDataset FixedLengthRecordDataset FixedLengthRecordDatasetV2 LMDBDataset ExperimentalLMDBDataset SnapshotChunkDataset ' +
        'SnapshotDatasetReader ListSnapshotChunksDataset RpcServer RpcClient RemoteCall'
      )
        .split(' ')
        .map((op) => [op, [0]]),
    ),
    ...Object.fromEntries(
      ['DebugIdentity', 'DebugIdentityV2', 'DebugIdentityV3', 'DebugNanCount', 'DebugNumericSummary'].map((op) => [op, ['debug_urls']]),
    ),
  }),
)

/** Attributes that `ARGUMENTS` asks for: readers keep no others. */
export const ARGUMENT_ATTRIBUTES: ReadonlySet<string> = new Set(
  [...ARGUMENTS.values(), ['separator']].flat().filter((where) => typeof where === 'string'),
)

/** Names of nodes hold within one graph or one function's body. */
interface Scope {
  readonly waiting: TfNode[]
  readonly constants: Map<string, string>
  readonly passes: Map<string, string>
  readonly makers: Map<string, TfNode>
  /** Constants that are no texts. */
  readonly numbers: Set<string>
}

/**
 * Collects the operations of a model and states each of them once, or once for each thing it acts on. A path that is a constant is found through the
 * nodes that pass it on. The loader replaces constants that are assets by the path of the file in the model: those read `assets/<name>`.
 */
export class TfGraphFacts {
  private readonly scan: Scan
  private readonly functions = new Set<string>()
  private readonly assets = new Map<string, string>()
  private readonly plain = new Map<string, Stated>()
  private readonly acting: { readonly node: Stated; readonly argument: string | undefined }[] = []
  private readonly graph: Scope = { waiting: [], constants: new Map(), passes: new Map(), makers: new Map(), numbers: new Set() }
  private scope = this.graph
  private kept = 0
  /** What was kept before the function that is being read. */
  private keptOutside = 0
  private isFull = false

  constructor(scan: Scan) {
    this.scan = scan
  }

  /** A function of the library begins. Nodes call it as if it were an operation; its own nodes follow. */
  enterFunction(): void {
    this.scope = { waiting: [], constants: new Map(), passes: new Map(), makers: new Map(), numbers: new Set() }
    this.keptOutside = this.kept
  }

  /** The function ends. Its name may stand behind its nodes. */
  leaveFunction(name: string): void {
    this.resolve(this.scope)
    this.scope = this.graph
    this.kept = this.keptOutside
    if (this.keep(name.length, this.functions.size)) this.functions.add(name)
  }

  /** The tensor that the loader feeds with the path of an asset. */
  addAsset(tensor: string, file: string): void {
    if (this.keep(tensor.length + file.length, this.assets.size)) this.assets.set(nodeOf(tensor), `assets/${file}`)
  }

  addNode(node: TfNode): void {
    const { name, op, inputs } = node
    const { waiting, constants, passes, makers, numbers } = this.scope
    // Nodes of an operation that was met before, and that no path goes through, leave nothing behind.
    const isNumber = op === 'Const' && node.values.length === 0
    const passed = isNumber ? numbers.size >= MAX_CONSTANTS : op !== 'Const' && !ARGUMENTS.has(op) && !PASSES.has(op) && !MAKES.has(op)
    if (passed && this.plain.has(op)) return
    if (!this.keep(sizeOf(node), this.plain.size)) return
    if (op === 'Const' && node.values.length > 0 && constants.size < MAX_CONSTANTS) {
      constants.set(name, node.values.slice(0, MAX_VALUES).join(', '))
    } else if (op === 'Const') {
      if (numbers.size < MAX_CONSTANTS) numbers.add(name)
    } else if (PASSES.has(op) && inputs[0] !== undefined && passes.size < MAX_CONSTANTS) passes.set(name, inputs[0])
    else if (MAKES.has(op) && makers.size < MAX_MAKERS) makers.set(name, node)
    if (ARGUMENTS.has(op) && waiting.length + this.acting.length < MAX_WAITING) waiting.push(node)
    else if (!this.plain.has(op)) this.plain.set(op, stated(node))
  }

  /** States what was collected. To be called also when reading broke off: what was found counts. */
  flush(): void {
    if (this.scope !== this.graph) this.resolve(this.scope)
    this.resolve(this.graph)
    if (this.isFull)
      this.scan.observe({ kind: 'incomplete', why: 'limit', detail: 'more operations, names and texts of a graph than are remembered' })
    for (const node of this.plain.values()) this.state(node, undefined)
    const told = new Set<string>()
    for (const { node, argument } of this.acting) {
      const key = `${node.op}\0${argument ?? ''}`
      if (told.has(key)) continue
      told.add(key)
      this.state(node, argument)
    }
  }

  /** Whether there is room for so many characters, and for one more where so many are. */
  private keep(characters: number, count: number): boolean {
    const fits = this.kept + characters <= MAX_KEPT && count < MAX_OPS
    if (fits) this.kept += characters
    else this.isFull = true
    return fits
  }

  private resolve(scope: Scope): void {
    for (const node of scope.waiting) {
      const found = (ARGUMENTS.get(node.op) ?? []).flatMap((where) => {
        const value = typeof where === 'string' ? node.attributes.get(where) : this.textOf(node.inputs[where], scope)
        return value === undefined ? [] : [value]
      })
      this.acting.push({ node: stated(node), argument: found.length === 0 ? undefined : found.join(', ') })
    }
  }

  /** The text that a node gets, where the graph fixes it: a constant, constants joined, or `?` and the constants that something else is made of. */
  private textOf(input: string | undefined, scope: Scope): string | undefined {
    const steps = { left: MAX_STEPS }
    return this.made(input, scope, steps, MAX_DEPTH)
  }

  private made(input: string | undefined, scope: Scope, steps: { left: number }, depth: number): string | undefined {
    const found = this.constantOf(input, scope)
    if (typeof found === 'string') return found
    const maker = found === undefined ? undefined : scope.makers.get(found.end)
    if (maker === undefined || depth === 0 || --steps.left < 0) return undefined
    const parts: string[] = []
    for (const each of maker.inputs.filter((name) => !name.startsWith('^'))) {
      const part = this.made(each, scope, steps, depth - 1)
      // Numbers among the inputs are no texts, and no way in either.
      if (part === undefined && !scope.numbers.has(nodeOf(each))) return undefined
      if (part !== undefined) parts.push(part)
    }
    if (parts.length === 0) return undefined
    if (maker.op === 'StringJoin') return parts.join(maker.attributes.get('separator') ?? '').slice(0, MAX_TEXT)
    return `?${maker.op}(${parts.join(', ')})`.slice(0, MAX_TEXT)
  }

  /** The constant at the end of nodes that pass it on, or the name of the node where it does not end in one. */
  private constantOf(input: string | undefined, { constants, passes }: Scope): string | { readonly end: string } | undefined {
    let next = input
    let end: string | undefined
    for (let hop = 0; hop < MAX_HOPS && next !== undefined; hop++) {
      const name = nodeOf(next)
      const value = this.assets.get(name) ?? constants.get(name)
      if (value !== undefined) return value
      end = name
      next = passes.get(name)
    }
    return end === undefined ? undefined : { end }
  }

  private state(node: Stated, argument: string | undefined): void {
    this.scan.observe({
      kind: 'graph-op',
      framework: 'tensorflow',
      op: node.op,
      domain: '',
      node: node.name,
      ...(this.functions.has(node.op) ? { defined: true } : {}),
      ...(argument === undefined ? {} : { argument }),
      offset: node.offset,
    })
  }
}

/** What is told of a node. */
type Stated = Pick<TfNode, 'op' | 'name' | 'offset'>

function stated({ op, name, offset }: TfNode): Stated {
  return { op, name, offset }
}

/** Characters of a node, and some for what holds them. */
function sizeOf({ name, op, inputs, values, attributes }: TfNode): number {
  let size = 100 + name.length + op.length
  for (const each of inputs) size += each.length
  for (const each of values) size += each.length
  for (const each of attributes.values()) size += each.length
  return size
}

/** `scope/name:0` and `^name` are outputs and control inputs of the node `scope/name`. */
function nodeOf(input: string): string {
  const start = input.startsWith('^') ? 1 : 0
  const colon = input.indexOf(':')
  return colon < 0 ? input.slice(start) : input.slice(start, colon)
}
