// Separates the TensorFlow functions that only compute from those that reach files, libraries or Python.
/** Public TensorFlow namespaces whose functions only compute: a layer may apply any of them. */
const COMPUTES =
  /^(?:(?:compat\.v[12]\.)?(?:math|nn|linalg|signal|strings|random|sparse|ragged|bitwise|quantization|image|audio|sets|dtypes|__operators__|keras\.(?:activations|losses|metrics|backend|ops))\.)\w+(?:\.\w+)*$/
const READS_TEXT = /^io\.(?:decode_|encode_|parse_)\w+$/
/** Functions at the top of the package that call Python, load libraries or reach files. */
const TOP_LEVEL =
  /^(?:py_function|numpy_function|load_library|load_op_library|function|import_graph_def|Module|print|custom_gradient|map_fn|while_loop|scan|foldl|foldr|vectorized_map|switch_case|case|cond|recompute_grad|init_scope|device|group|py_func)$/
/** Types that describe tensors. */
const TYPES = /(?:Spec|Tensor|Tensor\.\w+|SparseTensor|Dimension|TensorShape|DType)$/

/** True where TensorFlow's function or type of that public name only computes. */
export function computesOnly(name: string): boolean {
  if (COMPUTES.test(name) || READS_TEXT.test(name) || TYPES.test(name)) return true
  return /^(?:\w+)$/.test(name) && !TOP_LEVEL.test(name) && !name.startsWith('_')
}

/** What a TensorFlow function does that no layer may do; undefined for all others. */
export function tensorflowDanger(name: string): string | undefined {
  return DANGERS.find(({ names }) => names.test(name))?.does
}

const DANGERS: readonly { readonly names: RegExp; readonly does: string }[] = [
  { names: /(?:^|\.)(?:py_function|numpy_function|py_func|eager_py_func)$/i, does: 'calls any Python function' },
  { names: /(?:^|\.)(?:load_library|load_op_library|load_file_system_library)$/, does: 'loads a native library' },
  { names: /(?:^|\.)io\.(?:read_file|write_file|matching_files|gfile\b.*|write_graph)/, does: 'reads or writes files' },
  // As version 1 called them.
  {
    names: /(?:^|\.)(?:read_file|write_file|matching_files|(?:WholeFile|TextLine|TFRecord|FixedLengthRecord|LMDB)Reader)$/,
    does: 'reads or writes files',
  },
  {
    names: /^raw_ops\.(?:ReadFile|WriteFile|MatchingFiles|PyFunc|EagerPyFunc|PyFuncStateless|RemoteCall|SaveV2|RestoreV2)$/,
    does: 'reaches files or Python',
  },
  { names: /(?:^|\.)saved_model\.(?:load|save)/, does: 'loads another model' },
]
