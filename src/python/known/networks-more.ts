// Safe names of segmentation-models-pytorch, open_clip, pytorch-metric-learning and GPyTorch.
import type { SafeTable } from '../table.ts'

/**
 * Networks and losses: segmentation-models-pytorch 0.6.0, open_clip 3.3.0, pytorch-metric-learning 2.9.0, GPyTorch
 * 1.15.2.
 */
export const moreNetworks: SafeTable = {
  packages: 'gpytorch open_clip pytorch_metric_learning segmentation_models_pytorch',
  groups: [
    {
      use: 'attributes-only',
      reason: 'configuration or helper without hooks: restoring it only sets attributes',
      names: `
        gpytorch.kernels.kernel: Distance
        gpytorch.likelihoods.bernoulli_likelihood: BernoulliLikelihood
        gpytorch.likelihoods.beta_likelihood: BetaLikelihood
        gpytorch.likelihoods.hadamard_gaussian_likelihood: HadamardGaussianLikelihood
        gpytorch.likelihoods.laplace_likelihood: LaplaceLikelihood
        gpytorch.likelihoods.likelihood: Likelihood _Likelihood _OneDimensionalLikelihood
        gpytorch.likelihoods.likelihood_list: LikelihoodList
        gpytorch.likelihoods.multitask_gaussian_likelihood: MultitaskGaussianLikelihood _MultitaskGaussianLikelihoodBase
        gpytorch.likelihoods.negative_binomial_likelihood: NegativeBinomialLikelihood
        gpytorch.likelihoods.poisson_likelihood: PoissonLikelihood
        gpytorch.likelihoods.softmax_likelihood: SoftmaxLikelihood
        gpytorch.likelihoods.student_t_likelihood: StudentTLikelihood
        gpytorch.means.constant_mean: ConstantMean
        gpytorch.means.constant_mean_grad: ConstantMeanGrad
        gpytorch.means.constant_mean_gradgrad: ConstantMeanGradGrad
        gpytorch.means.linear_mean: LinearMean
        gpytorch.means.linear_mean_grad: LinearMeanGrad
        gpytorch.means.linear_mean_gradgrad: LinearMeanGradGrad
        gpytorch.means.mean: Mean
        gpytorch.means.multitask_mean: MultitaskMean
        gpytorch.means.zero_mean: ZeroMean
        open_clip.coca_model: CoCa MultimodalCfg
        open_clip.hf_model: ClsLastHiddenStatePooler ClsPooler HFTextEncoder MaxPooler MeanPooler
        open_clip.loss: ClipLoss CoCaLoss DistillClipLoss SigLipLoss
        open_clip.model: CLIPTextCfg CLIPVisionCfg
        open_clip.timm_model: TimmModel
        open_clip.tokenizer: HFTokenizer SigLipTokenizer SimpleTokenizer
        open_clip.transform: AugmentationCfg PreprocessCfg
        pytorch_metric_learning.losses.angular_loss: AngularLoss
        pytorch_metric_learning.losses.base_loss_wrapper: BaseLossWrapper
        pytorch_metric_learning.losses.base_metric_loss_function: BaseMetricLossFunction
        pytorch_metric_learning.losses.circle_loss: CircleLoss
        pytorch_metric_learning.losses.contrastive_loss: ContrastiveLoss
        pytorch_metric_learning.losses.cosface_loss: CosFaceLoss
        pytorch_metric_learning.losses.cross_batch_memory: CrossBatchMemory
        pytorch_metric_learning.losses.dynamic_soft_margin_loss: DynamicSoftMarginLoss
        pytorch_metric_learning.losses.fast_ap_loss: FastAPLoss
        pytorch_metric_learning.losses.generic_pair_loss: GenericPairLoss
        pytorch_metric_learning.losses.histogram_loss: HistogramLoss
        pytorch_metric_learning.losses.instance_loss: InstanceLoss
        pytorch_metric_learning.losses.intra_pair_variance_loss: IntraPairVarianceLoss
        pytorch_metric_learning.losses.large_margin_softmax_loss: LargeMarginSoftmaxLoss
        pytorch_metric_learning.losses.lifted_structure_loss: GeneralizedLiftedStructureLoss LiftedStructureLoss
        pytorch_metric_learning.losses.manifold_loss: ManifoldLoss
        pytorch_metric_learning.losses.margin_loss: MarginLoss
        pytorch_metric_learning.losses.mixins: EmbeddingRegularizerMixin WeightMixin WeightRegularizerMixin
        pytorch_metric_learning.losses.multi_similarity_loss: MultiSimilarityLoss
        pytorch_metric_learning.losses.multiple_losses: MultipleLosses
        pytorch_metric_learning.losses.n_pairs_loss: NPairsLoss
        pytorch_metric_learning.losses.nca_loss: NCALoss
        pytorch_metric_learning.losses.normalized_softmax_loss: NormalizedSoftmaxLoss
        pytorch_metric_learning.losses.p2s_grad_loss: P2SGradLoss
        pytorch_metric_learning.losses.pnp_loss: PNPLoss
        pytorch_metric_learning.losses.proxy_anchor_loss: ProxyAnchorLoss
        pytorch_metric_learning.losses.proxy_losses: ProxyNCALoss
        pytorch_metric_learning.losses.ranked_list_loss: RankedListLoss
        pytorch_metric_learning.losses.self_supervised_loss: SelfSupervisedLoss
        pytorch_metric_learning.losses.signal_to_noise_ratio_losses: SignalToNoiseRatioContrastiveLoss
        pytorch_metric_learning.losses.smooth_ap: SmoothAPLoss
        pytorch_metric_learning.losses.soft_triple_loss: SoftTripleLoss
        pytorch_metric_learning.losses.sphereface_loss: SphereFaceLoss
        pytorch_metric_learning.losses.subcenter_arcface_loss: SubCenterArcFaceLoss
        pytorch_metric_learning.losses.supcon_loss: SupConLoss
        pytorch_metric_learning.losses.tcm_loss: ThresholdConsistentMarginLoss
        pytorch_metric_learning.losses.tuplet_margin_loss: TupletMarginLoss
        pytorch_metric_learning.losses.vicreg_loss: VICRegLoss
        segmentation_models_pytorch.decoders.dpt.decoder: DPTDecoder DPTSegmentationHead FusionBlock ReadoutAddBlock ReadoutConcatBlock
          ReadoutIgnoreBlock ReassembleBlock ResidualConvBlock
        segmentation_models_pytorch.decoders.pan.decoder: ConvBnRelu FPABlock GAUBlock PANDecoder
        segmentation_models_pytorch.decoders.upernet.decoder: FPNLateralBlock LayerNorm2d PSPModule UPerNetDecoder
        segmentation_models_pytorch.encoders._base: EncoderMixin
        segmentation_models_pytorch.encoders._dpn: AdaptiveAvgMaxPool2d BnActConv2d CatBnAct DPN DualPathBlock InputBlock
        segmentation_models_pytorch.encoders._efficientnet: BlockDecoder Conv2dDynamicSamePadding Conv2dStaticSamePadding EfficientNet
          MBConvBlock MaxPool2dDynamicSamePadding MaxPool2dStaticSamePadding
        segmentation_models_pytorch.encoders._inceptionresnetv2: BasicConv2d Block17 Block35 Block8 InceptionResNetV2 Mixed_5b Mixed_6a
          Mixed_7a
        segmentation_models_pytorch.encoders._inceptionv4: BasicConv2d InceptionV4 Inception_A Inception_B Inception_C Mixed_3a Mixed_4a
          Mixed_5a Reduction_A Reduction_B
        segmentation_models_pytorch.encoders._senet: Bottleneck SEBottleneck SEModule SENet SEResNeXtBottleneck SEResNetBottleneck
        segmentation_models_pytorch.encoders._xception: Block SeparableConv2d Xception
        segmentation_models_pytorch.encoders.densenet: DenseNetEncoder
        segmentation_models_pytorch.encoders.dpn: DPNEncoder
        segmentation_models_pytorch.encoders.efficientnet: EfficientNetEncoder
        segmentation_models_pytorch.encoders.inceptionresnetv2: InceptionResNetV2Encoder
        segmentation_models_pytorch.encoders.inceptionv4: InceptionV4Encoder
        segmentation_models_pytorch.encoders.mix_transformer: Attention Block DWConv LayerNorm MixVisionTransformer
          MixVisionTransformerEncoder Mlp OverlapPatchEmbed
        segmentation_models_pytorch.encoders.mobilenet: MobileNetV2Encoder
        segmentation_models_pytorch.encoders.mobileone: MobileOne MobileOneBlock SEBlock
        segmentation_models_pytorch.encoders.senet: SENetEncoder
        segmentation_models_pytorch.encoders.timm_efficientnet: EfficientNetBaseEncoder EfficientNetEncoder EfficientNetLiteEncoder
        segmentation_models_pytorch.encoders.timm_sknet: SkNetEncoder
        segmentation_models_pytorch.encoders.timm_universal: TimmUniversalEncoder
        segmentation_models_pytorch.encoders.timm_vit: TimmViTEncoder
        segmentation_models_pytorch.encoders.vgg: VGGEncoder
        segmentation_models_pytorch.encoders.xception: XceptionEncoder
        segmentation_models_pytorch.losses.lovasz: LovaszLoss
        segmentation_models_pytorch.losses.mcc: MCCLoss
        segmentation_models_pytorch.losses.soft_bce: SoftBCEWithLogitsLoss
        segmentation_models_pytorch.losses.soft_ce: SoftCrossEntropyLoss
        segmentation_models_pytorch.losses.tversky: TverskyLoss`,
    },
    {
      use: 'attributes-only-callable',
      reason: 'module or transform without hooks of its own: restoring it only sets attributes; it can be called',
      names: `
        gpytorch.constraints.constraints: GreaterThan Interval LessThan Positive
        gpytorch.likelihoods.gaussian_likelihood: DirichletClassificationLikelihood FixedNoiseGaussianLikelihood GaussianLikelihood
          GaussianLikelihoodWithMissingObs _GaussianLikelihoodBase
        gpytorch.likelihoods.noise_models: FixedGaussianNoise HeteroskedasticNoise HomoskedasticNoise MultitaskHomoskedasticNoise Noise
          _HomoskedasticNoiseBase
        open_clip.model: CLIP CustomTextCLIP
        open_clip.modified_resnet: AttentionPool2d Bottleneck ModifiedResNet
        open_clip.transform: CenterCropOrPad MaybeConvertMode MaybeToTensor ResizeKeepRatio color_jitter gray_scale
        open_clip.transformer: Attention AttentionalPooler CustomResidualAttentionBlock CustomTransformer LayerNorm LayerNormFp32
          LayerScale MultimodalTransformer PatchDropout QuickGELU ResidualAttentionBlock TextTransformer Transformer VisionTransformer
        pytorch_metric_learning.distances.cosine_similarity: CosineSimilarity
        pytorch_metric_learning.distances.lp_distance: LpDistance
        pytorch_metric_learning.losses.arcface_loss: ArcFaceLoss
        pytorch_metric_learning.losses.ntxent_loss: NTXentLoss
        pytorch_metric_learning.losses.triplet_margin_loss: TripletMarginLoss
        pytorch_metric_learning.reducers.avg_non_zero_reducer: AvgNonZeroReducer
        pytorch_metric_learning.reducers.mean_reducer: MeanReducer
        pytorch_metric_learning.utils.common_functions: TorchInitWrapper
        segmentation_models_pytorch.base.heads: ClassificationHead SegmentationHead
        segmentation_models_pytorch.base.modules: Activation ArgMax Attention Clamp Conv2dReLU SCSEModule
        segmentation_models_pytorch.decoders.deeplabv3.decoder: ASPP ASPPConv ASPPPooling ASPPSeparableConv DeepLabV3Decoder
          DeepLabV3PlusDecoder SeparableConv2d
        segmentation_models_pytorch.decoders.fpn.decoder: Conv3x3GNReLU FPNBlock FPNDecoder MergeBlock SegmentationBlock
        segmentation_models_pytorch.decoders.linknet.decoder: DecoderBlock LinknetDecoder TransposeX2
        segmentation_models_pytorch.decoders.manet.decoder: DecoderBlock MAnetDecoder MFABBlock PABBlock
        segmentation_models_pytorch.decoders.pspnet.decoder: PSPBlock PSPDecoder PSPModule
        segmentation_models_pytorch.decoders.segformer.decoder: MLP SegformerDecoder
        segmentation_models_pytorch.decoders.unet.decoder: UnetCenterBlock UnetDecoder UnetDecoderBlock
        segmentation_models_pytorch.decoders.unetplusplus.decoder: CenterBlock DecoderBlock UnetPlusPlusDecoder
        segmentation_models_pytorch.encoders.resnet: ResNetEncoder
        segmentation_models_pytorch.losses.dice: DiceLoss
        segmentation_models_pytorch.losses.focal: FocalLoss
        segmentation_models_pytorch.losses.jaccard: JaccardLoss`,
    },
    {
      use: 'attributes-only-callable',
      reason: 'network whose `__new__` keeps its arguments as settings; picklers pass none',
      names: `
        segmentation_models_pytorch.decoders.deeplabv3.model: DeepLabV3 DeepLabV3Plus
        segmentation_models_pytorch.decoders.dpt.model: DPT
        segmentation_models_pytorch.decoders.fpn.model: FPN
        segmentation_models_pytorch.decoders.linknet.model: Linknet
        segmentation_models_pytorch.decoders.manet.model: MAnet
        segmentation_models_pytorch.decoders.pan.model: PAN
        segmentation_models_pytorch.decoders.pspnet.model: PSPNet
        segmentation_models_pytorch.decoders.segformer.model: Segformer
        segmentation_models_pytorch.decoders.unet.model: Unet
        segmentation_models_pytorch.decoders.unetplusplus.model: UnetPlusPlus
        segmentation_models_pytorch.decoders.upernet.model: UPerNet`,
    },
  ],
}
