// Safe names of statsmodels.
import type { SafeTable } from '../table.ts'

/** statsmodels. Checked in the source of 0.15.0; names also from 0.14.1 and 0.13.5. */
export const statsmodels: SafeTable = {
  packages: 'statsmodels',
  groups: [
    {
      use: 'attributes-only',
      reason: 'class without hooks: restoring it only sets attributes',
      names: `
        statsmodels.base._constraints: LinearConstraints TransformRestriction
        statsmodels.base._penalized: PenalizedMixin
        statsmodels.base._penalties: ConstraintsPenalty CovariancePenalty L2 L2ConstraintsPenalty L2Univariate NonePenalty PSD Penalty
          PseudoHuber SCAD SCADSmoothed
        statsmodels.base._prediction_inference: PredictionResultsBase PredictionResultsDelta PredictionResultsMean
          PredictionResultsMonotonic
        statsmodels.base._screening: ScreeningResults VariableScreening
        statsmodels.base.distributed_estimation: DistributedModel DistributedResults
        statsmodels.base.elastic_net: RegularizedResults
        statsmodels.base.model: GenericLikelihoodModel GenericLikelihoodModelResults LikelihoodModel Model ResultMixin Results _LLRMixin
        statsmodels.base.optimizer: Optimizer
        statsmodels.base.transform: BoxCox
        statsmodels.discrete.conditional_models: ConditionalLogit ConditionalMNLogit ConditionalPoisson ConditionalResults
          _ConditionalModel
        statsmodels.discrete.count_model: GenericZeroInflated L1ZeroInflatedGeneralizedPoissonResults
          L1ZeroInflatedNegativeBinomialResults L1ZeroInflatedPoissonResults ZeroInflatedGeneralizedPoisson
          ZeroInflatedGeneralizedPoissonResults ZeroInflatedNegativeBinomialP ZeroInflatedNegativeBinomialResults ZeroInflatedPoisson
          ZeroInflatedPoissonResults ZeroInflatedResults
        statsmodels.discrete.diagnostic: CountDiagnostic PoissonDiagnostic
        statsmodels.discrete.discrete_margins: DiscreteMargins Margins
        statsmodels.discrete.discrete_model: BinaryModel BinaryResults CountModel CountResults DiscreteModel DiscreteResults
          GeneralizedPoisson GeneralizedPoissonResults L1BinaryResults L1CountResults L1GeneralizedPoissonResults L1MultinomialResults
          L1NegativeBinomialResults L1PoissonResults MNLogit MultinomialModel MultinomialResults NegativeBinomialP
          NegativeBinomialPResults NegativeBinomialResults OrderedResults Poisson PoissonResults Probit ProbitResults
        statsmodels.discrete.truncated_model: HurdleCountModel HurdleCountResults L1HurdleCountResults L1TruncatedLFGenericResults
          TruncatedLFGeneralizedPoisson TruncatedLFGeneric TruncatedLFGenericResults TruncatedLFNegativeBinomialP TruncatedLFPoisson
          TruncatedLFPoissonResults TruncatedNegativeBinomialResults _RCensored _RCensoredGeneralizedPoisson _RCensoredGeneric
          _RCensoredNegativeBinomialP _RCensoredPoisson
        statsmodels.distributions.bernstein: BernsteinDistribution BernsteinDistributionBV BernsteinDistributionUV
        statsmodels.distributions.copula.archimedean: ArchimedeanCopula ClaytonCopula FrankCopula GumbelCopula
        statsmodels.distributions.copula.copulas: Copula CopulaDistribution
        statsmodels.distributions.copula.elliptical: EllipticalCopula GaussianCopula StudentTCopula
        statsmodels.distributions.copula.extreme_value: ExtremeValueCopula
        statsmodels.distributions.copula.other_copulas: IndependenceCopula
        statsmodels.distributions.copula.transforms: TransfClayton TransfFrank TransfGumbel TransfIndep Transforms _TransfPower
        statsmodels.distributions.discrete: DiscretizedModel
        statsmodels.distributions.mixture_rvs: MixtureDistribution
        statsmodels.duration.hazard_regression: PHReg PHRegResults PHSurvivalTime rv_discrete_float
        statsmodels.duration.survfunc: CumIncidenceRight SurvfuncRight
        statsmodels.formula._manager: FormulaManager NAAction _Default _FormulaOption
        statsmodels.gam.gam_cross_validation.cross_validators: BaseCrossValidator KFold
        statsmodels.gam.gam_cross_validation.gam_cross_validation: BaseCV BasePenaltiesPathCV MultivariateGAMCV MultivariateGAMCVPath
        statsmodels.gam.gam_penalties: MultivariateGamPenalty UnivariateGamPenalty
        statsmodels.gam.generalized_additive_model: GLMGam GLMGamResults LogitGam
        statsmodels.gam.smooth_basis: AdditiveGamSmoother BSplines CubicSplines CyclicCubicSplines GenericSmoothers PolynomialSmoother
          UnivariateBSplines UnivariateCubicCyclicSplines UnivariateCubicSplines UnivariateGamSmoother UnivariateGenericSmoother
          UnivariatePolynomialSmoother
        statsmodels.genmod.bayes_mixed_glm: BayesMixedGLMResults BinomialBayesMixedGLM PoissonBayesMixedGLM _BayesMixedGLM
          _VariationalBayesMixedGLM
        statsmodels.genmod.cov_struct: Autoregressive CategoricalCovStruct CovStruct Equivalence Exchangeable GlobalOddsRatio Independence
          Nested NominalIndependence OrdinalIndependence Stationary Unstructured
        statsmodels.genmod.families.family: Family Gamma Gaussian InverseGaussian NegativeBinomial Poisson Tweedie
        statsmodels.genmod.generalized_estimating_equations: GEE GEEMargins GEEResults NominalGEE NominalGEEResults OrdinalGEE
          OrdinalGEEResults ParameterConstraint _Multinomial
        statsmodels.genmod.qif: QIF QIFAutoregressive QIFCovariance QIFExchangeable QIFIndependence QIFResults
        statsmodels.iolib.table: Cell
        statsmodels.miscmodels.count: PoissonGMLE PoissonOffsetGMLE PoissonZiGMLE
        statsmodels.miscmodels.nonlinls: Myfunc NonlinearLS Results
        statsmodels.miscmodels.ordinal_model: OrderedModel OrderedResults
        statsmodels.miscmodels.tmodel: TLinearModel
        statsmodels.miscmodels.try_mlecov: MLEGLS
        statsmodels.multivariate.cancorr: CanCorr
        statsmodels.multivariate.factor: Factor FactorResults
        statsmodels.multivariate.manova: MANOVA
        statsmodels.multivariate.multivariate_ols: MultivariateLS MultivariateLSResults _MultivariateOLS _MultivariateOLSResults
        statsmodels.multivariate.pca: PCA
        statsmodels.nonparametric.kde: KDEUnivariate
        statsmodels.nonparametric.kernel_density: KDEMultivariate
        statsmodels.othermod.betareg: BetaModel BetaResults
        statsmodels.regression._prediction: PredictionResults
        statsmodels.regression._tools: _MinimalWLS
        statsmodels.regression.dimred: CovarianceReduction DimReductionResults PrincipalHessianDirections SlicedAverageVarianceEstimation
          SlicedInverseReg _DimReductionRegression
        statsmodels.regression.feasible_gls: GLSHet GLSHet2
        statsmodels.regression.linear_model: GLS GLSAR RegressionModel RegressionResults WLS
        statsmodels.regression.mixed_linear_model: MixedLM MixedLMParams MixedLMResults VCSpec _mixedlm_distribution
        statsmodels.regression.process_regression: GaussianCovariance
        statsmodels.regression.quantile_regression: QuantReg QuantRegResults
        statsmodels.regression.recursive_ls: RecursiveLS RecursiveLSResults
        statsmodels.regression.rolling: RollingOLS RollingRegressionResults RollingWLS
        statsmodels.robust.covariance: CovDetMCD CovDetMM CovDetS CovM _Standardize
        statsmodels.robust.resistant_linear_model: RLMDetS RLMDetSMM
        statsmodels.robust.robust_linear_model: RLM RLMResults
        statsmodels.sandbox.stats.multicomp: GroupsStats MultiComparison TukeyHSDResults
        statsmodels.tsa.ar_model: AR AROrderSelectionResults ARResults AutoReg AutoRegResults
        statsmodels.tsa.ardl.model: ARDL ARDLOrderSelectionResults ARDLResults UECM UECMResults
        statsmodels.tsa.arima_model: ARIMA ARIMAResults ARMA ARMAResults
        statsmodels.tsa.base.prediction: PredictionResults
        statsmodels.tsa.base.tsa_model: TimeSeriesModelResults
        statsmodels.tsa.descriptivestats: TsaDescriptive
        statsmodels.tsa.deterministic: DeterministicProcess
        statsmodels.tsa.exponential_smoothing.base: StateSpaceMLEModel StateSpaceMLEResults
        statsmodels.tsa.exponential_smoothing.ets: ETSModel ETSResults PredictionResults
        statsmodels.tsa.forecasting.stl: STLForecast STLForecastResults
        statsmodels.tsa.forecasting.theta: ThetaModel ThetaModelResults
        statsmodels.tsa.holtwinters._smoothers: HoltWintersArgs
        statsmodels.tsa.holtwinters.model: Holt SimpleExpSmoothing _OptConfig
        statsmodels.tsa.mlemodel: TSMLEModel
        statsmodels.tsa.regime_switching.markov_autoregression: MarkovAutoregression MarkovAutoregressionResults
        statsmodels.tsa.regime_switching.markov_regression: MarkovRegression MarkovRegressionResults
        statsmodels.tsa.regime_switching.markov_switching: HamiltonFilterResults KimSmootherResults MarkovSwitching MarkovSwitchingParams
          MarkovSwitchingResults
        statsmodels.tsa.seasonal: DecomposeResult
        statsmodels.tsa.seasonal._seasonal: DecomposeResult
        statsmodels.tsa.statespace._quarterly_ar1: QuarterlyAR1
        statsmodels.tsa.statespace.cfa_simulation_smoother: CFASimulationSmoother
        statsmodels.tsa.statespace.dynamic_factor: DynamicFactor DynamicFactorResults
        statsmodels.tsa.statespace.dynamic_factor_mq: DynamicFactorMQ DynamicFactorMQResults
        statsmodels.tsa.statespace.exponential_smoothing: ExponentialSmoothing ExponentialSmoothingResults
        statsmodels.tsa.statespace.kalman_filter: FilterResults KalmanFilter
        statsmodels.tsa.statespace.kalman_smoother: KalmanSmoother
        statsmodels.tsa.statespace.mlemodel: MLEModel MLEResults PredictionResults
        statsmodels.tsa.statespace.news: NewsResults
        statsmodels.tsa.statespace.representation: FrozenRepresentation MatrixWrapper OptionWrapper Representation
        statsmodels.tsa.statespace.structural: UnobservedComponents UnobservedComponentsResults
        statsmodels.tsa.statespace.varmax: VARMAX VARMAXResults
        statsmodels.tsa.stl.mstl: MSTL
        statsmodels.tsa.varma_process: VarmaPoly _Var
        statsmodels.tsa.vector_ar.irf: BaseIRAnalysis IRAnalysis
        statsmodels.tsa.vector_ar.local_proj: LocalProjections LocalProjectionsResults
        statsmodels.tsa.vector_ar.output: VARSummary
        statsmodels.tsa.vector_ar.plotting: MPLConfigurator
        statsmodels.tsa.vector_ar.svar_model: SVAR SVARResults
        statsmodels.tsa.vector_ar.var_model: FEVD LagOrderResults VAR VARResults
        statsmodels.tsa.vector_ar.vecm: CointRankResults VECM VECMResults
        statsmodels.tsa.x13: SeriesSpec Spec X13ArimaAnalysisResult`,
    },
    {
      use: 'attributes-only-callable',
      reason: 'class without hooks: restoring it only sets attributes; it can be called',
      names: `
        statsmodels.distributions.copula._special: Sterling1 Sterling2
        statsmodels.distributions.copula.depfunc_ev: AsymBiLogistic AsymLogistic AsymMixed AsymNegLogistic HR PickandDependence TEV
        statsmodels.distributions.empirical_distribution: ECDF ECDFDiscrete StepFunction
        statsmodels.genmod.families.links: CDFLink CLogLog Cauchy Identity InversePower InverseSquared Link Log LogC LogLog
          NegativeBinomial Power Probit Sqrt cauchy cloglog identity inverse_power inverse_squared log logc logit loglog nbinom probit
          sqrt
        statsmodels.genmod.families.varfuncs: NegativeBinomial Power VarianceFunction
        statsmodels.genmod.generalized_estimating_equations: _MultinomialLogit
        statsmodels.robust.covariance: _NormalizeTruncCov
        statsmodels.robust.norms: AndrewWave Hampel HuberT LeastSquares MQuantileNorm RamsayE RobustNorm StudentT TrimmedMean
          TukeyBiweight TukeyQuartic
        statsmodels.robust.scale: Huber HuberScale MScale
        statsmodels.tsa.statespace._pykalman_smoother: _KalmanSmoother
        statsmodels.tsa.stattools._leybourne: LeybourneMcCabeStationarity
        statsmodels.tsa.stattools._stattools: ZivotAndrewsUnitRoot`,
    },
    {
      use: 'attributes-only',
      reason: 'wrapper of results: `__setstate__` updates its attributes, and `__getattribute__` reads them',
      names: `
        statsmodels.base.elastic_net: RegularizedResultsWrapper
        statsmodels.base.model: LikelihoodResultsWrapper
        statsmodels.discrete.conditional_models: ConditionalResultsWrapper
        statsmodels.discrete.count_model: L1ZeroInflatedGeneralizedPoissonResultsWrapper L1ZeroInflatedNegativeBinomialResultsWrapper
          L1ZeroInflatedPoissonResultsWrapper ZeroInflatedGeneralizedPoissonResultsWrapper ZeroInflatedNegativeBinomialResultsWrapper
          ZeroInflatedPoissonResultsWrapper
        statsmodels.discrete.discrete_model: CountResultsWrapper GeneralizedPoissonResultsWrapper L1BinaryResultsWrapper
          L1CountResultsWrapper L1GeneralizedPoissonResultsWrapper L1MultinomialResultsWrapper L1NegativeBinomialResultsWrapper
          L1PoissonResultsWrapper MultinomialResultsWrapper NegativeBinomialPResultsWrapper NegativeBinomialResultsWrapper
          OrderedResultsWrapper PoissonResultsWrapper
        statsmodels.discrete.truncated_model: HurdleCountResultsWrapper L1HurdleCountResultsWrapper L1TruncatedLFGenericResultsWrapper
          TruncatedLFGenericResultsWrapper
        statsmodels.gam.generalized_additive_model: GLMGamResultsWrapper
        statsmodels.genmod.generalized_estimating_equations: GEEResultsWrapper NominalGEEResultsWrapper OrdinalGEEResultsWrapper
        statsmodels.genmod.qif: QIFResultsWrapper
        statsmodels.miscmodels.ordinal_model: OrderedResultsWrapper
        statsmodels.multivariate.multivariate_ols: MultivariateLSResultsWrapper
        statsmodels.othermod.betareg: BetaResultsWrapper
        statsmodels.regression.dimred: DimReductionResultsWrapper
        statsmodels.regression.mixed_linear_model: MixedLMResultsWrapper
        statsmodels.regression.recursive_ls: RecursiveLSResultsWrapper
        statsmodels.robust.robust_linear_model: RLMResultsWrapper
        statsmodels.tsa.ar_model: AutoRegResultsWrapper
        statsmodels.tsa.ardl.model: ARDLResultsWrapper UECMResultsWrapper
        statsmodels.tsa.base.tsa_model: TimeSeriesResultsWrapper
        statsmodels.tsa.exponential_smoothing.ets: ETSResultsWrapper PredictionResultsWrapper
        statsmodels.tsa.regime_switching.markov_autoregression: MarkovAutoregressionResultsWrapper
        statsmodels.tsa.regime_switching.markov_regression: MarkovRegressionResultsWrapper
        statsmodels.tsa.regime_switching.markov_switching: MarkovSwitchingResultsWrapper
        statsmodels.tsa.statespace.dynamic_factor: DynamicFactorResultsWrapper
        statsmodels.tsa.statespace.exponential_smoothing: ExponentialSmoothingResultsWrapper
        statsmodels.tsa.statespace.mlemodel: MLEResultsWrapper PredictionResultsWrapper
        statsmodels.tsa.statespace.structural: UnobservedComponentsResultsWrapper
        statsmodels.tsa.statespace.varmax: VARMAXResultsWrapper
        statsmodels.tsa.vector_ar.var_model: VARResultsWrapper`,
    },
    {
      use: 'attributes-only',
      reason: '`__setstate__` updates the attributes and binds its own methods',
      names: `
        statsmodels.discrete.discrete_model: NegativeBinomial`,
    },
    {
      use: 'formula',
      reason: 'data of a model: `__setstate__` evaluates the formula in its state as Python code',
      names: `
        statsmodels.base.data: FormulaicData ModelData PandasData PatsyData`,
    },
    {
      use: 'call',
      reason: 'compiled decomposition: takes an array and numbers',
      names: `
        statsmodels.tsa._stl: STL
        statsmodels.tsa.stl._stl: STL`,
    },
    {
      use: 'reference',
      reason: 'compiled recursion: an import of it is harmless',
      names: `
        statsmodels.tsa.exponential_smoothing._ets_smooth: _ets_smooth_add_add _ets_smooth_add_mul _ets_smooth_mul_add _ets_smooth_mul_mul`,
    },
    {
      use: 'distribution',
      reason: 'distribution of SciPy: `__setstate__` runs the argument template in its state as code',
      names: `
        statsmodels.distributions.discrete: genpoisson_p_gen zinegativebinomial_gen zipoisson_gen`,
    },
  ],
}
