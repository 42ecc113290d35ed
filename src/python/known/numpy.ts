// Safe names of NumPy and joblib.
import type { SafeGroup } from '../table.ts'

/** NumPy, and joblib’s wrappers of its arrays. `numpy.core` also means `numpy._core`. */
export const numpy: readonly SafeGroup[] = [
  {
    use: 'call',
    reason: 'array or scalar type: allocates only',
    names: {
      numpy: `bool bool_ bytes_ character clongdouble complex128 complex256 complex64 complexfloating datetime64 dtype flexible float128
        float16 float32 float64 floating generic inexact int16 int32 int64 int8 int_ intc integer longdouble longlong ndarray number
        object_ signedinteger str_ string_ timedelta64 uint uint16 uint32 uint64 uint8 uintc ulonglong unicode_ unsignedinteger void`,
    },
  },
  {
    use: 'call',
    reason: 'builds an array over bytes, or generator state from numbers',
    names: {
      'numpy.core._internal': '_convert_to_stringdtype_kwargs',
      'numpy.core.numeric': '_frombuffer',
      'numpy.random': '__RandomState_ctor',
    },
  },
  {
    use: 'class',
    reason: 'array, generator or wrapper class: compiled or plain state',
    names: {
      'joblib.numpy_pickle': 'NumpyArrayWrapper',
      numpy: 'chararray matrix poly1d recarray record',
      'numpy.core.defchararray': 'chararray',
      'numpy.core.records': 'recarray record',
      'numpy.dtypes': `BoolDType ByteDType BytesDType CLongDoubleDType Complex128DType Complex64DType DateTime64DType Float16DType
        Float32DType Float64DType Int16DType Int32DType Int64DType Int8DType IntDType LongDType LongDoubleDType LongLongDType ObjectDType
        ShortDType StrDType StringDType TimeDelta64DType UByteDType UInt16DType UInt32DType UInt64DType UInt8DType UIntDType ULongDType
        ULongLongDType UShortDType VoidDType`,
      'numpy.lib.polynomial': 'poly1d',
      'numpy.ma': 'MaskedArray MaskedConstant mvoid',
      'numpy.ma.core': 'MaskedArray MaskedConstant mvoid',
      'numpy.ma.mrecords': 'MaskedRecords',
      'numpy.matrixlib.defmatrix': 'matrix',
      'numpy.polynomial.chebyshev': 'Chebyshev',
      'numpy.polynomial.hermite': 'Hermite',
      'numpy.polynomial.hermite_e': 'HermiteE',
      'numpy.polynomial.laguerre': 'Laguerre',
      'numpy.polynomial.legendre': 'Legendre',
      'numpy.polynomial.polynomial': 'Polynomial',
      'numpy.random._generator': 'Generator',
      'numpy.random._mt19937': 'MT19937',
      'numpy.random._pcg64': 'PCG64 PCG64DXSM',
      'numpy.random._philox': 'Philox',
      'numpy.random._sfc64': 'SFC64',
      'numpy.random.bit_generator': 'SeedSequence',
      'numpy.random.mtrand': 'RandomState',
    },
  },
  {
    use: 'reference',
    reason: 'function of arrays: an import of it is harmless',
    names: {
      numpy: `abs absolute add amax amin arange arccos arccosh arcsin arcsinh arctan arctan2 arctanh argmax argmin array asarray
        bitwise_and bitwise_not bitwise_or bitwise_xor cbrt ceil concatenate conj conjugate copysign cos cosh deg2rad degrees divide
        divmod empty equal exp exp2 expm1 fabs float_power floor floor_divide fmax fmin fmod frexp gcd greater greater_equal heaviside
        hypot invert isfinite isinf isnan isnat lcm ldexp left_shift less less_equal linspace log log10 log1p log2 logaddexp logaddexp2
        logical_and logical_not logical_or logical_xor matmul max maximum mean median min minimum mod modf multiply nanmean nanmedian
        negative nextafter not_equal ones percentile positive power rad2deg radians reciprocal remainder right_shift rint sign signbit sin
        sinh spacing sqrt square std subtract sum tan tanh true_divide trunc zeros`,
      'numpy.core._multiarray_umath': `abs absolute add arccos arccosh arcsin arcsinh arctan arctan2 arctanh bitwise_and bitwise_not
        bitwise_or bitwise_xor cbrt ceil conj conjugate copysign cos cosh deg2rad degrees divide divmod equal exp exp2 expm1 fabs
        float_power floor floor_divide fmax fmin fmod frexp gcd greater greater_equal heaviside hypot invert isfinite isinf isnan isnat
        lcm ldexp left_shift less less_equal log log10 log1p log2 logaddexp logaddexp2 logical_and logical_not logical_or logical_xor
        matmul maximum minimum mod modf multiply negative nextafter not_equal positive power rad2deg radians reciprocal remainder
        right_shift rint sign signbit sin sinh spacing sqrt square subtract tan tanh true_divide trunc`,
    },
  },
  {
    use: 'no-cache',
    reason: 'cache of joblib without a folder: it only forwards calls',
    names: { 'joblib.memory': 'Memory' },
  },
  {
    use: 'sibling-file',
    reason: 'old array wrapper: joblib reads the sibling file that it names',
    names: {
      'joblib.numpy_pickle': 'NDArrayWrapper ZNDArrayWrapper',
      'joblib.numpy_pickle_compat': 'NDArrayWrapper ZNDArrayWrapper',
    },
  },
  {
    use: 'first-is-class',
    reason: 'array constructor: allocates an array of its class argument',
    names: {
      'numpy.core._internal': '_reconstruct',
      'numpy.core.multiarray': '_reconstruct',
    },
  },
  {
    use: 'numpy-scalar',
    reason: 'scalar constructor: reads one value from bytes',
    names: { 'numpy.core.multiarray': 'scalar' },
  },
  {
    use: 'ufunc',
    reason: 'imports a ufunc by module and name',
    names: { 'numpy.core': '_ufunc_reconstruct' },
  },
  {
    use: 'masked-array',
    reason: 'masked array constructor: allocates an array of its class arguments',
    names: {
      'numpy.ma.core': '_mareconstruct',
      'numpy.ma.mrecords': '_mrreconstruct',
    },
  },
  {
    use: 'bit-generator',
    reason: 'builds a bit generator of NumPy by name',
    names: { 'numpy.random._pickle': '__bit_generator_ctor' },
  },
  {
    use: 'random-state',
    reason: 'random generator: calls a constructor of bit generators, its argument',
    names: { 'numpy.random._pickle': '__generator_ctor __randomstate_ctor' },
  },
  {
    use: 'first-is-class',
    reason: 'Cython constructor: builds an instance of its argument without `__init__`',
    names: { 'numpy.random.bit_generator': '__pyx_unpickle_SeedSequence' },
  },
  {
    use: 'class',
    reason: 'limits of a type, or a named tuple of arrays',
    names: {
      numpy: 'finfo iinfo',
      'numpy.linalg._linalg': 'EigResult EighResult QRResult SVDResult SlogdetResult',
    },
  },
  {
    use: 'call',
    reason: 'exception: keeps its arguments',
    names: {
      'numpy.linalg': 'LinAlgError',
    },
  },
  {
    use: 'reference',
    reason: 'function of arrays: an import is harmless; none calls an argument, reads a file or changes a setting',
    names: {
      numpy: `all allclose angle any append argpartition argsort argwhere around array_equal array_equiv array_split asanyarray
        asarray_chkfinite ascontiguousarray asfortranarray asmatrix astype atleast_1d atleast_2d atleast_3d average bartlett base_repr
        binary_repr bincount bitwise_count blackman block bmat broadcast_arrays broadcast_shapes broadcast_to busday_count busday_offset
        can_cast choose clip column_stack common_type compress convolve copy copyto corrcoef correlate count_nonzero cov cross cumprod
        cumsum cumulative_prod cumulative_sum datetime_as_string datetime_data delete diag diag_indices diag_indices_from diagflat
        diagonal diff digitize dot dsplit dstack ediff1d einsum einsum_path empty_like expand_dims extract eye fill_diagonal fix
        flatnonzero flip fliplr flipud format_float_positional format_float_scientific frombuffer fromiter fromstring full full_like
        geomspace gradient hamming hanning histogram histogram2d histogram_bin_edges histogramdd hsplit hstack i0 identity imag indices
        inner insert interp intersect1d is_busday isclose iscomplex iscomplexobj isdtype isfortran isin isneginf isposinf isreal isrealobj
        isscalar issubdtype ix_ kaiser kron lexsort logspace matrix_transpose matvec may_share_memory meshgrid
        min_scalar_type mintypecode moveaxis nan_to_num nanargmax nanargmin nancumprod nancumsum nanmax nanmin nanpercentile nanprod
        nanquantile nanstd nansum nanvar ndim nonzero ones_like outer packbits partition place poly polyadd polyder polydiv polyfit
        polyint polymul polysub polyval prod promote_types ptp put put_along_axis putmask quantile ravel ravel_multi_index real
        real_if_close repeat reshape resize result_type roll rollaxis roots rot90 round row_stack searchsorted select setdiff1d setxor1d
        shape shares_memory sinc size sort sort_complex split squeeze stack swapaxes take take_along_axis tensordot tile trace transpose
        trapezoid tri tril tril_indices tril_indices_from trim_zeros triu triu_indices triu_indices_from typename union1d unique
        unique_all unique_counts unique_inverse unique_values unpackbits unravel_index unstack unwrap vander var vdot vecdot vecmat vsplit
        vstack where zeros_like`,
      'numpy.fft': `fft fft2 fftfreq fftn fftshift hfft ifft ifft2 ifftn ifftshift ihfft irfft irfft2 irfftn rfft rfft2 rfftfreq rfftn`,
      'numpy.linalg': `cholesky cond cross det diagonal eig eigh eigvals eigvalsh inv lstsq matmul matrix_norm matrix_power matrix_rank matrix_transpose
        multi_dot norm outer pinv qr slogdet solve svd svdvals tensordot tensorinv tensorsolve trace vecdot vector_norm`,
    },
  },
  {
    use: 'vectorized',
    reason: 'vectorized function: keeps the function in its state for a later call',
    names: {
      numpy: 'vectorize',
    },
  },
]
