// Safe names of SciPy.
import type { SafeGroup } from '../table.ts'

/** SciPy. Distributions run code in their state, so they have an argument rule. */
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
    reason: 'function: an import of it is harmless',
    names: {
      'scipy._lib.array_api_compat.numpy._aliases': 'asarray',
      'scipy.interpolate._interpolate': 'interp1d._call_linear_np',
    },
  },
  {
    use: 'distribution',
    reason: 'distribution: __setstate__ runs the argument template in its state as code',
    names: {
      'scipy.stats._continuous_distns': `beta_gen chi2_gen expon_gen gamma_gen lognorm_gen loguniform_gen norm_gen reciprocal_gen t_gen
        truncnorm_gen uniform_gen weibull_max_gen weibull_min_gen`,
      'scipy.stats._discrete_distns': 'bernoulli_gen binom_gen geom_gen poisson_gen randint_gen',
      'scipy.stats._distn_infrastructure': 'rv_continuous rv_discrete rv_generic rv_sample',
    },
  },
  {
    use: 'class',
    reason: 'interpolator, system, sampler, frozen distribution or result: no __setstate__; __new__ only checks its arguments',
    names: {
      'scipy._lib._disjoint_set': 'DisjointSet',
      'scipy.cluster.hierarchy': 'ClusterNode',
      'scipy.integrate._bvp': 'BVPResult',
      'scipy.integrate._ivp.common': 'OdeSolution',
      'scipy.integrate._ivp.ivp': 'OdeResult',
      'scipy.integrate._ivp.rk': 'RkDenseOutput',
      'scipy.interpolate._bary_rational': 'AAA FloaterHormannInterpolator',
      'scipy.interpolate._cubic': 'Akima1DInterpolator CubicHermiteSpline',
      'scipy.interpolate._fitpack2': `InterpolatedUnivariateSpline RectBivariateSpline RectSphereBivariateSpline SmoothBivariateSpline SmoothSphereBivariateSpline`,
      'scipy.interpolate._interpnd': 'CloughTocher2DInterpolator LinearNDInterpolator',
      'scipy.interpolate._interpolate': 'BPoly NdPPoly PPoly',
      'scipy.interpolate._ndbspline': 'NdBSpline',
      'scipy.interpolate._ndgriddata': 'NearestNDInterpolator',
      'scipy.interpolate._polyint': 'BarycentricInterpolator KroghInterpolator',
      'scipy.interpolate._rbf': 'Rbf',
      'scipy.optimize._constraints': 'Bounds LinearConstraint NonlinearConstraint',
      'scipy.optimize._hessian_update_strategy': 'BFGS SR1',
      'scipy.optimize._lbfgsb_py': 'LbfgsInvHessProduct',
      'scipy.optimize._zeros_py': 'RootResults',
      'scipy.signal._czt': 'CZT ZoomFFT',
      'scipy.signal._ltisys': `StateSpaceContinuous StateSpaceDiscrete TransferFunctionDiscrete ZerosPolesGainContinuous ZerosPolesGainDiscrete`,
      'scipy.signal._short_time_fft': 'ShortTimeFFT',
      'scipy.sparse.linalg._interface': 'MatrixLinearOperator',
      'scipy.spatial._kdtree': 'Rectangle',
      'scipy.spatial._spherical_voronoi': 'SphericalVoronoi',
      'scipy.spatial.transform._rotation': 'Slerp',
      'scipy.spatial.transform._rotation_spline': 'RotationSpline',
      'scipy.special._ufuncs': 'errstate',
      'scipy.stats._binned_statistic': 'BinnedStatistic2dResult BinnedStatisticResult BinnedStatisticddResult',
      'scipy.stats._binomtest': 'BinomTestResult',
      'scipy.stats._common': 'ConfidenceInterval',
      'scipy.stats._covariance': 'CovViaPSD',
      'scipy.stats._crosstab': 'CrosstabResult',
      'scipy.stats._discrete_distns': 'poisson_binomial_frozen',
      'scipy.stats._hypotests': `BarnardExactResult BoschlooExactResult CramerVonMisesResult Epps_Singleton_2sampResult SomersDResult TukeyHSDResult`,
      'scipy.stats._levy_stable': 'levy_stable_frozen',
      'scipy.stats._mannwhitneyu': 'MannwhitneyuResult',
      'scipy.stats._morestats': `Anderson_ksampResult AnsariResult BartlettResult FlignerResult LeveneResult Mean ShapiroResult Std_dev Variance WilcoxonResult`,
      'scipy.stats._multicomp': 'DunnettResult',
      'scipy.stats._multivariate': `_PSD dirichlet_frozen dirichlet_gen dirichlet_multinomial_gen invwishart_gen matrix_normal_gen multinomial_gen
        multivariate_hypergeom_gen multivariate_normal_frozen multivariate_normal_gen multivariate_t_frozen multivariate_t_gen
        normal_inverse_gamma_gen ortho_group_gen random_correlation_gen random_table_gen special_ortho_group_gen uniform_direction_gen
        unitary_group_gen vonmises_fisher_gen wishart_frozen wishart_gen`,
      'scipy.stats._odds_ratio': 'OddsRatioResult',
      'scipy.stats._page_trend_test': 'PageTrendTestResult',
      'scipy.stats._qmc': 'Halton LatinHypercube MultinomialQMC MultivariateNormalQMC PoissonDisk Sobol',
      'scipy.stats._relative_risk': 'RelativeRiskResult',
      'scipy.stats._resampling': 'BootstrapResult MonteCarloTestResult PermutationTestResult',
      'scipy.stats._stats_mstats_common': 'SiegelslopesResult TheilslopesResult',
      'scipy.stats._stats_py': `AlexanderGovernResult BrunnerMunzelResult CumfreqResult DescribeResult F_onewayResult FriedmanchisquareResult KruskalResult
        KstestResult KurtosistestResult LinregressResult ModeResult NormaltestResult PearsonRResult PearsonRResultBase
        Power_divergenceResult QuantileTestResult RelfreqResult SigmaclipResult SignificanceResult SkewtestResult`,
      'scipy.stats._survival': 'ECDFResult EmpiricalDistributionFunction LogRankResult',
      'scipy.stats.contingency': 'Chi2ContingencyResult',
    },
  },
  {
    use: 'qhull',
    reason: 'geometry of Qhull: its finaliser closes an object in its state',
    names: {
      'scipy.spatial._qhull': 'ConvexHull Delaunay HalfspaceIntersection Voronoi',
    },
  },
  {
    use: 'distribution',
    reason: 'distribution: __setstate__ runs the argument template in its state as code',
    names: {
      'scipy.stats._continuous_distns': `alpha_gen anglit_gen arcsine_gen argus_gen betaprime_gen bradford_gen burr12_gen burr_gen cauchy_gen chi_gen cosine_gen
        crystalball_gen dgamma_gen dpareto_lognorm_gen dweibull_gen erlang_gen exponnorm_gen exponpow_gen exponweib_gen f_gen
        fatiguelife_gen fisk_gen foldcauchy_gen foldnorm_gen gausshyper_gen genexpon_gen genextreme_gen gengamma_gen genhalflogistic_gen
        genhyperbolic_gen geninvgauss_gen genlogistic_gen gennorm_gen genpareto_gen gibrat_gen gompertz_gen gumbel_l_gen gumbel_r_gen
        halfcauchy_gen halfgennorm_gen halflogistic_gen halfnorm_gen hypsecant_gen invgamma_gen invgauss_gen invweibull_gen irwinhall_gen
        jf_skew_t_gen johnsonsb_gen johnsonsu_gen kappa3_gen kappa4_gen ksone_gen kstwo_gen kstwobign_gen landau_gen
        laplace_asymmetric_gen laplace_gen levy_gen levy_l_gen loggamma_gen logistic_gen loglaplace_gen lomax_gen maxwell_gen mielke_gen
        moyal_gen nakagami_gen ncf_gen nct_gen ncx2_gen norminvgauss_gen pareto_gen pearson3_gen powerlaw_gen powerlognorm_gen
        powernorm_gen rayleigh_gen rdist_gen recipinvgauss_gen rel_breitwigner_gen rice_gen rv_histogram semicircular_gen skewcauchy_gen
        skewnorm_gen studentized_range_gen trapezoid_gen triang_gen truncexpon_gen truncpareto_gen truncweibull_min_gen tukeylambda_gen
        vonmises_gen wald_gen wrapcauchy_gen`,
      'scipy.stats._discrete_distns': `betabinom_gen betanbinom_gen boltzmann_gen dlaplace_gen hypergeom_gen logser_gen nbinom_gen nchypergeom_fisher_gen
        nchypergeom_wallenius_gen nhypergeom_gen planck_gen poisson_binom_gen skellam_gen yulesimon_gen zipf_gen zipfian_gen`,
      'scipy.stats._levy_stable': 'levy_stable_gen',
    },
  },
  {
    use: 'reference',
    reason: 'function of numbers or arrays: an import is harmless; none calls an argument, reads a file or changes a setting',
    names: {
      'scipy.interpolate._interpolate': 'interp1d._call_nearest interp1d._call_previousnext interp1d._call_spline',
      'scipy.linalg._misc': 'norm',
      'scipy.optimize._optimize': 'rosen',
      'scipy.spatial.distance': `braycurtis canberra chebyshev cityblock correlation cosine dice euclidean hamming is_valid_dm is_valid_y jaccard jensenshannon
        mahalanobis minkowski num_obs_dm num_obs_y rogerstanimoto russellrao seuclidean sokalsneath sqeuclidean squareform yule`,
      'scipy.special._basic': `ai_zeros assoc_laguerre bei_zeros beip_zeros ber_zeros bernoulli berp_zeros bi_zeros comb diric erf_zeros euler factorial
        factorial2 factorialk fresnel_zeros fresnelc_zeros fresnels_zeros h1vp h2vp ivp jn_zeros jnjnp_zeros jnp_zeros jnyn_zeros jvp
        kei_zeros keip_zeros kelvin_zeros ker_zeros kerp_zeros kvp lmbda lqmn lqn mathieu_even_coef mathieu_odd_coef obl_cv_seq pbdn_seq
        pbdv_seq pbvv_seq perm polygamma pro_cv_seq riccati_jn riccati_yn softplus stirling2 y0_zeros y1_zeros y1p_zeros yn_zeros
        ynp_zeros yvp zeta`,
      'scipy.special._ellip_harm': 'ellip_harm ellip_harm_2 ellip_normal',
      'scipy.special._lambertw': 'lambertw',
      'scipy.special._logsumexp': 'log_softmax logsumexp softmax',
      'scipy.special._orthogonal': `chebyc chebys chebyt chebyu gegenbauer genlaguerre hermite hermitenorm jacobi laguerre legendre roots_chebyc roots_chebys
        roots_chebyt roots_chebyu roots_gegenbauer roots_genlaguerre roots_hermite roots_hermitenorm roots_jacobi roots_laguerre
        roots_legendre roots_sh_chebyt roots_sh_chebyu roots_sh_jacobi roots_sh_legendre sh_chebyt sh_chebyu sh_jacobi sh_legendre`,
      'scipy.special._special_ufuncs': `airy airye bei beip ber berp besselpoly beta betaln binom cbrt cosdg cosm1 cotdg dawsn ellipe ellipeinc ellipj ellipk ellipkinc
        ellipkm1 erf erfc erfcx erfi exp1 exp10 exp2 expi expit expm1 exprel fresnel gamma gammainc gammaincc gammainccinv gammaincinv
        gammaln gammasgn hankel1 hankel1e hankel2 hankel2e hyp2f1 i0 i0e i1 i1e it2i0k0 it2j0y0 it2struve0 itairy iti0k0 itj0y0
        itmodstruve0 itstruve0 iv ive j0 j1 jv jve k0 k0e k1 k1e kei keip kelvin ker kerp kv kve log1p log_expit log_ndtr
        log_wright_bessel loggamma logit mathieu_a mathieu_b mathieu_cem mathieu_modcem1 mathieu_modcem2 mathieu_modsem1 mathieu_modsem2
        mathieu_sem modfresnelm modfresnelp modstruve ndtr obl_ang1 obl_ang1_cv obl_cv obl_rad1 obl_rad1_cv obl_rad2 obl_rad2_cv pbdv pbvv
        pbwa pro_ang1 pro_ang1_cv pro_cv pro_rad1 pro_rad1_cv pro_rad2 pro_rad2_cv psi radian rgamma sindg struve tandg voigt_profile wofz
        wright_bessel xlog1py xlogy y0 y1 yv yve zetac`,
      'scipy.special._spfun_stats': 'multigammaln',
      'scipy.special._spherical_bessel': 'spherical_in spherical_jn spherical_kn spherical_yn',
      'scipy.special._ufuncs': `agm bdtr bdtrc bdtri bdtrik bdtrin betainc betaincc betainccinv betaincinv boxcox boxcox1p btdtria btdtrib chdtr chdtrc chdtri
        chdtriv chndtr chndtridf chndtrinc chndtrix elliprc elliprd elliprf elliprg elliprj entr erfcinv erfinv eval_chebyc eval_chebys
        eval_chebyt eval_chebyu eval_gegenbauer eval_genlaguerre eval_hermite eval_hermitenorm eval_jacobi eval_laguerre eval_legendre
        eval_sh_chebyt eval_sh_chebyu eval_sh_jacobi eval_sh_legendre expn fdtr fdtrc fdtri fdtridfd gdtr gdtrc gdtria gdtrib gdtrix huber
        hyp0f1 hyp1f1 hyperu inv_boxcox inv_boxcox1p kl_div kn kolmogi kolmogorov lpmv nbdtr nbdtrc nbdtri nbdtrik nbdtrin ncfdtr ncfdtri
        ncfdtridfd ncfdtridfn ncfdtrinc nctdtr nctdtridf nctdtrinc nctdtrit ndtri ndtri_exp nrdtrimn nrdtrisd owens_t pdtr pdtrc pdtri
        pdtrik poch powm1 pseudo_huber rel_entr round shichi sici smirnov smirnovi spence stdtr stdtridf stdtrit tklmbda wrightomega yn`,
    },
  },
]
