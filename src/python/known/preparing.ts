// Safe names of libraries that encode, sample, select features and search parameters.
import type { SafeTable } from '../table.ts'

/** Encoders, samplers, feature selection and searches in the style of scikit-learn, in the versions of 2026. */
export const preparing: SafeTable = {
  packages: 'category_encoders feature_engine hyperopt imblearn mlxtend optuna skopt',
  groups: [
    {
      use: 'attributes-only',
      reason: 'class without hooks: restoring it only sets attributes',
      names: `
        category_encoders._contrasts: Diff Helmert Poly Sum
        category_encoders.backward_difference: BackwardDifferenceEncoder
        category_encoders.base_contrast_encoder: BaseContrastEncoder
        category_encoders.basen: BaseNEncoder
        category_encoders.binary: BinaryEncoder
        category_encoders.cat_boost: CatBoostEncoder
        category_encoders.count: CountEncoder
        category_encoders.count_target: CountTargetEncoder
        category_encoders.glmm: GLMMEncoder
        category_encoders.gray: GrayEncoder
        category_encoders.hashing: HashingEncoder
        category_encoders.helmert: HelmertEncoder
        category_encoders.james_stein: JamesSteinEncoder
        category_encoders.leave_one_out: LeaveOneOutEncoder
        category_encoders.m_estimate: MEstimateEncoder
        category_encoders.multi_hot: MultiHotEncoder
        category_encoders.one_hot: OneHotEncoder
        category_encoders.ordinal: OrdinalEncoder
        category_encoders.polynomial: PolynomialEncoder
        category_encoders.quantile_encoder: QuantileEncoder SummaryEncoder
        category_encoders.rankhot: RankHotEncoder
        category_encoders.sum_coding: SumEncoder
        category_encoders.target_encoder: TargetEncoder
        category_encoders.woe: WOEEncoder
        category_encoders.wrapper: NestedCVWrapper PolynomialWrapper
        feature_engine._base_transformers.base_numerical: BaseNumericalTransformer
        feature_engine._base_transformers.mixins: FitFromDictMixin GetFeatureNamesOutMixin TransformXyMixin
        feature_engine._prediction.base_predictor: BaseTargetMeanEstimator
        feature_engine._prediction.target_mean_classifier: TargetMeanClassifier
        feature_engine._prediction.target_mean_regressor: TargetMeanRegressor
        feature_engine.creation.base_creation: BaseCreation
        feature_engine.creation.cyclical_features: CyclicalFeatures
        feature_engine.creation.decision_tree_features: DecisionTreeFeatures
        feature_engine.creation.geo_features: GeoDistanceFeatures
        feature_engine.creation.math_features: MathFeatures
        feature_engine.creation.relative_features: RelativeFeatures
        feature_engine.datetime.datetime: DatetimeFeatures
        feature_engine.datetime.datetime_ordinal: DatetimeOrdinal
        feature_engine.datetime.datetime_subtraction: DatetimeSubtraction
        feature_engine.discretisation.arbitrary: ArbitraryDiscretiser
        feature_engine.discretisation.base_discretiser: BaseDiscretiser
        feature_engine.discretisation.decision_tree: DecisionTreeDiscretiser
        feature_engine.discretisation.equal_frequency: EqualFrequencyDiscretiser
        feature_engine.discretisation.equal_width: EqualWidthDiscretiser
        feature_engine.discretisation.geometric_width: GeometricWidthDiscretiser
        feature_engine.encoding.base_encoder: CategoricalInitMixin CategoricalInitMixinNA CategoricalMethodsMixin
        feature_engine.encoding.count_frequency: CountFrequencyEncoder
        feature_engine.encoding.decision_tree: DecisionTreeEncoder
        feature_engine.encoding.mean_encoding: MeanEncoder
        feature_engine.encoding.one_hot: OneHotEncoder
        feature_engine.encoding.ordinal: OrdinalEncoder
        feature_engine.encoding.rare_label: RareLabelEncoder
        feature_engine.encoding.similarity_encoder: StringSimilarityEncoder
        feature_engine.encoding.woe: WoE WoEEncoder
        feature_engine.imputation.arbitrary_number: ArbitraryNumberImputer
        feature_engine.imputation.categorical: CategoricalImputer
        feature_engine.imputation.drop_missing_data: DropMissingData
        feature_engine.imputation.end_tail: EndTailImputer
        feature_engine.imputation.mean_median: MeanMedianImputer
        feature_engine.imputation.missing_indicator: AddMissingIndicator
        feature_engine.imputation.random_sample: RandomSampleImputer
        feature_engine.outliers.artbitrary: ArbitraryOutlierCapper
        feature_engine.outliers.base_outlier: BaseOutlier WinsorizerBase
        feature_engine.outliers.trimmer: OutlierTrimmer
        feature_engine.outliers.winsorizer: Winsorizer
        feature_engine.pipeline.pipeline: Pipeline
        feature_engine.preprocessing.match_categories: MatchCategories
        feature_engine.preprocessing.match_columns: MatchVariables
        feature_engine.scaling.mean_normalization: MeanNormalizationScaler
        feature_engine.selection.base_recursive_selector: BaseRecursiveSelector
        feature_engine.selection.base_selector: BaseSelector
        feature_engine.selection.drop_constant_features: DropConstantFeatures
        feature_engine.selection.drop_correlated_features: DropCorrelatedFeatures
        feature_engine.selection.drop_duplicate_features: DropDuplicateFeatures
        feature_engine.selection.drop_features: DropFeatures
        feature_engine.selection.drop_psi_features: DropHighPSIFeatures
        feature_engine.selection.information_value: SelectByInformationValue
        feature_engine.selection.mrmr: MRMR
        feature_engine.selection.probe_feature_selection: ProbeFeatureSelection
        feature_engine.selection.recursive_feature_addition: RecursiveFeatureAddition
        feature_engine.selection.recursive_feature_elimination: RecursiveFeatureElimination
        feature_engine.selection.shuffle_features: SelectByShuffling
        feature_engine.selection.single_feature_performance: SelectBySingleFeaturePerformance
        feature_engine.selection.smart_correlation_selection: SmartCorrelatedSelection
        feature_engine.selection.target_mean_selection: SelectByTargetMeanPerformance
        feature_engine.text.text_features: TextFeatures
        feature_engine.timeseries.forecasting.base_forecast_transformers: BaseForecastTransformer
        feature_engine.timeseries.forecasting.expanding_window_features: ExpandingWindowFeatures
        feature_engine.timeseries.forecasting.lag_features: LagFeatures
        feature_engine.timeseries.forecasting.window_features: WindowFeatures
        feature_engine.transformation.arcsin: ArcsinTransformer
        feature_engine.transformation.arcsinh: ArcSinhTransformer
        feature_engine.transformation.boxcox: BoxCoxTransformer
        feature_engine.transformation.log: LogCpTransformer LogTransformer
        feature_engine.transformation.power: PowerTransformer
        feature_engine.transformation.reciprocal: ReciprocalTransformer
        feature_engine.transformation.yeojohnson: YeoJohnsonTransformer
        feature_engine.wrappers.wrappers: SklearnTransformerWrapper
        hyperopt.base: Trials
        imblearn.base: BaseSampler FunctionSampler SamplerMixin
        imblearn.combine._smote_enn: SMOTEENN
        imblearn.ensemble._bagging: BalancedBaggingClassifier
        imblearn.ensemble._weight_boosting: RUSBoostClassifier
        imblearn.keras._generator: BalancedBatchGenerator
        imblearn.metrics.pairwise: ValueDifferenceMetric
        imblearn.model_selection._split: InstanceHardnessCV
        imblearn.over_sampling._smote.base: BaseSMOTE SMOTEN SMOTENC
        imblearn.over_sampling._smote.cluster: KMeansSMOTE
        imblearn.over_sampling._smote.filter: BorderlineSMOTE SVMSMOTE
        imblearn.over_sampling.base: BaseOverSampler
        imblearn.under_sampling._prototype_generation._cluster_centroids: ClusterCentroids
        imblearn.under_sampling._prototype_selection._condensed_nearest_neighbour: CondensedNearestNeighbour
        imblearn.under_sampling._prototype_selection._edited_nearest_neighbours: AllKNN EditedNearestNeighbours
          RepeatedEditedNearestNeighbours
        imblearn.under_sampling._prototype_selection._instance_hardness_threshold: InstanceHardnessThreshold
        imblearn.under_sampling._prototype_selection._nearmiss: NearMiss
        imblearn.under_sampling._prototype_selection._neighbourhood_cleaning_rule: NeighbourhoodCleaningRule
        imblearn.under_sampling._prototype_selection._one_sided_selection: OneSidedSelection
        imblearn.under_sampling._prototype_selection._tomek_links: TomekLinks
        imblearn.under_sampling.base: BaseCleaningSampler BaseUnderSampler
        mlxtend._base._base_model: _BaseModel
        mlxtend._base._classifier: _Classifier
        mlxtend._base._cluster: _Cluster
        mlxtend._base._iterative_model: _IterativeModel
        mlxtend._base._multiclass: _MultiClass
        mlxtend._base._multilayer: _MultiLayer
        mlxtend._base._regressor: _Regressor
        mlxtend.classifier._base_classification: _BaseStackingClassifier
        mlxtend.classifier.adaline: Adaline
        mlxtend.classifier.ensemble_vote: EnsembleVoteClassifier
        mlxtend.classifier.logistic_regression: LogisticRegression
        mlxtend.classifier.multilayerperceptron: MultiLayerPerceptron
        mlxtend.classifier.oner: OneRClassifier
        mlxtend.classifier.perceptron: Perceptron
        mlxtend.classifier.softmax_regression: SoftmaxRegression
        mlxtend.classifier.stacking_classification: StackingClassifier
        mlxtend.classifier.stacking_cv_classification: StackingCVClassifier
        mlxtend.cluster.kmeans: Kmeans
        mlxtend.evaluate.bootstrap_outofbag: BootstrapOutOfBag
        mlxtend.evaluate.holdout: PredefinedHoldoutSplit RandomHoldoutSplit
        mlxtend.evaluate.time_series: GroupTimeSeriesSplit
        mlxtend.externals.pyprind.prog_class: Prog
        mlxtend.externals.pyprind.progbar: ProgBar
        mlxtend.externals.pyprind.progpercent: ProgPercent
        mlxtend.externals.signature_py27: _empty _void
        mlxtend.feature_extraction.base: _BaseFeatureExtractor
        mlxtend.feature_extraction.linear_discriminant_analysis: LinearDiscriminantAnalysis
        mlxtend.feature_extraction.principal_component_analysis: PrincipalComponentAnalysis
        mlxtend.feature_extraction.rbf_kernel_pca: RBFKernelPCA
        mlxtend.feature_selection.column_selector: ColumnSelector
        mlxtend.feature_selection.exhaustive_feature_selector: ExhaustiveFeatureSelector
        mlxtend.feature_selection.sequential_feature_selector: SequentialFeatureSelector
        mlxtend.frequent_patterns.fpcommon: FPNode FPTree
        mlxtend.frequent_patterns.fpmax: MFITree
        mlxtend.preprocessing.copy_transformer: CopyTransformer
        mlxtend.preprocessing.dense_transformer: DenseTransformer
        mlxtend.preprocessing.mean_centering: MeanCenterer
        mlxtend.preprocessing.transactionencoder: TransactionEncoder
        mlxtend.regressor.linear_regression: LinearRegression
        mlxtend.regressor.stacking_cv_regression: StackingCVRegressor
        mlxtend.regressor.stacking_regression: StackingRegressor
        optuna.pruners._hyperband: HyperbandPruner
        optuna.pruners._median: MedianPruner
        optuna.pruners._nop: NopPruner
        optuna.pruners._successive_halving: SuccessiveHalvingPruner
        optuna.samplers._cmaes: CmaEsSampler
        optuna.samplers._gp.sampler: GPSampler
        optuna.samplers._lazy_random_state: LazyRandomState
        optuna.samplers._qmc: QMCSampler
        optuna.samplers._random: RandomSampler
        optuna.samplers._tpe.parzen_estimator: _ParzenEstimator
        optuna.samplers._tpe.sampler: TPESampler
        optuna.samplers.nsgaii._crossovers._uniform: UniformCrossover
        optuna.samplers.nsgaii._sampler: NSGAIISampler
        optuna.search_space.intersection: IntersectionSearchSpace
        optuna.storages._in_memory: _StudyInfo
        skopt.learning.forest: ExtraTreesRegressor RandomForestRegressor
        skopt.learning.gaussian_process.gpr: GaussianProcessRegressor
        skopt.learning.gbrt: GradientBoostingQuantileRegressor
        skopt.optimizer.optimizer: Optimizer
        skopt.sampler.base: InitialPointGenerator
        skopt.sampler.grid: Grid
        skopt.sampler.halton: Halton
        skopt.sampler.hammersly: Hammersly
        skopt.sampler.lhs: Lhs
        skopt.sampler.sobol: Sobol
        skopt.searchcv: BayesSearchCV
        skopt.space.space: Categorical Dimension Integer Real Space _Ellipsis
        skopt.space.transformers: CategoricalEncoder Identity LabelEncoder LogN Normalize Pipeline StringEncoder Transformer`,
    },
    {
      use: 'attributes-only-callable',
      reason: 'class without hooks: restoring it only sets attributes; it can be called',
      names: `
        feature_engine._docstrings.substitute: Substitution
        optuna.samplers.nsgaii._after_trial_strategy: NSGAIIAfterTrialStrategy
        optuna.samplers.nsgaii._child_generation_strategy: NSGAIIChildGenerationStrategy
        optuna.samplers.nsgaii._elite_population_selection_strategy: NSGAIIElitePopulationSelectionStrategy
        skopt.callbacks: CheckpointSaver DeadlineStopper DeltaXStopper DeltaYStopper EarlyStopper HollowIterationsStopper StdStopper
          ThresholdStopper
        skopt.learning.gaussian_process.kernels: ConstantKernel DotProduct ExpSineSquared Exponentiation HammingKernel Kernel Matern
          Product RBF RationalQuadratic Sum WhiteKernel`,
    },
  ],
}
