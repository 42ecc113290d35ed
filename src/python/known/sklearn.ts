// Safe names of scikit-learn.
import type { SafeGroup } from '../table.ts'

/** scikit-learn, with its module names since 0.22. */
export const sklearn: readonly SafeGroup[] = [
  {
    use: 'call',
    reason: 'compiled class that takes numbers and arrays only',
    names: {
      'sklearn._loss._loss': 'CyHalfTweedieLoss CyHalfTweedieLossIdentity CyHuberLoss CyPinballLoss',
      'sklearn.linear_model._sgd_fast': `Classification EpsilonInsensitive Hinge Huber Log LossFunction ModifiedHuber Regression
        SquaredEpsilonInsensitive SquaredHinge SquaredLoss`,
      'sklearn.tree._tree': 'Tree',
    },
  },
  {
    use: 'class',
    reason: 'estimator or helper: __setstate__ only updates the attributes',
    names: {
      'sklearn._loss._loss': `CyAbsoluteError CyExponentialLoss CyHalfBinomialLoss CyHalfGammaLoss CyHalfMultinomialLoss CyHalfPoissonLoss
        CyHalfSquaredError CyLossFunction`,
      'sklearn._loss.glm_distribution': `DistributionBoundary ExponentialDispersionModel GammaDistribution InverseGaussianDistribution
        NormalDistribution PoissonDistribution TweedieDistribution`,
      'sklearn._loss.link': 'BaseLink HalfLogitLink IdentityLink Interval LogLink LogitLink MultinomialLogit',
      'sklearn._loss.loss': `AbsoluteError BaseLoss CyAbsoluteError CyHalfBinomialLoss CyHalfGammaLoss CyHalfMultinomialLoss
        CyHalfPoissonLoss CyHalfSquaredError CyHalfTweedieLoss CyHalfTweedieLossIdentity CyPinballLoss ExponentialLoss HalfBinomialLoss
        HalfGammaLoss HalfMultinomialLoss HalfPoissonLoss HalfSquaredError HalfTweedieLoss HalfTweedieLossIdentity HuberLoss PinballLoss`,
      'sklearn.base': `BaseEstimator BiclusterMixin ClassNamePrefixFeaturesOutMixin ClassifierMixin ClusterMixin DensityMixin
        MetaEstimatorMixin MultiOutputMixin OneToOneFeatureMixin OutlierMixin RegressorMixin TransformerMixin _UnstableArchMixin`,
      'sklearn.calibration': 'CalibratedClassifierCV CalibrationDisplay _CalibratedClassifier _SigmoidCalibration',
      'sklearn.cluster': `AffinityPropagation AgglomerativeClustering Birch DBSCAN KMeans MeanShift MiniBatchKMeans OPTICS
        SpectralClustering`,
      'sklearn.cluster._affinity_propagation': 'AffinityPropagation',
      'sklearn.cluster._agglomerative': 'AgglomerativeClustering FeatureAgglomeration',
      'sklearn.cluster._bicluster': 'BaseSpectral SpectralBiclustering SpectralCoclustering',
      'sklearn.cluster._birch': 'Birch _CFNode _CFSubcluster',
      'sklearn.cluster._bisect_k_means': 'BisectingKMeans _BisectingTree',
      'sklearn.cluster._dbscan': 'DBSCAN',
      'sklearn.cluster._feature_agglomeration': 'AgglomerationTransform',
      'sklearn.cluster._hdbscan.hdbscan': 'HDBSCAN',
      'sklearn.cluster._hierarchical_fast': 'UnionFind WeightedEdge',
      'sklearn.cluster._kmeans': 'KMeans MiniBatchKMeans _BaseKMeans',
      'sklearn.cluster._mean_shift': 'MeanShift',
      'sklearn.cluster._optics': 'OPTICS',
      'sklearn.cluster._spectral': 'SpectralClustering',
      'sklearn.compose': 'ColumnTransformer TransformedTargetRegressor',
      'sklearn.compose._column_transformer': 'ColumnTransformer _RemainderColsList make_column_selector',
      'sklearn.compose._target': 'TransformedTargetRegressor',
      'sklearn.covariance._elliptic_envelope': 'EllipticEnvelope',
      'sklearn.covariance._empirical_covariance': 'EmpiricalCovariance',
      'sklearn.covariance._graph_lasso': 'BaseGraphicalLasso GraphicalLasso GraphicalLassoCV',
      'sklearn.covariance._robust_covariance': 'MinCovDet',
      'sklearn.covariance._shrunk_covariance': 'LedoitWolf OAS ShrunkCovariance',
      'sklearn.cross_decomposition._pls': 'CCA PLSCanonical PLSRegression PLSSVD _PLS',
      'sklearn.decomposition': 'FastICA IncrementalPCA KernelPCA LatentDirichletAllocation NMF PCA TruncatedSVD',
      'sklearn.decomposition._base': '_BasePCA',
      'sklearn.decomposition._dict_learning': 'DictionaryLearning MiniBatchDictionaryLearning SparseCoder _BaseSparseCoding',
      'sklearn.decomposition._factor_analysis': 'FactorAnalysis',
      'sklearn.decomposition._fastica': 'FastICA',
      'sklearn.decomposition._incremental_pca': 'IncrementalPCA',
      'sklearn.decomposition._kernel_pca': 'KernelPCA',
      'sklearn.decomposition._lda': 'LatentDirichletAllocation',
      'sklearn.decomposition._nmf': 'MiniBatchNMF NMF _BaseNMF',
      'sklearn.decomposition._pca': 'PCA',
      'sklearn.decomposition._sparse_pca': 'MiniBatchSparsePCA SparsePCA _BaseSparsePCA',
      'sklearn.decomposition._truncated_svd': 'TruncatedSVD',
      'sklearn.discriminant_analysis': 'LinearDiscriminantAnalysis QuadraticDiscriminantAnalysis',
      'sklearn.dummy': 'DummyClassifier DummyRegressor',
      'sklearn.ensemble': `AdaBoostClassifier AdaBoostRegressor BaggingClassifier BaggingRegressor ExtraTreesClassifier
        ExtraTreesRegressor GradientBoostingClassifier GradientBoostingRegressor HistGradientBoostingClassifier
        HistGradientBoostingRegressor IsolationForest RandomForestClassifier RandomForestRegressor StackingClassifier StackingRegressor
        VotingClassifier VotingRegressor`,
      'sklearn.ensemble._bagging': 'BaggingClassifier BaggingRegressor BaseBagging',
      'sklearn.ensemble._base': 'BaseEnsemble _BaseHeterogeneousEnsemble',
      'sklearn.ensemble._forest': `BaseForest ExtraTreesClassifier ExtraTreesRegressor ForestClassifier ForestRegressor
        RandomForestClassifier RandomForestRegressor RandomTreesEmbedding`,
      'sklearn.ensemble._gb': 'BaseGradientBoosting GradientBoostingClassifier GradientBoostingRegressor VerboseReporter',
      'sklearn.ensemble._gb_losses': `BinomialDeviance ClassificationLossFunction ExponentialLoss HuberLossFunction LeastAbsoluteError
        LeastSquaresError LossFunction MultinomialDeviance QuantileLossFunction RegressionLossFunction`,
      'sklearn.ensemble._hist_gradient_boosting.binning': '_BinMapper',
      'sklearn.ensemble._hist_gradient_boosting.common': 'MonotonicConstraint',
      'sklearn.ensemble._hist_gradient_boosting.gradient_boosting': `BaseHistGradientBoosting HistGradientBoostingClassifier
        HistGradientBoostingRegressor`,
      'sklearn.ensemble._hist_gradient_boosting.grower': 'TreeGrower TreeNode',
      'sklearn.ensemble._hist_gradient_boosting.histogram': 'HistogramBuilder',
      'sklearn.ensemble._hist_gradient_boosting.predictor': 'TreePredictor',
      'sklearn.ensemble._hist_gradient_boosting.splitting': 'SplitInfo Splitter',
      'sklearn.ensemble._iforest': 'IsolationForest',
      'sklearn.ensemble._stacking': 'StackingClassifier StackingRegressor _BaseStacking',
      'sklearn.ensemble._voting': 'VotingClassifier VotingRegressor _BaseVoting',
      'sklearn.ensemble._weight_boosting': 'AdaBoostClassifier AdaBoostRegressor BaseWeightBoosting',
      'sklearn.feature_extraction._dict_vectorizer': 'DictVectorizer',
      'sklearn.feature_extraction._hash': 'FeatureHasher',
      'sklearn.feature_extraction.image': 'PatchExtractor',
      'sklearn.feature_extraction.text': 'CountVectorizer HashingVectorizer TfidfTransformer TfidfVectorizer _VectorizerMixin',
      'sklearn.feature_selection._base': 'SelectorMixin',
      'sklearn.feature_selection._from_model': 'SelectFromModel',
      'sklearn.feature_selection._rfe': 'RFE RFECV',
      'sklearn.feature_selection._sequential': 'SequentialFeatureSelector',
      'sklearn.feature_selection._univariate_selection': `GenericUnivariateSelect SelectFdr SelectFpr SelectFwe SelectKBest
        SelectPercentile _BaseFilter`,
      'sklearn.feature_selection._variance_threshold': 'VarianceThreshold',
      'sklearn.frozen._frozen': 'FrozenEstimator',
      'sklearn.gaussian_process': 'GaussianProcessClassifier GaussianProcessRegressor',
      'sklearn.gaussian_process._gpc': 'GaussianProcessClassifier _BinaryGaussianProcessClassifierLaplace',
      'sklearn.gaussian_process._gpr': 'GaussianProcessRegressor',
      'sklearn.gaussian_process.kernels': `CompoundKernel ConstantKernel DotProduct ExpSineSquared Exponentiation GenericKernelMixin
        Hyperparameter Kernel KernelOperator Matern NormalizedKernelMixin PairwiseKernel Product RBF RationalQuadratic
        StationaryKernelMixin Sum WhiteKernel`,
      'sklearn.impute': 'KNNImputer MissingIndicator SimpleImputer',
      'sklearn.impute._base': 'MissingIndicator SimpleImputer _BaseImputer',
      'sklearn.impute._iterative': 'IterativeImputer _ImputerTriplet',
      'sklearn.impute._knn': 'KNNImputer',
      'sklearn.isotonic': 'IsotonicRegression',
      'sklearn.kernel_approximation': 'AdditiveChi2Sampler Nystroem PolynomialCountSketch RBFSampler SkewedChi2Sampler',
      'sklearn.kernel_ridge': 'KernelRidge',
      'sklearn.linear_model': `ARDRegression BayesianRidge ElasticNet HuberRegressor Lars Lasso LassoLars LinearRegression
        LogisticRegression OrthogonalMatchingPursuit PassiveAggressiveClassifier PassiveAggressiveRegressor Perceptron RANSACRegressor
        Ridge SGDClassifier SGDRegressor TheilSenRegressor`,
      'sklearn.linear_model._base': 'LinearClassifierMixin LinearModel LinearRegression SparseCoefMixin',
      'sklearn.linear_model._bayes': 'ARDRegression BayesianRidge',
      'sklearn.linear_model._coordinate_descent': `ElasticNet ElasticNetCV Lasso LassoCV LinearModelCV MultiTaskElasticNet
        MultiTaskElasticNetCV MultiTaskLasso MultiTaskLassoCV`,
      'sklearn.linear_model._glm._newton_solver': 'NewtonCholeskySolver NewtonSolver',
      'sklearn.linear_model._glm.glm': 'GammaRegressor PoissonRegressor TweedieRegressor _GeneralizedLinearRegressor',
      'sklearn.linear_model._huber': 'HuberRegressor',
      'sklearn.linear_model._least_angle': 'Lars LarsCV LassoLars LassoLarsCV LassoLarsIC',
      'sklearn.linear_model._linear_loss': 'LinearModelLoss',
      'sklearn.linear_model._logistic': 'LogisticRegression LogisticRegressionCV',
      'sklearn.linear_model._omp': 'OrthogonalMatchingPursuit OrthogonalMatchingPursuitCV',
      'sklearn.linear_model._passive_aggressive': 'PassiveAggressiveClassifier PassiveAggressiveRegressor',
      'sklearn.linear_model._perceptron': 'Perceptron',
      'sklearn.linear_model._quantile': 'QuantileRegressor',
      'sklearn.linear_model._ransac': 'RANSACRegressor',
      'sklearn.linear_model._ridge': `Ridge RidgeCV RidgeClassifier RidgeClassifierCV _BaseRidge _BaseRidgeCV _IdentityClassifier
        _IdentityRegressor _RidgeClassifierMixin _RidgeGCV _XT_CenterStackOp _X_CenterStackOp`,
      'sklearn.linear_model._sag_fast': 'MultinomialLogLoss32 MultinomialLogLoss64',
      'sklearn.linear_model._stochastic_gradient': `BaseSGD BaseSGDClassifier BaseSGDRegressor SGDClassifier SGDOneClassSVM SGDRegressor
        _ValidationScoreCallback`,
      'sklearn.linear_model._theil_sen': 'TheilSenRegressor',
      'sklearn.manifold._isomap': 'Isomap',
      'sklearn.manifold._locally_linear': 'LocallyLinearEmbedding',
      'sklearn.manifold._classical_mds': 'ClassicalMDS',
      'sklearn.manifold._mds': 'MDS',
      'sklearn.manifold._spectral_embedding': 'SpectralEmbedding',
      'sklearn.manifold._t_sne': 'TSNE',
      'sklearn.metrics._dist_metrics': `BrayCurtisDistance BrayCurtisDistance32 BrayCurtisDistance64 CanberraDistance CanberraDistance32
        CanberraDistance64 ChebyshevDistance ChebyshevDistance32 ChebyshevDistance64 DiceDistance DiceDistance32 DiceDistance64
        DistanceMetric DistanceMetric32 DistanceMetric64 EuclideanDistance EuclideanDistance32 EuclideanDistance64 HammingDistance
        HammingDistance32 HammingDistance64 HaversineDistance HaversineDistance32 HaversineDistance64 JaccardDistance JaccardDistance32
        JaccardDistance64 KulsinskiDistance KulsinskiDistance32 MahalanobisDistance MahalanobisDistance32 MahalanobisDistance64
        ManhattanDistance ManhattanDistance32 ManhattanDistance64 MatchingDistance MatchingDistance32 MinkowskiDistance
        MinkowskiDistance32 MinkowskiDistance64 PyFuncDistance PyFuncDistance32 PyFuncDistance64 RogersTanimotoDistance
        RogersTanimotoDistance32 RogersTanimotoDistance64 RussellRaoDistance RussellRaoDistance32 RussellRaoDistance64 SEuclideanDistance
        SEuclideanDistance32 SEuclideanDistance64 SokalMichenerDistance SokalMichenerDistance32 SokalMichenerDistance64
        SokalSneathDistance SokalSneathDistance32 SokalSneathDistance64 WMinkowskiDistance WMinkowskiDistance32`,
      'sklearn.metrics._pairwise_distances_reduction._argkmin': 'ArgKmin32 ArgKmin64 EuclideanArgKmin32 EuclideanArgKmin64',
      'sklearn.metrics._pairwise_distances_reduction._base': 'BaseDistancesReduction32 BaseDistancesReduction64',
      'sklearn.metrics._pairwise_distances_reduction._datasets_pair': `DatasetsPair32 DatasetsPair64 DenseDenseDatasetsPair32
        DenseDenseDatasetsPair64 DenseSparseDatasetsPair32 DenseSparseDatasetsPair64 SparseDenseDatasetsPair32 SparseDenseDatasetsPair64
        SparseSparseDatasetsPair32 SparseSparseDatasetsPair64`,
      'sklearn.metrics._pairwise_distances_reduction._dispatcher': 'ArgKmin BaseDistancesReductionDispatcher RadiusNeighbors',
      'sklearn.metrics._pairwise_distances_reduction._middle_term_computer': `DenseDenseMiddleTermComputer32
        DenseDenseMiddleTermComputer64 MiddleTermComputer32 MiddleTermComputer64 SparseSparseMiddleTermComputer32
        SparseSparseMiddleTermComputer64`,
      'sklearn.metrics._pairwise_distances_reduction._radius_neighbors': `EuclideanRadiusNeighbors32 EuclideanRadiusNeighbors64
        RadiusNeighbors32 RadiusNeighbors64`,
      'sklearn.metrics._scorer':
        '_BaseScorer _CurveScorer _DeprecatedScorers _MultimetricScorer _PassthroughScorer _PredictScorer _ProbaScorer _Scorer _ThresholdScorer',
      'sklearn.mixture': 'BayesianGaussianMixture GaussianMixture',
      'sklearn.mixture._base': 'BaseMixture',
      'sklearn.mixture._bayesian_mixture': 'BayesianGaussianMixture',
      'sklearn.mixture._gaussian_mixture': 'GaussianMixture',
      'sklearn.model_selection': 'GridSearchCV RandomizedSearchCV',
      'sklearn.model_selection._classification_threshold': 'FixedThresholdClassifier TunedThresholdClassifierCV',
      'sklearn.model_selection._plot': 'LearningCurveDisplay',
      'sklearn.model_selection._search': 'BaseSearchCV GridSearchCV ParameterGrid ParameterSampler RandomizedSearchCV',
      'sklearn.model_selection._search_successive_halving': `BaseSuccessiveHalving HalvingGridSearchCV HalvingRandomSearchCV
        _SubsampleMetaSplitter`,
      'sklearn.model_selection._split': `BaseCrossValidator BaseShuffleSplit GroupKFold GroupShuffleSplit KFold LeaveOneGroupOut
        LeaveOneOut LeavePGroupsOut LeavePOut PredefinedSplit RepeatedKFold RepeatedStratifiedKFold ShuffleSplit StratifiedGroupKFold
        StratifiedKFold StratifiedShuffleSplit TimeSeriesSplit _BaseKFold _CVIterableWrapper _RepeatedSplits`,
      'sklearn.multiclass': 'OneVsOneClassifier OneVsRestClassifier OutputCodeClassifier _ConstantPredictor',
      'sklearn.multioutput': 'ClassifierChain MultiOutputClassifier MultiOutputRegressor RegressorChain _BaseChain _MultiOutputEstimator',
      'sklearn.naive_bayes': 'BernoulliNB CategoricalNB ComplementNB GaussianNB MultinomialNB _BaseDiscreteNB _BaseNB',
      'sklearn.neighbors': `KNeighborsClassifier KNeighborsRegressor KernelDensity LocalOutlierFactor NearestCentroid NearestNeighbors
        RadiusNeighborsClassifier RadiusNeighborsRegressor`,
      'sklearn.neighbors._ball_tree': 'BallTree BallTree32 BallTree64 BinaryTree NeighborsHeap NodeHeap',
      'sklearn.neighbors._base': 'KNeighborsMixin NeighborsBase RadiusNeighborsMixin',
      'sklearn.neighbors._classification': 'KNeighborsClassifier RadiusNeighborsClassifier',
      'sklearn.neighbors._distance_metric': 'DistanceMetric',
      'sklearn.neighbors._graph': 'KNeighborsTransformer RadiusNeighborsTransformer',
      'sklearn.neighbors._kd_tree': 'BinaryTree KDTree KDTree32 KDTree64 NeighborsHeap NodeHeap',
      'sklearn.neighbors._kde': 'KernelDensity',
      'sklearn.neighbors._lof': 'LocalOutlierFactor',
      'sklearn.neighbors._nca': 'NeighborhoodComponentsAnalysis',
      'sklearn.neighbors._nearest_centroid': 'NearestCentroid',
      'sklearn.neighbors._quad_tree': '_QuadTree',
      'sklearn.neighbors._regression': 'KNeighborsRegressor RadiusNeighborsRegressor',
      'sklearn.neighbors._unsupervised': 'NearestNeighbors',
      'sklearn.neural_network': 'BernoulliRBM MLPClassifier MLPRegressor',
      'sklearn.neural_network._multilayer_perceptron': 'BaseMultilayerPerceptron MLPClassifier MLPRegressor',
      'sklearn.neural_network._rbm': 'BernoulliRBM',
      'sklearn.neural_network._stochastic_optimizers': 'AdamOptimizer BaseOptimizer SGDOptimizer',
      'sklearn.pipeline': 'FeatureUnion Pipeline',
      'sklearn.preprocessing': `Binarizer FunctionTransformer KBinsDiscretizer LabelBinarizer LabelEncoder MaxAbsScaler MinMaxScaler
        Normalizer OneHotEncoder OrdinalEncoder PolynomialFeatures PowerTransformer QuantileTransformer RobustScaler SplineTransformer
        StandardScaler`,
      'sklearn.preprocessing._data': `Binarizer KernelCenterer MaxAbsScaler MinMaxScaler Normalizer PowerTransformer QuantileTransformer
        RobustScaler StandardScaler`,
      'sklearn.preprocessing._discretization': 'KBinsDiscretizer',
      'sklearn.preprocessing._encoders': 'OneHotEncoder OrdinalEncoder _BaseEncoder',
      'sklearn.preprocessing._function_transformer': 'FunctionTransformer',
      'sklearn.preprocessing._label': 'LabelBinarizer LabelEncoder MultiLabelBinarizer',
      'sklearn.preprocessing._polynomial': 'PolynomialFeatures SplineTransformer',
      'sklearn.preprocessing._target_encoder': 'TargetEncoder',
      'sklearn.random_projection': 'BaseRandomProjection GaussianRandomProjection SparseRandomProjection',
      'sklearn.semi_supervised': 'LabelPropagation LabelSpreading SelfTrainingClassifier',
      'sklearn.semi_supervised._label_propagation': 'BaseLabelPropagation LabelPropagation LabelSpreading',
      'sklearn.semi_supervised._self_training': 'SelfTrainingClassifier',
      'sklearn.svm': 'LinearSVC LinearSVR NuSVC NuSVR OneClassSVM SVC SVR',
      'sklearn.svm._base': 'BaseLibSVM BaseSVC',
      'sklearn.svm._classes': 'LinearSVC LinearSVR NuSVC NuSVR OneClassSVM SVC SVR',
      'sklearn.tree': 'DecisionTreeClassifier DecisionTreeRegressor ExtraTreeClassifier ExtraTreeRegressor',
      'sklearn.tree._classes': 'BaseDecisionTree DecisionTreeClassifier DecisionTreeRegressor ExtraTreeClassifier ExtraTreeRegressor',
      'sklearn.tree._criterion': 'ClassificationCriterion Criterion Entropy FriedmanMSE Gini MAE MSE Poisson RegressionCriterion',
      'sklearn.tree._export': 'Sentinel _BaseTreeExporter _DOTTreeExporter _MPLTreeExporter',
      'sklearn.tree._reingold_tilford': 'DrawTree',
      'sklearn.tree._splitter': `BaseDenseSplitter BaseSparseSplitter BestSparseSplitter BestSplitter RandomSparseSplitter RandomSplitter
        Splitter`,
      'sklearn.tree._tree': 'BestFirstTreeBuilder DepthFirstTreeBuilder TreeBuilder _AlphaPruner _CCPPruneController _PathFinder',
      'sklearn.tree._utils': 'WeightedMedianCalculator WeightedPQueue',
      'sklearn.utils._bunch': 'Bunch',
      'sklearn.utils._metadata_requests': 'MetadataRequest MetadataRouter MethodMapping MethodMetadataRequest',
      'sklearn.utils.deprecation': 'DeprecationDict',
    },
  },
  {
    use: 'reference',
    reason: 'function of arrays: an import of it is harmless',
    names: {
      'sklearn.cluster._kmeans': '_kmeans_single_lloyd',
      'sklearn.ensemble._hist_gradient_boosting.common': 'G_H_DTYPE X_BINNED_DTYPE X_BITSET_INNER_DTYPE X_DTYPE Y_DTYPE',
      'sklearn.feature_selection._mutual_info': 'mutual_info_classif mutual_info_regression',
      'sklearn.feature_selection._univariate_selection': 'chi2 f_classif f_regression',
      'sklearn.metrics._classification': `accuracy_score balanced_accuracy_score cohen_kappa_score f1_score fbeta_score jaccard_score
        log_loss matthews_corrcoef precision_score recall_score`,
      'sklearn.metrics._ranking': 'average_precision_score roc_auc_score',
      'sklearn.metrics._regression': `explained_variance_score max_error mean_absolute_error mean_squared_error mean_squared_log_error
        median_absolute_error r2_score root_mean_squared_error`,
      'sklearn.metrics._scorer': '_passthrough_scorer',
      'sklearn.metrics.pairwise': 'cosine_similarity euclidean_distances linear_kernel polynomial_kernel rbf_kernel',
      'sklearn.preprocessing._function_transformer': '_identity',
    },
  },
  {
    use: 'first-is-class',
    reason: 'Cython constructor: builds an instance of its argument without `__init__`',
    names: {
      'sklearn._loss._loss': `__pyx_unpickle_CyAbsoluteError __pyx_unpickle_CyExponentialLoss __pyx_unpickle_CyHalfBinomialLoss
        __pyx_unpickle_CyHalfGammaLoss __pyx_unpickle_CyHalfMultinomialLoss __pyx_unpickle_CyHalfPoissonLoss
        __pyx_unpickle_CyHalfSquaredError __pyx_unpickle_CyHalfTweedieLoss __pyx_unpickle_CyHalfTweedieLossIdentity
        __pyx_unpickle_CyHuberLoss __pyx_unpickle_CyPinballLoss`,
    },
  },
  {
    use: 'first-is-class',
    reason: 'compiled tree or metric: builds an instance of its argument',
    names: {
      'sklearn.metrics._dist_metrics': 'newObj',
      'sklearn.neighbors._ball_tree': 'newObj',
      'sklearn.neighbors._kd_tree': 'newObj',
    },
  },
  {
    use: 'class',
    reason: 'estimator or helper: __setstate__ only updates the attributes',
    names: { 'sklearn.calibration': '_TemperatureScaling' },
  },
  {
    use: 'reference',
    reason: 'metric, kernel or check of arrays: an import is harmless; none calls an argument or reads a file',
    names: {
      'sklearn.feature_selection._univariate_selection': 'r_regression',
      'sklearn.metrics._classification': `brier_score_loss class_likelihood_ratios classification_report confusion_matrix d2_brier_score d2_log_loss_score hamming_loss
        hinge_loss multilabel_confusion_matrix precision_recall_fscore_support zero_one_loss`,
      'sklearn.metrics._ranking': `auc confusion_matrix_at_thresholds coverage_error dcg_score det_curve label_ranking_average_precision_score label_ranking_loss
        ndcg_score precision_recall_curve roc_curve top_k_accuracy_score`,
      'sklearn.metrics._regression': `d2_absolute_error_score d2_pinball_score d2_tweedie_score mean_absolute_percentage_error mean_gamma_deviance mean_pinball_loss
        mean_poisson_deviance mean_tweedie_deviance root_mean_squared_log_error`,
      'sklearn.metrics._scorer': 'negative_likelihood_ratio positive_likelihood_ratio',
      'sklearn.metrics.cluster._supervised': `adjusted_mutual_info_score adjusted_rand_score completeness_score fowlkes_mallows_score homogeneity_completeness_v_measure
        homogeneity_score mutual_info_score normalized_mutual_info_score pair_confusion_matrix rand_score v_measure_score`,
      'sklearn.metrics.cluster._unsupervised': 'calinski_harabasz_score davies_bouldin_score',
      'sklearn.metrics.pairwise': 'additive_chi2_kernel chi2_kernel laplacian_kernel manhattan_distances sigmoid_kernel',
      'sklearn.utils.validation': 'check_array',
    },
  },
]
