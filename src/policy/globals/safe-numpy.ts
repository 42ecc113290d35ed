import type { SafeGroup } from './table.ts'

/** NumPy, and joblib’s wrappers around its arrays. `numpy.core` stands for `numpy._core` too. */
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
    reason: 'function of arrays: only named',
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
    use: 'sibling-file',
    reason: 'old array wrapper: joblib reads the sibling file it names',
    names: {
      'joblib.numpy_pickle': 'NDArrayWrapper ZNDArrayWrapper',
      'joblib.numpy_pickle_compat': 'NDArrayWrapper ZNDArrayWrapper',
    },
  },
  {
    use: 'first-is-class',
    reason: 'array constructor: allocates an array of the class it is given',
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
    reason: 'masked array constructor: allocates an array of the classes it is given',
    names: {
      'numpy.ma.core': '_mareconstruct',
      'numpy.ma.mrecords': '_mrreconstruct',
    },
  },
  {
    use: 'bit-generator',
    reason: 'makes a bit generator of NumPy by name',
    names: { 'numpy.random._pickle': '__bit_generator_ctor' },
  },
  {
    use: 'random-state',
    reason: 'random generator: calls the bit generator constructor it is given',
    names: { 'numpy.random._pickle': '__generator_ctor __randomstate_ctor' },
  },
  {
    use: 'first-is-class',
    reason: 'Cython constructor: builds the class it is given without its initialiser',
    names: { 'numpy.random.bit_generator': '__pyx_unpickle_SeedSequence' },
  },
]
