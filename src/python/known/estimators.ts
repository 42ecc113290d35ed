// Safe names of estimator libraries beside scikit-learn, such as hdbscan, optuna, pyod and shap.
import type { SafeTable } from '../table.ts'

/** Estimators outside scikit-learn and the objects they contain: outlier detectors, explainers, formulas. */
export const estimators: SafeTable = {
  packages: `anndata autofeat bayes_opt boruta causalml dask_ml deap dowhy econml eli5 formulaic gplearn hdbscan implicit interpret kmodes mlflow ngboost optuna pygam pynndescent pyod pytorch_tabnet river shap sklearn_crfsuite slicer surprise`,
  groups: [
    {
      use: 'attributes-only',
      reason: 'class without hooks: restoring it only sets attributes',
      names: `
        anndata._core.anndata: AnnData
        autofeat.autofeat: AutoFeatRegressor
        bayes_opt.acquisition: UpperConfidenceBound
        bayes_opt.bayesian_optimization: BayesianOptimization
        bayes_opt.logger: ScreenLogger
        bayes_opt.parameter: FloatParameter
        bayes_opt.target_space: TargetSpace
        boruta.boruta_py: BorutaPy
        causalml.inference.meta.base: BaseLearner
        causalml.inference.meta.drlearner: BaseDRClassifier BaseDRLearner BaseDRRegressor XGBDRRegressor
        causalml.inference.meta.explainer: Explainer
        causalml.inference.meta.rlearner: BaseRClassifier BaseRLearner BaseRRegressor XGBRClassifier XGBRRegressor
        causalml.inference.meta.slearner: BaseSClassifier BaseSLearner BaseSRegressor LRSRegressor StatsmodelsOLS
        causalml.inference.meta.tlearner: BaseTClassifier BaseTLearner BaseTRegressor MLPTRegressor XGBTClassifier XGBTRegressor
        causalml.inference.meta.tmle: TMLELearner
        causalml.inference.meta.xlearner: BaseXClassifier BaseXLearner BaseXRegressor
        dask_ml.preprocessing.data: MinMaxScaler StandardScaler
        dask_ml.wrappers: ParallelPostFit
        deap.tools.support: HallOfFame Statistics
        dowhy.gcm.causal_mechanisms: AdditiveNoiseModel
        dowhy.gcm.causal_models: StructuralCausalModel
        dowhy.gcm.ml.regression: InvertibleIdentityFunction SklearnRegressionModel
        dowhy.gcm.stochastic_models: EmpiricalDistribution
        econml.dml._rlearner: _ModelFinal _ModelNuisance
        econml.dml.causal_forest: CausalForestDML _CausalForestFinalWrapper _GenericSingleOutcomeModelFinalWithCovInference
        econml.dml.dml: LinearDML _FinalWrapper
        econml.dr._drlearner: LinearDRLearner _ModelFinal _ModelNuisance
        econml.grf._base_grftree: GRFTree
        econml.grf.classes: CausalForest MultiOutputGRF
        econml.inference._inference: StatsModelsInference StatsModelsInferenceDiscrete
        econml.metalearners._metalearners: TLearner XLearner
        econml.sklearn_extensions.linear_model: StatsModelsLinearRegression
        eli5.sklearn.permutation_importance: PermutationImportance
        formulaic.formula: SimpleFormula
        formulaic.materializers.types.evaluated_factor: EvaluatedFactor
        formulaic.model_spec: ModelSpec
        formulaic.transforms.contrasts: ContrastsState TreatmentContrasts
        gplearn._program: _Program
        gplearn.genetic: BaseSymbolic SymbolicClassifier SymbolicRegressor SymbolicTransformer
        hdbscan.hdbscan_: HDBSCAN
        hdbscan.prediction: PredictionData
        hdbscan.robust_single_linkage_: RobustSingleLinkage
        implicit.cpu.als: AlternatingLeastSquares
        implicit.cpu.bpr: BayesianPersonalizedRanking
        implicit.cpu.lmf: LogisticMatrixFactorization
        interpret.glassbox._decisiontree: ClassificationTree RegressionTree
        interpret.glassbox._ebm._ebm: ExplainableBoostingClassifier ExplainableBoostingRegressor
        interpret.glassbox._linear: LinearRegression LogisticRegression
        kmodes.kmodes: KModes
        kmodes.kprototypes: KPrototypes
        ngboost.scores: CRPScore LogScore
        pygam.callbacks: Accuracy CallBack Coef Deviance Diffs
        pygam.core: Core
        pygam.distributions: BinomialDist Distribution GammaDist InvGaussDist NormalDist PoissonDist
        pygam.links: IdentityLink InvSquaredLink InverseLink Link LogLink LogitLink
        pygam.terms: FactorTerm Intercept LinearTerm SplineTerm Term
        pynndescent.pynndescent_: PyNNDescentTransformer
        pyod.models.abod: ABOD
        pyod.models.ae1svm: AE1SVM
        pyod.models.alad: ALAD
        pyod.models.anogan: AnoGAN
        pyod.models.audio_ae: AudioAE
        pyod.models.auto_encoder: AutoEncoder
        pyod.models.base: BaseDetector
        pyod.models.base_dl: BaseDeepLearningDetector
        pyod.models.cblof: CBLOF
        pyod.models.cd: CD
        pyod.models.cof: COF
        pyod.models.copod: COPOD
        pyod.models.deep_svdd: DeepSVDD
        pyod.models.devnet: DevNet SupDataset
        pyod.models.dif: DIF
        pyod.models.ecod: ECOD
        pyod.models.embedding: EmbeddingOD MultiModalOD
        pyod.models.gmm: GMM
        pyod.models.hbos: HBOS
        pyod.models.hdbscan: HDBSCAN
        pyod.models.iforest: IForest
        pyod.models.inne: INNE
        pyod.models.kde: KDE
        pyod.models.knn: KNN
        pyod.models.kpca: KPCA PyODKernelPCA
        pyod.models.lmdd: LMDD
        pyod.models.loci: LOCI
        pyod.models.loda: LODA
        pyod.models.lof: LOF
        pyod.models.lscp: LSCP
        pyod.models.lunar: LUNAR
        pyod.models.mad: MAD
        pyod.models.mcd: MCD
        pyod.models.mo_gaal: MO_GAAL
        pyod.models.ocsvm: OCSVM
        pyod.models.pca: PCA
        pyod.models.pyg_anomalous: ANOMALOUS
        pyod.models.pyg_anomalydae: AnomalyDAE
        pyod.models.pyg_cola: CoLA
        pyod.models.pyg_conad: CONAD
        pyod.models.pyg_dominant: DOMINANT
        pyod.models.pyg_guide: GUIDE
        pyod.models.pyg_radar: Radar
        pyod.models.pyg_scan: SCAN
        pyod.models.qmcd: QMCD
        pyod.models.rgraph: RGraph
        pyod.models.rod: ROD
        pyod.models.sampling: Sampling
        pyod.models.so_gaal: SO_GAAL
        pyod.models.so_gaal_new: SO_GAAL
        pyod.models.sod: SOD
        pyod.models.sos: SOS
        pyod.models.ts_anomaly_transformer: AnomalyTransformer
        pyod.models.ts_kshape: KShape
        pyod.models.ts_lstm: LSTMAD
        pyod.models.ts_matrix_profile: MatrixProfile
        pyod.models.ts_od: TimeSeriesOD
        pyod.models.ts_sand: SAND
        pyod.models.ts_spectral_residual: SpectralResidual
        pyod.models.vae: VAE
        pyod.models.xgbod: XGBOD
        pytorch_tabnet.callbacks: CallbackContainer History
        pytorch_tabnet.tab_model: TabNetClassifier
        shap._explanation: Explanation
        shap.explainers._tree: SingleTree TreeEnsemble
        shap.utils._legacy: DenseData IdentityLink Model
        sklearn_crfsuite.estimator: CRF
        slicer.slicer_internal: Obj
        surprise.dataset: Dataset DatasetAutoFolds DatasetUserFolds
        surprise.model_selection.search: BaseSearchCV GridSearchCV RandomizedSearchCV
        surprise.model_selection.split: KFold LeaveOneOut PredefinedKFold RepeatedKFold ShuffleSplit
        surprise.prediction_algorithms.algo_base: AlgoBase
        surprise.prediction_algorithms.baseline_only: BaselineOnly
        surprise.prediction_algorithms.co_clustering: CoClustering
        surprise.prediction_algorithms.knns: KNNBaseline KNNBasic KNNWithMeans KNNWithZScore SymmetricAlgo
        surprise.prediction_algorithms.matrix_factorization: NMF SVD SVDpp
        surprise.prediction_algorithms.random_pred: NormalPredictor
        surprise.prediction_algorithms.slope_one: SlopeOne
        surprise.reader: Reader
        surprise.trainset: Trainset`,
    },
    {
      use: 'attributes-only-callable',
      reason: 'class without hooks: restoring it only sets attributes; it can be called',
      names: `
        gplearn.fitness: _Fitness
        gplearn.functions: _Function
        pyod.models.ae1svm: InnerAE1SVM RandomFourierFeatures
        pyod.models.anogan: Discriminator Generator QueryModel
        pyod.models.auto_encoder: AutoEncoderModel
        pyod.models.deep_svdd: InnerDeepSVDD
        pyod.models.devnet: DevNetD DevNetLinear DevNetS
        pyod.models.dif: LinearBlock MLPnet
        pyod.models.lunar: SCORE_MODEL WEIGHT_MODEL
        pyod.models.so_gaal: Discriminator Generator
        pyod.models.so_gaal_new: Discriminator Generator
        pyod.models.ts_anomaly_transformer: _AnomalyAttention _AnomalyTransformerLayer _AnomalyTransformerModel
        pyod.models.ts_lstm: _LSTMModel
        pyod.models.vae: VAEModel
        pyod.utils.torch_utility: LinearBlock
        pytorch_tabnet.sparsemax: Sparsemax
        pytorch_tabnet.tab_network: AttentiveTransformer EmbeddingGenerator FeatTransformer GBN GLU_Block GLU_Layer TabNet TabNetEncoder
          TabNetNoEmbeddings
        shap.explainers._kernel: KernelExplainer
        shap.explainers._linear: LinearExplainer
        shap.explainers._permutation: PermutationExplainer
        shap.explainers._tree: TreeExplainer
        shap.maskers._tabular: Independent
        shap.models._model: Model`,
    },
    {
      use: 'class',
      reason: 'part of a formula, with slots: its setters look up a member of an enumeration',
      names: `
        formulaic.parser.types.factor: Factor
        formulaic.parser.types.token: Token`,
    },
    {
      use: 'attributes-only',
      reason: 'term of a formula: its state contains its hash',
      names: `
        formulaic.parser.types.term: Term`,
    },
    {
      use: 'attributes-only',
      reason: 'value: compared and hashed by its own attributes',
      names: `
        optuna.distributions: CategoricalDistribution FloatDistribution IntDistribution
        optuna.trial._frozen: FrozenTrial`,
    },
    {
      use: 'attributes-only',
      reason: '`__setstate__` sets the attributes and creates a lock or a thread-local',
      names: `
        optuna.storages._in_memory: InMemoryStorage
        optuna.study.study: Study`,
    },
    {
      use: 'attributes-only',
      reason: 'its `__getattr__` delegates to an object in its state, which only a second state could abuse',
      names: `
        econml.dml.dml: _FirstStageSelector
        econml.sklearn_extensions.model_selection: FixedModelSelector`,
    },
    {
      use: 'reference',
      reason: 'distribution that a model refers to',
      names: `
        ngboost.distns.cauchy: Cauchy
        ngboost.distns.exponential: Exponential
        ngboost.distns.gamma: Gamma
        ngboost.distns.laplace: Laplace
        ngboost.distns.lognormal: LogNormal
        ngboost.distns.normal: Normal NormalFixedMean NormalFixedVar
        ngboost.distns.poisson: Poisson
        ngboost.distns.t: T TFixedDf TFixedDfFixedVar`,
    },
    {
      use: 'temporary-file',
      reason: 'owns a file: `__setstate__` writes one, and its finaliser deletes the file that its state names',
      names: `
        sklearn_crfsuite._fileresource: FileResource`,
    },
    {
      use: 'class',
      reason: 'base class of models that cloudpickle writes, and its type hints: plain attributes',
      names: `
        mlflow.models.signature: _TypeHints
        mlflow.pyfunc.model: PythonModel`,
    },
    {
      use: 'class',
      reason: 'named tuple: keeps its arguments',
      names: `
        econml.validate.sensitivity_analysis: SensitivityParams
        optuna.samplers._tpe.parzen_estimator: _ParzenEstimatorParameters`,
    },
    {
      use: 'reference',
      reason: 'function of numbers or arrays: an import of it is harmless',
      names: `
        deap.tools.support: identity
        econml.utilities: add_intercept
        gplearn.fitness: _log_loss _mean_absolute_error _mean_square_error _root_mean_square_error _weighted_pearson _weighted_spearman
        gplearn.functions: _protected_division _protected_inverse _protected_log _protected_sqrt _sigmoid
        kmodes.util.dissim: euclidean_dissim jaccard_dissim_binary jaccard_dissim_label matching_dissim ng_dissim
        optuna._gp.prior: default_log_prior
        optuna.samplers._tpe.sampler: default_gamma default_weights
        pyod.models.vae: vae_loss
        river._river_rust.vectordict: euclidean_distance_dict euclidean_distance_tuple
        river.feature_extraction.vectorize: strip_accents_unicode
        river.forest.online_extra_trees: ExtraTrees._detection_mode_all ExtraTrees._detection_mode_off
        river.metrics.mutual_info: _average_arithmetic
        river.tree.splitter.ebst_splitter: EBSTNode._update_estimator_multivariate EBSTNode._update_estimator_univariate
        shap.utils._legacy: IdentityLink.f`,
    },
    {
      use: 'member',
      reason: 'enumeration: a call with one literal returns a member',
      names: `
        formulaic.formula: OrderingMethod
        formulaic.materializers.types.enums: ClusterBy NAAction
        formulaic.parser.types.factor: Factor.EvalMethod Factor.Kind
        formulaic.parser.types.token: Token.Kind
        formulaic.utils.sentinels: Sentinel
        formulaic.utils.variables: Variable.Role
        optuna.study._study_direction: StudyDirection
        optuna.trial._state: TrialState`,
    },
    {
      use: 'first-is-class',
      reason: 'restores a compiled metric: builds an instance of its argument',
      names: `
        hdbscan.dist_metrics: newObj`,
    },
    {
      use: 'class',
      reason: 'compiled metric: `__setstate__` sets numbers and arrays',
      names: `
        hdbscan.dist_metrics: BrayCurtisDistance CanberraDistance ChebyshevDistance EuclideanDistance HammingDistance ManhattanDistance
          MinkowskiDistance SEuclideanDistance`,
    },
  ],
}
