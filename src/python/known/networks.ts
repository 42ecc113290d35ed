// Safe names of ultralytics, torch_geometric and other libraries on top of PyTorch.
import type { SafeTable } from '../table.ts'

/** Networks of ultralytics 8.4.190 and other libraries, graphs of PyTorch Geometric, distributions of PyTorch. */
export const networks: SafeTable = {
  packages: `diffusers gpytorch kornia matplotlib monai peft segmentation_models_pytorch sentence_transformers skorch stable_baselines3 timm torch_geometric torchmetrics torchvision transformers ultralytics`,
  groups: [
    {
      use: 'attributes-only',
      reason: 'configuration or helper without hooks: restoring it only sets attributes',
      names: `
        diffusers.models.attention_processor: AttnProcessor2_0
        kornia.augmentation.random_generator.base: UniformDistribution
        peft.tuners.ia3.config: IA3Config
        peft.tuners.lora.config: LoraConfig LoraRuntimeConfig
        peft.tuners.prompt_tuning.config: PromptTuningConfig
        skorch.callbacks.lr_scheduler: LRScheduler
        skorch.callbacks.training: Checkpoint EarlyStopping
        stable_baselines3.common.buffers: ReplayBuffer
        stable_baselines3.common.running_mean_std: RunningMeanStd
        torch_geometric.data.data: DataEdgeAttr DataTensorAttr
        torch_geometric.data.feature_store: TensorAttr
        torch_geometric.data.graph_store: EdgeAttr
        torch_geometric.inspector: Inspector
        ultralytics.nn.tasks: _SafeLoad`,
    },
    {
      use: 'attributes-only-callable',
      reason: 'module or transform without hooks of its own: restoring it only sets attributes; it can be called',
      names: `
        diffusers.models.attention_processor: Attention
        diffusers.models.downsampling: Downsample2D
        diffusers.models.embeddings: TimestepEmbedding Timesteps
        diffusers.models.resnet: ResnetBlock2D
        diffusers.models.unets.unet_2d_blocks: AttnDownBlock2D AttnUpBlock2D DownBlock2D UNetMidBlock2D UpBlock2D
        diffusers.models.upsampling: Upsample2D
        kornia.augmentation._2d.geometric.horizontal_flip: RandomHorizontalFlip
        kornia.augmentation._2d.geometric.rotation: RandomRotation
        monai.losses.dice: DiceLoss
        monai.networks.blocks.acti_norm: ADN
        monai.networks.blocks.convolutions: Convolution
        monai.networks.blocks.segresnet_block: ResBlock
        monai.networks.blocks.upsample: UpSample
        monai.networks.layers.simplelayers: SkipConnection
        monai.networks.nets.densenet: DenseNet121 _DenseBlock _DenseLayer _Transition
        monai.networks.nets.segresnet: SegResNet
        monai.networks.nets.unet: UNet
        monai.networks.nets.vnet: DownTransition InputTransition LUConv OutputTransition UpTransition VNet
        monai.transforms.compose: Compose
        monai.transforms.intensity.array: ScaleIntensity
        monai.transforms.spatial.array: Flip RandFlip Resize
        monai.transforms.utility.array: EnsureChannelFirst ToTensor
        peft.tuners.ia3.layer: Linear
        peft.tuners.lora.layer: Linear
        peft.tuners.prompt_tuning.model: PromptEmbedding
        torch_geometric.data.batch: DynamicInheritanceGetter
        torch_geometric.nn.aggr.basic: MaxAggregation MeanAggregation SumAggregation
        torch_geometric.nn.aggr.fused: FusedAggregation
        torch_geometric.nn.aggr.multi: MultiAggregation
        torch_geometric.nn.aggr.scaler: DegreeScalerAggregation
        torch_geometric.nn.conv.hetero_conv: HeteroConv
        torch_geometric.nn.dense.linear: Linear
        torch_geometric.nn.models.basic_gnn: GCN
        torch_geometric.nn.models.schnet: GaussianSmearing InteractionBlock RadiusInteractionGraph SchNet ShiftedSoftplus
        torch_geometric.nn.module_dict: ModuleDict
        torch_geometric.nn.norm.batch_norm: BatchNorm
        torch_geometric.transforms.compose: Compose
        torch_geometric.transforms.normalize_features: NormalizeFeatures
        torch_geometric.transforms.random_node_split: RandomNodeSplit
        torch_geometric.transforms.to_undirected: ToUndirected
        torch_geometric.utils._trim_to_layer: TrimToLayer
        torchmetrics.collections: MetricCollection
        transformers.activations: GELUActivation NewGELUActivation SiLUActivation
        transformers.models.bert.modeling_bert: BertAttention BertEmbeddings BertEncoder BertForSequenceClassification BertIntermediate
          BertLayer BertModel BertOutput BertPooler BertSelfAttention BertSelfOutput
        transformers.models.distilbert.modeling_distilbert: DistilBertModel DistilBertSelfAttention Embeddings FFN Transformer
          TransformerBlock
        transformers.models.gpt2.modeling_gpt2: GPT2Attention GPT2Block GPT2LMHeadModel GPT2MLP GPT2Model
        transformers.models.llama.modeling_llama: LlamaAttention LlamaDecoderLayer LlamaForCausalLM LlamaMLP LlamaModel LlamaRMSNorm
          LlamaRotaryEmbedding
        transformers.models.roberta.modeling_roberta: RobertaAttention RobertaEmbeddings RobertaEncoder RobertaIntermediate RobertaLayer
          RobertaModel RobertaOutput RobertaPooler RobertaSelfAttention RobertaSelfOutput
        transformers.models.t5.modeling_t5: T5Attention T5Block T5DenseActDense T5ForConditionalGeneration T5LayerCrossAttention T5LayerFF
          T5LayerNorm T5LayerSelfAttention T5Stack
        transformers.models.vit.modeling_vit: ViTAttention ViTEmbeddings ViTForImageClassification ViTLayer ViTMLP ViTModel
          ViTPatchEmbeddings
        transformers.pytorch_utils: Conv1D
        ultralytics.nn.backends.axelera: AxeleraBackend
        ultralytics.nn.backends.base: BaseBackend
        ultralytics.nn.backends.coreai: CoreAIBackend
        ultralytics.nn.backends.coreml: CoreMLBackend
        ultralytics.nn.backends.deepx: DeepXBackend
        ultralytics.nn.backends.executorch: ExecuTorchBackend
        ultralytics.nn.backends.litert: LiteRTBackend
        ultralytics.nn.backends.mnn: MNNBackend
        ultralytics.nn.backends.ncnn: NCNNBackend
        ultralytics.nn.backends.onnx: ONNXBackend ONNXIMXBackend
        ultralytics.nn.backends.openvino: OpenVINOBackend
        ultralytics.nn.backends.paddle: PaddleBackend
        ultralytics.nn.backends.pytorch: PyTorchBackend TorchScriptBackend
        ultralytics.nn.backends.qnn: QNNBackend
        ultralytics.nn.backends.rknn: RKNNBackend
        ultralytics.nn.backends.tensorflow: TensorFlowBackend
        ultralytics.nn.backends.tensorrt: TensorRTBackend
        ultralytics.nn.backends.triton: TritonBackend
        ultralytics.nn.distill_model: FeatureHook
        ultralytics.nn.modules.activation: AGLU
        ultralytics.nn.modules.block: A2C2f ABlock C2fPSA C3f Proto26 RealNVP RepBottleneck RepCSP Residual SAVPE SwiGLUFFN TorchVision
        ultralytics.nn.modules.conv: Index
        ultralytics.nn.modules.head: Depth LRPCHead OBB26 Pose26 Segment26 SemanticSegment YOLOEDetect YOLOESegment YOLOESegment26
        ultralytics.nn.modules.transformer: AIFI DeformableTransformerDecoder DeformableTransformerDecoderLayer LayerNorm2d MLP MLPBlock
          MSDeformAttn TransformerBlock TransformerEncoderLayer TransformerLayer
        ultralytics.nn.tasks: BaseModel DepthModel Ensemble SemanticSegmentationModel YOLOEModel YOLOESegModel`,
    },
    {
      use: 'attributes-only-callable',
      reason: 'graph: `__setstate__` copies the attributes and keeps a weak reference to its owner',
      names: `
        torch_geometric.data.data: Data
        torch_geometric.data.hetero_data: HeteroData
        torch_geometric.data.storage: BaseStorage EdgeStorage GlobalStorage NodeStorage
        torch_geometric.data.temporal: TemporalData`,
    },
    {
      use: 'attributes-only-callable',
      reason: 'its `__getattr__` delegates to an object in its state, which only a second state could abuse',
      names: `
        diffusers.models.unets.unet_2d: UNet2DModel
        diffusers.schedulers.scheduling_ddpm: DDPMScheduler
        peft.peft_model: PeftModelForSequenceClassification
        peft.tuners.ia3.model: IA3Model
        peft.tuners.lora.model: LoraModel
        peft.utils.other: ModulesToSaveWrapper
        sentence_transformers.base.modules.dense: Dense
        sentence_transformers.base.modules.normalize: Normalize
        sentence_transformers.base.modules.transformer: Transformer
        sentence_transformers.sentence_transformer.modules.pooling: Pooling
        transformers.models.bert.configuration_bert: BertConfig
        transformers.models.distilbert.configuration_distilbert: DistilBertConfig
        transformers.models.gpt2.configuration_gpt2: GPT2Config
        transformers.models.llama.configuration_llama: LlamaConfig
        transformers.models.roberta.configuration_roberta: RobertaConfig
        transformers.models.t5.configuration_t5: T5Config
        transformers.models.vit.configuration_vit: ViTConfig`,
    },
    {
      use: 'attributes-only-callable',
      reason: '`__setstate__` sets the attributes, and a number that old versions do not have',
      names: `
        ultralytics.nn.modules.block: AAttn`,
    },
    {
      use: 'member',
      reason: 'enumeration: a call with one literal returns a member',
      names: `
        kornia.constants: BorderType Resample SamplePadding
        matplotlib._enums: CapStyle JoinStyle
        monai.utils.enums: InterpolateMode MetaKeys SpaceKeys UpsampleMode
        peft.tuners.prompt_tuning.config: PromptTuningInit
        peft.utils.peft_types: PeftType TaskType
        timm.layers.format: Format
        torchvision.transforms.autoaugment: AutoAugmentPolicy`,
    },
    {
      use: 'reference',
      reason: 'function of tensors: an import of it is harmless',
      names: `
        gpytorch.utils.transforms: inv_sigmoid inv_softplus
        kornia.enhance.adjust: adjust_brightness_accumulative adjust_contrast_with_mean_subtraction adjust_hue
          adjust_saturation_with_gray_subtraction
        segmentation_models_pytorch.losses._functional: focal_loss_with_logits
        sentence_transformers.util.similarity: cos_sim dot_score euclidean_sim manhattan_sim pairwise_cos_sim pairwise_dot_score
        skorch.utils: noop
        torchmetrics.metric: jit_distributed_available
        torchmetrics.utilities.data: dim_zero_cat dim_zero_max dim_zero_mean dim_zero_min dim_zero_sum
        torchvision.ops.boxes: box_iou`,
    },
  ],
}
