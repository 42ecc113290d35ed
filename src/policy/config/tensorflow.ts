// Separates the TensorFlow functions that only compute from those that reach files, libraries or Python.
/** Public TensorFlow namespaces whose functions only compute. A layer may use any of them. */
const COMPUTES =
  /^(?:(?:compat\.v[12]\.)?(?:math|nn|linalg|signal|strings|random|sparse|ragged|bitwise|quantization|image|audio|sets|dtypes|__operators__|keras\.(?:activations|losses|metrics|backend|ops))\.)\w+(?:\.\w+)*$/
/** Functions that parse the content of a tensor. */
const PARSES = /^io\.(?:decode_|encode_|parse_)\w+$/
/** Functions directly in `tensorflow` that call Python, load libraries or reach files. */
const TOP_LEVEL =
  /^(?:py_function|numpy_function|load_library|load_op_library|function|import_graph_def|Module|print|custom_gradient|map_fn|while_loop|scan|foldl|foldr|vectorized_map|switch_case|case|cond|recompute_grad|init_scope|device|group|py_func)$/
/** Types that describe tensors. */
const TYPES = /(?:Spec|Tensor|Tensor\.\w+|SparseTensor|Dimension|TensorShape|DType)$/

/** Returns true if the TensorFlow function or type with this public name only computes. */
export function computesOnly(name: string): boolean {
  if (COMPUTES.test(name) || PARSES.test(name) || TYPES.test(name)) return true
  return /^(?:\w+)$/.test(name) && !TOP_LEVEL.test(name) && !name.startsWith('_')
}

/** Returns what a TensorFlow function does that no layer may do; undefined for all others. */
export function tensorflowDanger(name: string): string | undefined {
  return DANGERS.find(({ names }) => names.test(name))?.does
}

/** TensorFlow functions with effects outside the graph. */
const DANGERS: readonly { readonly names: RegExp; readonly does: string }[] = [
  { names: /(?:^|\.)(?:py_function|numpy_function|py_func|eager_py_func)$/i, does: 'calls any Python function' },
  { names: /(?:^|\.)(?:load_library|load_op_library|load_file_system_library)$/, does: 'loads a native library' },
  { names: /(?:^|\.)io\.(?:read_file|write_file|matching_files|gfile\b.*|write_graph)/, does: 'reads or writes files' },
  // Names of TensorFlow 1.
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
