// TensorFlow operations that do more than compute, and libraries that register their own.
import { words } from '../../python/words.ts'
import { tensorflowOps } from './tensorflow-ops.ts'

/** What an operation reaches outside the graph. Each value has a rule in judge/graph.ts. */
export type Reach = 'python' | 'layer' | 'files' | 'network' | 'compiled' | 'native' | 'checkpoint' | 'custom'

/** Operations that do more than compute. */
export interface OpRow {
  readonly reach: Reach
  /** A verb phrase for messages: “the operation … writes a file”. */
  readonly does: string
  readonly ops: ReadonlySet<string>
  /**
   * Restricts the row to certain arguments. `url`: an address to write to. `outside`: a path that leaves the folder.
   * `not-asset`: any argument except an asset of the model.
   */
  readonly only?: 'url' | 'outside' | 'not-asset'
}

/**
 * TensorFlow operations that do more than compute. Checked against the registry of 2.21 and graphs that its savers
 * write.
 */
export const tensorflowRows: readonly OpRow[] = [
  {
    reach: 'python',
    does: 'calls a Python function of the loading process',
    ops: words('PyFunc PyFuncStateless EagerPyFunc'),
  },
  {
    reach: 'files',
    does: 'writes a file',
    ops: words(
      'WriteFile DatasetToTFRecord ExperimentalDatasetToTFRecord SaveDataset SaveDatasetV2 DistributedSave SnapshotDataset SnapshotDatasetV2 ' +
        'DumpTensor CalibrationStatisticsSaver CreateSummaryFileWriter CreateSummaryDbWriter WriteSummary ' +
        'WriteRawProtoSummary WriteScalarSummary WriteHistogramSummary WriteImageSummary WriteAudioSummary WriteGraphSummary ' +
        'ImportEvent StatsAggregatorSetSummaryWriter',
    ),
  },
  {
    reach: 'files',
    does: 'reads files',
    ops: words(
      'ReadFile MatchingFiles MatchingFilesDataset ExperimentalMatchingFilesDataset WholeFileReader WholeFileReaderV2 TextLineReader ' +
        'TextLineReaderV2 TFRecordReader TFRecordReaderV2 FixedLengthRecordReader FixedLengthRecordReaderV2 LMDBReader TextLineDataset ' +
        'TFRecordDataset TFRecordDatasetV2 FixedLengthRecordDataset FixedLengthRecordDatasetV2 CSVDataset CSVDatasetV2 ' +
        'ExperimentalCSVDataset LMDBDataset ExperimentalLMDBDataset SqlDataset ExperimentalSqlDataset LoadDataset SnapshotDatasetReader ' +
        'SnapshotChunkDataset SnapshotNestedDatasetReader ListSnapshotChunksDataset RecordInput Skipgram GenerateVocabRemapping LoadAndRemapMatrix',
    ),
    only: 'not-asset',
  },
  {
    reach: 'files',
    does: 'reads a table from a file',
    ops: words('InitializeTableFromTextFile InitializeTableFromTextFileV2 FixedUnigramCandidateSampler'),
    only: 'outside',
  },
  {
    reach: 'files',
    does: 'stores a cache in a file',
    ops: words('CacheDataset CacheDatasetV2'),
    only: 'outside',
  },
  {
    reach: 'files',
    does: 'writes a checkpoint to a path in the graph',
    ops: words('Save SaveV2 SaveSlices MergeV2Checkpoints'),
    only: 'outside',
  },
  {
    reach: 'checkpoint',
    does: 'reads a checkpoint from a path in the graph',
    ops: words('Restore RestoreV2 RestoreSlice DTensorRestoreV2'),
    only: 'outside',
  },
  {
    reach: 'files',
    does: 'prints to a file',
    ops: words('PrintV2'),
    only: 'url',
  },
  {
    reach: 'network',
    does: 'sends tensors to a debug address',
    ops: words('DebugIdentity DebugIdentityV2 DebugIdentityV3 DebugNanCount DebugNumericSummary DebugNumericSummaryV2'),
    only: 'url',
  },
  {
    reach: 'network',
    does: 'connects to another process',
    ops: words(
      'RemoteCall RpcServer RpcServerStart RpcServerRegister RpcClient RpcCall DataServiceDataset DataServiceDatasetV2 DataServiceDatasetV3 ' +
        'DataServiceDatasetV4 RegisterDataset RegisterDatasetV2 BigQueryReader BigtableClient KafkaDataset',
    ),
  },
  {
    reach: 'native',
    does: 'calls a native function by its name',
    ops: words('XlaCustomCall XlaCustomCallV2'),
  },
  {
    reach: 'compiled',
    does: 'runs a compiled engine that cannot be inspected',
    ops: words('TRTEngineOp'),
  },
]

/** Libraries of Google that register operations in TensorFlow. These operations only compute, on text and trees. */
const addOns: readonly { readonly library: string; readonly ops: RegExp }[] = [
  {
    library: 'tensorflow-text',
    ops: /^(?:TFText>|Sentencepiece|Wordpiece|FastWordpiece|FastBertNormalize|FastSentencepiece|WhitespaceTokenize|UnicodeScriptTokenize|RegexSplitWithOffsets|CaseFoldUTF8|NormalizeUTF8|ConstrainedSequence|RougeL|NgramsStringJoin|SplitMergeTokenize|SplitFromLogits|ByteSplit|StateBasedSentence|SentenceFragment|UtfConversion|MaxSpanningTree)/,
  },
  { library: 'TensorFlow Decision Forests', ops: /^SimpleML/ },
  { library: 'TensorFlow Addons', ops: /^Addons>/ },
  {
    library: 'DeepMind or TF-Agents trees of TensorFlow 1',
    ops: /^(?:GradientTrees|HardRouting|TreePredictions|CreateFertileStats|TensorForest)/,
  },
]

/**
 * Returns true if TensorFlow or one of `addOns` registers the operation. Old graphs contain internal names such as
 * `_Arg`.
 */
export function isTensorflowOp(op: string): boolean {
  return tensorflowOps.has(op) || /^_(?:Arg|Retval|Send|Recv|HostSend|HostRecv)$/.test(op) || addOns.some((row) => row.ops.test(op))
}
