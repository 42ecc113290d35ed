// Safe names of fastai, fastcore and fasttransform.
import type { SafeTable } from '../table.ts'

/** Exported learners of fastai. Checked in the source of fastai 2.8.12, fastcore 2.2.41, fasttransform 0.0.5. */
export const fastai: SafeTable = {
  packages: 'fastai fastcore fasttransform',
  groups: [
    {
      use: 'attributes-only',
      reason:
        'keeps its state as attributes (`GetAttr.__setstate__`, `Pipeline.__setstate__`); items that are put into it would go to an object in the state',
      names: `
        fastai.collab: TabularCollab
        fastai.data.core: DataLoaders Datasets TfmdDL
        fastai.tabular.core: TabWeightedDL TabularPandas
        fastai.tabular.data: TabularDataLoaders
        fastai.text.data: SortedDL
        fastcore.foundation: L`,
    },
    {
      use: 'attributes-only-callable',
      reason: 'keeps its state as attributes in the same way; it can be called',
      names: `
        fastai.callback.core: TrainEvalCallback
        fastai.callback.progress: ProgressCallback
        fastai.callback.rnn: ModelResetter RNNCallback RNNRegularizer
        fastai.data.core: TfmdLists
        fastai.learner: CastToTensor Recorder
        fastai.tabular.learner: TabularLearner
        fastai.text.learner: TextLearner
        fasttransform.transform: Pipeline`,
    },
    {
      use: 'class',
      reason: 'transform, loss, metric or layer with a plain state',
      names: `
        fastai.collab: EmbeddingDotBias
        fastai.data.core: FilteredBase
        fastai.data.load: _FakeLoader
        fastai.data.transforms: Categorize CategoryMap ColReader IntToFloatTensor Normalize RegexLabeller ToTensor
        fastai.layers: AdaptiveConcatPool2d ConvLayer Embedding Flatten LinBnDrop
        fastai.learner: AvgLoss AvgMetric AvgSmoothLoss
        fastai.losses: BaseLoss CrossEntropyLossFlat
        fastai.tabular.core: Categorify FillMissing ReadTabBatch
        fastai.tabular.model: TabularModel
        fastai.text.core: BaseTokenizer Tokenizer
        fastai.text.data: Numericalize Pad_Chunk
        fastai.text.models.awdlstm: AWD_LSTM EmbeddingDropout RNNDropout WeightDropout
        fastai.text.models.core: PoolingLinearClassifier SentenceEncoder SequentialRNN
        fastai.vision.augment: Brightness Flip Resize _BrightnessLogit _ContrastLogit _WarpCoord`,
    },
    {
      use: 'reference',
      reason: 'function or class that a learner stores for later: a metric, an optimizer, a rule of a tokenizer',
      names: `
        fastai.data.core: FilteredBase.dataloaders
        fastai.data.load: _wif
        fastai.imports: noop
        fastai.metrics: accuracy error_rate
        fastai.optimizer: Adam
        fastai.text.core: fix_html lowercase replace_all_caps replace_maj replace_rep replace_wrep rm_useless_spaces spec_add_spaces
        fastai.text.data: TensorText _default_sort
        fastai.text.models.awdlstm: WeightDropout._do_nothing awd_lstm_clas_split
        fastai.torch_core: TensorBase TensorCategory TensorImage TensorMask trainable_params
        fastai.vision.augment: flip_mat rotate_mat zoom_mat`,
    },
  ],
}
