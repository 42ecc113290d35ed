// Safe names of rule learners, binning and conformal prediction: imodels, optbinning, mapie.
import type { SafeTable } from '../table.ts'

/** Rules, bins and intervals: imodels 3.0.4, optbinning 1.0.0, mapie 1.6.0. */
export const ruleLearners: SafeTable = {
  packages: 'imodels mapie optbinning',
  groups: [
    {
      use: 'attributes-only',
      reason: 'class without hooks: restoring it only sets attributes',
      names: `
        imodels.algebraic.gam_multitask: MultiTaskGAM MultiTaskGAMClassifier MultiTaskGAMRegressor
        imodels.algebraic.gam_shap: ShapGAM ShapGAMClassifier ShapGAMRegressor
        imodels.algebraic.gp_gam: GPGamRegressor
        imodels.algebraic.marginal_shrinkage_linear_model: MarginalLinearClassifier MarginalLinearModel MarginalLinearRegressor
          MarginalShrinkageLinearModel MarginalShrinkageLinearRegressor
        imodels.algebraic.risk_score.fast_risk_score: FastRiskScoreClassifier _Binarizer
        imodels.algebraic.risk_score.solver: Data ILS _Search
        imodels.algebraic.slim: SLIMClassifier SLIMRegressor
        imodels.algebraic.tree_gam: TreeGAM TreeGAMClassifier TreeGAMRegressor
        imodels.algebraic.tree_gam_minimal: TreeGAMMinimal TreeGAMMinimalClassifier TreeGAMMinimalRegressor
        imodels.clustering.stableclustering: StableClustering
        imodels.discretization.discretizer: AbstractDiscretizer BasicDiscretizer ExtraBasicDiscretizer RFDiscretizer
        imodels.discretization.mdlp: BRLDiscretizer MDLPDiscretizer
        imodels.discretization.simple: SimpleDiscretizer
        imodels.experimental.bartpy.data: CovariateMatrix Data Target
        imodels.experimental.bartpy.extensions.baseestimator: ResidualBART
        imodels.experimental.bartpy.extensions.ols: OLS
        imodels.experimental.bartpy.features.featureselection: SelectNullDistributionThreshold SelectSplitProportionThreshold
        imodels.experimental.bartpy.initializers.initializer: Initializer
        imodels.experimental.bartpy.initializers.sklearntreeinitializer: SkFigs SkTree SklearnTreeInitializer
        imodels.experimental.bartpy.model: Model
        imodels.experimental.bartpy.mutation: GrowMutation PruneMutation TreeMutation
        imodels.experimental.bartpy.node: DecisionNode LeafNode TreeNode
        imodels.experimental.bartpy.samplers.leafnode: LeafNodeSampler
        imodels.experimental.bartpy.samplers.modelsampler: ModelSampler
        imodels.experimental.bartpy.samplers.oblivioustrees.likelihoodratio: UniformTreeMutationLikelihoodRatio
        imodels.experimental.bartpy.samplers.oblivioustrees.proposer: UniformMutationProposer
        imodels.experimental.bartpy.samplers.oblivioustrees.treemutation: UnconstrainedTreeMutationSampler
        imodels.experimental.bartpy.samplers.sampler: Sampler
        imodels.experimental.bartpy.samplers.scalar: DiscreteSampler NormalScalarSampler UniformScalarSampler
        imodels.experimental.bartpy.samplers.schedule: SampleSchedule
        imodels.experimental.bartpy.samplers.sigma: SigmaSampler
        imodels.experimental.bartpy.samplers.treemutation: TreeMutationLikelihoodRatio TreeMutationProposer TreeMutationSampler
        imodels.experimental.bartpy.samplers.unconstrainedtree.likelihoodratio: UniformTreeMutationLikelihoodRatio
        imodels.experimental.bartpy.samplers.unconstrainedtree.proposer: UniformMutationProposer
        imodels.experimental.bartpy.samplers.unconstrainedtree.treemutation: UnconstrainedTreeMutationSampler
        imodels.experimental.bartpy.sigma: Sigma
        imodels.experimental.bartpy.sklearnmodel: BART ExpandedBART ImputedBART ShrunkBART ShrunkBARTCV SklearnModel
        imodels.experimental.bartpy.split: Split
        imodels.experimental.bartpy.splitcondition: CombinedCondition CombinedVariableCondition SplitCondition
        imodels.experimental.bartpy.tree: Tree
        imodels.experimental.figs_ensembles: FIGSExt FIGSExtClassifier FIGSExtRegressor Node
        imodels.experimental.figs_shrinkage: HSFIGS HSFIGSClassifier HSFIGSClassifierCV HSFIGSRegressor HSFIGSRegressorCV
        imodels.experimental.stablelinear: StableLinear StableLinearClassifier StableLinearRegressor
        imodels.experimental.stableskope: StableSkopeClassifier
        imodels.experimental.tree_gam_simple: TreeGAMSimple TreeGAMSimpleClassifier TreeGAMSimpleRegressor
        imodels.importance.block_transformers: BlockPartitionedData BlockTransformerBase CompositeTransformer IdentityTransformer
          MDIPlusDefaultTransformer TreeTransformer
        imodels.importance.mdi_plus: ForestMDIPlus TreeMDIPlus
        imodels.importance.ppms: GenericClassifierPPM GenericRegressorPPM GlmClassifierPPM GlmRegressorPPM LassoRegressorPPM
          LogisticClassifierPPM PartialPredictionModelBase RidgeClassifierPPM RidgeRegressorPPM RobustRegressorPPM _GenericPPM _GlmPPM
          _RidgePPM
        imodels.importance.rf_plus: RandomForestPlusClassifier RandomForestPlusRegressor _RandomForestPlus
        imodels.rule_list.bayesian_rule_list.bayesian_rule_list: BayesianRuleListClassifier
        imodels.rule_list.fast_frugal_tree: FastFrugalTreeClassifier
        imodels.rule_list.greedy_rule_list: GreedyRuleListClassifier
        imodels.rule_list.one_r: OneRClassifier
        imodels.rule_list.rule_list: RuleList
        imodels.rule_set.boosted_rules: BoostedRulesClassifier BoostedRulesRegressor
        imodels.rule_set.brs: BayesianRuleSetClassifier
        imodels.rule_set.fplasso: FPLasso FPLassoClassifier FPLassoRegressor
        imodels.rule_set.fpskope: FPSkopeClassifier
        imodels.rule_set.rule_fit: RuleFit RuleFitClassifier RuleFitRegressor
        imodels.rule_set.rule_set: RuleSet
        imodels.rule_set.skope_rules: SkopeRulesClassifier
        imodels.rule_set.slipper: SlipperClassifier
        imodels.rule_set.slipper_util: SlipperBaseEstimator
        imodels.tree.c45_tree.c45_tree: C45TreeClassifier HSC45TreeClassifier HSC45TreeClassifierCV
        imodels.tree.cart_ccp: DecisionTreeCCPClassifier DecisionTreeCCPRegressor HSDecisionTreeCCPClassifierCV
          HSDecisionTreeCCPRegressorCV
        imodels.tree.cart_wrapper: GreedyTreeClassifier GreedyTreeRegressor
        imodels.tree.custom_greedy_tree: CustomDecisionTreeClassifier Node
        imodels.tree.figs: FIGS FIGSCV FIGSClassifier FIGSClassifierCV FIGSRegressor FIGSRegressorCV Node
        imodels.tree.hierarchical_shrinkage: HSTree HSTreeClassifier HSTreeClassifierCV HSTreeRegressor HSTreeRegressorCV
        imodels.tree.iterative_random_forest._forest: _WeightedForest _WeightedTree
        imodels.tree.iterative_random_forest.iterative_random_forest: IRFClassifier IRFRegressor _IRFBase
        imodels.tree.optimal_tree.fast_small_tree: FastSmallTreeClassifier
        imodels.tree.optimal_tree.solver: BinaryEncoder BitDataset CompiledOptimizer NumpyEncoder Optimizer TargetEncoder TreeClassifier
          _StoreView
        imodels.tree.tao: TaoTree TaoTreeClassifier TaoTreeRegressor
        imodels.util.automl: AutoInterpretableClassifier AutoInterpretableModel AutoInterpretableRegressor
        imodels.util.distillation: DistilledRegressor
        imodels.util.ensemble: ResidualBoostingRegressor SimpleBaggingRegressor
        imodels.util.introspection: LeavesMixin RuleInspectionMixin RulesMixin TextMixin
        imodels.util.progress: _NullBar
        imodels.util.transforms: CorrelationScreenTransformer FriedScale Winsorizer
        imodels.viz._extract: Node TreeInfo
        imodels.viz._interactive: InteractiveTree
        imodels.viz._render: Artist Figure
        imodels.viz._render_views: ViewPainter
        imodels.viz._static: TreeFigure
        imodels.viz._views: AdditiveView Term
        mapie._venn_abers: VennAbers VennAbersCV VennAbersMultiClass
        mapie.calibration: TopLabelCalibrator VennAbersCalibrator
        mapie.classification: CrossConformalClassifier SplitConformalClassifier _MapieClassifier
        mapie.conditional_conformal_prediction: ConditionalSplitConformalClassifier ConditionalSplitConformalRegressor
          _ConditionalConformalMixin
        mapie.conformity_scores.bounds.absolute: AbsoluteConformityScore
        mapie.conformity_scores.bounds.gamma: GammaConformityScore
        mapie.conformity_scores.bounds.quantile: AbsoluteQuantileRegressionScore QuantileRegressionScore
        mapie.conformity_scores.bounds.residuals: ResidualNormalisedScore
        mapie.conformity_scores.bounds.std_normalised: StdConformityScore
        mapie.conformity_scores.classification: BaseClassificationScore
        mapie.conformity_scores.interface: BaseConformityScore
        mapie.conformity_scores.regression: BaseRegressionScore
        mapie.conformity_scores.sets.aps: APSConformityScore
        mapie.conformity_scores.sets.lac: LACConformityScore
        mapie.conformity_scores.sets.naive: NaiveConformityScore
        mapie.conformity_scores.sets.raps: RAPSConformityScore
        mapie.conformity_scores.sets.topk: TopKConformityScore
        mapie.estimator.classifier: EnsembleClassifier
        mapie.estimator.regressor: EnsembleRegressor EnsembleStdRegressor _Conformalizer
        mapie.exchangeability_testing.risk_monitoring: RiskMonitoring
        mapie.experimental.conformity_scores.bounds.standardized_residuals: MultivariateResidualNormalisedScore
        mapie.experimental.conformity_scores.regression: BaseFitRegressionScore
        mapie.regression.quantile_regression: ConformalizedQuantileRegressor CrossConformalizedQuantileRegressor _MapieQuantileRegressor
          _QuantileConformalizer
        mapie.regression.regression: CrossConformalRegressor JackknifeAfterBootstrapRegressor SplitConformalRegressor _MapieRegressor
        mapie.regression.time_series_regression: TimeSeriesRegressor
        mapie.risk_control._base_controller: _BaseLTTController
        mapie.risk_control.adaptive_conformal_risk_control: ConditionalExpectedRiskController
        mapie.risk_control.binary_classification: BinaryClassificationController
        mapie.risk_control.fwer_control: FWERBonferroniCorrection FWERBonferroniHolm FWERProcedure
        mapie.risk_control.multi_classification: MultiClassificationLTTController
        mapie.risk_control.multi_label_classification: MultiLabelClassificationController
        mapie.risk_control.risks: BinaryClassificationRisk BinaryRisk ClassSpecificRisk ContinuousRisk _BaseRisk _OccurrenceConditionRisk
        mapie.risk_control.semantic_segmentation: SemanticSegmentationController
        mapie.subsample: BlockBootstrap Subsample
        optbinning.binning.base: Base BaseOptimalBinning
        optbinning.binning.binning: OptimalBinning
        optbinning.binning.binning_process: BinningProcess
        optbinning.binning.binning_statistics: BinningTable ContinuousBinningTable MulticlassBinningTable
        optbinning.binning.continuous_binning: ContinuousOptimalBinning
        optbinning.binning.continuous_cp: ContinuousBinningCP
        optbinning.binning.cp: BinningCP
        optbinning.binning.distributed.base: BaseSketch
        optbinning.binning.distributed.binning_sketch: OptimalBinningSketch
        optbinning.binning.distributed.bsketch: BCatSketch BSketch
        optbinning.binning.distributed.gk: Entry GK
        optbinning.binning.ls: BinningLS
        optbinning.binning.mdlp: MDLP
        optbinning.binning.mip: BinningMIP
        optbinning.binning.multiclass_binning: MulticlassOptimalBinning
        optbinning.binning.multiclass_cp: MulticlassBinningCP
        optbinning.binning.multiclass_mip: MulticlassBinningMIP
        optbinning.binning.multidimensional.binning_2d: OptimalBinning2D
        optbinning.binning.multidimensional.binning_statistics_2d: BinningTable2D ContinuousBinningTable2D
        optbinning.binning.multidimensional.continuous_binning_2d: ContinuousOptimalBinning2D
        optbinning.binning.multidimensional.cp_2d: Binning2DCP
        optbinning.binning.multidimensional.mip_2d: Binning2DMIP
        optbinning.binning.outlier: ModifiedZScoreDetector OutlierDetector RangeDetector YQuantileDetector
        optbinning.binning.piecewise.base: BasePWBinning
        optbinning.binning.piecewise.binning: OptimalPWBinning
        optbinning.binning.piecewise.binning_statistics: PWBinningTable PWContinuousBinningTable
        optbinning.binning.piecewise.continuous_binning: ContinuousOptimalPWBinning
        optbinning.binning.prebinning: PreBinning
        optbinning.binning.uncertainty.binning_scenarios: SBOptimalBinning
        optbinning.scorecard.counterfactual.base: BaseCounterfactual
        optbinning.scorecard.counterfactual.counterfactual: Counterfactual
        optbinning.scorecard.counterfactual.mip: CFMIP
        optbinning.scorecard.counterfactual.multi_mip: MCFMIP
        optbinning.scorecard.monitoring: ScorecardMonitoring
        optbinning.scorecard.rounding: RoundingMIP
        optbinning.scorecard.scorecard: Scorecard`,
    },
    {
      use: 'attributes-only-callable',
      reason: 'class without hooks: restoring it only sets attributes; it can be called',
      names: `
        imodels.importance.local_stumps: LocalDecisionStump
        imodels.util.neural_nets: Net
        imodels.viz._theme: Paint
        mapie.exchangeability_testing.bounds: GammaExponentialMixtureBound
        mapie.risk_control.adaptive_conformal_risk_control: _AACRCLoss _LinearHead _LogisticHead
        mapie.risk_control.risks: RiskLoss`,
    },
  ],
}
