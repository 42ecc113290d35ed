// Safe names of libraries that appear in published models and have no file of their own.
import type { SafeTable } from '../table.ts'

/** Other libraries of published models. Unlisted classes of these count as unknown packages, not as known libraries. */
export const other: SafeTable = {
  packages: `accelerate alignment astropy axolotl babel Bio cloudpickle dateutil deepspeed detectron2 dill dnnlib fairseq fastai FlagEmbedding flair gensim h4 lightning llava megatron models networkx nltk omegaconf open_r1 PIL pyannote pytz sentence_transformers simpletransformers skimage skorch sparse stable_baselines3 statsmodels swift sympy thinc tokenizers transformer_engine transformers trl TTS ultralytics umap xarray`,
  groups: [
    {
      use: 'call',
      reason: 'value object: keeps its arguments',
      names: `
        cloudpickle.cloudpickle: _make_dict_keys _make_dict_values
        dateutil.tz.tz: tzoffset
        nltk.probability: ConditionalFreqDist FreqDist
        pytz: FixedOffset _FixedOffset _UTC _p
        stable_baselines3.common.type_aliases: TrainFrequencyUnit
        stable_baselines3.her.goal_selection_strategy: GoalSelectionStrategy
        ultralytics.utils: IterableSimpleNamespace`,
    },
    {
      use: 'call',
      reason: 'compiled state-space object: takes arrays only',
      names: `
        statsmodels.tsa.statespace._initialization: dInitialization zInitialization
        statsmodels.tsa.statespace._kalman_filter: dKalmanFilter zKalmanFilter
        statsmodels.tsa.statespace._kalman_smoother: dKalmanSmoother
        statsmodels.tsa.statespace._representation: dStatespace zStatespace`,
    },
    {
      use: 'class',
      reason: 'class with a plain state, seen in published models',
      names: `
        Bio.Seq: Seq
        Bio.SeqRecord: SeqRecord _RestrictedDict
        FlagEmbedding.baai_general_embedding.finetune.arguments: RetrieverTrainingArguments
        PIL.Image: Image
        TTS.utils.radam: RAdam
        accelerate.state: PartialState
        accelerate.utils.deepspeed: HfDeepSpeedConfig
        alignment.configs: DPOConfig SFTConfig
        astropy.coordinates.angles: Angle Latitude Longitude
        astropy.coordinates.builtin_frames.icrs: ICRS
        astropy.coordinates.earth: BaseGeodeticRepresentation GRS80GeodeticRepresentation WGS72GeodeticRepresentation
          WGS84GeodeticRepresentation
        astropy.coordinates.representation: CartesianDifferential CartesianRepresentation CylindricalDifferential
          CylindricalRepresentation PhysicsSphericalDifferential PhysicsSphericalRepresentation RadialDifferential RadialRepresentation
          SphericalCosLatDifferential SphericalDifferential SphericalRepresentation UnitSphericalCosLatDifferential
          UnitSphericalDifferential UnitSphericalRepresentation
        astropy.coordinates.sky_coordinate: SkyCoord
        astropy.modeling.functional_models: Gaussian1D
        astropy.modeling.parameters: Parameter
        astropy.table.column: Column
        astropy.table.table: Table
        astropy.time.core: Time
        astropy.time.formats: TimeISO
        astropy.units.core: CompositeUnit IrreducibleUnit PrefixUnit Unit
        astropy.units.quantity: Quantity
        axolotl.core.trainer_builder: AxolotlTrainingArguments
        babel.dates: DateTimePattern
        babel.numbers: NumberPattern
        babel.plural: PluralRule
        dateutil._common: weekday
        dateutil.relativedelta: relativedelta
        dateutil.tz.tz: _ttinfo tzlocal tzrange tzstr tzutc
        deepspeed.runtime.fp16.loss_scaler: DynamicLossScaler LossScaler
        deepspeed.utils.tensor_fragment: fragment_address
        detectron2.structures.boxes: Boxes
        dnnlib.util: EasyDict
        fairseq.data.dictionary: Dictionary
        fairseq.dataclass.configs: FairseqConfig
        fastai.learner: Learner
        flair.data: Dictionary
        flair.embeddings: FlairEmbeddings StackedEmbeddings
        flair.embeddings.token: CharacterEmbeddings FlairEmbeddings StackedEmbeddings TransformerWordEmbeddings WordEmbeddings
        flair.models.language_model: LanguageModel
        flair.models.prefixed_tagger: EntityTypeTaskPromptAugmentationStrategy
        flair.optim: LinearSchedulerWithWarmup
        flair.trainers.plugins.functional.linear_scheduler: LinearSchedulerPlugin
        flair.trainers.plugins.loggers.tensorboard: TensorboardLogger
        flair.training_utils: AnnealOnPlateau
        gensim.corpora.dictionary: Dictionary
        gensim.models.doc2vec: Doc2Vec
        gensim.models.fasttext: FastText FastTextKeyedVectors
        gensim.models.keyedvectors: KeyedVectors Vocab Word2VecKeyedVectors
        gensim.models.ldamodel: LdaModel LdaState
        gensim.models.lsimodel: LsiModel Projection
        gensim.models.phrases: Phrases
        gensim.models.tfidfmodel: TfidfModel
        gensim.models.word2vec: Word2Vec
        h4.training.config: DPOTrainingArguments TrainingArguments
        lightning.pytorch.callbacks.early_stopping: EarlyStopping
        lightning.pytorch.callbacks.model_checkpoint: ModelCheckpoint
        lightning.pytorch.utilities.parsing: AttributeDict
        llava.train.train: TrainingArguments
        llava.train.train_dpo_ori: TrainingArguments
        megatron.core.optimizer: OptimizerConfig
        megatron.core.rerun_state_machine: RerunDiagnostic
        models.common: Bottleneck BottleneckCSP C3 C3TR Concat Conv DWConv Focus SPP SPPF
        models.yolo: BaseModel Detect DetectionModel Model Segment SegmentationModel
        networkx.classes.coreviews: AdjacencyView
        networkx.classes.digraph: DiGraph
        networkx.classes.graph: Graph
        networkx.classes.reportviews: NodeView
        nltk.classify.maxent: BinaryMaxentFeatureEncoding MaxentClassifier
        nltk.classify.naivebayes: NaiveBayesClassifier
        nltk.grammar: CFG Nonterminal Production
        nltk.probability: ELEProbDist
        nltk.tag.perceptron: AveragedPerceptron
        nltk.tag.sequential: DefaultTagger TrigramTagger UnigramTagger
        nltk.tokenize.punkt: PunktLanguageVars PunktParameters PunktSentenceTokenizer PunktToken
        nltk.tree.tree: Tree
        omegaconf.base: ContainerMetadata Metadata
        omegaconf.dictconfig: DictConfig
        omegaconf.listconfig: ListConfig
        omegaconf.nodes: AnyNode BooleanNode EnumNode FloatNode IntegerNode StringNode UntypedNode
        open_r1.configs: GRPOConfig SFTConfig
        pyannote.audio.core.model: Introspection
        pyannote.audio.core.task: Specifications
        pytz.tzinfo: DstTzInfo StaticTzInfo
        sentence_transformers.SentenceTransformer: SentenceTransformer
        sentence_transformers.models.Pooling: Pooling
        sentence_transformers.models.Transformer: Transformer
        sentence_transformers.training_args: SentenceTransformerTrainingArguments
        simpletransformers.config.model_args: ClassificationArgs GenerationArgs LanguageModelingArgs MultiLabelClassificationArgs NERArgs
          QuestionAnsweringArgs RetrievalArgs Seq2SeqArgs T5Args
        skimage.transform._geometric: AffineTransform ProjectiveTransform
        skorch.callbacks.logging: EpochTimer PrintLog
        skorch.callbacks.scoring: EpochScoring PassthroughScoring
        skorch.dataset: Dataset ValidSplit
        skorch.history: History
        sparse._coo.core: COO
        stable_baselines3.common.buffers: DictReplayBuffer DictRolloutBuffer NStepReplayBuffer RolloutBuffer
        stable_baselines3.common.noise: NormalActionNoise OrnsteinUhlenbeckActionNoise VectorizedActionNoise
        stable_baselines3.common.policies: ActorCriticCnnPolicy ActorCriticPolicy MultiInputActorCriticPolicy
        stable_baselines3.common.torch_layers: CombinedExtractor FlattenExtractor NatureCNN
        stable_baselines3.common.type_aliases: TrainFreq
        stable_baselines3.common.utils: ConstantSchedule FloatSchedule LinearSchedule
        stable_baselines3.dqn.policies: CnnPolicy DQNPolicy MultiInputPolicy
        stable_baselines3.sac.policies: CnnPolicy MultiInputPolicy SACPolicy
        stable_baselines3.td3.policies: CnnPolicy MultiInputPolicy TD3Policy
        statsmodels.base.model: LikelihoodModelResults
        statsmodels.discrete.discrete_model: BinaryResultsWrapper Logit LogitResults
        statsmodels.genmod.families.family: Binomial
        statsmodels.genmod.families.links: Logit
        statsmodels.genmod.families.varfuncs: Binomial
        statsmodels.genmod.generalized_linear_model: GLM GLMResults GLMResultsWrapper
        statsmodels.regression.linear_model: OLS OLSResults RegressionResultsWrapper
        statsmodels.tools.decorators: ResettableCache
        statsmodels.tools.tools: Bunch
        statsmodels.tsa.arima.model: ARIMA ARIMAResults ARIMAResultsWrapper
        statsmodels.tsa.arima.params: SARIMAXParams
        statsmodels.tsa.arima.specification: SARIMAXSpecification
        statsmodels.tsa.base.tsa_model: TimeSeriesModel
        statsmodels.tsa.holtwinters.model: ExponentialSmoothing
        statsmodels.tsa.holtwinters.results: HoltWintersResults HoltWintersResultsWrapper
        statsmodels.tsa.statespace._initialization: cInitialization sInitialization
        statsmodels.tsa.statespace._kalman_filter: cKalmanFilter sKalmanFilter
        statsmodels.tsa.statespace._kalman_smoother: cKalmanSmoother sKalmanSmoother zKalmanSmoother
        statsmodels.tsa.statespace._representation: cStatespace sStatespace
        statsmodels.tsa.statespace._simulation_smoother: cSimulationSmoother dSimulationSmoother sSimulationSmoother zSimulationSmoother
        statsmodels.tsa.statespace.initialization: Initialization
        statsmodels.tsa.statespace.kalman_smoother: SmootherResults
        statsmodels.tsa.statespace.sarimax: SARIMAX SARIMAXResults SARIMAXResultsWrapper
        statsmodels.tsa.statespace.simulation_smoother: SimulationSmoothResults SimulationSmoother
        swift.trainers.rlhf_arguments: DPOConfig
        sympy.core.add: Add
        sympy.core.numbers: Integer
        sympy.core.power: Pow
        sympy.core.symbol: Symbol
        sympy.functions.elementary.trigonometric: sin
        thinc.config: Config
        tokenizers: AddedToken Tokenizer
        tokenizers.models: Model
        transformer_engine.common.recipe: DelayedScaling Float8BlockScaling Float8CurrentScaling Format MMParams MXFP8BlockScaling
          NVFP4BlockScaling _FormatHelper
        transformers.deepspeed: HfDeepSpeedConfig HfTrainerDeepSpeedConfig
        transformers.integrations.deepspeed: HfDeepSpeedConfig HfTrainerDeepSpeedConfig
        transformers.models.bert.tokenization_bert_fast: BertTokenizerFast
        transformers.trainer_pt_utils: AcceleratorConfig
        transformers.training_args: TrainingArguments
        transformers.training_args_seq2seq: Seq2SeqTrainingArguments
        trl.trainer.grpo_config: GRPOConfig
        trl.trainer.kto_config: KTOConfig
        trl.trainer.ppov2_config: PPOv2Config
        trl.trainer.sft_config: SFTConfig
        ultralytics.nn.modules: Bottleneck C2f Concat Conv DFL Detect Proto SPPF Segment
        ultralytics.nn.modules.batchnorm: BatchNorm2d
        ultralytics.nn.modules.block: AConv ADown Attention BNContrastiveHead Bottleneck BottleneckCSP C1 C2 C2PSA C2f C2fAttn C2fCIB C3
          C3Ghost C3TR C3k C3k2 C3x CBFuse CBLinear CIB ContrastiveHead DFL ELAN1 GhostBottleneck HGBlock HGStem ImagePoolingAttn
          MaxSigmoidAttnBlock PSA PSABlock Proto RepC3 RepConv RepNCSPELAN4 RepVGGDW ResNetBlock ResNetLayer SCDown SPP SPPELAN SPPF
        ultralytics.nn.modules.conv: CBAM ChannelAttention Concat Conv Conv2 ConvTranspose DWConv DWConvTranspose2d Focus GhostConv
          LightConv RepConv SpatialAttention
        ultralytics.nn.modules.head: Classify Detect OBB Pose RTDETRDecoder Segment WorldDetect v10Detect
        ultralytics.nn.tasks: ClassificationModel DetectionModel OBBModel PoseModel RTDETRDetectionModel SegmentationModel WorldModel
          YOLOv10DetectionModel
        ultralytics.utils.loss: BboxLoss DFLoss E2EDetectLoss KeypointLoss v10DetectLoss v8DetectionLoss v8PoseLoss v8SegmentationLoss
        ultralytics.utils.tal: TaskAlignedAssigner
        umap.umap_: UMAP
        xarray.core.dataarray: DataArray
        xarray.core.dataset: Dataset
        xarray.core.variable: Variable`,
    },
    {
      use: 'class',
      reason: 'settings: a data class with a plain state',
      names: `
        accelerate.utils.dataclasses: DeepSpeedPlugin`,
    },
    {
      use: 'class',
      reason: 'network wrapper: torch loads the tensors in its state',
      names: `
        skorch.classifier: NeuralNetBinaryClassifier NeuralNetClassifier
        skorch.net: NeuralNet
        skorch.regressor: NeuralNetRegressor`,
    },
    {
      use: 'reference',
      reason: 'function: an import of it is harmless',
      names: `
        gensim.models.phrases: original_scorer
        gensim.models.tfidfmodel: df2idf
        gensim.utils: call_on_class_only identity
        omegaconf.omegaconf: OmegaConf
        skorch.setter: optimizer_setter
        skorch.utils: _indexing_other to_numpy
        ultralytics.nn.modules.head: Detect.forward`,
    },
    {
      use: 'member',
      reason: 'enumeration: a call with one literal returns a member',
      names: `
        accelerate.utils.dataclasses: DistributedType
        deepspeed.runtime.zero.config: ZeroStageEnum
        megatron.core.enums: ModelType
        megatron.core.rerun_state_machine: RerunMode RerunState
        megatron.core.transformer.enums: AttnBackend CudaGraphScope
        pyannote.audio.core.task: Problem Resolution
        sentence_transformers.training_args: BatchSamplers MultiDatasetBatchSamplers
        transformers.trainer_utils: EvaluationStrategy FSDPOption HubStrategy IntervalStrategy SaveStrategy SchedulerType ShardedDDPOption
        transformers.training_args: OptimizerNames
        trl.trainer.dpo_config: FDivergenceType`,
    },
    {
      use: 'irreducible-unit',
      reason: 'looks up a unit, or calls its argument, a class of units',
      names: `
        astropy.units.core: _recreate_irreducible_unit`,
    },
    {
      use: 'remade-array',
      reason: 'dill’s array constructor: calls an array constructor, its argument',
      names: `
        dill._dill: _create_array`,
    },
    {
      use: 'dill-type',
      reason: 'dill’s table of builtin types',
      names: `
        dill._dill: _load_type`,
    },
    {
      use: 'class',
      reason: 'time zone of dateutil 4, which its own function restores; a call would read a file',
      names: `
        dateutil.tz._tzfile: tzfile`,
    },
    {
      use: 'first-is-class',
      reason: 'restores a time zone of dateutil 4 from transitions in the file',
      names: `
        dateutil.tz._tzfile: _unpickle`,
    },
    {
      use: 'time-zone-file',
      reason: 'time zone: reads a file unless the first argument is None',
      names: `
        dateutil.tz.tz: tzfile`,
    },
  ],
}
