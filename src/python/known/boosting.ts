// Safe names of CatBoost, LightGBM, XGBoost and imbalanced-learn.
import type { SafeTable } from '../table.ts'

/** Gradient boosting and imbalanced-learn. */
export const boosting: SafeTable = {
  packages: 'catboost imblearn lightgbm xgboost',
  groups: [
    {
      use: 'class',
      reason: 'estimator: plain state; a booster parses its own model bytes',
      names: `
        catboost.core: CatBoost CatBoostClassifier CatBoostRanker CatBoostRegressor
        imblearn.combine._smote_tomek: SMOTETomek
        imblearn.ensemble._easy_ensemble: EasyEnsembleClassifier
        imblearn.ensemble._forest: BalancedRandomForestClassifier
        imblearn.over_sampling._adasyn: ADASYN
        imblearn.over_sampling._random_over_sampler: RandomOverSampler
        imblearn.over_sampling._smote.base: SMOTE
        imblearn.pipeline: Pipeline
        imblearn.under_sampling._prototype_selection._random_under_sampler: RandomUnderSampler
        lightgbm.basic: Booster
        lightgbm.sklearn: LGBMClassifier LGBMModel LGBMRanker LGBMRegressor
        xgboost: Booster XGBClassifier XGBRFClassifier XGBRFRegressor XGBRanker XGBRegressor
        xgboost.core: Booster
        xgboost.sklearn: XGBClassifier XGBModel XGBRFClassifier XGBRFRegressor XGBRanker XGBRegressor`,
    },
  ],
}
