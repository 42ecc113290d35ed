// Safe names of PyTorch and torchvision.
import type { SafeGroup } from '../table.ts'

/** PyTorch and torchvision. */
export const torch: readonly SafeGroup[] = [
  {
    use: 'call',
    reason: 'keeps its arguments: a shape, a device name',
    names: { torch: 'Size device' },
  },
  {
    use: 'call',
    reason: 'parameter without a shape: builds an empty tensor',
    names: { 'torch.nn.parameter': 'UninitializedBuffer UninitializedParameter' },
  },
  {
    use: 'call',
    reason: 'tensor constructor: allocates, or looks up a constant',
    names: {
      'torch._utils': '_rebuild_device_tensor_from_numpy _rebuild_meta_tensor_no_storage _rebuild_xla_tensor',
      'torch.serialization': '_get_layout',
    },
  },
  {
    use: 'call',
    reason: 'sparse tensor constructor: combines tensors',
    names: { 'torch._utils': '_rebuild_sparse_csr_tensor _rebuild_sparse_tensor' },
  },
  {
    use: 'shared',
    reason: 'TorchScript list constructor: returns its argument',
    names: {
      'torch.jit._pickle': 'build_boollist build_doublelist build_intlist build_tensor_from_id build_tensorlist restore_type_tag',
    },
  },
  {
    use: 'shared',
    reason: 'returns an old table of functions in PyTorch',
    names: { 'torch.nn.backends.thnn': '_get_thnn_function_backend' },
  },
  {
    use: 'class',
    reason: 'storage, tensor or helper class: plain state',
    names: {
      torch: `BFloat16Storage BFloat16Tensor BoolStorage BoolTensor ByteStorage ByteTensor CharStorage CharTensor ComplexDoubleStorage
        ComplexFloatStorage DoubleStorage DoubleTensor FloatStorage FloatTensor HalfStorage HalfTensor IntStorage IntTensor LongStorage
        LongTensor QInt32Storage QInt8Storage QUInt2x4Storage QUInt4x2Storage QUInt8Storage ShortStorage ShortTensor`,
      'torch._C': 'Generator',
      'torch.amp.grad_scaler': 'GradScaler',
      'torch.ao.nn.quantized.dynamic.modules.linear': 'Linear',
      'torch.ao.nn.quantized.modules.linear': 'Linear LinearPackedParams',
      'torch.backends.cudnn.rnn': 'Unserializable',
      'torch.cuda': `BFloat16Storage BFloat16Tensor BoolStorage BoolTensor ByteStorage ByteTensor CharStorage CharTensor DoubleStorage
        DoubleTensor FloatStorage FloatTensor HalfStorage HalfTensor IntStorage IntTensor LongStorage LongTensor ShortStorage ShortTensor`,
      'torch.cuda.amp.grad_scaler': 'GradScaler',
      'torch.distributed.checkpoint.filesystem': '_StorageInfo',
      'torch.distributed.checkpoint.metadata': `BytesStorageMetadata ChunkStorageMetadata Metadata MetadataIndex StorageMeta
        TensorProperties TensorStorageMetadata`,
      'torch.distributed.device_mesh': 'DeviceMesh',
      'torch.distributed.tensor': 'DTensor',
      'torch.distributed.tensor._dtensor_spec': 'DTensorSpec TensorMeta',
      'torch.distributed.tensor.placement_types': 'Partial Replicate Shard',
      'torch.distributions.bernoulli': 'Bernoulli',
      'torch.distributions.categorical': 'Categorical',
      'torch.distributions.multivariate_normal': 'MultivariateNormal',
      'torch.distributions.normal': 'Normal',
      'torch.distributions.uniform': 'Uniform',
      'torch.sparse': 'BFloat16Tensor ByteTensor CharTensor DoubleTensor FloatTensor HalfTensor IntTensor LongTensor ShortTensor',
      'torch.storage': 'TypedStorage UntypedStorage',
      'torch.torch_version': 'TorchVersion',
      'torch.utils.data.dataloader': 'DataLoader',
      'torch.utils.data.dataset': 'ChainDataset ConcatDataset Dataset IterableDataset Subset TensorDataset',
      'torch.utils.data.sampler': 'BatchSampler RandomSampler SequentialSampler SubsetRandomSampler WeightedRandomSampler',
      'torchvision.models.resnet': 'BasicBlock Bottleneck ResNet',
      'torchvision.models.squeezenet': 'Fire SqueezeNet',
      'torchvision.transforms.transforms': 'CenterCrop Compose Lambda Normalize RandomCrop RandomHorizontalFlip Resize ToPILImage ToTensor',
    },
  },
  {
    use: 'class',
    reason: 'tensor class: state is set by torch’s own __setstate__',
    names: { torch: 'Tensor dtype' },
  },
  {
    use: 'class',
    reason: 'module: __setstate__ only updates the attributes',
    names: {
      'torch.nn': `AdaptiveAvgPool1d AdaptiveAvgPool2d AdaptiveAvgPool3d AdaptiveMaxPool1d AdaptiveMaxPool2d AdaptiveMaxPool3d AvgPool1d
        AvgPool2d AvgPool3d BatchNorm1d BatchNorm2d BatchNorm3d Conv1d Conv2d Conv3d ConvTranspose1d ConvTranspose2d ConvTranspose3d
        Dropout Dropout2d Dropout3d ELU Embedding EmbeddingBag GELU GRU GroupNorm InstanceNorm1d InstanceNorm2d InstanceNorm3d LSTM
        LayerNorm LeakyReLU Linear LogSoftmax MaxPool1d MaxPool2d MaxPool3d Module ModuleDict ModuleList MultiheadAttention PReLU
        Parameter ParameterDict ParameterList RNN ReLU Sequential Sigmoid Softmax Tanh Transformer TransformerDecoder TransformerEncoder`,
      'torch.nn.modules._functions': 'CrossMapLRN2d SyncBatchNorm',
      'torch.nn.modules.activation': `CELU ELU GELU GLU Hardshrink Hardsigmoid Hardswish Hardtanh LeakyReLU LogSigmoid LogSoftmax Mish
        MultiheadAttention PReLU RReLU ReLU ReLU6 SELU SiLU Sigmoid Softmax Softmax2d Softmin Softplus Softshrink Softsign Tanh Tanhshrink
        Threshold`,
      'torch.nn.modules.adaptive': 'AdaptiveLogSoftmaxWithLoss _ASMoutput',
      'torch.nn.modules.batchnorm': 'BatchNorm1d BatchNorm2d BatchNorm3d SyncBatchNorm _BatchNorm _LazyNormBase _NormBase',
      'torch.nn.modules.channelshuffle': 'ChannelShuffle',
      'torch.nn.modules.container': 'Container ModuleDict ModuleList ParameterDict ParameterList Sequential',
      'torch.nn.modules.conv': `Conv1d Conv2d Conv3d ConvTranspose1d ConvTranspose2d ConvTranspose3d _ConvNd _ConvTransposeMixin
        _ConvTransposeNd _LazyConvXdMixin`,
      'torch.nn.modules.distance': 'CosineSimilarity PairwiseDistance',
      'torch.nn.modules.dropout': 'AlphaDropout Dropout Dropout1d Dropout2d Dropout3d FeatureAlphaDropout _DropoutNd',
      'torch.nn.modules.flatten': 'Flatten Unflatten',
      'torch.nn.modules.fold': 'Fold Unfold',
      'torch.nn.modules.instancenorm': 'InstanceNorm1d InstanceNorm2d InstanceNorm3d _InstanceNorm',
      'torch.nn.modules.lazy': '_LazyProtocol',
      'torch.nn.modules.linear': 'Bilinear Identity Linear NonDynamicallyQuantizableLinear',
      'torch.nn.modules.loss': `BCELoss BCEWithLogitsLoss CTCLoss CosineEmbeddingLoss CrossEntropyLoss GaussianNLLLoss HingeEmbeddingLoss
        HuberLoss KLDivLoss L1Loss LinearCrossEntropyLoss MSELoss MarginRankingLoss MultiLabelMarginLoss MultiLabelSoftMarginLoss MultiMarginLoss NLLLoss
        NLLLoss2d PoissonNLLLoss SmoothL1Loss SoftMarginLoss TripletMarginLoss TripletMarginWithDistanceLoss _Loss _WeightedLoss`,
      'torch.nn.modules.module': 'Module _WrappedHook',
      'torch.nn.modules.normalization': 'CrossMapLRN2d GroupNorm LayerNorm LocalResponseNorm RMSNorm',
      'torch.nn.modules.padding': `CircularPad1d CircularPad2d CircularPad3d ConstantPad1d ConstantPad2d ConstantPad3d ReflectionPad1d
        ReflectionPad2d ReflectionPad3d ReplicationPad1d ReplicationPad2d ReplicationPad3d ZeroPad1d ZeroPad2d ZeroPad3d _ConstantPadNd
        _ReflectionPadNd _ReplicationPadNd`,
      'torch.nn.modules.pixelshuffle': 'PixelShuffle PixelUnshuffle',
      'torch.nn.modules.pooling': `AdaptiveAvgPool1d AdaptiveAvgPool2d AdaptiveAvgPool3d AdaptiveMaxPool1d AdaptiveMaxPool2d
        AdaptiveMaxPool3d AvgPool1d AvgPool2d AvgPool3d FractionalMaxPool2d FractionalMaxPool3d LPPool1d LPPool2d LPPool3d MaxPool1d MaxPool2d
        MaxPool3d MaxUnpool1d MaxUnpool2d MaxUnpool3d _AdaptiveAvgPoolNd _AdaptiveMaxPoolNd _AvgPoolNd _LPPoolNd _MaxPoolNd _MaxUnpoolNd`,
      'torch.nn.modules.rnn': 'GRU GRUCell LSTM LSTMCell RNN RNNBase RNNCell RNNCellBase',
      'torch.nn.modules.sparse': 'Embedding EmbeddingBag',
      'torch.nn.modules.transformer': 'Transformer TransformerDecoder TransformerDecoderLayer TransformerEncoder TransformerEncoderLayer',
      'torch.nn.modules.upsampling': 'Upsample UpsamplingBilinear2d UpsamplingNearest2d',
      'torch.nn.parallel.data_parallel': 'DataParallel',
      'torch.nn.parallel.distributed': 'DistributedDataParallel',
      'torch.nn.parameter': 'Buffer Parameter',
      'torch.nn.utils.parametrizations': '_Orthogonal _SpectralNorm _WeightNorm',
      'torch.nn.utils.parametrize': 'ParametrizationList',
      'torch.nn.utils.rnn': 'PackedSequence PackedSequence_',
      'torch.nn.utils.spectral_norm': 'SpectralNorm SpectralNormLoadStateDictPreHook SpectralNormStateDictHook',
      'torch.nn.utils.weight_norm': 'WeightNorm',
    },
  },
  {
    use: 'class',
    reason: 'lazy module: __setstate__ only updates the attributes, and its hooks run when the module is called',
    names: {
      'torch.nn.modules.batchnorm': 'LazyBatchNorm1d LazyBatchNorm2d LazyBatchNorm3d',
      'torch.nn.modules.conv': 'LazyConv1d LazyConv2d LazyConv3d LazyConvTranspose1d LazyConvTranspose2d LazyConvTranspose3d',
      'torch.nn.modules.instancenorm': 'LazyInstanceNorm1d LazyInstanceNorm2d LazyInstanceNorm3d',
      'torch.nn.modules.linear': 'LazyLinear',
    },
  },
  {
    use: 'class',
    reason: 'hook or its handle: numbers, and weak references to dicts',
    names: {
      'torch.nn.utils.prune': 'CustomFromMask Identity L1Unstructured LnStructured PruningContainer RandomStructured RandomUnstructured',
      'torch.utils.hooks': 'RemovableHandle',
    },
  },
  {
    use: 'class',
    reason: 'class whose attributes are the functions of torch; those that read files or memory are in the table of dangers',
    names: { 'torch._C': '_VariableFunctionsClass' },
  },
  {
    use: 'class',
    reason: 'optimizer or scheduler: state is a plain dict',
    names: {
      'torch.optim': 'ASGD Adadelta Adafactor Adagrad Adam AdamW Adamax LBFGS Muon Optimizer RMSprop SGD',
      'torch.optim.adadelta': 'Adadelta',
      'torch.optim.adafactor': 'Adafactor',
      'torch.optim.adagrad': 'Adagrad',
      'torch.optim.adam': 'Adam _MultiDeviceReplicator',
      'torch.optim.adamax': 'Adamax',
      'torch.optim.adamw': 'AdamW',
      'torch.optim.asgd': 'ASGD',
      'torch.optim.lbfgs': 'LBFGS',
      'torch.optim.lr_scheduler': `ChainedScheduler ConstantLR CosineAnnealingLR CosineAnnealingWarmRestarts CyclicLR ExponentialLR
        LambdaLR LinearLR MultiStepLR MultiplicativeLR OneCycleLR PolynomialLR ReduceLROnPlateau SequentialLR StepLR _LRScheduler`,
      'torch.optim.nadam': 'NAdam',
      'torch.optim.optimizer': 'Optimizer _RequiredParameter',
      'torch.optim.radam': 'RAdam',
      'torch.optim.rmsprop': 'RMSprop',
      'torch.optim.rprop': 'Rprop',
      'torch.optim.sgd': 'SGD',
      'torch.optim.sparse_adam': 'SparseAdam',
      'torch.optim.swa_utils': 'AveragedModel SWALR',
    },
  },
  {
    use: 'reference',
    reason: 'constant or type object: an import of it is harmless',
    names: {
      torch: `bcomplex32 bfloat16 bits16 bits1x8 bits2x4 bits4x2 bits8 bool cdouble cfloat chalf channels_last complex128 complex32 complex64
        contiguous_format double float float16 float32 float4_e2m1fn_x2 float64 float8_e4m3fn float8_e4m3fnuz float8_e5m2 float8_e5m2fnuz
        float8_e8m0fnu half int int1 int16 int2 int3 int32 int4 int5 int6 int64 int7 int8 long per_channel_affine
        per_channel_affine_float_qparams per_channel_symmetric per_tensor_affine per_tensor_symmetric preserve_format qint32 qint8
        quint2x4 quint4x2 quint8 short sparse_coo sparse_csr strided uint1 uint16 uint2 uint3 uint32 uint4 uint5 uint6 uint64 uint7 uint8`,
    },
  },
  {
    use: 'reference',
    reason: 'function: an import of it is harmless',
    names: {
      torch: 'relu sigmoid softmax tanh',
      'torch._C._nn': `elu gelu glu hardsigmoid hardswish hardtanh leaky_relu log_sigmoid mish relu6 silu softplus softshrink`,
      'torch.nn.init': `constant_ dirac_ eye_ kaiming_normal_ kaiming_uniform_ normal_ ones_ orthogonal_ sparse_ trunc_normal_ uniform_ xavier_normal_
        xavier_uniform_ zeros_`,
      'torch.nn.functional':
        'cross_entropy elu gelu hardtanh leaky_relu log_softmax mish mse_loss relu relu6 selu sigmoid silu softmax tanh',
      'torch.utils.data._utils.collate': 'default_collate',
    },
  },
  {
    use: 'tensor-type',
    reason: 'calls a tensor constructor and casts the result',
    names: { 'torch._tensor': '_rebuild_from_type _rebuild_from_type_v2' },
  },
  {
    use: 'tensor',
    reason: 'tensor constructor: a view of a storage of the same file',
    names: {
      'torch._utils': `_rebuild_device_tensor_from_cpu_tensor _rebuild_nested_tensor _rebuild_parameter _rebuild_parameter_with_state
        _rebuild_qtensor _rebuild_tensor _rebuild_tensor_v2 _rebuild_tensor_v3`,
    },
  },
  {
    use: 'first-is-class',
    reason: 'tensor constructor: builds an instance of its argument',
    names: { 'torch._utils': '_rebuild_wrapper_subclass' },
  },
  {
    use: 'literal-bytes',
    reason: 'loads a tensor from bytes, which are scanned as a file of their own',
    names: { 'torch.storage': '_load_from_bytes' },
  },
  {
    use: 'member',
    reason: 'enumeration: a call with one literal returns a member',
    names: {
      'torch.distributed.checkpoint.metadata': '_MEM_FORMAT_ENCODING',
      'torchvision.transforms.functional': 'InterpolationMode',
    },
  },
  {
    use: 'attributes-only',
    reason: 'distribution of PyTorch without hooks: restoring it only sets attributes',
    names: {
      'torch.distributions.beta': 'Beta',
      'torch.distributions.binomial': 'Binomial',
      'torch.distributions.cauchy': 'Cauchy',
      'torch.distributions.chi2': 'Chi2',
      'torch.distributions.continuous_bernoulli': 'ContinuousBernoulli',
      'torch.distributions.dirichlet': 'Dirichlet',
      'torch.distributions.distribution': 'Distribution',
      'torch.distributions.exp_family': 'ExponentialFamily',
      'torch.distributions.exponential': 'Exponential',
      'torch.distributions.fishersnedecor': 'FisherSnedecor',
      'torch.distributions.gamma': 'Gamma',
      'torch.distributions.generalized_pareto': 'GeneralizedPareto',
      'torch.distributions.geometric': 'Geometric',
      'torch.distributions.gumbel': 'Gumbel',
      'torch.distributions.half_cauchy': 'HalfCauchy',
      'torch.distributions.half_normal': 'HalfNormal',
      'torch.distributions.independent': 'Independent',
      'torch.distributions.inverse_gamma': 'InverseGamma',
      'torch.distributions.kumaraswamy': 'Kumaraswamy',
      'torch.distributions.laplace': 'Laplace',
      'torch.distributions.lkj_cholesky': 'LKJCholesky',
      'torch.distributions.log_normal': 'LogNormal',
      'torch.distributions.logistic_normal': 'LogisticNormal',
      'torch.distributions.lowrank_multivariate_normal': 'LowRankMultivariateNormal',
      'torch.distributions.mixture_same_family': 'MixtureSameFamily',
      'torch.distributions.multinomial': 'Multinomial',
      'torch.distributions.negative_binomial': 'NegativeBinomial',
      'torch.distributions.one_hot_categorical': 'OneHotCategorical OneHotCategoricalStraightThrough',
      'torch.distributions.pareto': 'Pareto',
      'torch.distributions.poisson': 'Poisson',
      'torch.distributions.relaxed_bernoulli': 'LogitRelaxedBernoulli RelaxedBernoulli',
      'torch.distributions.relaxed_categorical': 'ExpRelaxedCategorical RelaxedOneHotCategorical',
      'torch.distributions.studentT': 'StudentT',
      'torch.distributions.transformed_distribution': 'TransformedDistribution',
      'torch.distributions.von_mises': 'VonMises',
      'torch.distributions.weibull': 'Weibull',
      'torch.distributions.wishart': 'Wishart',
    },
  },
  {
    use: 'attributes-only-callable',
    reason: 'distribution of PyTorch without hooks: restoring it only sets attributes; it can be called',
    names: {
      'torch.distributions.transforms': `AbsTransform AffineTransform CatTransform ComposeTransform CorrCholeskyTransform
        CumulativeDistributionTransform ExpTransform IndependentTransform LowerCholeskyTransform PositiveDefiniteTransform PowerTransform
        ReshapeTransform SigmoidTransform SoftmaxTransform SoftplusTransform StackTransform StickBreakingTransform TanhTransform
        Transform`,
    },
  },
]
