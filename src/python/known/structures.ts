// Safe names of libraries for tables, graphs, expressions, shapes and molecules.
import type { SafeTable } from '../table.ts'

/** Tables, graphs, expressions, shapes and molecules that models contain. */
export const structures: SafeTable = {
  packages: 'easydict flax gym gymnasium jax networkx optax polars rdkit regex shapely sympy xarray yacs',
  groups: [
    {
      use: 'class',
      reason: 'expression of SymPy 1.14: built from expressions; text arguments are judged separately',
      names: `
        sympy.concrete.summations: Sum
        sympy.core.containers: Tuple
        sympy.core.function: Derivative Lambda
        sympy.core.mul: Mul
        sympy.core.numbers: ComplexInfinity Exp1 Float Half ImaginaryUnit Infinity NaN One Pi Rational Zero
        sympy.core.relational: Equality StrictGreaterThan StrictLessThan
        sympy.core.symbol: Dummy Str Wild
        sympy.functions.elementary.complexes: Abs
        sympy.functions.elementary.exponential: exp log
        sympy.functions.elementary.hyperbolic: cosh
        sympy.functions.elementary.integers: floor
        sympy.functions.elementary.miscellaneous: Max
        sympy.functions.elementary.piecewise: ExprCondPair Piecewise
        sympy.functions.elementary.trigonometric: acos tan
        sympy.functions.special.bessel: besselj
        sympy.functions.special.delta_functions: Heaviside
        sympy.functions.special.error_functions: erf
        sympy.functions.special.gamma_functions: gamma
        sympy.integrals.integrals: Integral
        sympy.logic.boolalg: And BooleanFalse BooleanTrue
        sympy.sets.fancysets: Integers Reals
        sympy.sets.sets: EmptySet FiniteSet Interval Union`,
    },
    {
      use: 'attributes-only',
      reason: 'graph or view of networkx: `__setstate__` sets the attributes',
      names: `
        networkx.algorithms.planarity: PlanarEmbedding
        networkx.classes.coreviews: AtlasView FilterAdjacency FilterAtlas MultiAdjacencyView
        networkx.classes.filters: show_nodes
        networkx.classes.multidigraph: MultiDiGraph
        networkx.classes.multigraph: MultiGraph
        networkx.classes.reportviews: DegreeView DiDegreeView DiMultiDegreeView EdgeView InDegreeView InEdgeView InMultiDegreeView
          InMultiEdgeView MultiDegreeView MultiEdgeView OutDegreeView OutEdgeView OutMultiDegreeView OutMultiEdgeView`,
    },
    {
      use: 'class',
      reason: 'index or variable of xarray: its state sets slots',
      names: `
        xarray.core.indexes: PandasIndex PandasMultiIndex
        xarray.core.indexing: PandasIndexingAdapter PandasMultiIndexingAdapter
        xarray.core.variable: IndexVariable`,
    },
    {
      use: 'attributes-only',
      reason: 'frame or column of polars: its state is bytes of Arrow, which compiled code reads',
      names: `
        polars.dataframe.frame: DataFrame
        polars.series.series: Series`,
    },
    {
      use: 'attributes-only',
      reason: 'type of polars: keeps its parameters',
      names: `
        polars.datatypes.classes: Binary Boolean Categorical Date Datetime Decimal Duration Field Float32 Float64 Int128 Int16 Int32 Int64
          Int8 List Null String Struct Time UInt16 UInt32 UInt64 UInt8`,
    },
    {
      use: 'attributes-only',
      reason: 'space of Gym or gymnasium: `__setstate__` copies a dict of attributes',
      names: `
        gym.spaces.box: Box
        gym.spaces.dict: Dict
        gym.spaces.discrete: Discrete
        gym.spaces.multi_binary: MultiBinary
        gym.spaces.multi_discrete: MultiDiscrete
        gym.spaces.tuple: Tuple
        gymnasium.spaces.box: Box
        gymnasium.spaces.dict: Dict
        gymnasium.spaces.discrete: Discrete
        gymnasium.spaces.graph: Graph
        gymnasium.spaces.multi_binary: MultiBinary
        gymnasium.spaces.multi_discrete: MultiDiscrete
        gymnasium.spaces.sequence: Sequence
        gymnasium.spaces.text: Text
        gymnasium.spaces.tuple: Tuple`,
    },
    {
      use: 'call',
      reason: 'shape or molecule: compiled code reads its bytes',
      names: `
        rdkit.Chem.rdchem: Mol
        rdkit.DataStructs.cDataStructs: ExplicitBitVect IntSparseIntVect LongSparseIntVect SparseBitVect UIntSparseIntVect
          ULongSparseIntVect
        shapely.io: from_wkb
        shapely.strtree: STRtree`,
    },
    {
      use: 'class',
      reason: 'dict with attributes: its items become attributes',
      names: `
        easydict: EasyDict
        yacs.config: CfgNode`,
    },
    {
      use: 'call',
      reason: 'frozen dict: copies its dict arguments',
      names: `
        flax.core.frozen_dict: FrozenDict`,
    },
    {
      use: 'remade-array',
      reason: 'array of JAX: calls an array constructor, its argument',
      names: `
        jax._src.array: _reconstruct_array`,
    },
    {
      use: 'member',
      reason: 'flags of the module regex: a call with one literal returns a member',
      names: `
        regex._regex_core: RegexFlag`,
    },
    {
      use: 'reference',
      reason: 'function that a graph uses as a method',
      names: `
        networkx.classes.filters: no_filter
        networkx.classes.function: frozen`,
    },
    {
      use: 'class',
      reason: 'named tuple: keeps its arguments',
      names: `
        optax._src.base: EmptyState
        optax._src.factorized: FactoredState
        optax._src.transform: ScaleByAdamState ScaleByLionState ScaleByRmsState ScaleByRssState ScaleByScheduleState
        optax.schedules._inject: InjectStatefulHyperparamsState
        optax.transforms._accumulation: MultiStepsState TraceState
        optax.transforms._masking: MaskedState`,
    },
  ],
}
