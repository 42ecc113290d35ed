// Names that Python source in a model may use and still only compute.
/** The names of one module that only compute. */
export interface Computes {
  /** The names; `*` means all except those in `not`. Names that start with an underscore are never included. */
  readonly names: string
  /** Names that do more than compute, and modules that are attributes of this one. */
  readonly not?: string
}

/**
 * Names that source may use while a model is loaded and still only compute: the modules of neural networks.
 * Separate from the pickle tables, since source passes any arguments and can reach everything in a module.
 * Names that are neither here nor in the table of dangers are not known to compute. A name in the table of dangers is
 * dangerous here too, unless a row contains it by name.
 */
export const computes: Readonly<Record<string, Computes>> = {
  // The language and its arithmetic. Without the functions of `typing` and `functools` that evaluate annotations in
  // text.
  __future__: { names: '*' },
  abc: { names: 'ABC ABCMeta abstractmethod abstractproperty' },
  collections: { names: 'OrderedDict defaultdict namedtuple deque Counter' },
  'collections.abc': { names: '*' },
  contextlib: { names: 'contextmanager nullcontext suppress' },
  copy: { names: 'copy deepcopy' },
  dataclasses: { names: 'dataclass field fields asdict astuple replace is_dataclass' },
  enum: { names: 'Enum IntEnum Flag IntFlag auto unique' },
  functools: { names: 'partial wraps reduce lru_cache cache cached_property total_ordering' },
  itertools: { names: '*' },
  math: { names: '*' },
  cmath: { names: '*' },
  numbers: { names: 'Number Complex Real Rational Integral' },
  random: { names: 'random randint randrange uniform gauss normalvariate choice choices sample shuffle seed Random getrandbits' },
  re: { names: 'compile match fullmatch search sub subn split findall finditer escape IGNORECASE I VERBOSE MULTILINE DOTALL ASCII' },
  time: { names: 'time perf_counter monotonic process_time' },
  typing: {
    names: '*',
    not: 'get_type_hints ForwardRef evaluate_forward_ref re io sys types collections functools operator contextlib copyreg abc warnings annotationlib',
  },
  types: { names: 'SimpleNamespace' },
  warnings: { names: 'warn simplefilter filterwarnings catch_warnings' },
  'os.path': { names: 'join basename dirname splitext split normpath' },
  sys: { names: 'version_info version maxsize float_info byteorder' },

  // Arrays. Without functions that read or write files or compile, and without attributes that are modules.
  numpy: {
    names: '*',
    not: `load loads loadtxt genfromtxt fromfile fromregex fromfunction frompyfunc memmap open_memmap save savez savez_compressed savetxt DataSource ndfromtxt mafromtxt
      recfromtxt recfromcsv source info lookfor test get_include show_config show_runtime deprecate set_string_function set_printoptions seterrcall Tester bench mat matrix
      apply_along_axis apply_over_axes piecewise vectorize bmat asmatrix safe_eval byte_bounds add_docstring add_newdoc add_newdoc_ufunc getbuffer
      char core ctypeslib dtypes emath exceptions f2py fft lib linalg ma polynomial random rec strings testing typing compat distutils matlib os sys
      warnings math oldnumeric numarray matrixlib version conftest dual ctypes nested_iters`,
  },
  'numpy.random': { names: '*', not: 'bit_generator mtrand test info set_state' },
  'numpy.linalg': { names: '*', not: 'linalg lapack_lite info test' },
  'numpy.fft': { names: '*', not: 'fftpack fftpack_lite helper info pocketfft test' },
  'scipy.fft': { names: 'fft ifft rfft irfft fft2 ifft2 rfft2 irfft2 fftn ifftn fftfreq rfftfreq fftshift ifftshift dct idct' },
  'scipy.interpolate': { names: 'interp1d griddata make_interp_spline splev splrep CubicSpline RegularGridInterpolator' },
  'scipy.linalg': { names: 'sqrtm inv pinv det norm svd qr eig eigh solve toeplitz expm block_diag' },
  'scipy.ndimage': { names: 'gaussian_filter zoom rotate shift map_coordinates convolve distance_transform_edt' },
  'scipy.optimize': { names: 'minimize minimize_scalar root root_scalar brentq curve_fit least_squares' },
  'scipy.signal': {
    names: `firwin firwin2 kaiser_atten kaiser_beta kaiserord convolve convolve2d fftconvolve correlate lfilter filtfilt butter freqz get_window resample
      resample_poly remez sosfilt gaussian`,
  },
  'scipy.special': {
    names: 'erf erfc erfinv gamma gammaln j0 j1 jv i0 i1 iv softmax logsumexp expit logit comb binom factorial sph_harm lpmv',
  },
  'scipy.stats': { names: 'norm truncnorm uniform multivariate_normal' },

  // Networks.
  torch: {
    names: '*',
    not: `load save from_file compile compiled_with_cxx11_abi import_ir_module import_ir_module_from_buffer parse_ir parse_schema parse_type_comment get_file_path
      prepare_multiprocessing_environment get_device_module set_default_device set_default_tensor_type typename unify_type_list fork wait vmap
      accelerator amp ao autograd backends builtins classes compiler cpp cpu ctypes cuda distributed distributions export fft foreach func
      functional functools futures fx glob hub importlib inspect jit library linalg masked math monitor mps mtia multiprocessing nested nn ops
      optim os overrides package platform profiler quantization quasirandom random return_types serialization signal sparse special storage sys
      testing textwrap threading torch torch_version types typing typing_extensions utils version warnings windows xpu onnx contrib legacy
      tensor namedtensor string re torch_six cudart cond while_loop
      CompilationUnit ScriptModule ScriptFunction ScriptClass ScriptClassFunction ScriptMethod ScriptObject ScriptModuleSerializer LiteScriptModule
      StaticModule RecursiveScriptModule Graph Node Block Code Use Value ExecutionPlan GraphExecutorState ConcreteModuleType
      ConcreteModuleTypeBuilder PyTorchFileReader PyTorchFileWriter DeserializationStorageContext SerializationStorageContext
      BenchmarkConfig ThroughputBenchmark FileCheck`,
  },
  'torch.nn': {
    names: '*',
    not: 'attention backends common_types cpp functional grad init intrinsic modules parallel parameter qat quantizable quantized utils DataParallel',
  },
  'torch.nn.functional': {
    names: '*',
    not: 'dataclasses grad importlib math np torch warnings sys utils init boolean_dispatch handle_torch_function',
  },
  'torch.nn.init': { names: '*', not: 'math torch warnings' },
  'torch.nn.modules': { names: '' },
  'torch.nn.modules.utils': { names: '*', not: 'collections torch typing repeat container_abcs' },
  'torch.nn.parameter': { names: 'Parameter Buffer UninitializedParameter UninitializedBuffer' },
  'torch.nn.utils': {
    names: 'spectral_norm weight_norm remove_spectral_norm remove_weight_norm clip_grad_norm_ clip_grad_value_ parameters_to_vector',
  },
  'torch.nn.utils.rnn': { names: 'pad_sequence pack_padded_sequence pad_packed_sequence pack_sequence PackedSequence' },
  'torch.autograd': { names: 'Function Variable grad backward no_grad enable_grad set_grad_enabled' },
  'torch.autograd.profiler': { names: 'record_function' },
  'torch.amp': { names: 'autocast' },
  'torch.cuda.amp': { names: 'autocast custom_fwd custom_bwd' },
  'torch.cuda': { names: 'is_available current_device device device_count FloatTensor HalfTensor empty_cache' },
  'torch.backends.cudnn': { names: 'enabled benchmark deterministic allow_tf32 flags' },
  'torch.backends.cuda': { names: '' },
  'torch.backends.cuda.matmul': { names: 'allow_tf32 allow_fp16_reduced_precision_reduction' },
  'torch.distributions': { names: 'Normal Uniform Categorical Bernoulli Independent MultivariateNormal kl_divergence' },
  'torch.fft': { names: '*', not: 'torch sys' },
  'torch.linalg': { names: '*', not: 'torch sys common_notes' },
  'torch.special': { names: '*', not: 'torch sys' },
  'torch.utils.checkpoint': { names: 'checkpoint checkpoint_sequential' },
  einops: { names: 'rearrange reduce repeat einsum pack unpack' },
  'einops.layers.torch': { names: 'Rearrange Reduce' },

  // The libraries of the StyleGAN family. Their other functions compile, download, or look functions up by name.
  dnnlib: { names: 'EasyDict' },
  'dnnlib.util': { names: 'EasyDict' },
  torch_utils: { names: '' },
  'torch_utils.misc': {
    names: `assert_shape profiled_function suppress_tracer_warnings constant const_like nan_to_num symbolic_assert named_params_and_buffers
      params_and_buffers`,
  },
  'torch_utils.ops': { names: '' },
  'torch_utils.ops.bias_act': { names: 'bias_act activation_funcs' },
  'torch_utils.ops.conv2d_gradfix': { names: 'conv2d conv_transpose2d no_weight_gradients weight_gradients_disabled enabled' },
  'torch_utils.ops.conv2d_resample': { names: 'conv2d_resample' },
  'torch_utils.ops.filtered_lrelu': { names: 'filtered_lrelu' },
  'torch_utils.ops.fma': { names: 'fma' },
  'torch_utils.ops.grid_sample_gradfix': { names: 'grid_sample enabled' },
  'torch_utils.ops.upfirdn2d': { names: 'setup_filter upfirdn2d filter2d upsample2d downsample2d' },
  'torch_utils.persistence': { names: 'persistent_class is_persistent' },
  'torch_utils.training_stats': { names: 'report report0' },
}

/** Special methods and attributes that classes of networks use. All others give access to the interpreter. */
export const harmlessSpecials = `__init__ __new__ __call__ __len__ __getitem__ __setitem__ __iter__ __next__ __enter__ __exit__ __contains__ __repr__ __str__ __eq__ __ne__ __lt__
  __gt__ __le__ __ge__ __hash__ __bool__ __add__ __radd__ __sub__ __rsub__ __mul__ __rmul__ __truediv__ __matmul__ __neg__ __int__ __float__
  __rtruediv__ __floordiv__ __mod__ __pow__ __abs__ __pos__ __invert__ __and__ __or__ __xor__ __iadd__ __isub__ __imul__ __index__ __round__ __delitem__
  __reversed__ __format__ __slots__ __post_init__
  __class__ __name__ __doc__ __all__ __version__ __author__ __constants__ __getstate__ __setstate__ __file__`

/**
 * Attributes through which code gets from an object to files, other modules or frames. whole-source.ts adds the modules
 * and functions of the table of dangers whose names no ordinary object has. The table itself cannot be used here: many
 * of its names, such as `run` and `repeat`, are ordinary methods, and frames and I/O parts of libraries are not in it.
 */
export const escapingAttributes = `_os _sys _pickle pathlib platform glob urllib http hub serialization cpp_extension custom_ops f2py ctypeslib
  fdopen unlink rmtree mkstemp mkdtemp copyfile copytree makedirs write_text write_bytes read_text read_bytes
  urlopen urlretrieve open_url create_connection __import__ CDLL WinDLL LoadLibrary load_library load_inline
  get_plugin load_url load_state_dict_from_url download_url_to_file call_func_by_name get_obj_by_name construct_class_by_name
  _src_to_module import_hook exec eval execfile open load loads dump dumps save savez savetxt tofile fromfile memmap export export_chrome_trace
  from_file from_pretrained to_csv to_pickle to_hdf read_pickle
  mro tb_frame gi_frame cr_frame ag_frame gi_code cr_code f_globals f_builtins f_locals f_back func_globals func_code im_func im_self`
