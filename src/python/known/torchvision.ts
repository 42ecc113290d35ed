// Safe names of torchvision's networks, operators and transforms.
import type { SafeTable } from '../table.ts'

/** Networks, operators and transforms of torchvision 0.29.2 without hooks of their own. */
export const torchvision: SafeTable = {
  packages: 'torchvision',
  groups: [
    {
      use: 'attributes-only',
      reason: 'configuration or helper without hooks: restoring it only sets attributes',
      names: `
        torchvision.models._api: Weights
        torchvision.models.convnext: CNBlockConfig
        torchvision.models.detection._utils: BoxCoder BoxLinearCoder
        torchvision.models.detection.image_list: ImageList
        torchvision.models.efficientnet: FusedMBConvConfig MBConvConfig _MBConvConfig
        torchvision.models.feature_extraction: LeafModuleAwareTracer NodePathTracer
        torchvision.models.mobilenetv3: InvertedResidualConfig
        torchvision.models.regnet: BlockParams
        torchvision.models.video.mvit: MSBlockConfig`,
    },
    {
      use: 'attributes-only-callable',
      reason: 'module or transform without hooks of its own: restoring it only sets attributes; it can be called',
      names: `
        torchvision.models._utils: IntermediateLayerGetter
        torchvision.models.alexnet: AlexNet
        torchvision.models.convnext: CNBlock ConvNeXt LayerNorm2d
        torchvision.models.densenet: DenseNet _DenseBlock _DenseLayer _Transition
        torchvision.models.detection._utils: BalancedPositiveNegativeSampler Matcher SSDMatcher
        torchvision.models.detection.anchor_utils: AnchorGenerator DefaultBoxGenerator
        torchvision.models.detection.backbone_utils: BackboneWithFPN
        torchvision.models.detection.faster_rcnn: FastRCNNConvFCHead FastRCNNPredictor FasterRCNN TwoMLPHead
        torchvision.models.detection.fcos: FCOS FCOSClassificationHead FCOSHead FCOSRegressionHead
        torchvision.models.detection.generalized_rcnn: GeneralizedRCNN
        torchvision.models.detection.keypoint_rcnn: KeypointRCNN KeypointRCNNHeads KeypointRCNNPredictor
        torchvision.models.detection.mask_rcnn: MaskRCNN MaskRCNNHeads MaskRCNNPredictor
        torchvision.models.detection.retinanet: RetinaNet RetinaNetClassificationHead RetinaNetHead RetinaNetRegressionHead
        torchvision.models.detection.roi_heads: RoIHeads
        torchvision.models.detection.rpn: RPNHead RegionProposalNetwork
        torchvision.models.detection.ssd: SSD SSDClassificationHead SSDFeatureExtractorVGG SSDHead SSDRegressionHead SSDScoringHead
        torchvision.models.detection.ssdlite: SSDLiteClassificationHead SSDLiteFeatureExtractorMobileNet SSDLiteHead SSDLiteRegressionHead
        torchvision.models.detection.transform: GeneralizedRCNNTransform
        torchvision.models.efficientnet: EfficientNet FusedMBConv MBConv
        torchvision.models.googlenet: BasicConv2d GoogLeNet Inception InceptionAux
        torchvision.models.inception: BasicConv2d Inception3 InceptionA InceptionAux InceptionB InceptionC InceptionD InceptionE
        torchvision.models.maxvit: MBConv MaxVit MaxVitBlock MaxVitLayer PartitionAttentionLayer RelativePositionalMultiHeadAttention
          SwapAxes WindowDepartition WindowPartition
        torchvision.models.mnasnet: MNASNet _InvertedResidual
        torchvision.models.mobilenetv2: InvertedResidual MobileNetV2
        torchvision.models.mobilenetv3: InvertedResidual MobileNetV3
        torchvision.models.optical_flow.raft: BottleneckBlock ConvGRU CorrBlock FeatureEncoder FlowHead MaskPredictor MotionEncoder RAFT
          RecurrentBlock ResidualBlock UpdateBlock
        torchvision.models.regnet: AnyStage BottleneckTransform RegNet ResBottleneckBlock SimpleStemIN
        torchvision.models.segmentation._utils: _SimpleSegmentationModel
        torchvision.models.segmentation.deeplabv3: ASPP ASPPConv ASPPPooling DeepLabHead DeepLabV3
        torchvision.models.segmentation.fcn: FCN FCNHead
        torchvision.models.segmentation.lraspp: LRASPP LRASPPHead
        torchvision.models.shufflenetv2: InvertedResidual ShuffleNetV2
        torchvision.models.swin_transformer: PatchMerging PatchMergingV2 ShiftedWindowAttention ShiftedWindowAttentionV2 SwinTransformer
          SwinTransformerBlock SwinTransformerBlockV2
        torchvision.models.vgg: VGG
        torchvision.models.video.mvit: MViT MultiscaleAttention MultiscaleBlock PositionalEncoding
        torchvision.models.video.resnet: BasicBlock BasicStem Bottleneck Conv2Plus1D Conv3DNoTemporal Conv3DSimple R2Plus1dStem
          VideoResNet
        torchvision.models.video.s3d: S3D SepInceptionBlock3D TemporalSeparableConv
        torchvision.models.video.swin_transformer: PatchEmbed3d ShiftedWindowAttention3d SwinTransformer3d
        torchvision.models.vision_transformer: Encoder EncoderBlock MLPBlock VisionTransformer
        torchvision.ops.deform_conv: DeformConv2d
        torchvision.ops.drop_block: DropBlock2d DropBlock3d
        torchvision.ops.feature_pyramid_network: ExtraFPNBlock FeaturePyramidNetwork LastLevelMaxPool LastLevelP6P7
        torchvision.ops.misc: Conv2dNormActivation Conv3dNormActivation ConvNormActivation FrozenBatchNorm2d MLP Permute SqueezeExcitation
        torchvision.ops.poolers: LevelMapper MultiScaleRoIAlign
        torchvision.ops.ps_roi_align: PSRoIAlign
        torchvision.ops.roi_align: RoIAlign
        torchvision.ops.stochastic_depth: StochasticDepth
        torchvision.transforms._presets: ImageClassification ObjectDetection OpticalFlow SemanticSegmentation VideoClassification
        torchvision.transforms._transforms_video: CenterCropVideo NormalizeVideo RandomCropVideo RandomHorizontalFlipVideo
          RandomResizedCropVideo ToTensorVideo
        torchvision.transforms.autoaugment: AugMix AutoAugment RandAugment TrivialAugmentWide
        torchvision.transforms.transforms: ColorJitter ConvertImageDtype ElasticTransform FiveCrop GaussianBlur Grayscale
          LinearTransformation PILToTensor Pad RandomAdjustSharpness RandomAffine RandomApply RandomAutocontrast RandomChoice
          RandomEqualize RandomErasing RandomGrayscale RandomInvert RandomOrder RandomPerspective RandomPosterize RandomResizedCrop
          RandomRotation RandomSolarize RandomTransforms RandomVerticalFlip TenCrop
        torchvision.transforms.v2._augment: CutMix JPEG MixUp RandomErasing _BaseMixUpCutMix
        torchvision.transforms.v2._auto_augment: AugMix AutoAugment RandAugment TrivialAugmentWide _AutoAugmentBase
        torchvision.transforms.v2._color: ColorJitter Grayscale RGB RandomAdjustSharpness RandomAutocontrast RandomChannelPermutation
          RandomEqualize RandomGrayscale RandomInvert RandomPhotometricDistort RandomPosterize RandomSolarize
        torchvision.transforms.v2._container: Compose RandomApply RandomChoice RandomOrder
        torchvision.transforms.v2._deprecated: ToTensor
        torchvision.transforms.v2._geometry: CenterCrop ElasticTransform FiveCrop Pad RandomAffine RandomCrop RandomHorizontalFlip
          RandomIoUCrop RandomPerspective RandomResize RandomResizedCrop RandomRotation RandomShortestSize RandomVerticalFlip
          RandomZoomOut Resize ScaleJitter TenCrop
        torchvision.transforms.v2._meta: ClampBoundingBoxes ClampKeyPoints ConvertBoundingBoxFormat SetClampingMode
        torchvision.transforms.v2._misc: ConvertImageDtype GaussianBlur GaussianNoise Identity Lambda LinearTransformation Normalize
          SanitizeBoundingBoxes SanitizeKeyPoints ToDtype
        torchvision.transforms.v2._temporal: UniformTemporalSubsample
        torchvision.transforms.v2._transform: Transform _RandomApplyTransform
        torchvision.transforms.v2._type_conversion: PILToTensor ToImage ToPILImage ToPureTensor`,
    },
  ],
}
