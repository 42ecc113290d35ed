// Safe names of river (online learning), in packages up to L.
import type { SafeTable } from '../table.ts'
import { riverMore } from './river-more.ts'

/** Every class of river 0.26.1 without hooks; those from M on are in `river-more.ts`. */
export const river: SafeTable = {
  packages: 'river',
  groups: [
    {
      use: 'attributes-only',
      reason: 'online estimator, metric or statistic of river 0.26 without hooks: restoring it only sets attributes',
      names: `
        river.active.base: ActiveLearningClassifier
        river.active.entropy: EntropySampler
        river.anomaly.filter: QuantileFilter ThresholdFilter
        river.anomaly.gaussian: GaussianScorer
        river.anomaly.hst: HalfSpaceTrees
        river.anomaly.loda: LODA
        river.anomaly.lof: LocalOutlierFactor
        river.anomaly.pad: PredictiveAnomalyDetection
        river.anomaly.sad: StandardAbsoluteDeviation
        river.anomaly.svm: OneClassSVM
        river.bandit.base: ContextualPolicy Policy
        river.bandit.bayes_ucb: BayesUCB
        river.bandit.epsilon_greedy: EpsilonGreedy
        river.bandit.exp3: Exp3
        river.bandit.lin_ucb: LinUCBDisjoint
        river.bandit.random: RandomPolicy
        river.bandit.thompson: ThompsonSampling
        river.bandit.ucb: UCB
        river.base.anomaly_detector: AnomalyDetector AnomalyFilter SupervisedAnomalyDetector
        river.base.base: Base
        river.base.classifier: Classifier MiniBatchClassifier
        river.base.clusterer: Clusterer
        river.base.drift_detector: BinaryDriftDetector DriftDetector _BaseDriftDetector
        river.base.ensemble: Ensemble WrapperEnsemble
        river.base.estimator: Estimator
        river.base.multi_output: MultiLabelClassifier MultiTargetRegressor
        river.base.regressor: MiniBatchRegressor Regressor
        river.base.transformer: BaseTransformer MiniBatchSupervisedTransformer MiniBatchTransformer SupervisedTransformer Transformer
        river.base.wrapper: Wrapper
        river.checks: _DummyDataset
        river.cluster.clustream: CluStream
        river.cluster.dbstream: DBSTREAM
        river.cluster.denstream: DenStream
        river.cluster.k_means: KMeans
        river.cluster.odac: ODAC ODACChildren
        river.cluster.streamkmeans: STREAMKMeans
        river.cluster.textclust: TextClust
        river.compose.func: FuncTransformer
        river.compose.grouper: Grouper
        river.compose.pipeline: Pipeline
        river.compose.product: TransformerProduct
        river.compose.renamer: Prefixer Renamer Suffixer
        river.compose.select: Discard Select SelectType
        river.compose.target_transform: TargetTransformRegressor
        river.compose.union: TransformerUnion
        river.conf.interval: Interval
        river.conf.jackknife: RegressionJackknife
        river.covariance.emp: EmpiricalCovariance EmpiricalPrecision SymmetricMatrix
        river.covariance.ewa: EwaCovariance EwaPrecision LedoitWolfCovariance OASCovariance ShrunkCovariance _EWCovariance _EWMatrix
        river.drift.adwin: ADWIN
        river.drift.binary.ddm: DDM
        river.drift.binary.eddm: EDDM
        river.drift.binary.fhddm: FHDDM
        river.drift.binary.hddm_a: HDDMA
        river.drift.binary.hddm_w: HDDMW SampleInfo
        river.drift.dummy: DummyDriftDetector
        river.drift.kswin: KSWIN
        river.drift.no_drift: NoDrift
        river.drift.page_hinkley: PageHinkley
        river.drift.retrain: DriftRetrainingClassifier
        river.dummy: NoChangeClassifier PriorClassifier StatisticRegressor
        river.ensemble.bagging: ADWINBaggingClassifier BaggingClassifier BaggingRegressor BaseBagging LeveragingBaggingClassifier
        river.ensemble.boosting: ADWINBoostingClassifier AdaBoostClassifier BOLEClassifier
        river.ensemble.ewa: EWARegressor
        river.ensemble.stacking: StackingClassifier
        river.ensemble.streaming_random_patches: BaseSRPClassifier BaseSRPEnsemble BaseSRPEstimator BaseSRPRegressor SRPClassifier
          SRPRegressor
        river.ensemble.voting: VotingClassifier
        river.evaluate.gen: Friedman7k FriedmanGSG10k FriedmanLEA10k WrappedGenerator
        river.evaluate.tracks: BinaryClassificationTrack ForecastingTrack MultiClassClassificationTrack RegressionTrack Track
        river.facto.base: BaseFM
        river.facto.ffm: FFM FFMClassifier FFMRegressor
        river.facto.fm: FM FMClassifier FMRegressor
        river.facto.fwfm: FwFM FwFMClassifier FwFMRegressor
        river.facto.hofm: HOFM HOFMClassifier HOFMRegressor
        river.feature_extraction.agg: Agg TargetAgg
        river.feature_extraction.kernel_approx: RBFSampler RandomTreesEmbedding
        river.feature_extraction.poly: PolynomialExtender
        river.feature_extraction.vectorize: BagOfWords TFIDF VectorizerMixin
        river.feature_selection.k_best: SelectKBest
        river.feature_selection.random: PoissonInclusion
        river.feature_selection.variance: VarianceThreshold
        river.forest.adaptive_random_forest: ARFClassifier ARFRegressor BaseForest BaseTreeClassifier BaseTreeRegressor
        river.forest.aggregated_mondrian_forest: AMFClassifier AMFLearner AMFRegressor
        river.forest.online_extra_trees: ETRegressor ExtraTrees OXTRegressor
        river.imblearn.chebyshev: ChebyshevOverSampler ChebyshevUnderSampler
        river.imblearn.hard_sampling: HardSampling HardSamplingClassifier HardSamplingRegressor
        river.imblearn.random: ClassificationSampler RandomOverSampler RandomSampler RandomUnderSampler
        river.linear_model.ad_predictor: AdPredictor
        river.linear_model.alma: ALMAClassifier
        river.linear_model.base: GLM
        river.linear_model.bayesian_lin_reg: BayesianLinearRegression
        river.linear_model.lin_reg: LinearRegression
        river.linear_model.log_reg: LogisticRegression
        river.linear_model.pa: BasePA PAClassifier PARegressor
        river.linear_model.perceptron: Perceptron
        river.linear_model.softmax: SoftmaxRegression
      `,
    },
    riverMore,
    {
      use: 'attributes-only-callable',
      reason: 'online estimator, metric or statistic of river 0.26 without hooks: restoring it only sets attributes; it can be called',
      names: `
        river.base.estimator: EstimatorMeta
        river.cluster.odac: ODACCluster
        river.forest.online_extra_trees: BaggingSampler ConstantSampler Sampler SubBaggingSampler
        river.optim.base: Initializer Loss
        river.optim.initializers: Constant Normal Zeros
        river.optim.losses: Absolute BinaryFocalLoss BinaryLoss Cauchy CrossEntropy EpsilonInsensitiveHinge Hinge Huber Log MultiClassLoss
          Poisson Quantile RegressionLoss Squared
        river.proba.base: BinaryDistribution ContinuousDistribution DiscreteDistribution Distribution MultivariateContinuousDistribution
        river.proba.beta: Beta
        river.proba.gaussian: Gaussian MultivariateGaussian
        river.proba.multinomial: Multinomial
        river.stream.cache: Cache`,
    },
    {
      use: 'class',
      reason: 'statistic of river without hooks: its constructor only keeps numbers',
      names: `
        river.stats.chi_squared: ChiSquared
        river.stats.count: Count
        river.stats.cov: Cov
        river.stats.entropy: Entropy
        river.stats.ewcov: EWCov
        river.stats.kolmogorov_smirnov: KolmogorovSmirnov
        river.stats.kurtosis: Kurtosis
        river.stats.mad: MAD
        river.stats.mode: Mode
        river.stats.ptp: PeakToPeak
        river.stats.sem: SEM
        river.stats.shift: Shift
        river.stats.skew: Skew
        river.stats.summing: Sum`,
    },
    {
      use: 'call',
      reason: 'statistic of river: keeps numbers, also as the factory of a dict',
      names: `
        river.stats.ewmean: EWMean
        river.stats.ewvar: EWVar
        river.stats.iqr: IQR
        river.stats.maximum: AbsMax Max RollingAbsMax RollingMax
        river.stats.mean: Mean
        river.stats.minimum: Min RollingMin
        river.stats.pearson: PearsonCorr
        river.stats.quantile: Quantile
        river.stats.var: Var`,
    },
    {
      use: 'attributes-only',
      reason: 'scaler of river: `__setstate__` sets the attributes, and one that old versions do not have',
      names: `
        river.preprocessing.scale: MaxAbsScaler MinMaxScaler StandardScaler`,
    },
    {
      use: 'class',
      reason: 'class with slots: its state sets them directly, without setters',
      names: `
        river.cluster.clustream: CluStreamMicroCluster
        river.cluster.dbstream: DBSTREAMMicroCluster
        river.cluster.denstream: DenStream.BufferItem
        river.tree.splitter.ebst_splitter: EBSTNode
        river.tree.utils: GradHess`,
    },
    {
      use: 'class',
      reason: 'compiled statistic: its state is bytes or numbers',
      names: `
        river._river_rust.drift: AdaptiveWindowing
        river._river_rust.stats: RsEWMean RsEWVar RsIQR RsKurtosis RsPeakToPeak RsQuantile RsRollingPRAUC RsRollingROCAUC RsSkew`,
    },
    {
      use: 'no-factory',
      reason: 'compiled dict: calls its factory argument for missing keys',
      names: `
        river._river_rust.vectordict: VectorDict`,
    },
    {
      use: 'call',
      reason: 'builds an empty distribution',
      names: `
        river.naive_bayes.gaussian: GaussianNB._make_gaussian`,
    },
  ],
}
