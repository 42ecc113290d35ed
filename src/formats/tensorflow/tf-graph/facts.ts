// Collects the operations of a TensorFlow graph and the constants that they act on, such as paths.
import type { Scan } from '../../../types/format.ts'

/** Maximum number of nodes with an argument that are kept until the end of their graph. */
const MAX_WAITING = 50_000
/** Maximum number of string constants that are kept. */
const MAX_CONSTANTS = 50_000
/** Maximum number of different operations. TensorFlow has about 1,500; large models define thousands of functions. */
const MAX_OPS = 50_000
/** Maximum number of characters of everything that is kept. */
const MAX_KEPT = 48 * 2 ** 20
/** Maximum number of a constant's values in a message. */
const MAX_VALUES = 4
/** Operations that return their input: a path may go through them. */
const FORWARDING = new Set(['Identity', 'IdentityN', 'Cast', 'Reshape', 'ExpandDims', 'Squeeze', 'Pack', 'StopGradient'])
const MAX_HOPS = 8

/** Operations that make a text from their inputs. If all inputs are constants, the result is a constant too. */
const TEXT_MAKING = new Set(
  (
    'StringJoin StringFormat StringLower StringUpper StringStrip Substr DecodeBase64 EncodeBase64 ReduceJoin AsString UnicodeEncode UnicodeTranscode RegexReplace ' +
    'StaticRegexReplace ShardedFilename ShardedFilespec Concat ConcatV2 GatherV2 Gather Slice StridedSlice Fill Tile ReverseV2 Select SelectV2 Unpack Add AddV2'
  ).split(' '),
)
/** Maximum number of text-making nodes that are kept. */
const MAX_MAKERS = 50_000
/** Maximum number of text-making nodes between a constant and the text that is made of it. */
const MAX_DEPTH = 12
/** Maximum number of nodes that are visited to work out one text. */
const MAX_STEPS = 200
const MAX_TEXT = 400

/** A node of a graph in binary, text or JSON form. */
export interface TfNode {
  readonly name: string
  readonly op: string
  readonly inputs: readonly string[]
  /** Values of a string constant. */
  readonly values: readonly string[]
  /** String attributes that state what the node acts on, such as the token of a PyFunc. */
  readonly attributes: ReadonlyMap<string, string>
  readonly offset: number
}

/**
 * Where each operation states what it acts on: the index of a string input (a path, an address), or the name of an
 * attribute. From the operation registry of TensorFlow 2.21. The policy decides what an operation means.
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

/** Attributes that `ARGUMENTS` names. Readers keep only these. */
export const ARGUMENT_ATTRIBUTES: ReadonlySet<string> = new Set(
  [...ARGUMENTS.values(), ['separator']].flat().filter((where) => typeof where === 'string'),
)

/** Nodes of one graph or one function's body, within which node names are unique. */
interface Scope {
  /** Nodes with an argument, which is looked up at the end of the scope. */
  readonly waiting: TfNode[]
  readonly constants: Map<string, string>
  /** Input of each node that returns its input. */
  readonly forwarded: Map<string, string>
  readonly makers: Map<string, TfNode>
  /** Names of constants that are not texts. */
  readonly numbers: Set<string>
}

/**
 * Collects the operations of a model and reports each of them once, or once for each thing it acts on. Constant paths
 * are found through nodes that forward them. The loader replaces asset constants by the path of the file in the model:
 * they are shown as `assets/<name>`.
 */
export class TfGraphFacts {
  private readonly scan: Scan
  private readonly functions = new Set<string>()
  private readonly assets = new Map<string, string>()
  private readonly withoutArgument = new Map<string, ReportedNode>()
  private readonly withArgument: { readonly node: ReportedNode; readonly argument: string | undefined }[] = []
  private readonly graph: Scope = newScope()
  private scope = this.graph
  /** Number of characters that are kept. */
  private kept = 0
  /** The same before the function that is being read. */
  private keptOutside = 0
  private isFull = false

  constructor(scan: Scan) {
    this.scan = scan
  }

  /** Begins a function of the library, whose nodes follow. Nodes call a function like an operation. */
  enterFunction(): void {
    this.scope = newScope()
    this.keptOutside = this.kept
  }

  /** Ends the function. The file may contain its name after its nodes. */
  leaveFunction(name: string): void {
    this.resolve(this.scope)
    this.scope = this.graph
    this.kept = this.keptOutside
    if (this.keep(name.length, this.functions.size)) this.functions.add(name)
  }

  /** Adds an asset: the loader sets `tensor` to the path of `file`. */
  addAsset(tensor: string, file: string): void {
    if (this.keep(tensor.length + file.length, this.assets.size)) this.assets.set(nodeOf(tensor), `assets/${file}`)
  }

  addNode(node: TfNode): void {
    const { name, op, inputs } = node
    const { waiting, constants, forwarded, makers, numbers } = this.scope
    // Further nodes of an operation that takes no argument and makes no text add nothing.
    const isNumber = op === 'Const' && node.values.length === 0
    const isPlain = !ARGUMENTS.has(op) && !FORWARDING.has(op) && !TEXT_MAKING.has(op)
    const adds = isNumber ? numbers.size < MAX_CONSTANTS : op === 'Const' || !isPlain
    if (!adds && this.withoutArgument.has(op)) return
    if (!this.keep(sizeOf(node), this.withoutArgument.size)) return
    if (op === 'Const' && node.values.length > 0 && constants.size < MAX_CONSTANTS) {
      constants.set(name, node.values.slice(0, MAX_VALUES).join(', '))
    } else if (op === 'Const') {
      if (numbers.size < MAX_CONSTANTS) numbers.add(name)
    } else if (FORWARDING.has(op) && inputs[0] !== undefined && forwarded.size < MAX_CONSTANTS) forwarded.set(name, inputs[0])
    else if (TEXT_MAKING.has(op) && makers.size < MAX_MAKERS) makers.set(name, node)
    if (ARGUMENTS.has(op) && waiting.length + this.withArgument.length < MAX_WAITING) waiting.push(node)
    else if (!this.withoutArgument.has(op)) this.withoutArgument.set(op, reportedNode(node))
  }

  /** Reports what was collected. Must also be called when reading fails: what was found before counts. */
  flush(): void {
    if (this.scope !== this.graph) this.resolve(this.scope)
    this.resolve(this.graph)
    if (this.isFull)
      this.scan.observe({ kind: 'incomplete', why: 'limit', detail: 'the graph has too many operations, names and texts to keep them all' })
    for (const node of this.withoutArgument.values()) this.observe(node, undefined)
    const reported = new Set<string>()
    for (const { node, argument } of this.withArgument) {
      const key = `${node.op}\0${argument ?? ''}`
      if (reported.has(key)) continue
      reported.add(key)
      this.observe(node, argument)
    }
  }

  /** Reserves room for so many characters. Returns false if there is too little, or if `count` is at its limit. */
  private keep(characters: number, count: number): boolean {
    const fits = this.kept + characters <= MAX_KEPT && count < MAX_OPS
    if (fits) this.kept += characters
    else this.isFull = true
    return fits
  }

  /** Looks up the arguments of the nodes in a scope that has ended. */
  private resolve(scope: Scope): void {
    for (const node of scope.waiting) {
      const found = (ARGUMENTS.get(node.op) ?? []).flatMap((where) => {
        const value = typeof where === 'string' ? node.attributes.get(where) : this.textOf(node.inputs[where], scope)
        return value === undefined ? [] : [value]
      })
      this.withArgument.push({ node: reportedNode(node), argument: found.length === 0 ? undefined : found.join(', ') })
    }
  }

  /**
   * Returns the text that a node receives if it depends on constants only: a constant, joined constants, or
   * `?Operation(constants)` for other text-making operations.
   */
  private textOf(input: string | undefined, scope: Scope): string | undefined {
    const steps = { left: MAX_STEPS }
    return this.textAt(input, scope, steps, MAX_DEPTH)
  }

  private textAt(input: string | undefined, scope: Scope, steps: { left: number }, depth: number): string | undefined {
    const found = this.constantOf(input, scope)
    if (typeof found === 'string') return found
    const maker = found === undefined ? undefined : scope.makers.get(found.end)
    if (maker === undefined || depth === 0 || --steps.left < 0) return undefined
    const parts: string[] = []
    for (const each of maker.inputs.filter((name) => !name.startsWith('^'))) {
      const part = this.textAt(each, scope, steps, depth - 1)
      // Constant numbers among the inputs, such as an axis, do not make the text variable.
      if (part === undefined && !scope.numbers.has(nodeOf(each))) return undefined
      if (part !== undefined) parts.push(part)
    }
    if (parts.length === 0) return undefined
    if (maker.op === 'StringJoin') return parts.join(maker.attributes.get('separator') ?? '').slice(0, MAX_TEXT)
    return `?${maker.op}(${parts.join(', ')})`.slice(0, MAX_TEXT)
  }

  /** Follows forwarding nodes and returns the constant that they forward, or else the name of the node. */
  private constantOf(input: string | undefined, { constants, forwarded }: Scope): string | { readonly end: string } | undefined {
    let next = input
    let end: string | undefined
    for (let hop = 0; hop < MAX_HOPS && next !== undefined; hop++) {
      const name = nodeOf(next)
      const value = this.assets.get(name) ?? constants.get(name)
      if (value !== undefined) return value
      end = name
      next = forwarded.get(name)
    }
    return end === undefined ? undefined : { end }
  }

  private observe(node: ReportedNode, argument: string | undefined): void {
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

/** The part of a node that is reported. */
type ReportedNode = Pick<TfNode, 'op' | 'name' | 'offset'>

function reportedNode({ op, name, offset }: TfNode): ReportedNode {
  return { op, name, offset }
}

function newScope(): Scope {
  return { waiting: [], constants: new Map(), forwarded: new Map(), makers: new Map(), numbers: new Set() }
}

/** Returns the number of characters of a node, plus an estimate for the objects around them. */
function sizeOf({ name, op, inputs, values, attributes }: TfNode): number {
  let size = 100 + name.length + op.length
  for (const each of inputs) size += each.length
  for (const each of values) size += each.length
  for (const each of attributes.values()) size += each.length
  return size
}

/** Returns the node of an input: `scope/name:0` is an output of `scope/name`, `^name` a control input from `name`. */
function nodeOf(input: string): string {
  const start = input.startsWith('^') ? 1 : 0
  const colon = input.indexOf(':')
  return colon < 0 ? input.slice(start) : input.slice(start, colon)
}
