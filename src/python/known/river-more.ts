// Safe names of river (online learning), in packages from M on.
import type { SafeTable } from '../table.ts'

/** Every class of river 0.26.1 without hooks, in packages from M on. */
export const riverMore: SafeTable['groups'][number] = {
  use: 'attributes-only',
  reason: 'online estimator, metric or statistic of river 0.26 without hooks: restoring it only sets attributes',
  names: `
    river.metrics.accuracy: Accuracy
    river.metrics.balanced_accuracy: BalancedAccuracy
    river.metrics.base: BinaryMetric ClassificationMetric ClusteringMetric MeanMetric Metric Metrics MultiClassMetric RegressionMetric
      WrapperMetric
    river.metrics.confusion: ConfusionMatrix
    river.metrics.cross_entropy: CrossEntropy
    river.metrics.fbeta: F1 FBeta MacroF1 MacroFBeta MicroF1 MicroFBeta MultiFBeta WeightedF1 WeightedFBeta
    river.metrics.fowlkes_mallows: FowlkesMallows
    river.metrics.geometric_mean: GeometricMean
    river.metrics.jaccard: Jaccard MacroJaccard MicroJaccard WeightedJaccard
    river.metrics.kappa: CohenKappa
    river.metrics.log_loss: LogLoss
    river.metrics.mae: MAE
    river.metrics.mape: MAPE
    river.metrics.mcc: MCC
    river.metrics.mse: MSE RMSE RMSLE
    river.metrics.multioutput.base: MultiOutputClassificationMetric MultiOutputMetric MultiOutputRegressionMetric
    river.metrics.multioutput.confusion: MultiLabelConfusionMatrix
    river.metrics.multioutput.exact_match: ExactMatch
    river.metrics.multioutput.macro: MacroAverage
    river.metrics.multioutput.micro: MicroAverage
    river.metrics.multioutput.per_output: PerOutput
    river.metrics.multioutput.sample_average: SampleAverage
    river.metrics.mutual_info: AdjustedMutualInfo MutualInfo NormalizedMutualInfo
    river.metrics.precision: MacroPrecision MicroPrecision Precision WeightedPrecision
    river.metrics.r2: R2
    river.metrics.rand: AdjustedRand Rand
    river.metrics.recall: MacroRecall MicroRecall Recall WeightedRecall
    river.metrics.report: ClassificationReport
    river.metrics.roc_auc: ROCAUC
    river.metrics.rolling_pr_auc: RollingPRAUC
    river.metrics.rolling_roc_auc: RollingROCAUC
    river.metrics.silhouette: Silhouette
    river.metrics.smape: SMAPE
    river.metrics.vbeta: Completeness Homogeneity VBeta
    river.misc.sdft: SDFT
    river.misc.skyline: Skyline
    river.misc.zstd_classifier: ZstdClassifier
    river.model_selection.bandit: BanditClassifier BanditModelSection BanditRegressor
    river.model_selection.base: ModelSelectionClassifier ModelSelectionRegressor ModelSelector
    river.model_selection.greedy: GreedyRegressor
    river.model_selection.sh: SuccessiveHalving SuccessiveHalvingClassifier SuccessiveHalvingRegressor
    river.multiclass.occ: OutputCodeClassifier
    river.multiclass.ovo: OneVsOneClassifier
    river.multiclass.ovr: OneVsRestClassifier
    river.multioutput.chain: BaseChain ClassifierChain MonteCarloClassifierChain ProbabilisticClassifierChain RegressorChain
    river.multioutput.encoder: MultiClassEncoder
    river.multioutput.per_output: PerOutputRegressor
    river.multioutput.per_output_classifier: PerOutputClassifier
    river.naive_bayes.base: BaseNB
    river.naive_bayes.bernoulli: BernoulliNB
    river.naive_bayes.complement: ComplementNB
    river.naive_bayes.gaussian: GaussianNB
    river.naive_bayes.multinomial: MultinomialNB
    river.neighbors.ann.swinn: SWINN
    river.neighbors.base: BaseNN
    river.neighbors.knn_classifier: KNNClassifier
    river.neighbors.knn_regressor: KNNRegressor
    river.neighbors.lazy: LazySearch
    river.optim.ada_bound: AdaBound
    river.optim.ada_delta: AdaDelta
    river.optim.ada_grad: AdaGrad
    river.optim.ada_max: AdaMax
    river.optim.adam: Adam
    river.optim.ams_grad: AMSGrad
    river.optim.average: Averager
    river.optim.base: Optimizer Scheduler
    river.optim.ftrl: FTRLProximal
    river.optim.momentum: Momentum
    river.optim.nadam: Nadam
    river.optim.nesterov: NesterovMomentum
    river.optim.newton: Newton
    river.optim.rms_prop: RMSProp
    river.optim.schedulers: Constant InverseScaling Optimal
    river.optim.sgd: SGD
    river.preprocessing.feature_hasher: FeatureHasher
    river.preprocessing.gap_encoder: GapEncoder
    river.preprocessing.impute: Constant PreviousImputer StatImputer
    river.preprocessing.lda: LDA
    river.preprocessing.one_hot: OneHotEncoder
    river.preprocessing.ordinal: OrdinalEncoder
    river.preprocessing.pred_clipper: PredClipper
    river.preprocessing.random_projection: GaussianRandomProjector SparseRandomProjector
    river.preprocessing.scale: AdaptiveStandardScaler Binarizer Normalizer RobustScaler
    river.preprocessing.scale_target: TargetMinMaxScaler TargetStandardScaler
    river.reco.base: Ranker
    river.reco.baseline: Baseline
    river.reco.biased_mf: BiasedMF
    river.reco.funk_mf: FunkMF
    river.reco.normal: RandomNormal
    river.rules.amrules: AMRules AdaptiveRegressor MeanRegressor RegRule
    river.rules.base: HoeffdingRule
    river.sketch.counter: Counter
    river.sketch.heavy_hitters: HeavyHitters
    river.sketch.histogram: Histogram
    river.sketch.n_unique: NUnique
    river.sketch.set: Set
    river.stream.iter_csv: DictReader
    river.stream.tweet_stream: TwitterLiveStream
    river.stream.twitch_chat_stream: ChatMessageItem TwitchChatStream
    river.time_series.base: Forecaster
    river.time_series.holt_winters: HoltWinters
    river.time_series.metrics: ForecastingMetric HorizonAggMetric HorizonMetric
    river.time_series.snarimax: Differencer SNARIMAX
    river.tree.base: Branch Leaf
    river.tree.extremely_fast_decision_tree: ExtremelyFastDecisionTreeClassifier
    river.tree.hoeffding_adaptive_tree_classifier: HoeffdingAdaptiveTreeClassifier
    river.tree.hoeffding_adaptive_tree_regressor: HoeffdingAdaptiveTreeRegressor
    river.tree.hoeffding_tree: HoeffdingTree
    river.tree.hoeffding_tree_classifier: HoeffdingTreeClassifier
    river.tree.hoeffding_tree_regressor: HoeffdingTreeRegressor
    river.tree.isoup_tree_regressor: ISOUPTreeRegressor
    river.tree.last_classifier: LASTClassifier
    river.tree.losses: BinaryCrossEntropyLoss Loss SquaredErrorLoss
    river.tree.mondrian.mondrian_tree: MondrianTree
    river.tree.mondrian.mondrian_tree_classifier: MondrianTreeClassifier
    river.tree.mondrian.mondrian_tree_nodes: MondrianBranch MondrianBranchClassifier MondrianBranchRegressor MondrianLeaf
      MondrianLeafClassifier MondrianLeafRegressor MondrianNode MondrianNodeClassifier MondrianNodeRegressor
    river.tree.mondrian.mondrian_tree_regressor: MondrianTreeRegressor
    river.tree.nodes.arf_htc_nodes: BaseRandomLeaf RandomLeafMajorityClass RandomLeafNaiveBayes RandomLeafNaiveBayesAdaptive
    river.tree.nodes.arf_htr_nodes: RandomLeafAdaptive RandomLeafMean RandomLeafModel
    river.tree.nodes.branch: DTBranch NominalBinaryBranch NominalMultiwayBranch NumericBinaryBranch NumericMultiwayBranch
    river.tree.nodes.efdtc_nodes: BaseEFDTBranch BaseEFDTLeaf EFDTLeafMajorityClass EFDTLeafNaiveBayes EFDTLeafNaiveBayesAdaptive
      EFDTNominalBinaryBranch EFDTNominalMultiwayBranch EFDTNumericBinaryBranch EFDTNumericMultiwayBranch
    river.tree.nodes.et_nodes: ETLeaf ETLeafAdaptive ETLeafMean ETLeafModel
    river.tree.nodes.hatc_nodes: AdaBranchClassifier AdaLeafClassifier AdaNomBinaryBranchClass AdaNomMultiwayBranchClass
      AdaNumBinaryBranchClass AdaNumMultiwayBranchClass
    river.tree.nodes.hatr_nodes: AdaBranchRegressor AdaLeafRegAdaptive AdaLeafRegMean AdaLeafRegModel AdaLeafRegressor
      AdaNomBinaryBranchReg AdaNomMultiwayBranchReg AdaNumBinaryBranchReg AdaNumMultiwayBranchReg
    river.tree.nodes.htc_nodes: LeafMajorityClass LeafNaiveBayes LeafNaiveBayesAdaptive
    river.tree.nodes.htr_nodes: LeafAdaptive LeafMean LeafModel
    river.tree.nodes.isouptr_nodes: LeafAdaptiveMultiTarget LeafMeanMultiTarget LeafModelMultiTarget
    river.tree.nodes.last_nodes: LeafMajorityClassWithDetector LeafNaiveBayesAdaptiveWithDetector LeafNaiveBayesWithDetector
    river.tree.nodes.leaf: HTLeaf
    river.tree.nodes.sgt_nodes: SGTLeaf
    river.tree.padded: PaddedBranch PaddedLeaf
    river.tree.split_criterion.base: SplitCriterion
    river.tree.split_criterion.gini_split_criterion: GiniSplitCriterion
    river.tree.split_criterion.hellinger_distance_criterion: HellingerDistanceCriterion
    river.tree.split_criterion.info_gain_split_criterion: InfoGainSplitCriterion
    river.tree.split_criterion.intra_cluster_variance_reduction_split_criterion: IntraClusterVarianceReductionSplitCriterion
    river.tree.split_criterion.variance_ratio_split_criterion: VarianceRatioSplitCriterion
    river.tree.split_criterion.variance_reduction_split_criterion: VarianceReductionSplitCriterion
    river.tree.splitter.base: Quantizer Splitter
    river.tree.splitter.ebst_splitter: EBSTSplitter
    river.tree.splitter.exhaustive_splitter: ExhaustiveSplitter
    river.tree.splitter.gaussian_splitter: GaussianSplitter
    river.tree.splitter.histogram_splitter: HistogramSplitter
    river.tree.splitter.nominal_splitter_classif: NominalSplitterClassif
    river.tree.splitter.nominal_splitter_reg: NominalSplitterReg
    river.tree.splitter.qo_splitter: FeatureQuantizer QOSplitter
    river.tree.splitter.random_splitter: RandomSplitter RegRandomSplitter
    river.tree.splitter.sgt_quantizer: DynamicQuantizer StaticQuantizer
    river.tree.splitter.tebst_splitter: TEBSTSplitter
    river.tree.stochastic_gradient_tree: SGTClassifier SGTRegressor StochasticGradientTree
    river.tree.utils: GradHessStats`,
}
