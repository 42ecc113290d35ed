// Safe names of libraries for forecasting, survival analysis and hidden Markov models.
import type { SafeTable } from '../table.ts'

/**
 * Time series and survival: lifelines 0.30.3, scikit-survival 0.28.0, pmdarima 2.1.1, sktime 1.2.0, statsforecast
 * 2.1.1.
 */
export const forecasting: SafeTable = {
  packages: 'darts hmmlearn lifelines pmdarima prophet sksurv sktime statsforecast tslearn',
  groups: [
    {
      use: 'attributes-only',
      reason: 'class without hooks: restoring it only sets attributes',
      names: `
        darts.dataprocessing.encoders.encoders: SequentialEncoder
        darts.models.forecasting.baselines: NaiveSeasonal
        darts.models.forecasting.exponential_smoothing: ExponentialSmoothing
        darts.models.forecasting.linear_regression_model: LinearRegressionModel
        darts.models.forecasting.random_forest: RandomForest
        darts.models.forecasting.theta: Theta
        darts.timeseries: TimeSeries
        hmmlearn._emissions: BaseCategoricalHMM BaseGMMHMM BaseGaussianHMM BaseMultinomialHMM BasePoissonHMM
        hmmlearn.base: BaseHMM ConvergenceMonitor VariationalBaseHMM _AbstractHMM
        hmmlearn.hmm: CategoricalHMM GMMHMM GaussianHMM MultinomialHMM PoissonHMM
        hmmlearn.vhmm: VariationalCategoricalHMM VariationalGaussianHMM
        lifelines.fitters: BaseFitter KnownModelParametricUnivariateFitter NonParametricUnivariateFitter ParametericAFTRegressionFitter
          ParametricRegressionFitter ParametricUnivariateFitter RegressionFitter SemiParametricRegressionFitter UnivariateFitter
        lifelines.fitters.aalen_additive_fitter: AalenAdditiveFitter
        lifelines.fitters.aalen_johansen_fitter: AalenJohansenFitter
        lifelines.fitters.breslow_fleming_harrington_fitter: BreslowFlemingHarringtonFitter
        lifelines.fitters.cox_time_varying_fitter: CoxTimeVaryingFitter
        lifelines.fitters.coxph_fitter: ParametricCoxModelFitter ParametricPiecewiseBaselinePHFitter ParametricSplinePHFitter
          SemiParametricPHFitter _BatchVsSingle
        lifelines.fitters.crc_spline_fitter: CRCSplineFitter
        lifelines.fitters.exponential_fitter: ExponentialFitter
        lifelines.fitters.generalized_gamma_fitter: GeneralizedGammaFitter
        lifelines.fitters.generalized_gamma_regression_fitter: GeneralizedGammaRegressionFitter
        lifelines.fitters.kaplan_meier_fitter: KaplanMeierFitter
        lifelines.fitters.log_logistic_aft_fitter: LogLogisticAFTFitter
        lifelines.fitters.log_logistic_fitter: LogLogisticFitter
        lifelines.fitters.log_normal_aft_fitter: LogNormalAFTFitter
        lifelines.fitters.log_normal_fitter: LogNormalFitter
        lifelines.fitters.mixins: ProportionalHazardMixin SplineFitterMixin
        lifelines.fitters.mixture_cure_fitter: MixtureCureFitter
        lifelines.fitters.nelson_aalen_fitter: NelsonAalenFitter
        lifelines.fitters.npmle: min_max
        lifelines.fitters.piecewise_exponential_fitter: PiecewiseExponentialFitter
        lifelines.fitters.piecewise_exponential_regression_fitter: PiecewiseExponentialRegressionFitter
        lifelines.fitters.spline_fitter: SplineFitter
        lifelines.fitters.weibull_aft_fitter: WeibullAFTFitter
        lifelines.fitters.weibull_fitter: WeibullFitter
        lifelines.plotting: PlotEstimateConfig
        lifelines.statistics: StatisticalResult TimeTransformers
        lifelines.utils: CovariateParameterMappings
        pmdarima.arima._auto_solvers: _RandomFitWrapper _SolverMixin _StepwiseFitWrapper
        pmdarima.arima._context: ContextStore _CtxSingleton
        pmdarima.arima.auto: AutoARIMA
        pmdarima.base: BaseARIMA
        pmdarima.model_selection._split: BaseTSCrossValidator RollingForecastCV SlidingWindowForecastCV
        pmdarima.pipeline: Pipeline
        pmdarima.preprocessing.base: BaseTransformer UpdatableMixin
        pmdarima.preprocessing.endog.base: BaseEndogTransformer
        pmdarima.preprocessing.endog.boxcox: BoxCoxEndogTransformer
        pmdarima.preprocessing.endog.log: LogEndogTransformer
        pmdarima.preprocessing.exog.base: BaseExogFeaturizer BaseExogTransformer
        pmdarima.preprocessing.exog.dates: DateFeaturizer
        pmdarima.preprocessing.exog.fourier: FourierFeaturizer
        prophet.forecaster: Prophet
        prophet.models: CmdStanPyBackend
        sksurv._dataframe._categorical_semantics: ColumnSemantics
        sksurv._dataframe._pandas: PandasDataFrameLibrary
        sksurv._dataframe._polars: PolarsDataFrameLibrary
        sksurv.base: SurvivalAnalysisMixin
        sksurv.ensemble.boosting: ComponentwiseGradientBoostingSurvivalAnalysis GradientBoostingSurvivalAnalysis
          _ComponentwiseLeastSquares
        sksurv.ensemble.forest: ExtraSurvivalTrees RandomSurvivalForest _BaseSurvivalForest
        sksurv.linear_model.aft: IPCRidge
        sksurv.linear_model.coxnet: CoxnetSurvivalAnalysis
        sksurv.linear_model.coxph: BreslowEstimator CoxPHOptimizer CoxPHSurvivalAnalysis VerboseReporter
        sksurv.meta.ensemble_selection: BaseEnsembleSelection EnsembleAverage EnsembleSelection EnsembleSelectionRegressor MeanEstimator
          MeanRankEstimator
        sksurv.meta.stacking: Stacking
        sksurv.metrics: _ScoreOverrideMixin as_concordance_index_ipcw_scorer as_cumulative_dynamic_auc_scorer
          as_integrated_brier_score_scorer
        sksurv.preprocessing: OneHotEncoder
        sksurv.svm.minlip: EcosSolver HingeLossSurvivalSVM MinlipSurvivalAnalysis OsqpSolver QPSolver
        sksurv.svm.naive_survival_svm: NaiveSurvivalSVM
        sksurv.svm.survival_svm: BaseSurvivalSVM Counter FastKernelSurvivalSVM FastSurvivalSVM LargeScaleOptimizer
          NonlinearLargeScaleOptimizer OrderStatisticTreeSurvivalCounter PRSVMOptimizer RankSVMOptimizer SimpleOptimizer SurvivalCounter
        sksurv.tree.tree: ExtraSurvivalTree SurvivalTree
        sksurv.util: Surv _PropertyAvailableIfDescriptor
        sktime.classification.distance_based._time_series_neighbors: KNeighborsTimeSeriesClassifier
        sktime.classification.interval_based._tsf: TimeSeriesForestClassifier
        sktime.forecasting.compose._reduce: RecursiveTabularRegressionForecaster
        sktime.forecasting.naive._naive: NaiveForecaster
        sktime.forecasting.trend._polynomial_trend_forecaster: PolynomialTrendForecaster
        sktime.transformations.rocket._rocket: Rocket
        statsforecast.core: GroupedArray StatsForecast
        statsforecast.models: ADIDA ARCH ARIMA AutoARIMA AutoCES AutoETS AutoMFLES AutoRegressive AutoTBATS AutoTheta ConstantModel
          CrostonClassic CrostonOptimized CrostonSBA DynamicOptimizedTheta DynamicTheta GARCH HistoricAverage Holt HoltWinters IMAPA MFLES
          MSTL NaNModel Naive OptimizedTheta RandomWalkWithDrift SeasonalExponentialSmoothing SeasonalExponentialSmoothingOptimized
          SeasonalNaive SeasonalWindowAverage SimpleExponentialSmoothing SimpleExponentialSmoothingOptimized SklearnModel TBATS TSB Theta
          WindowAverage ZeroModel _TS
        tslearn.backend.numpy_backend: NumPyBackend NumPyLinalg NumPyRandom
        tslearn.backend.pytorch_backend: PyTorchBackend PyTorchLinalg PyTorchRandom
        tslearn.bases.bases: BaseModelPackage TimeSeriesMixin TsLearnTags
        tslearn.clustering.dbscan: TimeSeriesDBSCAN
        tslearn.clustering.kmeans: KernelKMeans TimeSeriesKMeans
        tslearn.clustering.kshape: KShape
        tslearn.early_classification.early_classification: NonMyopicEarlyClassifier
        tslearn.forecasting._arima: AutoVARIMA VARIMA
        tslearn.forecasting._pipeline: ScaledForecastingPipeline
        tslearn.foundation._embedding: TimeSeriesFoundationEmbedder
        tslearn.foundation._forecasting: LinearProbeForecaster ZeroShotForecaster _BaseFoundationForecaster
        tslearn.matrix_profile.matrix_profile: MatrixProfile
        tslearn.metrics.softdtw_variants: SoftDTW SquaredEuclidean
        tslearn.neighbors.neighbors: KNeighborsTimeSeries KNeighborsTimeSeriesClassifier KNeighborsTimeSeriesMixin
          KNeighborsTimeSeriesRegressor
        tslearn.neural_network.neural_network: TimeSeriesMLPClassifier TimeSeriesMLPRegressor
        tslearn.piecewise.piecewise: OneD_SymbolicAggregateApproximation PiecewiseAggregateApproximation SymbolicAggregateApproximation
        tslearn.preprocessing._synchronizer: TimeSeriesFeatureSynchronizer
        tslearn.preprocessing.preprocessing: TimeSeriesImputer TimeSeriesResampler TimeSeriesScalerMeanVariance TimeSeriesScalerMinMax
        tslearn.svm.svm: TimeSeriesSVC TimeSeriesSVMMixin TimeSeriesSVR`,
    },
    {
      use: 'attributes-only-callable',
      reason: 'class without hooks: restoring it only sets attributes; it can be called',
      names: `
        lifelines.generate_datasets: coeff_func
        sksurv.ensemble.survival_loss: CensoredSquaredLoss CoxPH SurvivalLossFunction
        sksurv.functions: StepFunction
        sktime.dists_kernels.base.adapters._sklearn: _SklearnDistanceAdapter
        tslearn.metrics.soft_dtw_loss_pytorch: SoftDTWLossPyTorch`,
    },
    {
      use: 'attributes-only',
      reason: '`__setstate__` sets the attributes and warns if another version wrote them',
      names: `
        pmdarima.arima.arima: ARIMA`,
    },
    {
      use: 'attributes-only',
      reason: 'its `__getattr__` delegates to an object in its state, which only a second state could abuse',
      names: `
        lifelines.fitters.coxph_fitter: CoxPHFitter`,
    },
    {
      use: 'member',
      reason: 'enumeration: a call with one literal returns a member',
      names: `
        darts.utils.utils: ModelMode SeasonalityMode
        lifelines.utils: CensoringType
        sktime.datatypes._dtypekind: DtypeKind`,
    },
  ],
}
