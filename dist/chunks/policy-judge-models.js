import {
  computesAs_52 as computesAs,
  dangerClause_52 as dangerClause,
  evaluatesTexts_52 as evaluatesTexts,
  finding_52 as finding,
  fine_52 as fine,
  libraryOf_52 as libraryOf,
  lookupDangerous_52 as lookupDangerous,
  lookupSafe_52 as lookupSafe,
  policyEntry_52 as policyEntry,
  words_52 as words,
  once_16 as once
} from "./core.js";

// src/policy/config/keras-names.ts
var kerasClasses = {
  layers: `Activation ActivityRegularization AdaptiveAveragePooling1D AdaptiveAveragePooling2D AdaptiveAveragePooling3D AdaptiveMaxPooling1D
    AdaptiveMaxPooling2D AdaptiveMaxPooling3D Add AdditiveAttention AlphaDropout Attention AugMix AutoContrast Average AveragePooling1D
    AveragePooling2D AveragePooling3D AvgPool1D AvgPool2D AvgPool3D BatchNormalization Bidirectional CategoryEncoding CenterCrop Concatenate
    ContrastLimitedAdaptiveHistogramEqualization Conv1D Conv1DTranspose Conv2D Conv2DTranspose Conv3D Conv3DTranspose ConvLSTM1D ConvLSTM2D
    ConvLSTM3D Convolution1D Convolution1DTranspose Convolution2D Convolution2DTranspose Convolution3D Convolution3DTranspose Cropping1D
    Cropping2D Cropping3D CutMix Dense DepthwiseConv1D DepthwiseConv2D Discretization Dot Dropout ELU EinsumDense Embedding Equalization
    Flatten FlaxLayer GRU GRUCell GaussianDropout GaussianNoise GlobalAveragePooling1D GlobalAveragePooling2D GlobalAveragePooling3D
    GlobalAvgPool1D GlobalAvgPool2D GlobalAvgPool3D GlobalMaxPool1D GlobalMaxPool2D GlobalMaxPool3D GlobalMaxPooling1D GlobalMaxPooling2D
    GlobalMaxPooling3D GroupNormalization GroupQueryAttention HashedCrossing Hashing Identity InputLayer InputSpec IntegerLookup JaxLayer
    LSTM LSTMCell Layer LayerNormalization LeakyReLU Masking MaxNumBoundingBoxes MaxPool1D MaxPool2D MaxPool3D MaxPooling1D MaxPooling2D
    MaxPooling3D Maximum MelSpectrogram Minimum MixUp MultiHeadAttention Multiply Normalization PReLU Permute Pipeline RMSNormalization RNN
    RandAugment RandomBrightness RandomColorDegeneration RandomColorJitter RandomContrast RandomCrop RandomElasticTransform RandomErasing
    RandomFlip RandomGaussianBlur RandomGrayscale RandomHue RandomInvert RandomPerspective RandomPosterization RandomRotation
    RandomSaturation RandomSharpness RandomShear RandomTranslation RandomZoom ReLU RepeatVector Rescaling Reshape Resizing
    ReversibleEmbedding STFTSpectrogram SeparableConv1D SeparableConv2D SeparableConvolution1D SeparableConvolution2D SimpleRNN
    SimpleRNNCell Softmax Solarization SpatialDropout1D SpatialDropout2D SpatialDropout3D SpectralNormalization StackedRNNCells StringLookup
    Subtract TextVectorization TimeDistributed UnitNormalization UpSampling1D UpSampling2D UpSampling3D Wrapper ZeroPadding1D ZeroPadding2D
    ZeroPadding3D`,
  "initializers, regularizers and constraints": `Constant Constraint GlorotNormal GlorotUniform HeNormal HeUniform IdentityInitializer Initializer L1 L1L2 L2 LecunNormal LecunUniform
    MaxNorm MinMaxNorm NonNeg Ones Orthogonal OrthogonalInitializer OrthogonalRegularizer RandomNormal RandomUniform Regularizer STFT
    STFTInitializer TruncatedNormal UnitNorm VarianceScaling Zeros constant glorot_normal glorot_uniform he_normal he_uniform identity l1
    l1_l2 l2 lecun_normal lecun_uniform max_norm min_max_norm non_neg ones orthogonal orthogonal_regularizer random_normal random_uniform
    stft truncated_normal unit_norm variance_scaling zeros`,
  "losses and metrics": `AUC Accuracy BinaryAccuracy BinaryCrossentropy BinaryFocalCrossentropy BinaryIoU CTC CategoricalAccuracy CategoricalCrossentropy
    CategoricalFocalCrossentropy CategoricalGeneralizedCrossEntropy CategoricalHinge Circle ConcordanceCorrelation CosineSimilarity Dice
    F1Score FBetaScore FalseNegatives FalsePositives Hinge Huber IoU KLDivergence LogCosh LogCoshError Loss Mean MeanAbsoluteError
    MeanAbsolutePercentageError MeanIoU MeanMetricWrapper MeanSquaredError MeanSquaredLogarithmicError Metric OneHotIoU OneHotMeanIoU
    PearsonCorrelation Poisson Precision PrecisionAtRecall R2Score Recall RecallAtPrecision RootMeanSquaredError SensitivityAtSpecificity
    SparseCategoricalAccuracy SparseCategoricalCrossentropy SparseTopKCategoricalAccuracy SpecificityAtSensitivity SquaredHinge Sum
    TopKCategoricalAccuracy TrueNegatives TruePositives Tversky`,
  "optimizers and learning rate schedules": `Adadelta Adafactor Adagrad Adam AdamW Adamax CosineDecay CosineDecayRestarts ExponentialDecay Ftrl InverseTimeDecay Lamb
    LearningRateSchedule Lion LossScaleOptimizer MultiOptimizer Muon Nadam Optimizer OptimizerMap PiecewiseConstantDecay PolynomialDecay
    RMSprop SGD ScheduleFreeAdamW`,
  "models, types and quantization": `AWQConfig AWQDTypePolicy AbsMaxQuantizer Config DTypePolicy DTypePolicyMap DistillationLoss Distiller FeatureDistillation FeatureSpace
    Float8QuantizationConfig FloatDTypePolicy Functional GPTQConfig GPTQDTypePolicy Int4DTypePolicy Int4QuantizationConfig
    Int8QuantizationConfig KerasTensor LayoutMap LogitsDistillation Model Network Policy PolicyV1 QuantizationConfig QuantizedDTypePolicy
    QuantizedFloat8DTypePolicy Quantizer SeedGenerator Sequential Variable`,
  "operations of functional models": `Abs Absolute AdaptiveAveragePool AdaptiveMaxPool AffineTransform All AllClose Amax Amin Angle Any Append Arange Arccos Arccosh Arcsin
    Arcsinh Arctan Arctan2 Arctanh Argmax Argmin Argpartition Argsort Array ArraySplit AssociativeScan AveragePool BatchNorm Bincount
    BitwiseAnd BitwiseInvert BitwiseLeftShift BitwiseNot BitwiseOr BitwiseRightShift BitwiseXor BroadcastTo CDist CTCDecode CTCLoss Cast
    Cbrt Ceil Celu Cholesky CholeskyInverse Clip Cond Conj Conjugate Conv ConvTranspose ConvertToTensor Copy Corrcoef Correlate Cos Cosh
    CountNonzero CropImages Cross Cumprod Cumsum Deg2rad DepthToSpace DepthwiseConv Det Diag Diagflat Diagonal Diff Digitize Divide
    DivideNoNan DotProductAttention Dsplit Dstack Eig Eigh Einsum ElasticTransform Elu EmptyLike Equal Erf Erfc Erfinv Exp Exp2 ExpandDims
    Expm1 ExtractPatches ExtractSequences FFT FFT2 Fabs Flip Fliplr Flipud Floor FloorDivide Fmax Fmin Fmod Fold ForiLoop Full FullLike
    GaussianBlur Gcd Gelu Geomspace GetItem Glu Greater GreaterEqual HSVToRGB HardShrink HardSigmoid HardSilu HardTanh Heaviside Histogram
    Hsplit Hstack Hypot I0 IFFT2 IRFFT ISTFT Imag InTopK Inner Inv IsIn Isclose Isfinite Isinf Isnan Isneginf Isposinf Isreal JVP Kron
    LayerNorm Lcm Ldexp LeakyRelu LeftShift Less LessEqual Linspace Log Log10 Log1p Log2 LogSigmoid LogSoftmax Logaddexp Logaddexp2 Logdet
    LogicalAnd LogicalNot LogicalOr LogicalXor Logspace Logsumexp Lstsq LuFactor Map MapCoordinates Matmul MatrixRank Max MaxPool Median
    Meshgrid Min Mod Moments Moveaxis MultiHot NanToNum Nanargmax Nanargmin Nancumprod Nancumsum Nanmax Nanmean Nanmedian Nanmin
    Nanpercentile Nanprod Nanquantile Nanstd Nansum Nanvar Ndim Negative Nextafter Nonzero Norm Normalize NotEqual OneHot OnesLike Outer
    PSNR Pad PadImages Percentile PerspectiveTransform Pinv Polar Power Prod Ptp Qr Quantile RFFT RGBToGrayscale RGBToHSV RMSNorm Rad2deg
    Ravel Real Rearrange Reciprocal Relu Relu6 Repeat Resize RightShift Roll Rot90 Round Rsqrt SSIM SVD SaturateCast ScaleAndTranslate Scan
    Scatter ScatterUpdate SearchSorted SegmentMax SegmentMin SegmentProd SegmentReduction SegmentSum Select Selu SeparableConv Sigmoid Sign
    Signbit Silu Sin Sinc Sinh Size Slice SliceUpdate Slogdet SobelEdges SoftShrink Softplus Softsign Solve SolveTriangular Sort
    SpaceToDepth SparsePlus SparseSigmoid Sparsemax Split Sqrt Square Squareplus Squeeze Stack Std StopGradient Swapaxes Switch Take
    TakeAlongAxis Tan Tanh TanhShrink Tensordot Threshold Tile TopK Trace Transpose Trapezoid Tril Triu TrueDivide Trunc Unfold Unique
    UnravelIndex Unstack Vander Var Vdot VectorizedMap View ViewAsComplex ViewAsReal Vsplit Vstack Where WhileLoop ZerosLike`,
  "names of Keras 1 and 2 and tf_keras": `AbstractRNNCell ActivityRegularizer AddLoss AddMetric AtrousConvolution1D AtrousConvolution2D BatchNormalizationV1 BatchNormalizationV2
    CategoryCrossing ClassMethod ConstantV2 Container ConvLSTM2DCell ConvRNN2D ConvRecurrent2D CuDNNGRU CuDNNLSTM Deconvolution2D
    DenseFeatures DeviceWrapper DropoutWrapper DynamicEmbedding DynamicLookup GRUV1 GlorotNormalV1 GlorotUniformV1 GlorotUniformV2 Graph
    HeNormalV2 HeUniformV2 Highway IdentityV2 InstanceMethod InstanceProperty LSTMV1 LayerNormalizationV1 LecunNormalV2 LecunUniformV2
    LinearModel LocallyConnected1D LocallyConnected2D LossFunctionWrapper LossScaleOptimizerV3 LossesContainer MaxoutDense MeanRelativeError
    MeanTensor Merge MetricsContainer Normal One OnesV2 OptimizerV2 OrthogonalV2 PeepholeLSTMCell PreprocessingLayer RadialConstraint
    RandomFourierFeatures RandomHeight RandomNormalV2 RandomUniformV2 RandomWidth Reduction ResidualWrapper SequenceFeatures
    SidecarEvaluator SlicingOpLambda SparseCategoricalCrossEntropy SumOverBatchSize SumOverBatchSizeMetricWrapper SyncBatchNormalization
    TFOpLambda TFOptimizer TensorFlowOpLayer ThresholdedReLU TimeDistributedDense TruncatedNormalV2 Uniform VarianceScalingV2
    WeightRegularizer WideDeepModel Zero ZerosV2 radial_constraint`
};
var kerasFunctions = {
  activations: `celu elu exponential gelu glu hard_shrink hard_sigmoid hard_silu hard_swish hard_tanh leaky_relu linear log_sigmoid log_softmax mish
    relu relu6 selu sigmoid silu soft_shrink softmax softplus softsign sparse_plus sparse_sigmoid sparsemax squareplus swish tanh
    tanh_shrink threshold`,
  "losses and metrics": `BCE KLD MAE MAPE MSE MSLE acc accuracy bce binary_accuracy binary_crossentropy binary_focal_crossentropy categorical_accuracy
    categorical_crossentropy categorical_focal_crossentropy categorical_generalized_cross_entropy categorical_hinge circle
    concordance_correlation cosine cosine_proximity cosine_similarity ctc dice hinge huber kl_divergence kld kullback_leibler_divergence
    log_cosh logcosh mae mape mean_absolute_error mean_absolute_percentage_error mean_squared_error mean_squared_logarithmic_error mse msle
    pearson_correlation poisson sparse_categorical_accuracy sparse_categorical_crossentropy sparse_top_k_categorical_accuracy squared_hinge
    top_k_categorical_accuracy tversky`,
  "initializers, regularizers and constraints": `constant glorot_normal glorot_uniform he_normal he_uniform identity l1 l1_l2 l2 lecun_normal lecun_uniform max_norm maxnorm min_max_norm
    non_neg nonneg normal one ones orthogonal random_normal random_uniform truncated_normal uniform unit_norm unitnorm variance_scaling zero
    zeros`,
  operations: `abs absolute adaptive_average_pool adaptive_max_pool add affine_transform all allclose amax amin angle any append arange arccos arccosh
    arcsin arcsinh arctan arctan2 arctanh argmax argmin argpartition argsort array array_split average average_pool bartlett
    batch_normalization bincount bitwise_and bitwise_invert bitwise_left_shift bitwise_not bitwise_or bitwise_right_shift bitwise_xor
    blackman broadcast_to cast cbrt cdist ceil cholesky cholesky_inverse clip concatenate conj conjugate conv conv_transpose
    convert_to_numpy convert_to_tensor copy corrcoef correlate cos cosh count_nonzero crop_images cross ctc_decode ctc_loss cumprod cumsum
    deg2rad depth_to_space depthwise_conv det diag diagflat diagonal diff digitize divide divide_no_nan dot dot_product_attention dsplit
    dstack dtype eig eigh einsum elastic_transform empty empty_like equal erf erfc erfinv exp exp2 expand_dims expm1 extract_patches
    extract_patches_3d extract_sequences eye fabs fft fft2 flip fliplr flipud floor floor_divide fmax fmin fmod fold full full_like
    gaussian_blur gcd geomspace get_item greater greater_equal hamming hanning heaviside histogram hsplit hstack hsv_to_rgb hypot i0 ifft2
    imag in_top_k inner inv irfft is_tensor isclose isfinite isin isinf isnan isneginf isposinf isreal istft jvp kaiser kron
    layer_normalization lcm ldexp left_shift less less_equal linspace log log10 log1p log2 logaddexp logaddexp2 logdet logical_and
    logical_not logical_or logical_xor logspace logsumexp lstsq lu_factor map_coordinates matmul matrix_rank max max_pool maximum mean
    median meshgrid min minimum mod moments moveaxis multi_hot multiply nan_to_num nanargmax nanargmin nancumprod nancumsum nanmax nanmean
    nanmedian nanmin nanpercentile nanprod nanquantile nanstd nansum nanvar ndim negative nextafter nonzero norm normalize not_equal one_hot
    ones_like outer pad pad_images percentile perspective_transform pinv polar power prod psnr ptp qr quantile rad2deg ravel real rearrange
    reciprocal repeat reshape resize rfft rgb_to_grayscale rgb_to_hsv right_shift rms_normalization roll rot90 round rsqrt saturate_cast
    scale_and_translate scatter scatter_update searchsorted segment_max segment_min segment_prod segment_sum select separable_conv shape
    sign signbit sin sinc sinh size slice slice_update slogdet sobel_edges solve solve_triangular sort space_to_depth split sqrt square
    squeeze ssim stack std stft stop_gradient subtract sum svd swapaxes take take_along_axis tan tensordot tile top_k trace transpose
    trapezoid tri tril triu true_divide trunc unfold unique unravel_index unstack vander var vdot view view_as_complex view_as_real vsplit
    vstack where zeros_like`,
  "legacy backend": `batch_dot l2_normalize permute_dimensions pow`
};

// src/policy/config/keras.ts
var FAMILY = /^(?:keras|tf_keras|keras_core|tensorflow\.keras|tensorflow\.python\.keras|tensorflow_core\.python\.keras|tensorflow_core\.keras)(?:\.|$)/;
var HUBS = /^(?:keras_hub|keras_nlp|keras_cv)(?:\.|$)/;
var TOOLS = /(?:^|\.)(?:utils|config|saving|callbacks|preprocessing|datasets|export|visualization|wrappers|backend|distribution|applications|legacy\.saving|src\.backend)(?:\.|$)/;
var GADGETS = [
  { does: "loads a model from another path (not scanned)", critical: false, names: "TFSMLayer" },
  { does: "unpickles a PyTorch module in the configuration", critical: false, names: "TorchModuleWrapper" },
  { does: "downloads and unpacks a file", critical: true, names: "get_file extract_archive" },
  { does: "turns off the check for unsafe code", critical: true, names: "enable_unsafe_deserialization" },
  { does: "loads another model file", critical: true, names: "load_model load_weights model_from_json model_from_yaml model_from_config" },
  { does: "runs marshalled code", critical: true, names: "func_load" },
  {
    does: "reads or writes files",
    critical: true,
    names: "load_img save_img save_model save_weights plot_model model_to_dot KerasFileEditor ExportArchive load_data CSVLogger ModelCheckpoint BackupAndRestore TensorBoard OrbaxCheckpoint RemoteMonitor"
  },
  {
    does: "reads folders of files",
    critical: false,
    names: "image_dataset_from_directory text_dataset_from_directory audio_dataset_from_directory timeseries_dataset_from_array"
  },
  {
    does: "deserializes or registers other objects",
    critical: false,
    names: "deserialize_keras_object get_registered_object get_custom_objects custom_object_scope CustomObjectScope register_keras_serializable LambdaCallback"
  }
];
var classes = once(() => words(Object.values(kerasClasses).join(" ")));
var functions = once(() => words(Object.values(kerasFunctions).join(" ")));
function kerasName(written, name, use) {
  const module = written === "Custom" ? "" : written;
  const bare = name.slice(name.lastIndexOf(".") + 1);
  const family = FAMILY.test(module);
  if (family || module === "" || module === "builtins" || HUBS.test(module)) {
    const gadget = GADGETS.find(({ names }) => words(names).has(bare));
    if (gadget) return { kind: "gadget", does: gadget.does, critical: gadget.critical };
  }
  if (HUBS.test(module)) return use === "class" && /^[A-Z]\w*$/.test(name) ? { kind: "known" } : { kind: "unlisted" };
  if (!family && module !== "" && module !== "builtins") return { kind: "foreign" };
  const isListed = use === "class" ? classes().has(name) || name === "Lambda" || family && functions().has(name) : functions().has(name) || classes().has(name);
  if (isListed && !(use === "function" && family && TOOLS.test(module) && !isBackend(module))) return { kind: "known" };
  return family ? { kind: "unlisted" } : { kind: "foreign" };
}
function isBackend(module) {
  return /(?:^|\.)backend$/.test(module);
}

// src/policy/config/other-language-gadgets.ts
var GADGETS2 = [
  // SnakeYAML, CVE-2022-1471 (also CVE-2023-43654 of TorchServe): a service loader that downloads a jar.
  { name: /^javax\.script\.ScriptEngineManager$/, does: "downloads and runs Java code from a URL" },
  { name: /^java\.net\.(?:URLClassLoader|URL)$/, does: "downloads Java code" },
  { name: /^java\.lang\.(?:Runtime|ProcessBuilder|ClassLoader)\b/, does: "runs programs" },
  { name: /^com\.sun\.rowset\.JdbcRowSetImpl$/, does: "downloads Java code through JNDI" },
  { name: /^com\.sun\.org\.apache\.(?:xalan|bcel)\./, does: "runs Java code in the file" },
  { name: /^org\.apache\.commons\.(?:collections4?\.functors|configuration2?|beanutils)\./, does: "calls any Java method" },
  { name: /^org\.springframework\.(?:beans\.factory|context\.support|aop|jndi)\./, does: "calls any Java method or downloads code" },
  { name: /^com\.mchange\.v2\.c3p0\./, does: "downloads Java code from a URL" },
  { name: /^javax\.management\./, does: "connects to the Java management server" },
  { name: /^org\.codehaus\.groovy\.runtime\./, does: "runs Groovy code" },
  // Psych, CVE-2013-0156 and later gadget chains.
  {
    name: /^(?:Gem\.(?:Installer|Requirement|SpecFetcher|Package\.\w+)|ERB|Net\.(?:BufferedIO|WriteAdapter)|ActionController\.\w+)/,
    does: "starts a gadget chain that runs Ruby code"
  },
  // js-yaml before version 4 builds a function from the text.
  { name: /^js\/function$/, does: "builds a JavaScript function from text" },
  { name: /^perl\/code$/, does: "builds a Perl function from text" },
  { name: /^php\/object$/, does: "unserializes a PHP object" }
];
function otherLanguageDanger(name) {
  return GADGETS2.find((row2) => row2.name.test(name))?.does;
}

// src/policy/config/packages.ts
var TRAINING = "torch.nn torch.optim torch.utils.data torch.distributed.fsdp torch.float16 torch.float32 torch.bfloat16 torchvision torchaudio torchtext torchmetrics torchtune transformers diffusers timm peft accelerate datasets tokenizers lightning pytorch_lightning lightning_fabric nemo nemo_run megatron bionemo monai omegaconf hydra.utils.get_class sklearn hydra_plugins speechbrain deepspeed bitsandbytes apex einops sentencepiece nemo_text_processing";
var LIBRARIES = "sentence_transformers pyannote gluonts haystack langchain langchain_core langchain_community langchain_openai mlserver mlserver_sklearn mlserver_xgboost mlserver_lightgbm mlserver_mlflow mlserver_huggingface mlserver_catboost bentoml autogen_core autogen_agentchat autogen_ext rasa lerobot matgl pymatgen chgnet espnet espnet2 TTS allennlp allennlp_models megatron mmcv mmdet mmseg mmpretrain mmpose mmaction mmocr mmdet3d mmrotate mmyolo mmengine fiddle t5 mt5 t5x seqio mesh_tensorflow flaxformer tf_agents gin deeppavlov";
var PIPELINES = "stable_diffusion stable_diffusion_xl stable_diffusion_3 stable_diffusion_safe paint_by_example kandinsky kandinsky3 audioldm audioldm2 wuerstchen stable_cascade deepfloyd_if latent_diffusion shap_e unidiffuser ltx ltx2 kolors hunyuan_image blip_diffusion bria flux cosmos lumina2 ace_step allegro animatediff anyflow aura_flow bria_fibo bria_fibo2 chroma chronoedit cogvideo cogview3 cogview4 consisid consistency_models controlnet controlnet_hunyuandit controlnet_sd3 ddim ddpm deprecated diffusion_gemma dit dreamlite easyanimate ernie_image flux2 glm_image helios hidream_image hunyuan_video hunyuan_video1_5 hunyuandit ideogram4 joyimage kandinsky2_2 kandinsky5 kandinsky6 krea2 latent_consistency_models latte ledits_pp llada2 longcat_audio_dit longcat_image lucy lumina marigold mochi motif_video musicldm nucleusmoe_image omnigen ovis_image pag pia pixart_alpha prx qwenimage qwenimage21 rfd4_proteina sana sana_video sana_wm semantic_stable_diffusion skyreels_v2 stable_audio stable_audio_3 stable_video_diffusion t2i_adapter alt_diffusion audio_diffusion dance_diffusion spectrogram_diffusion stochastic_karras_ve versatile_diffusion vq_diffusion text_to_video_synthesis i2vgen_xl amused visualcloze wan z_image";
var LOADS_OPENLY = /^(?:transformers\.(?:\w+\.)*Auto\w+(?:\.from_pretrained)?|torchvision\.datasets\.\w+)$/;
var loaders = {
  hydra: {
    ...row("imports and calls it (hydra.utils.instantiate)", TRAINING, "config/custom-class", "config/custom-class"),
    allowedDespiteDanger: LOADS_OPENLY
  },
  lightning: {
    ...row("imports and builds it (LightningCLI, jsonargparse)", TRAINING, "config/custom-class", "config/custom-class"),
    allowedDespiteDanger: LOADS_OPENLY
  },
  transformers: {
    ...row("imports it", "transformers tokenizers torch.nn", "config/custom-class", "config/unlisted-reference"),
    allowedDespiteDanger: /^transformers\.(?:\w+\.)*Auto\w+$/
  },
  diffusers: row(
    "imports it",
    `diffusers transformers onnxruntime k_diffusion flax optimum peft controlnet_aux sentencepiece ${PIPELINES}`,
    "config/custom-class",
    "config/unlisted-reference"
  ),
  "sentence-transformers": row(
    "imports and builds it",
    "sentence_transformers transformers torch.nn",
    "config/unlisted-reference",
    "config/unlisted-reference"
  ),
  mlflow: {
    ...row(
      "imports it",
      "mlflow sklearn xgboost lightgbm catboost pyspark.ml synapse.ml",
      "config/unlisted-reference",
      "config/unlisted-reference"
    ),
    allowedDespiteDanger: /^(?:mlflow\.(?!projects\b)\w+(?:\.\w+)*|cloudpickle|dill|pickle|keras|tf_keras|tensorflow\.keras)$/
  },
  triton: row("runs it as the model\u2019s backend", "", "config/unlisted-reference", "config/unlisted-reference"),
  skops: row("builds it", "sklearn numpy scipy.sparse scipy.stats scipy.special", "config/custom-class", "config/unlisted-reference"),
  // Plugins of documentation tools accept Python tags.
  yaml: row(
    "builds it if the loader accepts Python tags",
    "material materialx zensical pymdownx mermaid2",
    "config/custom-class",
    "config/unlisted-reference"
  ),
  hyperpyyaml: row(
    "imports it, and builds or calls it (HyperPyYAML)",
    `speechbrain hyperpyyaml ${TRAINING} torch.distributed.nn torch.device torch.Tensor`,
    "config/custom-class",
    "config/custom-class"
  ),
  // YAML loaders of Java, Ruby and JavaScript.
  "foreign-yaml": row("builds it if the loader accepts tags of its language", "", "config/custom-class", "config/unlisted-reference"),
  library: {
    ...row("imports it", `${TRAINING} ${LIBRARIES}`, "config/custom-class", "config/custom-class"),
    // Haystack and LangChain name their own components, BentoML the module of the model's framework.
    allowedDespiteDanger: /^(?:haystack|langchain\w*|autogen_(?:core|agentchat|ext))\.[\w.]+$|^bentoml\.\w+$/
  },
  any: row("passes it to the program that reads it", "", "config/custom-class", "config/custom-class"),
  zarr: row("runs it on every chunk", "", "config/unlisted-reference", "config/unlisted-reference"),
  jsonpickle: row("builds it", "sklearn numpy", "config/custom-class", "config/unlisted-reference"),
  torchserve: row(
    "serves the model with it",
    "image_classifier image_segmenter object_detector text_classifier base_handler ts.torch_handler",
    "config/custom-class",
    "config/custom-class"
  ),
  coreml: row("needs it in the app", "", "config/custom-class", "config/custom-class"),
  spark: row(
    "builds it",
    "pyspark org.apache.spark com.johnsnowlabs com.microsoft.azure.synapse.ml",
    "config/custom-class",
    "config/unlisted-reference"
  ),
  requirements: row("installs it", "", "config/custom-class", "config/custom-class")
};
function row(does, usual, unknownClass, unknownFunction) {
  return { does, usual: usual.split(" ").filter((word) => word !== ""), unknownClass, unknownFunction };
}
function isUsual({ usual }, full) {
  return usual.some((module) => full === module || full.startsWith(`${module}.`));
}

// src/policy/config/tensorflow.ts
var COMPUTES = /^(?:(?:compat\.v[12]\.)?(?:math|nn|linalg|signal|strings|random|sparse|ragged|bitwise|quantization|image|audio|sets|dtypes|__operators__|keras\.(?:activations|losses|metrics|backend|ops))\.)\w+(?:\.\w+)*$/;
var PARSES = /^io\.(?:decode_|encode_|parse_)\w+$/;
var TOP_LEVEL = /^(?:py_function|numpy_function|load_library|load_op_library|function|import_graph_def|Module|print|custom_gradient|map_fn|while_loop|scan|foldl|foldr|vectorized_map|switch_case|case|cond|recompute_grad|init_scope|device|group|py_func)$/;
var TYPES = /(?:Spec|Tensor|Tensor\.\w+|SparseTensor|Dimension|TensorShape|DType)$/;
function computesOnly(name) {
  if (COMPUTES.test(name) || PARSES.test(name) || TYPES.test(name)) return true;
  return /^(?:\w+)$/.test(name) && !TOP_LEVEL.test(name) && !name.startsWith("_");
}
function tensorflowDanger(name) {
  return DANGERS.find(({ names }) => names.test(name))?.does;
}
var DANGERS = [
  { names: /(?:^|\.)(?:py_function|numpy_function|py_func|eager_py_func)$/i, does: "calls any Python function" },
  { names: /(?:^|\.)(?:load_library|load_op_library|load_file_system_library)$/, does: "loads a native library" },
  { names: /(?:^|\.)io\.(?:read_file|write_file|matching_files|gfile\b.*|write_graph)/, does: "reads or writes files" },
  // Names of TensorFlow 1.
  {
    names: /(?:^|\.)(?:read_file|write_file|matching_files|(?:WholeFile|TextLine|TFRecord|FixedLengthRecord|LMDB)Reader)$/,
    does: "reads or writes files"
  },
  {
    names: /^raw_ops\.(?:ReadFile|WriteFile|MatchingFiles|PyFunc|EagerPyFunc|PyFuncStateless|RemoteCall|SaveV2|RestoreV2)$/,
    does: "reaches files or Python"
  },
  { names: /(?:^|\.)saved_model\.(?:load|save)/, does: "loads another model" }
];

// src/policy/judge/config.ts
function judgeConfig(policy, reference) {
  const judgement = judgeReference(policy, reference);
  const isReported = judgement.kind === "finding" && (!reference.ordinary || judgement.rule === "config/dangerous-reference");
  return isReported || judgement.kind === "fine" ? judgement : fine(`${fullName(reference)}: not dangerous, and no model is in the neighbourhood`);
}
function judgeReference(policy, reference) {
  const { loader, module, name, use } = reference;
  const full = fullName(reference);
  const entry = policyEntry(policy, module, name);
  if (entry === "allow") return fine(`${full} is allowed by the policy`);
  if (entry === "deny") return objection("config/dangerous-reference", reference, ", which the policy denies", "denied by the policy");
  if (use === "shell")
    return finding(
      "config/shell-command",
      `Building the environment runs shell syntax in a requirement: ${full}${at(reference)}`,
      full,
      "names and versions of packages do not have such characters"
    );
  if (use === "remote") {
    return loader === "requirements" ? finding(
      "config/remote-requirement",
      `Building the environment installs ${full}${at(reference)}`,
      full,
      "not from the package index"
    ) : objection("config/external-code", reference, ", and runs its code", "code that comes with the model or from another repository");
  }
  return loader === "keras" ? judgeKeras(reference) : judgeOther(reference, loader);
}
function judgeKeras(reference) {
  const { module, name, use, byName } = reference;
  const full = fullName(reference);
  const known = kerasName(module, name, use === "function" ? "function" : "class");
  if (known.kind === "known" && byName) {
    return objection(
      "config/custom-class",
      reference,
      ", which a Lambda layer looks up in the loading program",
      "the file does not say what the name refers to"
    );
  }
  if (known.kind === "known") return fine(`${full} is part of Keras${name === "Lambda" ? "; its function is judged separately" : ""}`);
  if (known.kind === "gadget") {
    const rule = known.critical ? "config/dangerous-reference" : "config/unlisted-reference";
    return objection(rule, reference, `, which ${known.does}`, "a Keras name with effects outside the model");
  }
  const does = module === "tensorflow" ? tensorflowDanger(name) : void 0;
  if (module === "tensorflow" && does === void 0 && computesOnly(name)) return fine(`${full} only computes`);
  if (does)
    return objection("config/dangerous-reference", reference, `, which ${does}`, "a TensorFlow function with effects outside the graph");
  const danger = dangerOf(module, name);
  if (danger) return objection("config/dangerous-reference", reference, dangerClause(danger, full), `listed as dangerous: ${danger.listed}`);
  if (known.kind === "unlisted") {
    const isClass = use === "class" && /^[A-Z]\w*$/.test(name);
    return objection(
      isClass ? "config/custom-class" : "config/unlisted-reference",
      reference,
      ", which Keras does not write into configurations",
      "part of Keras, not on any list"
    );
  }
  if (module === "" || module === "builtins" || module === "__main__") {
    return objection(
      "config/custom-class",
      reference,
      ", which is not part of Keras",
      "a custom class or function that the loading program must provide"
    );
  }
  if (module === "tensorflow")
    return objection(
      "config/unlisted-reference",
      reference,
      ", which does more than compute",
      "not one of the TensorFlow functions that only compute"
    );
  return byLibrary(reference, "config/custom-class");
}
function judgeOther(reference, loader) {
  const { module, name, use } = reference;
  const full = fullName(reference);
  const row2 = loaders[loader];
  if (row2.allowedDespiteDanger?.test(full)) return fine(`${full}: usual in such configurations`);
  if (full.startsWith("os.path.") && computesAs(full) === "named") return fine(`${full} only computes`);
  const danger = dangerOf(module, name) ?? innerDanger(full);
  if (danger) return objection("config/dangerous-reference", reference, dangerClause(danger, full), `listed as dangerous: ${danger.listed}`);
  const gadget = loader === "foreign-yaml" || loader === "any" ? otherLanguageDanger(full) : void 0;
  if (gadget !== void 0)
    return objection("config/dangerous-reference", reference, `, which ${gadget}`, "a class of a published gadget chain");
  if (loader === "triton") return objection("config/external-code", reference, `, and ${row2.does}`, "code that comes with the model");
  if (isUsual(row2, full) && use !== "module" && RUNS.test(full) && lookupSafe(module, name)?.use !== "call")
    return objection(
      "config/unlisted-reference",
      reference,
      ", which loads or runs what the configuration passes to it",
      "a tool of the library, not part of a model"
    );
  if (isUsual(row2, full)) return fine(`${full}: usual in such configurations`);
  if (evaluatesTexts(module, name))
    return objection("config/dangerous-reference", reference, ", which evaluates text as Python code", "SymPy evaluates text arguments");
  if (CALLS.has(loader) && computesAs(full) !== void 0) return fine(`${full} only computes`);
  const safe = lookupSafe(module, name);
  if (safe && (safe.use === "call" || use === "class" && !ONLY_RESTORED.has(safe.use))) return fine(`${full}: ${safe.reason}`);
  if (loader === "diffusers" && !module.includes(".") && libraryOf(module) === "unknown")
    return objection(
      "config/external-code",
      reference,
      ", which the loader imports from a Python file in the folder of the component",
      "code that comes with the model"
    );
  return byLibrary(reference, use === "class" ? row2.unknownClass : row2.unknownFunction);
}
var ONLY_RESTORED = /* @__PURE__ */ new Set(["attributes-only", "attributes-only-callable", "formula", "temporary-file"]);
var CALLS = /* @__PURE__ */ new Set(["hydra", "lightning", "hyperpyyaml", "library"]);
var RUNS = /\.(?:_?load|register_(?:new_)?resolver|legacy_register_resolver|load_from_checkpoint|load_module|load_library|import_\w+|instantiate|locate|main|launch|run|run_\w+|exec\w*|unpickle|get_class_from_dynamic_module)$/;
function byLibrary(reference, unknown) {
  const library = libraryOf(reference.module);
  if (library === "unknown") return objection(unknown, reference, " from an unknown package", "unknown package, not on any list");
  return objection(
    "config/unlisted-reference",
    reference,
    ", which models do not need",
    "not among the names of this library that models use"
  );
}
function innerDanger(full) {
  const parts = full.split(".");
  for (let start = 1; start < parts.length - 1; start++) {
    if (!REACHED_THROUGH.has(parts[start] ?? "")) continue;
    const danger = lookupDangerous(parts.slice(start, -1).join("."), parts[parts.length - 1] ?? "");
    if (danger) return danger;
  }
  return void 0;
}
var REACHED_THROUGH = new Set(
  "os posix nt subprocess sys shutil importlib builtins __builtins__ runpy pickle marshal ctypes socket urllib pty".split(" ")
);
function dangerOf(module, name) {
  if (module === "") {
    const dot = name.lastIndexOf(".");
    return dot < 0 ? lookupDangerous("builtins", name) : lookupDangerous(name.slice(0, dot), name.slice(dot + 1));
  }
  return lookupDangerous(module, name);
}
var VERB = { class: "builds", function: "uses", module: "imports", remote: "uses", shell: "runs" };
function objection(rule, reference, clause, reason) {
  const full = fullName(reference);
  const { detail, use } = reference;
  const message = `Loading ${VERB[use]} ${full}${at(reference)}${clause}${detail === void 0 ? "" : ` (${detail})`}`;
  return finding(rule, message, full, reason, full);
}
function fullName({ module, name }) {
  return module === "" ? name : name === "" ? module : `${module}.${name}`;
}
function at({ where }) {
  return where === "" ? "" : ` (at ${where})`;
}

// src/policy/graph/onnx.ts
var onnxOps = words(`
  Abs Acos Acosh Add AffineGrid And ArgMax ArgMin Asin Asinh Atan Atanh Attention AveragePool BatchNormalization Bernoulli BitCast
  BitShift BitwiseAnd BitwiseNot BitwiseOr BitwiseXor BlackmanWindow Cast CastLike CausalConvWithState Ceil Celu CenterCropPad Clip Col2Im
  Compress Concat ConcatFromSequence Constant ConstantOfShape Conv ConvInteger ConvTranspose Cos Cosh CumProd CumSum DFT DeformConv
  DepthToSpace DequantizeLinear Det Div Dropout DynamicQuantizeLinear Einsum Elu Equal Erf Exp Expand EyeLike Flatten Floor GRU Gather
  GatherElements GatherND Gelu Gemm GlobalAveragePool GlobalLpPool GlobalMaxPool Greater GreaterOrEqual GridSample GroupNormalization
  HammingWindow HannWindow HardSigmoid HardSwish Hardmax Identity If ImageDecoder InstanceNormalization IsInf IsNaN LRN LSTM
  LayerNormalization LeakyRelu Less LessOrEqual LinearAttention Log LogSoftmax Loop LpNormalization LpPool MatMul MatMulInteger Max
  MaxPool MaxRoiPool MaxUnpool Mean MeanVarianceNormalization MelWeightMatrix Min Mish Mod Mul Multinomial Neg NegativeLogLikelihoodLoss
  NonMaxSuppression NonZero Not OneHot Optional OptionalGetElement OptionalHasElement Or PRelu Pad Pow QLinearConv QLinearMatMul
  QuantizeLinear RMSNormalization RNN RandomNormal RandomNormalLike RandomUniform RandomUniformLike Range Reciprocal ReduceL1 ReduceL2
  ReduceLogSum ReduceLogSumExp ReduceMax ReduceMean ReduceMin ReduceProd ReduceSum ReduceSumSquare RegexFullMatch Relu Reshape Resize
  ReverseSequence RoiAlign RotaryEmbedding Round STFT Scan Scatter ScatterElements ScatterND Selu SequenceAt SequenceConstruct
  SequenceEmpty SequenceErase SequenceInsert SequenceLength SequenceMap Shape Shrink Sigmoid Sign Sin Sinh Size Slice Softmax
  SoftmaxCrossEntropyLoss Softplus Softsign SpaceToDepth Split SplitToSequence Sqrt Squeeze StringConcat StringNormalizer StringSplit Sub
  Sum SwiGLU Swish Tan Tanh TensorScatter TfIdfVectorizer ThresholdedRelu Tile TopK Transpose Trilu Unique Unsqueeze Upsample Where Xor

  ATen Affine Caffe2ConvTranspose ConstantFill Crop DynamicSlice FlexAttention GRUUnit GivenTensorFill ImageScaler ParametricSoftplus
  Scale ScaledTanh
`);
var domains = [
  { domain: /^ai\.onnx(?:\.(?:ml|training|preview(?:\.training)?))?$/, reason: "part of ONNX" },
  { domain: /^com\.microsoft(?:\.(?:nchwc|nhwc|experimental|dml|extensions))?$/, reason: "part of ONNX Runtime" },
  { domain: /^com\.ms\.internal\.nhwc$/, reason: "ONNX Runtime writes it into optimised models" },
  { domain: /^ai\.onnx\.contrib$/, reason: "ONNX Runtime Extensions: tokenizers and image decoding" }
];
function isOnnxOp(domain, op) {
  return domain === "" || domain === "ai.onnx" ? onnxOps.has(op) : domains.some((row2) => row2.domain.test(domain));
}
var onnxRows = [
  {
    reach: "python",
    does: "calls a Python function of the loading process",
    ops: words("PythonOp PythonOpGrad PyOp PyFunc PyCustomOp PyCustomOpDef")
  },
  {
    reach: "network",
    does: "sends its input to a server",
    ops: words("AzureAudioToText AzureTextToText AzureTritonInvoker OpenAIAudioToText")
  },
  { reach: "compiled", does: "runs a compiled model that cannot be inspected", ops: words("EPContext") }
];

// src/policy/graph/others.ts
var paddleRows = [
  { reach: "python", does: "calls a Python function of the loading process", ops: words("py_func py_layer pylayer") },
  { reach: "files", does: "writes a file", ops: words("save save_combine") },
  { reach: "files", does: "reads a file", ops: words("load load_combine read_file"), only: "outside" },
  {
    reach: "network",
    does: "connects to another process",
    ops: words("send recv send_barrier fetch_barrier listen_and_serv distributed_lookup_table send_and_recv heter_listen_and_serv")
  },
  { reach: "compiled", does: "runs a compiled engine that cannot be inspected", ops: words("tensorrt_engine lite_engine") }
];
var mxnetRows = [
  {
    reach: "layer",
    does: "calls a Python operator that the loading program registered under a name",
    ops: words("Custom _CustomFunction")
  },
  { reach: "native", does: "calls code at a memory address in the file", ops: words("_Native _NDArray") }
];
var caffeRows = [
  { reach: "layer", does: "imports a Python module and builds a class from it", ops: words("Python") }
];
var coremlRows = [
  { reach: "custom", does: "is a class of the application that loads the model", ops: words("custom customModel custom_layer") }
];
var tfliteCustomOps = words(`
  TFLite_Detection_PostProcess AudioSpectrogram Mfcc NumericVerify HashtableFind HashtableImport HashtableLookup HashtableSize Irfft2d
  RandomStandardNormal RandomUniform Multinomial AssignVariable ReadVariable VarHandle Atan2 Cos Sign Roll Rng RngBitGenerator
  Convolution2DTransposeBias MaxPoolingWithArgmax2D MaxUnpooling2D Resampler Landmarks2TransformMatrix TransformTensorBilinear
  TransformLandmarks FusedBatchNorm3D Predict Normalize ExtractFeatures SequenceStringProjection PredictEmbedding
  edgetpu-custom-op ethos-u odml.detector odml.scaled_dot_product_attention odml.update_kv_cache STABLEHLO_COMPOSITE
  tftext:WhitespaceTokenizer tftext:NgramsStringJoin TFSentencepieceTokenizeOp TFSentencepieceDetokenizeOp Transform_Tensor_Bilinear
`);
function isOpenvinoSet(version) {
  return version === "" || /^opset\d{1,2}$/.test(version) || version === "experimental" || version === "ie_internal_opset" || version === "type_relaxed_opset";
}
var executorchNamespaces = words(
  "aten prims prim executorch_prim quantized quantized_decomposed dim_order_ops et_vk cadence cortex_m llama torchao torchvision sym_size _operator"
);
var exportNamespaces = words(
  "aten prims prim higher_order quantized _quantized quantized_decomposed c10d_functional _c10d_functional rngprims inductor mkldnn mkldnn_prepacked onednn xnnpack profiler torchvision torchaudio torchao image fbgemm export executorch_prim dim_order_ops sym_size _operator"
);
function isExportNamespace(domain) {
  return exportNamespaces.has(domain);
}
var executorchDelegates = words(
  "XnnpackBackend CoreMLBackend MPSBackend MetalBackend QnnBackend VulkanBackend EthosUBackend ArmBackend TOSABackend VgfBackend NeuropilotBackend EnnBackend OpenvinoBackend NxpBackend SamsungBackend"
);
function isExecutorchOp(domain, op) {
  return domain === "delegate" ? executorchDelegates.has(op) : executorchNamespaces.has(domain);
}

// src/policy/graph/tensorflow-ops.ts
var tensorflowOps = words(`
  A Abort Abs AccumulateNV2 AccumulatorApplyGradient AccumulatorNumAccumulated AccumulatorSetGlobalStep AccumulatorTakeGradient Acos Acosh
  Add AddManySparseToTensorsMap AddN AddSparseToTensorsMap AddV2 AdjustContrast AdjustContrastv2 AdjustHue AdjustSaturation All
  AllCandidateSampler AllToAll Angle AnonymousHashTable AnonymousIterator AnonymousIteratorV2 AnonymousIteratorV3 AnonymousMemoryCache
  AnonymousMultiDeviceIterator AnonymousMultiDeviceIteratorV3 AnonymousMutableDenseHashTable AnonymousMutableHashTable
  AnonymousMutableHashTableOfTensors AnonymousRandomSeedGenerator AnonymousSeedGenerator Any ApplyAdaMax ApplyAdadelta ApplyAdagrad
  ApplyAdagradDA ApplyAdagradV2 ApplyAdam ApplyAddSign ApplyCenteredRMSProp ApplyFtrl ApplyFtrlV2 ApplyGradientDescent ApplyMomentum
  ApplyPowerSign ApplyProximalAdagrad ApplyProximalGradientDescent ApplyRMSProp ApproxTopK ApproximateEqual ArgMax ArgMin AsString Asin
  Asinh Assert AssertCardinalityDataset AssertNextDataset AssertPrevDataset Assign AssignAdd AssignAddVariableOp AssignSub
  AssignSubVariableOp AssignVariableOp AssignVariableXlaConcatND Atan Atan2 Atanh Attr AttrBool AttrBoolList AttrDefault
  AttrEmptyListDefault AttrEnum AttrEnumList AttrFloat AttrListDefault AttrListMin AttrListTypeDefault AttrMin AttrPartialShape
  AttrPartialShapeList AttrShape AttrShapeList AttrTypeDefault AudioMicrofrontend AudioSpectrogram AudioSummary AudioSummaryV2
  AutoShardDataset AvgPool AvgPool3D AvgPool3DGrad AvgPoolGrad B BandedTriangularSolve Barrier BarrierClose BarrierIncompleteSize
  BarrierInsertMany BarrierReadySize BarrierTakeMany Batch BatchCholesky BatchCholeskyGrad BatchDataset BatchDatasetV2 BatchFFT BatchFFT2D
  BatchFFT3D BatchFunction BatchIFFT BatchIFFT2D BatchIFFT3D BatchMatMul BatchMatMulV2 BatchMatMulV3 BatchMatrixBandPart
  BatchMatrixDeterminant BatchMatrixDiag BatchMatrixDiagPart BatchMatrixInverse BatchMatrixSetDiag BatchMatrixSolve BatchMatrixSolveLs
  BatchMatrixTriangularSolve BatchNormWithGlobalNormalization BatchNormWithGlobalNormalizationGrad BatchSelfAdjointEig
  BatchSelfAdjointEigV2 BatchSvd BatchToSpace BatchToSpaceND BesselI0 BesselI0e BesselI1 BesselI1e BesselJ0 BesselJ1 BesselK0 BesselK0e
  BesselK1 BesselK1e BesselY0 BesselY1 Betainc BiasAdd BiasAddGrad BiasAddV1 Binary Bincount Bitcast BitwiseAnd BitwiseOr BitwiseXor
  BlockLSTM BlockLSTMGrad BlockLSTMGradV2 BlockLSTMV2 BoostedTreesAggregateStats BoostedTreesBucketize
  BoostedTreesCalculateBestFeatureSplit BoostedTreesCalculateBestFeatureSplitV2 BoostedTreesCalculateBestGainsPerFeature
  BoostedTreesCenterBias BoostedTreesCreateEnsemble BoostedTreesCreateQuantileStreamResource BoostedTreesDeserializeEnsemble
  BoostedTreesEnsembleResourceHandleOp BoostedTreesExampleDebugOutputs BoostedTreesFlushQuantileSummaries BoostedTreesGetEnsembleStates
  BoostedTreesMakeQuantileSummaries BoostedTreesMakeStatsSummary BoostedTreesPredict BoostedTreesQuantileStreamResourceAddSummaries
  BoostedTreesQuantileStreamResourceDeserialize BoostedTreesQuantileStreamResourceFlush
  BoostedTreesQuantileStreamResourceGetBucketBoundaries BoostedTreesQuantileStreamResourceHandleOp BoostedTreesSerializeEnsemble
  BoostedTreesSparseAggregateStats BoostedTreesSparseCalculateBestFeatureSplit BoostedTreesTrainingPredict BoostedTreesUpdateEnsemble
  BoostedTreesUpdateEnsembleV2 BroadcastArgs BroadcastGradientArgs BroadcastTo Bucketize BytesProducedStatsDataset
  CSRSparseMatrixComponents CSRSparseMatrixToDense CSRSparseMatrixToSparseTensor CSVDataset CSVDatasetV2 CTCBeamSearchDecoder
  CTCGreedyDecoder CTCLoss CTCLossV2 CacheDataset CacheDatasetV2 CalibrationStatisticsSaver Case Cast Ceil CheckNumerics CheckNumericsV2
  CheckPinned Cholesky CholeskyGrad ChooseFastestBranchDataset ChooseFastestDataset ClipByValue CloseSummaryWriter
  CollateTPUEmbeddingMemory CollectiveAllToAllV2 CollectiveAllToAllV3 CollectiveAssignGroupV2 CollectiveBcastRecv CollectiveBcastRecvV2
  CollectiveBcastSend CollectiveBcastSendV2 CollectiveGather CollectiveGatherV2 CollectiveInitializeCommunicator CollectivePermute
  CollectiveReduce CollectiveReduceScatterV2 CollectiveReduceV2 CollectiveReduceV3 CombinedNonMaxSuppression Complex ComplexAbs
  ComplexStruct CompositeTensorVariantFromComponents CompositeTensorVariantToComponents CompressElement ComputeAccidentalHits
  ComputeBatchSize ComputeDedupDataSize ComputeDedupDataSizeV2 ComputeDedupDataTupleMask ComputeDedupDataTupleMaskV2 Concat ConcatOffset
  ConcatV2 ConcatenateDataset ConditionalAccumulator ConfigureAndInitializeGlobalTPU ConfigureDistributedTPU ConfigureTPUEmbedding
  ConfigureTPUEmbeddingHost ConfigureTPUEmbeddingMemory Conj ConjugateTranspose ConnectTPUEmbeddingHosts Const ConstructionFails
  ConsumeMutexLock ControlTrigger Conv Conv2D Conv2DBackpropFilter Conv2DBackpropFilterV2 Conv2DBackpropInput Conv2DBackpropInputV2 Conv3D
  Conv3DBackpropFilter Conv3DBackpropFilterV2 Conv3DBackpropInput Conv3DBackpropInputV2 ConvertToCooTensor
  ConvertToListOfSparseCoreCooTensors ConvertToSparseCoreCsrWrappedCooTensor Copy CopyHost CopyOp CopyToMesh CopyToMeshGrad Cos Cosh
  CountUpTo CreateSummaryDbWriter CreateSummaryFileWriter CropAndResize CropAndResizeGradBoxes CropAndResizeGradImage Cross
  CrossReplicaSum CudnnRNN CudnnRNNBackprop CudnnRNNBackpropV2 CudnnRNNBackpropV3 CudnnRNNCanonicalToParams CudnnRNNCanonicalToParamsV2
  CudnnRNNParamsSize CudnnRNNParamsToCanonical CudnnRNNParamsToCanonicalV2 CudnnRNNV2 CudnnRNNV3 Cumprod Cumsum CumulativeLogsumexp
  CustomAggregator DTensorAllGather DTensorAllReduce DTensorAllScatter DTensorAllToAll DTensorReduceScatter DTensorRestoreV2
  DTensorSetGlobalTPUArray DataFormatDimMap DataFormatVecPermute DataServiceDataset DataServiceDatasetV2 DataServiceDatasetV3
  DataServiceDatasetV4 DatasetCardinality DatasetFingerprint DatasetFromGraph DatasetToGraph DatasetToGraphV2 DatasetToSingleElement
  DatasetToTFRecord Dawsn DebugGradientIdentity DebugGradientRefIdentity DebugIdentity DebugIdentityV2 DebugIdentityV3 DebugNanCount
  DebugNumericSummary DebugNumericSummaryV2 DecodeAndCropJpeg DecodeBase64 DecodeBmp DecodeCSV DecodeCompressed DecodeGif DecodeImage
  DecodeJSONExample DecodeJpeg DecodeJxl DecodePaddedRaw DecodePng DecodeProtoV2 DecodeRaw DecodeWav DecodeWebP DeepCopy DefaultAttrs
  DeleteIterator DeleteMemoryCache DeleteMultiDeviceIterator DeleteRandomSeedGenerator DeleteRpcFutureResource DeleteSeedGenerator
  DeleteSessionTensor DenseBincount DenseCountSparseOutput DenseToCSRSparseMatrix DenseToDenseSetOperation DenseToSparseBatchDataset
  DenseToSparseSetOperation DepthToSpace DepthwiseConv2dNative DepthwiseConv2dNativeBackpropFilter DepthwiseConv2dNativeBackpropInput
  Dequantize DeserializeIterator DeserializeManySparse DeserializeSparse DestroyResourceOp DestroyTemporaryVariable DeviceIndex
  DevicePlacementOp Diag DiagPart Digamma Dilation2D Dilation2DBackpropFilter Dilation2DBackpropInput DirectedInterleaveDataset
  DisableCopyOnRead DistributedSave Div DivNoNan DrawBoundingBoxes DrawBoundingBoxesV2 DtypeWithDefaultOp DummyIterationCounter
  DummyMemoryCache DummySeedGenerator DumpTensor DynamicEnqueueTPUEmbeddingArbitraryTensorBatch
  DynamicEnqueueTPUEmbeddingRaggedTensorBatch DynamicPartition DynamicStitch EagerPyFunc EditDistance Eig Einsum Elu EluGrad Empty
  EmptyTensorList EmptyTensorMap EncodeBase64 EncodeJpeg EncodeJpegVariableQuality EncodePng EncodeProto EncodeWav
  EnqueueTPUEmbeddingArbitraryTensorBatch EnqueueTPUEmbeddingBatch EnqueueTPUEmbeddingIntegerBatch EnqueueTPUEmbeddingRaggedTensorBatch
  EnqueueTPUEmbeddingSparseBatch EnqueueTPUEmbeddingSparseTensorBatch EnsureShape Enter Equal Erf Erfc Erfinv EuclideanNorm
  ExecuteTPUEmbeddingPartitioner Exit Exp ExpandDims ExperimentalAssertNextDataset ExperimentalAutoShardDataset
  ExperimentalBytesProducedStatsDataset ExperimentalCSVDataset ExperimentalChooseFastestDataset ExperimentalDatasetCardinality
  ExperimentalDatasetToTFRecord ExperimentalDenseToSparseBatchDataset ExperimentalDirectedInterleaveDataset
  ExperimentalGroupByReducerDataset ExperimentalGroupByWindowDataset ExperimentalIgnoreErrorsDataset ExperimentalIteratorGetDevice
  ExperimentalLMDBDataset ExperimentalLatencyStatsDataset ExperimentalMapAndBatchDataset ExperimentalMapDataset
  ExperimentalMatchingFilesDataset ExperimentalMaxIntraOpParallelismDataset ExperimentalNonSerializableDataset
  ExperimentalParallelInterleaveDataset ExperimentalParseExampleDataset ExperimentalPrivateThreadPoolDataset ExperimentalRandomDataset
  ExperimentalRebatchDataset ExperimentalScanDataset ExperimentalSetStatsAggregatorDataset ExperimentalSleepDataset
  ExperimentalSlidingWindowDataset ExperimentalSqlDataset ExperimentalStatsAggregatorHandle ExperimentalStatsAggregatorSummary
  ExperimentalTakeWhileDataset ExperimentalThreadPoolDataset ExperimentalThreadPoolHandle ExperimentalUnbatchDataset
  ExperimentalUniqueDataset Expint Expm1 ExtractGlimpse ExtractGlimpseV2 ExtractImagePatches ExtractJpegShape ExtractVolumePatches FFT
  FFT2D FFT3D FFTND FIFOQueue FIFOQueueV2 Fact FakeParam FakeQuantWithMinMaxArgs FakeQuantWithMinMaxArgsGradient FakeQuantWithMinMaxVars
  FakeQuantWithMinMaxVarsGradient FakeQuantWithMinMaxVarsPerChannel FakeQuantWithMinMaxVarsPerChannelGradient FakeQueue
  FileSystemSetConfiguration Fill FilterByLastComponentDataset FilterDataset FinalizeDataset FinalizeTPUEmbedding FinalizeTPUEmbeddingV2
  Fingerprint FiveFloatOutputs FixedLengthRecordDataset FixedLengthRecordDatasetV2 FixedLengthRecordReader FixedLengthRecordReaderV2
  FixedUnigramCandidateSampler FlatMapDataset FloatInput FloatOutput FloatOutputStringOutput Floor FloorDiv FloorMod FlushSummaryWriter
  Foo1 Foo2 Foo3 For FractionalAvgPool FractionalAvgPoolGrad FractionalMaxPool FractionalMaxPoolGrad FresnelCos FresnelSin FuncAttr
  FuncListAttr FusedBatchNorm FusedBatchNormGrad FusedBatchNormGradV2 FusedBatchNormGradV3 FusedBatchNormV2 FusedBatchNormV3
  FusedPadConv2D FusedResizeAndPadConv2D GRUBlockCell GRUBlockCellGrad Gather GatherNd GatherV2 GenerateBoundingBoxProposals
  GenerateVocabRemapping GeneratorDataset GetDeadline GetElementAtIndex GetMinibatchSplitsWithPhysicalReplica
  GetMinibatchesInCsrWithPhysicalReplica GetOptions GetSessionHandle GetSessionHandleV2 GetSessionTensor
  GetStatsFromListOfSparseCoreCooTensors GetTpuTaskId GlobalIterId GlobalShuffleDataset GraphDefVersion Greater GreaterEqual
  GroupByReducerDataset GroupByWindowDataset GuaranteeConst HSVToRGB HashTable HashTableV2 HistogramFixedWidth HistogramSummary HostConst
  IFFT IFFT2D IFFT3D IFFTND IRFFT IRFFT2D IRFFT3D IRFFTND Identity IdentityN IdentityReader IdentityReaderV2 If Igamma IgammaGradA Igammac
  IgnoreErrorsDataset Imag ImageProjectiveTransformV2 ImageProjectiveTransformV3 ImageSummary ImmutableConst ImportEvent
  InPolymorphicTwice InTopK InTopKV2 IndexFlatMapDataset InfeedDequeue InfeedDequeueTuple InfeedEnqueue InfeedEnqueuePrelinearizedBuffer
  InfeedEnqueueTuple InitializeTable InitializeTableFromDataset InitializeTableFromTextFile InitializeTableFromTextFileV2
  InitializeTableV2 InplaceAdd InplaceSub InplaceUpdate Int64Output IntAttr IntInput IntInputFloatInput IntInputIntOutput IntOutput
  IntOutputFloatOutput InterleaveDataset Inv InvGrad Invert InvertPermutation IsBoostedTreesEnsembleInitialized
  IsBoostedTreesQuantileStreamResourceInitialized IsFinite IsInf IsNan IsResourceHandleRefCounting IsTPUEmbeddingInitialized
  IsTensorFloat32Enabled IsVariableInitialized IsotonicRegression Iterator IteratorFromStringHandle IteratorFromStringHandleV2
  IteratorGetDevice IteratorGetModelProto IteratorGetNext IteratorGetNextAsOptional IteratorGetNextSync IteratorToStringHandle IteratorV2
  KMC2ChainInitialization KernelLabel KernelLabelRequired KmeansPlusPlusInitialization KthOrderStatistic L2Loss LMDBDataset LMDBReader LRN
  LRNGrad LSTMBlockCell LSTMBlockCellGrad LatencyStatsDataset LeakyRelu LeakyReluGrad LearnedUnigramCandidateSampler LeftShift
  LegacyParallelInterleaveDatasetV2 Less LessEqual Lgamma LinSpace ListDataset ListDiff ListInput ListOutput ListSnapshotChunksDataset
  LoadAllTPUEmbeddingParameters LoadAndRemapMatrix LoadDataset LoadTPUEmbeddingADAMParameters LoadTPUEmbeddingAdadeltaParameters
  LoadTPUEmbeddingAdagradMomentumParameters LoadTPUEmbeddingAdagradParameters LoadTPUEmbeddingCenteredRMSPropParameters
  LoadTPUEmbeddingFTRLParameters LoadTPUEmbeddingFrequencyEstimatorParameters LoadTPUEmbeddingMDLAdagradLightParameters
  LoadTPUEmbeddingMomentumParameters LoadTPUEmbeddingProximalAdagradParameters LoadTPUEmbeddingProximalYogiParameters
  LoadTPUEmbeddingRMSPropParameters LoadTPUEmbeddingStochasticGradientDescentParameters Log Log1p LogMatrixDeterminant LogSoftmax
  LogUniformCandidateSampler LogicalAnd LogicalNot LogicalOr LookupTableExport LookupTableExportV2 LookupTableFind LookupTableFindV2
  LookupTableImport LookupTableImportV2 LookupTableInsert LookupTableInsertV2 LookupTableRemoveV2 LookupTableSize LookupTableSizeV2
  LoopCond LowerBound Lu MakeIterator MakeUnique MakeWeakResourceHandle MapAndBatchDataset MapClear MapDataset MapDefun MapIncompleteSize
  MapPeek MapSize MapStage MapUnstage MapUnstageNoKey MatMul MatchingFiles MatchingFilesDataset MatrixBandPart MatrixDeterminant
  MatrixDiag MatrixDiagPart MatrixDiagPartV2 MatrixDiagPartV3 MatrixDiagV2 MatrixDiagV3 MatrixExponential MatrixInverse MatrixLogarithm
  MatrixSetDiag MatrixSetDiagV2 MatrixSetDiagV3 MatrixSolve MatrixSolveLs MatrixSquareRoot MatrixTriangularSolve Max
  MaxIntraOpParallelismDataset MaxPool MaxPool3D MaxPool3DGrad MaxPool3DGradGrad MaxPoolGrad MaxPoolGradGrad MaxPoolGradGradV2
  MaxPoolGradGradWithArgmax MaxPoolGradV2 MaxPoolGradWithArgmax MaxPoolV2 MaxPoolWithArgmax Maximum Mean Merge MergeDedupData MergeSummary
  MergeV2Checkpoints Mfcc Min Minimum MirrorPad MirrorPadGrad MixedStruct MlirPassthroughOp Mod ModelDataset Mul MulNoNan
  MultiDeviceIterator MultiDeviceIteratorFromStringHandle MultiDeviceIteratorGetNextFromShard MultiDeviceIteratorInit
  MultiDeviceIteratorToStringHandle Multinomial MutableDenseHashTable MutableDenseHashTableV2 MutableHashTable MutableHashTableOfTensors
  MutableHashTableOfTensorsV2 MutableHashTableV2 MutexLock MutexV2 NInPolymorphicTwice NInTwice NInTwoTypeVariables NIntsIn NIntsOut
  NIntsOutDefault NPolymorphicIn NPolymorphicOut NPolymorphicOutDefault NPolymorphicRestrictIn NPolymorphicRestrictOut
  Namespace>TestStringOutput NcclAllReduce NcclBroadcast NcclReduce Ndtri NearestNeighbors Neg NegTrain NextAfter NextIteration NoOp
  NonDeterministicInts NonMaxSuppression NonMaxSuppressionV2 NonMaxSuppressionV3 NonMaxSuppressionV4 NonMaxSuppressionV5
  NonMaxSuppressionWithOverlaps NonSerializableDataset None NotEqual NthElement Old OneHot OneShotIterator OnesLike OpWithDefaultAttr
  OpWithFutureDefaultAttr OptimizeDataset OptimizeDatasetV2 OptionalFromValue OptionalGetValue OptionalHasValue OptionalNone
  OptionsDataset OrderedMapClear OrderedMapIncompleteSize OrderedMapPeek OrderedMapSize OrderedMapStage OrderedMapUnstage
  OrderedMapUnstageNoKey OutT OutTypeList OutTypeListRestrict OutfeedDequeue OutfeedDequeueTuple OutfeedDequeueTupleV2 OutfeedDequeueV2
  OutfeedEnqueue OutfeedEnqueueTuple Pack Pad PadV2 PaddedBatchDataset PaddedBatchDatasetV2 PaddingFIFOQueue PaddingFIFOQueueV2
  ParallelBatchDataset ParallelConcat ParallelDynamicStitch ParallelFilterDataset ParallelInterleaveDataset ParallelInterleaveDatasetV2
  ParallelInterleaveDatasetV3 ParallelInterleaveDatasetV4 ParallelMapDataset ParallelMapDatasetV2 ParameterizedTruncatedNormal
  ParseExample ParseExampleDataset ParseExampleDatasetV2 ParseExampleV2 ParseSequenceExample ParseSequenceExampleV2 ParseSingleExample
  ParseSingleSequenceExample ParseTensor PartitionedCall Placeholder PlaceholderV2 PlaceholderWithDefault Polygamma Polymorphic
  PolymorphicDefaultOut PolymorphicOut PopulationCount Pow PrefetchDataset Prelinearize PrelinearizeTuple PreventGradient Print PrintV2
  PriorityQueue PriorityQueueV2 PrivateThreadPoolDataset Prod PyFunc PyFuncStateless Qr QuantizeAndDequantize QuantizeAndDequantizeV2
  QuantizeAndDequantizeV3 QuantizeAndDequantizeV4 QuantizeAndDequantizeV4Grad QuantizeDownAndShrinkRange QuantizeV2 QuantizedAdd
  QuantizedAvgPool QuantizedBatchNormWithGlobalNormalization QuantizedBiasAdd QuantizedConcat QuantizedConcatV2 QuantizedConv2D
  QuantizedConv2DAndRelu QuantizedConv2DAndReluAndRequantize QuantizedConv2DAndRequantize QuantizedConv2DPerChannel
  QuantizedConv2DWithBias QuantizedConv2DWithBiasAndRelu QuantizedConv2DWithBiasAndReluAndRequantize QuantizedConv2DWithBiasAndRequantize
  QuantizedConv2DWithBiasSignedSumAndReluAndRequantize QuantizedConv2DWithBiasSumAndRelu QuantizedConv2DWithBiasSumAndReluAndRequantize
  QuantizedDepthwiseConv2D QuantizedDepthwiseConv2DWithBias QuantizedDepthwiseConv2DWithBiasAndRelu
  QuantizedDepthwiseConv2DWithBiasAndReluAndRequantize QuantizedInstanceNorm QuantizedMatMul QuantizedMatMulWithBias
  QuantizedMatMulWithBiasAndDequantize QuantizedMatMulWithBiasAndRelu QuantizedMatMulWithBiasAndReluAndRequantize
  QuantizedMatMulWithBiasAndRequantize QuantizedMaxPool QuantizedMul QuantizedRelu QuantizedRelu6 QuantizedReluX QuantizedReshape
  QuantizedResizeBilinear QueueClose QueueCloseV2 QueueDequeue QueueDequeueMany QueueDequeueManyV2 QueueDequeueUpTo QueueDequeueUpToV2
  QueueDequeueV2 QueueEnqueue QueueEnqueueMany QueueEnqueueManyV2 QueueEnqueueV2 QueueIsClosed QueueIsClosedV2 QueueSize QueueSizeV2 RFFT
  RFFT2D RFFT3D RFFTND RGBToHSV RaggedBincount RaggedCountSparseOutput RaggedCross RaggedFillEmptyRows RaggedFillEmptyRowsGrad
  RaggedGather RaggedRange RaggedTensorFromVariant RaggedTensorToSparse RaggedTensorToTensor RaggedTensorToVariant
  RaggedTensorToVariantGradient RandomCrop RandomDataset RandomDatasetV2 RandomGamma RandomGammaGrad RandomIndexShuffle RandomPoisson
  RandomPoissonV2 RandomShuffle RandomShuffleQueue RandomShuffleQueueV2 RandomStandardNormal RandomUniform RandomUniformInt Range
  RangeDataset Rank ReadFile ReadVariableOp ReadVariableXlaSplitND ReaderNumRecordsProduced ReaderNumRecordsProducedV2
  ReaderNumWorkUnitsCompleted ReaderNumWorkUnitsCompletedV2 ReaderRead ReaderReadUpTo ReaderReadUpToV2 ReaderReadV2 ReaderReset
  ReaderResetV2 ReaderRestoreState ReaderRestoreStateV2 ReaderSerializeState ReaderSerializeStateV2 Real RealDiv RebatchDataset
  RebatchDatasetV2 Reciprocal ReciprocalGrad RecordInput Recv RecvTPUEmbeddingActivations ReduceDataset ReduceJoin RefEnter RefExit
  RefIdentity RefIn RefInputFloatInput RefInputFloatInputIntOutput RefInputIntInput RefMerge RefNextIteration RefOut RefOutput
  RefOutputFloatOutput RefSelect RefSwitch RegexFullMatch RegexReplace RegisterDataset RegisterDatasetV2 Relayout RelayoutLike Relu Relu6
  Relu6Grad ReluGrad RemoteCall RepeatDataset RequantizationRange RequantizationRangePerChannel Requantize RequantizePerChannel
  RequiresOlderGraphVersion ReservedAttr ReservedInput Reshape ResizeArea ResizeBicubic ResizeBicubicGrad ResizeBilinear
  ResizeBilinearGrad ResizeNearestNeighbor ResizeNearestNeighborGrad ResourceAccumulatorApplyGradient ResourceAccumulatorNumAccumulated
  ResourceAccumulatorSetGlobalStep ResourceAccumulatorTakeGradient ResourceApplyAdaMax ResourceApplyAdadelta ResourceApplyAdagrad
  ResourceApplyAdagradDA ResourceApplyAdagradV2 ResourceApplyAdam ResourceApplyAdamWithAmsgrad ResourceApplyAddSign
  ResourceApplyCenteredRMSProp ResourceApplyFtrl ResourceApplyFtrlV2 ResourceApplyGradientDescent ResourceApplyKerasMomentum
  ResourceApplyMomentum ResourceApplyPowerSign ResourceApplyProximalAdagrad ResourceApplyProximalGradientDescent ResourceApplyRMSProp
  ResourceConditionalAccumulator ResourceCountUpTo ResourceCreateOp ResourceGather ResourceGatherNd ResourceInitializedOp
  ResourceScatterAdd ResourceScatterDiv ResourceScatterMax ResourceScatterMin ResourceScatterMul ResourceScatterNdAdd ResourceScatterNdMax
  ResourceScatterNdMin ResourceScatterNdSub ResourceScatterNdUpdate ResourceScatterSub ResourceScatterUpdate ResourceSparseApplyAdadelta
  ResourceSparseApplyAdagrad ResourceSparseApplyAdagradDA ResourceSparseApplyAdagradV2 ResourceSparseApplyCenteredRMSProp
  ResourceSparseApplyFtrl ResourceSparseApplyFtrlV2 ResourceSparseApplyKerasMomentum ResourceSparseApplyMomentum
  ResourceSparseApplyProximalAdagrad ResourceSparseApplyProximalGradientDescent ResourceSparseApplyRMSProp ResourceStridedSliceAssign
  ResourceUsingOp Restore RestoreSlice RestoreV2 Restrict RetrieveAllTPUEmbeddingParameters RetrieveTPUEmbeddingADAMParameters
  RetrieveTPUEmbeddingAdadeltaParameters RetrieveTPUEmbeddingAdagradMomentumParameters RetrieveTPUEmbeddingAdagradParameters
  RetrieveTPUEmbeddingCenteredRMSPropParameters RetrieveTPUEmbeddingFTRLParameters RetrieveTPUEmbeddingFrequencyEstimatorParameters
  RetrieveTPUEmbeddingMDLAdagradLightParameters RetrieveTPUEmbeddingMomentumParameters RetrieveTPUEmbeddingProximalAdagradParameters
  RetrieveTPUEmbeddingProximalYogiParameters RetrieveTPUEmbeddingRMSPropParameters RetrieveTPUEmbeddingStochasticGradientDescentParameters
  Reverse ReverseSequence ReverseV2 RewriteDataset RightShift Rint RiscAbs RiscAdd RiscBinaryArithmetic RiscBinaryComparison RiscBitcast
  RiscBroadcast RiscCast RiscCeil RiscCholesky RiscConcat RiscCondition RiscConv RiscCos RiscDiv RiscDot RiscExp RiscFft RiscFloor
  RiscGather RiscImag RiscIsFinite RiscLog RiscLogicalAnd RiscLogicalNot RiscLogicalOr RiscMax RiscMin RiscMul RiscNeg RiscPad RiscPool
  RiscPow RiscRandomUniform RiscReal RiscReduce RiscRem RiscReshape RiscReverse RiscScatter RiscShape RiscSign RiscSlice RiscSort
  RiscSqueeze RiscSub RiscTranspose RiscTriangularSolve RiscUnary RiscWhile RngReadAndSkip RngSkip Roll Round RpcCall RpcCheckStatus
  RpcClient RpcGetValue RpcServer RpcServerRegister RpcServerStart Rsqrt RsqrtGrad SampleDistortedBoundingBox SampleDistortedBoundingBoxV2
  SamplingDataset Save SaveDataset SaveDatasetV2 SaveSlices SaveV2 ScalarSummary ScaleAndTranslate ScaleAndTranslateGrad ScanDataset
  ScatterAdd ScatterDiv ScatterMax ScatterMin ScatterMul ScatterNd ScatterNdAdd ScatterNdMax ScatterNdMin ScatterNdNonAliasingAdd
  ScatterNdSub ScatterNdUpdate ScatterSub ScatterUpdate SdcaFprint SdcaOptimizer SdcaOptimizerV2 SdcaShrinkL1 SegmentMax SegmentMaxV2
  SegmentMean SegmentMin SegmentMinV2 SegmentProd SegmentProdV2 SegmentSum SegmentSumV2 Select SelectV2 SelfAdjointEig SelfAdjointEigV2
  Selu SeluGrad Send SendTPUEmbeddingGradients SerializeIterator SerializeManySparse SerializeSparse SerializeTensor SetSize
  SetStatsAggregatorDataset Shape ShapeN ShardDataset ShardedFilename ShardedFilespec ShuffleAndRepeatDataset ShuffleAndRepeatDatasetV2
  ShuffleDataset ShuffleDatasetV2 ShuffleDatasetV3 ShutdownDistributedTPU ShutdownTPUSystem Sigmoid SigmoidGrad Sign Simple SimpleStruct
  Sin Sinh Size SkipDataset Skipgram SleepDataset SleepIdentityOp SleepOp Slice SlidingWindowDataset Snapshot SnapshotChunkDataset
  SnapshotDataset SnapshotDatasetReader SnapshotDatasetV2 SnapshotNestedDatasetReader SobolSample Softmax SoftmaxCrossEntropyWithLogits
  Softplus SoftplusGrad Softsign SoftsignGrad SortListOfSparseCoreCooTensors SpaceToBatch SpaceToBatchND SpaceToDepth
  SparseAccumulatorApplyGradient SparseAccumulatorTakeGradient SparseAdd SparseAddGrad SparseApplyAdadelta SparseApplyAdagrad
  SparseApplyAdagradDA SparseApplyAdagradV2 SparseApplyCenteredRMSProp SparseApplyFtrl SparseApplyFtrlV2 SparseApplyMomentum
  SparseApplyProximalAdagrad SparseApplyProximalGradientDescent SparseApplyRMSProp SparseBincount SparseConcat
  SparseConditionalAccumulator SparseCountSparseOutput SparseCross SparseCrossHashed SparseCrossV2 SparseDenseCwiseAdd SparseDenseCwiseDiv
  SparseDenseCwiseMul SparseFillEmptyRows SparseFillEmptyRowsGrad SparseMatMul SparseMatrixAdd SparseMatrixMatMul SparseMatrixMul
  SparseMatrixNNZ SparseMatrixOrderingAMD SparseMatrixSoftmax SparseMatrixSoftmaxGrad SparseMatrixSparseCholesky SparseMatrixSparseMatMul
  SparseMatrixTranspose SparseMatrixZeros SparseReduceMax SparseReduceMaxSparse SparseReduceSum SparseReduceSumSparse SparseReorder
  SparseReshape SparseSegmentMean SparseSegmentMeanGrad SparseSegmentMeanGradV2 SparseSegmentMeanWithNumSegments SparseSegmentSqrtN
  SparseSegmentSqrtNGrad SparseSegmentSqrtNGradV2 SparseSegmentSqrtNWithNumSegments SparseSegmentSum SparseSegmentSumGrad
  SparseSegmentSumGradV2 SparseSegmentSumWithNumSegments SparseSlice SparseSliceGrad SparseSoftmax SparseSoftmaxCrossEntropyWithLogits
  SparseSparseMaximum SparseSparseMinimum SparseSplit SparseTensorDenseAdd SparseTensorDenseMatMul SparseTensorSliceDataset
  SparseTensorToCSRSparseMatrix SparseToDense SparseToSparseSetOperation Spence Split SplitDedupData SplitV SqlDataset Sqrt SqrtGrad
  Square SquaredDifference Squeeze Stack StackClose StackCloseV2 StackPop StackPopV2 StackPush StackPushV2 StackV2 Stage StageClear
  StagePeek StageSize StatefulPartitionedCall StatefulRandomBinomial StatefulStandardNormal StatefulStandardNormalV2
  StatefulTruncatedNormal StatefulUniform StatefulUniformFullInt StatefulUniformInt StatelessCase StatelessIf StatelessMultinomial
  StatelessParameterizedTruncatedNormal StatelessRandomBinomial StatelessRandomGammaV2 StatelessRandomGammaV3 StatelessRandomGetAlg
  StatelessRandomGetKeyCounter StatelessRandomGetKeyCounterAlg StatelessRandomNormal StatelessRandomNormalV2 StatelessRandomPoisson
  StatelessRandomUniform StatelessRandomUniformFullInt StatelessRandomUniformFullIntV2 StatelessRandomUniformInt
  StatelessRandomUniformIntV2 StatelessRandomUniformV2 StatelessSampleDistortedBoundingBox StatelessShuffle StatelessTruncatedNormal
  StatelessTruncatedNormalV2 StatelessWhile StaticRegexFullMatch StaticRegexReplace StatsAggregatorHandle StatsAggregatorHandleV2
  StatsAggregatorSetSummaryWriter StatsAggregatorSummary StochasticCastToInt StopGradient StoreMinibatchStatisticsInFdo StridedSlice
  StridedSliceAssign StridedSliceGrad StringFormat StringJoin StringLength StringListAttr StringLower StringNGrams StringSplit
  StringSplitV2 StringStrip StringToHashBucket StringToHashBucketFast StringToHashBucketStrong StringToNumber StringUpper
  StubResourceHandleOp Sub Substr Sum SummaryWriter Svd Switch SymbolicGradient SyncDevice TFRecordDataset TFRecordDatasetV2
  TFRecordReader TFRecordReaderV2 TPUAnnotateTensorsWithDynamicShape TPUCompilationResult TPUCompile TPUCompileSucceededAssert
  TPUCopyWithDynamicShape TPUDummyInput TPUEmbeddingActivations TPUExecute TPUExecuteAndUpdateVariables TPUOrdinalSelector
  TPUPartitionedCall TPUPartitionedInput TPUPartitionedInputV2 TPUPartitionedOutput TPUPartitionedOutputV2 TPUReplicateMetadata
  TPUReplicatedInput TPUReplicatedOutput TPUReshardVariables TPURoundRobin TakeDataset TakeManySparseFromTensorsMap TakeWhileDataset Tan
  Tanh TanhGrad TemporaryVariable TensorArray TensorArrayClose TensorArrayCloseV2 TensorArrayCloseV3 TensorArrayConcat TensorArrayConcatV2
  TensorArrayConcatV3 TensorArrayGather TensorArrayGatherV2 TensorArrayGatherV3 TensorArrayGrad TensorArrayGradV2 TensorArrayGradV3
  TensorArrayGradWithShape TensorArrayPack TensorArrayRead TensorArrayReadV2 TensorArrayReadV3 TensorArrayScatter TensorArrayScatterV2
  TensorArrayScatterV3 TensorArraySize TensorArraySizeV2 TensorArraySizeV3 TensorArraySplit TensorArraySplitV2 TensorArraySplitV3
  TensorArrayUnpack TensorArrayV2 TensorArrayV3 TensorArrayWrite TensorArrayWriteV2 TensorArrayWriteV3 TensorDataset TensorListConcat
  TensorListConcatLists TensorListConcatV2 TensorListElementShape TensorListFromTensor TensorListGather TensorListGetItem TensorListLength
  TensorListPopBack TensorListPushBack TensorListPushBackBatch TensorListReserve TensorListResize TensorListScatter
  TensorListScatterIntoExistingList TensorListScatterV2 TensorListSetItem TensorListSplit TensorListStack TensorMapErase TensorMapHasKey
  TensorMapInsert TensorMapLookup TensorMapSize TensorMapStackKeys TensorScatterAdd TensorScatterMax TensorScatterMin TensorScatterSub
  TensorScatterUpdate TensorSliceDataset TensorStridedSliceUpdate TensorSummary TensorSummaryV2 TestAttr TestStringOutput TextLineDataset
  TextLineReader TextLineReaderV2 ThreadPoolDataset ThreadPoolHandle ThreadUnsafeUnigramCandidateSampler Tile TileGrad Timestamp ToBool
  TopK TopKUnique TopKV2 TopKWithUnique TpuHandleToProtoKey Transpose TridiagonalMatMul TridiagonalSolve TruncateDiv TruncateMod
  TruncatedNormal TwoFloatInputs TwoFloatInputsFloatOutput TwoFloatInputsIntOutput TwoFloatOutputs TwoIntInputs TwoIntOutputs TwoRefsIn
  TypeList TypeListRestrict TypeListTwice Unary Unbatch UnbatchDataset UnbatchGrad UncompressElement UnicodeDecode
  UnicodeDecodeWithOffsets UnicodeEncode UnicodeScript UnicodeTranscode UniformCandidateSampler UniformDequantize UniformQuantize
  UniformQuantizedAdd UniformQuantizedClipByValue UniformQuantizedConvolution UniformQuantizedConvolutionHybrid UniformQuantizedDot
  UniformQuantizedDotHybrid UniformRequantize Unique UniqueDataset UniqueV2 UniqueWithCounts UniqueWithCountsV2 Unpack UnravelIndex
  UnsortedSegmentJoin UnsortedSegmentMax UnsortedSegmentMin UnsortedSegmentProd UnsortedSegmentSum Unstage UnwrapDatasetVariant
  UpdateTaskIdAndGlobalCoreArray UpperBound VarHandleOp VarIsInitializedOp Variable VariableShape VariableV2 WeightedFlatMapDataset Where
  While WholeFileReader WholeFileReaderV2 WindowDataset WindowOp WorkerHeartbeat WrapDatasetVariant WriteAudioSummary WriteFile
  WriteGraphSummary WriteHistogramSummary WriteImageSummary WriteRawProtoSummary WriteScalarSummary WriteSummary Xdivy XlaAllReduce
  XlaBroadcastHelper XlaCallModule XlaClusterOutput XlaConcatND XlaConv XlaConvV2 XlaCustomCall XlaCustomCallV2 XlaDequantize XlaDot
  XlaDotV2 XlaDynamicSlice XlaDynamicUpdateSlice XlaEinsum XlaGather XlaHostCompute XlaIf XlaKeyValueSort XlaLaunch XlaLaunchV2
  XlaOptimizationBarrier XlaPad XlaRecv XlaRecvFromHost XlaRecvTPUEmbeddingActivations XlaRecvTPUEmbeddingActivationsV2
  XlaRecvTPUEmbeddingDeduplicationData XlaRecvTPUEmbeddingDeduplicationDataV2 XlaReduce XlaReducePrecision XlaReduceScatter
  XlaReduceWindow XlaRemoveDynamicDimensionSize XlaReplicaId XlaRngBitGenerator XlaScatter XlaSelectAndScatter XlaSelfAdjointEig XlaSend
  XlaSendTPUEmbeddingGradients XlaSendTPUEmbeddingGradientsV2 XlaSendToHost XlaSetBound XlaSetDynamicDimensionSize XlaSharding XlaSort
  XlaSparseActivationsUnstack XlaSparseCoreAdagrad XlaSparseCoreAdagradMomentum XlaSparseCoreAdam XlaSparseCoreFtrl XlaSparseCoreSgd
  XlaSparseDenseMatmul XlaSparseDenseMatmulCustomCombinerOnTcGradWithAdagradAndCsrInput
  XlaSparseDenseMatmulCustomCombinerOnTcGradWithAdagradMomentumAndCsrInput XlaSparseDenseMatmulCustomCombinerOnTcGradWithAdamAndCsrInput
  XlaSparseDenseMatmulCustomCombinerOnTcGradWithCsrInput XlaSparseDenseMatmulCustomCombinerOnTcGradWithFtrlAndCsrInput
  XlaSparseDenseMatmulCustomCombinerOnTcGradWithSgdAndCsrInput XlaSparseDenseMatmulCustomCombinerOnTcWithCsrInput
  XlaSparseDenseMatmulGradWithAdagradAndCsrInput XlaSparseDenseMatmulGradWithAdagradAndStaticBufferSize
  XlaSparseDenseMatmulGradWithAdagradMomentumAndCsrInput XlaSparseDenseMatmulGradWithAdagradMomentumAndStaticBufferSize
  XlaSparseDenseMatmulGradWithAdamAndCsrInput XlaSparseDenseMatmulGradWithAdamAndStaticBufferSize XlaSparseDenseMatmulGradWithCsrInput
  XlaSparseDenseMatmulGradWithFtrlAndCsrInput XlaSparseDenseMatmulGradWithFtrlAndStaticBufferSize
  XlaSparseDenseMatmulGradWithSgdAndCsrInput XlaSparseDenseMatmulGradWithSgdAndStaticBufferSize XlaSparseDenseMatmulWithCsrInput
  XlaSparseDenseMatmulWithStaticBufferSize XlaSparseGradientsStack XlaSplitND XlaSpmdFullToShardShape XlaSpmdShardToFullShape XlaSvd
  XlaVariadicReduce XlaVariadicReduceV2 XlaVariadicSort XlaWhile Xlog1py Xlogy ZerosLike Zeta ZipDataset

  AdjustHsvInYiq BytesInUse BytesLimit DecodeAudio DecodeAudioV2 DecodeLibsvm DecodeVideo EncodeAudio GatherTree HyperplaneLSHProbes
  ImageConnectedComponents ImageProjectiveTransform MaskedMatmul MaxBytesInUse PairwiseDistance PeriodicResample ReinterpretStringToFloat
  Resampler ResamplerGrad SingleImageRandomDotStereograms SkipGramGenerateCandidates SparseFeatureCross SparseFeatureCrossV2
`);

// src/policy/graph/tensorflow.ts
var tensorflowRows = [
  {
    reach: "python",
    does: "calls a Python function of the loading process",
    ops: words("PyFunc PyFuncStateless EagerPyFunc")
  },
  {
    reach: "files",
    does: "writes a file",
    ops: words(
      "WriteFile DatasetToTFRecord ExperimentalDatasetToTFRecord SaveDataset SaveDatasetV2 DistributedSave SnapshotDataset SnapshotDatasetV2 DumpTensor CalibrationStatisticsSaver CreateSummaryFileWriter CreateSummaryDbWriter WriteSummary WriteRawProtoSummary WriteScalarSummary WriteHistogramSummary WriteImageSummary WriteAudioSummary WriteGraphSummary ImportEvent StatsAggregatorSetSummaryWriter"
    )
  },
  {
    reach: "files",
    does: "reads files",
    ops: words(
      "ReadFile MatchingFiles MatchingFilesDataset ExperimentalMatchingFilesDataset WholeFileReader WholeFileReaderV2 TextLineReader TextLineReaderV2 TFRecordReader TFRecordReaderV2 FixedLengthRecordReader FixedLengthRecordReaderV2 LMDBReader TextLineDataset TFRecordDataset TFRecordDatasetV2 FixedLengthRecordDataset FixedLengthRecordDatasetV2 CSVDataset CSVDatasetV2 ExperimentalCSVDataset LMDBDataset ExperimentalLMDBDataset SqlDataset ExperimentalSqlDataset LoadDataset SnapshotDatasetReader SnapshotChunkDataset SnapshotNestedDatasetReader ListSnapshotChunksDataset RecordInput Skipgram GenerateVocabRemapping LoadAndRemapMatrix"
    ),
    only: "not-asset"
  },
  {
    reach: "files",
    does: "reads a table from a file",
    ops: words("InitializeTableFromTextFile InitializeTableFromTextFileV2 FixedUnigramCandidateSampler"),
    only: "outside"
  },
  {
    reach: "files",
    does: "stores a cache in a file",
    ops: words("CacheDataset CacheDatasetV2"),
    only: "outside"
  },
  {
    reach: "files",
    does: "writes a checkpoint to a path in the graph",
    ops: words("Save SaveV2 SaveSlices MergeV2Checkpoints"),
    only: "outside"
  },
  {
    reach: "checkpoint",
    does: "reads a checkpoint from a path in the graph",
    ops: words("Restore RestoreV2 RestoreSlice DTensorRestoreV2"),
    only: "outside"
  },
  {
    reach: "files",
    does: "prints to a file",
    ops: words("PrintV2"),
    only: "url"
  },
  {
    reach: "network",
    does: "sends tensors to a debug address",
    ops: words("DebugIdentity DebugIdentityV2 DebugIdentityV3 DebugNanCount DebugNumericSummary DebugNumericSummaryV2"),
    only: "url"
  },
  {
    reach: "network",
    does: "connects to another process",
    ops: words(
      "RemoteCall RpcServer RpcServerStart RpcServerRegister RpcClient RpcCall DataServiceDataset DataServiceDatasetV2 DataServiceDatasetV3 DataServiceDatasetV4 RegisterDataset RegisterDatasetV2 BigQueryReader BigtableClient KafkaDataset"
    )
  },
  {
    reach: "native",
    does: "calls a native function by its name",
    ops: words("XlaCustomCall XlaCustomCallV2")
  },
  {
    reach: "compiled",
    does: "runs a compiled engine that cannot be inspected",
    ops: words("TRTEngineOp")
  }
];
var addOns = [
  {
    library: "tensorflow-text",
    ops: /^(?:TFText>|Sentencepiece|Wordpiece|FastWordpiece|FastBertNormalize|FastSentencepiece|WhitespaceTokenize|UnicodeScriptTokenize|RegexSplitWithOffsets|CaseFoldUTF8|NormalizeUTF8|ConstrainedSequence|RougeL|NgramsStringJoin|SplitMergeTokenize|SplitFromLogits|ByteSplit|StateBasedSentence|SentenceFragment|UtfConversion|MaxSpanningTree)/
  },
  { library: "TensorFlow Decision Forests", ops: /^SimpleML/ },
  { library: "TensorFlow Addons", ops: /^Addons>/ },
  {
    library: "DeepMind or TF-Agents trees of TensorFlow 1",
    ops: /^(?:GradientTrees|HardRouting|TreePredictions|CreateFertileStats|TensorForest)/
  }
];
function isTensorflowOp(op) {
  return tensorflowOps.has(op) || /^_(?:Arg|Retval|Send|Recv|HostSend|HostRecv)$/.test(op) || addOns.some((row2) => row2.ops.test(op));
}

// src/policy/judge/graph.ts
var RULES = {
  python: "graph/python-op",
  layer: "graph/python-layer",
  files: "graph/file-access",
  network: "graph/network",
  native: "graph/native-call",
  compiled: "graph/compiled-kernel",
  checkpoint: "graph/checkpoint-path",
  custom: "graph/custom-op"
};
function judgeGraph(policy, observation) {
  const name = fullName2(observation);
  const dot = name.lastIndexOf(".");
  const entry = policyEntry(policy, name.slice(0, dot), name.slice(dot + 1));
  if (entry === "allow") return fine(`${name} is allowed by the policy`);
  if (entry === "deny") return graphFinding(observation, "custom", "is denied by the policy", "denied by the policy");
  const { row: row2, known } = classify(observation);
  if (row2) {
    const reason = relevance(row2, observation.argument);
    return reason === true ? graphFinding(observation, row2.reach, row2.does, `listed: it ${row2.does}`) : fine(`${name}: ${reason}`);
  }
  if (known) return fine(`${name} only computes`);
  if (observation.defined) return fine(`${name} is a function of the model`);
  return graphFinding(
    observation,
    "custom",
    "is not part of the framework: a custom library must provide it",
    "not an operation of the framework"
  );
}
function fullName2({ framework, domain, op }) {
  return [framework, domain, op].filter((part) => part !== "").join(".");
}
function classify({ framework, domain, op }) {
  switch (framework) {
    case "tensorflow":
      return tensorflow(op);
    case "tflite":
      return op.startsWith("Flex") ? tensorflow(op.slice(4)) : { row: void 0, known: tfliteCustomOps.has(op) };
    case "onnx":
      return { row: rowOf(onnxRows, op), known: isOnnxOp(domain, op) };
    case "paddle":
      return { row: rowOf(paddleRows, op), known: true };
    case "mxnet":
      return { row: rowOf(mxnetRows, op), known: true };
    case "caffe":
      return { row: rowOf(caffeRows, op), known: true };
    case "coreml":
      return { row: rowOf(coremlRows, op), known: true };
    case "openvino":
      return { row: void 0, known: isOpenvinoSet(domain) };
    case "executorch":
      return { row: void 0, known: isExecutorchOp(domain, op) };
    case "torch-export":
      return { row: void 0, known: isExportNamespace(domain) };
    default:
      return framework;
  }
}
function tensorflow(op) {
  return { row: rowOf(tensorflowRows, op), known: isTensorflowOp(op) };
}
function rowOf(rows, op) {
  return rows.find((row2) => row2.ops.has(op));
}
function relevance(row2, argument) {
  switch (row2.only) {
    case "url":
      return argument?.includes("://") ? true : "it writes to the output of the process";
    case "outside":
      return argument?.split(", ").some(leaves) ? true : "the loader passes its path, or the path stays in the folder";
    case "not-asset":
      return argument?.split(", ").every((path) => path.startsWith("assets/") && !leaves(path)) ? "it reads an asset of the model" : true;
    default:
      return true;
  }
}
function leaves(path) {
  return /^[?]/.test(path) || /^[\\/~]/.test(path) || /^[a-z][a-z0-9+.-]*:/i.test(path) || path.split(/[\\/]/).includes("..");
}
function graphFinding({ op, domain, node, argument, framework }, reach, does, reason) {
  const called = domain === "" ? op : `${domain}.${op}`;
  const target = argument === void 0 || argument === "" ? "" : `: ${argument}`;
  const place = node === "" ? "" : ` (node ${node})`;
  const rule = RULES[reach];
  return finding(
    rule,
    `The ${TITLES[framework]} operation ${called === "" ? "without a name" : called} ${does}${target}${place}`,
    `${called}${target}`,
    reason
  );
}
var TITLES = {
  tensorflow: "TensorFlow",
  tflite: "TensorFlow Lite",
  onnx: "ONNX",
  caffe: "Caffe",
  coreml: "Core ML",
  paddle: "PaddlePaddle",
  mxnet: "MXNet",
  openvino: "OpenVINO",
  executorch: "ExecuTorch",
  "torch-export": "torch.export"
};

// src/policy/judge/template.ts
function judgeTemplate(_policy, { name, construct, expression }) {
  switch (construct) {
    case "attribute":
    case "call":
      return finding(
        "template/injection",
        `Rendering ${name} would run ${expression}`,
        expression,
        construct === "call" ? "templates do not need this function" : "this attribute leads to every function of the interpreter"
      );
    case "hidden-name":
      return finding(
        "template/hidden-name",
        `Rendering ${name} would use an attribute whose name is computed: ${expression}`,
        expression,
        "the template computes the name from its own text, which hides it"
      );
    case "import":
      return finding(
        "template/include",
        `Rendering ${name} would load another template: ${expression}`,
        expression,
        "chat templates are self-contained"
      );
    case "unparsable":
      return finding(
        "template/unparsable",
        `${name} cannot be analysed: ${expression}`,
        expression,
        "what it does cannot be known without rendering it"
      );
    default:
      return construct;
  }
}

// src/policy/judge/models.ts
var modelJudges = { judgeConfig, judgeGraph, judgeTemplate };
export {
  modelJudges
};
