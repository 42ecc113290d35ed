// TensorFlow operations that do more than compute, and libraries that register their own.
import { words } from '../../python/words.ts'
import { tensorflowOps } from './tensorflow-ops.ts'

/** What an operation can reach, in the words of the rule that tells it. */
export type Reach = 'python' | 'layer' | 'files' | 'network' | 'compiled' | 'native' | 'checkpoint' | 'custom'

/** Operations that do more than compute. `only`: what the argument must be for it to matter. */
export interface OpRow {
  readonly reach: Reach
  /** Completes “the operation …”. */
  readonly does: string
  readonly ops: ReadonlySet<string>
  /**
   * When it matters at all. `url`: the graph gives an address to write to. `outside`: the graph fixes a path that leaves the folder. `not-asset`: always,
   * but for a file that came with the model.
   */
  readonly only?: 'url' | 'outside' | 'not-asset'
}

/** First row that lists the operation. Measured against the registry of TensorFlow 2.21 and the graphs that its own savers write. */
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
    does: 'keeps a cache in a file',
    ops: words('CacheDataset CacheDatasetV2'),
    only: 'outside',
  },
  {
    reach: 'files',
    does: 'writes a checkpoint to a path that the graph fixes',
    ops: words('Save SaveV2 SaveSlices MergeV2Checkpoints'),
    only: 'outside',
  },
  {
    reach: 'checkpoint',
    does: 'reads a checkpoint from a path that the graph fixes',
    ops: words('Restore RestoreV2 RestoreSlice DTensorRestoreV2'),
    only: 'outside',
  },
  {
    reach: 'files',
    does: 'prints into a file',
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
    does: 'talks to another process',
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
    does: 'runs a compiled engine that nobody can read',
    ops: words('TRTEngineOp'),
  },
]

/**
 * Libraries that Google ships beside TensorFlow: their operations compute on text and trees, and are in no file of TensorFlow itself. Everything else
 * that is not registered in TensorFlow needs a shared library of somebody’s own.
 */
const companions: readonly { readonly library: string; readonly ops: RegExp }[] = [
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

/** Whether TensorFlow, or a library that belongs to it, registers the operation. Names of the old layout of graphs (`_Arg`) are TensorFlow’s own. */
export function isTensorflowOp(op: string): boolean {
  return tensorflowOps.has(op) || /^_(?:Arg|Retval|Send|Recv|HostSend|HostRecv)$/.test(op) || companions.some((row) => row.ops.test(op))
}
