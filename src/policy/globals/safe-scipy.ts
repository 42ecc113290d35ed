import type { SafeGroup } from './table.ts'

/** SciPy. Distributions run code of their state: they have a rule. */
export const scipy: readonly SafeGroup[] = [
  {
    use: 'class',
    reason: 'matrix or result object: state is arrays',
    names: {
      'scipy.interpolate._bsplines': 'BSpline',
      'scipy.interpolate._cubic': 'CubicSpline PchipInterpolator',
      'scipy.interpolate._fitpack2': 'LSQUnivariateSpline',
      'scipy.interpolate._interpolate': 'interp1d',
      'scipy.interpolate._rbfinterp': 'RBFInterpolator',
      'scipy.interpolate._rgi': 'RegularGridInterpolator',
      'scipy.optimize._optimize': 'OptimizeResult',
      'scipy.signal._ltisys': 'TransferFunctionContinuous',
      'scipy.sparse': 'bsr_matrix coo_array coo_matrix csc_array csc_matrix csr_array csr_matrix dia_matrix dok_matrix lil_matrix',
      'scipy.sparse._arrays': 'bsr_array coo_array csc_array csr_array dia_array dok_array lil_array',
      'scipy.sparse._bsr': 'bsr_array bsr_matrix',
      'scipy.sparse._coo': 'coo_array coo_matrix',
      'scipy.sparse._csc': 'csc_array csc_matrix',
      'scipy.sparse._csr': 'csr_array csr_matrix',
      'scipy.sparse._dia': 'dia_array dia_matrix',
      'scipy.sparse._dok': 'dok_array dok_matrix',
      'scipy.sparse._lil': 'lil_array lil_matrix',
      'scipy.spatial._ckdtree': 'cKDTree',
      'scipy.spatial._kdtree': 'KDTree',
      'scipy.spatial.transform._rotation': 'Rotation',
      'scipy.stats._kde': 'gaussian_kde',
    },
  },
  {
    use: 'class',
    reason: 'frozen distribution: plain state',
    names: { 'scipy.stats._distn_infrastructure': 'rv_continuous_frozen rv_discrete_frozen rv_frozen' },
  },
  {
    use: 'reference',
    reason: 'function: harmless to name, only its caller could misuse it',
    names: {
      'scipy._lib.array_api_compat.numpy._aliases': 'asarray',
      'scipy.interpolate._interpolate': 'interp1d._call_linear_np',
    },
  },
  {
    use: 'distribution',
    reason: 'distribution: __setstate__ runs the argument template of its state as code',
    names: {
      'scipy.stats._continuous_distns': `beta_gen chi2_gen expon_gen gamma_gen lognorm_gen loguniform_gen norm_gen reciprocal_gen t_gen
        truncnorm_gen uniform_gen weibull_max_gen weibull_min_gen`,
      'scipy.stats._discrete_distns': 'bernoulli_gen binom_gen geom_gen poisson_gen randint_gen',
      'scipy.stats._distn_infrastructure': 'rv_continuous rv_discrete rv_generic rv_sample',
    },
  },
]
