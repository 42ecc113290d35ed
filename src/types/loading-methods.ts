// Names of methods that are called while a pickle loads, though no opcode names them.

/**
 * Methods that an instance’s attributes can override and that are called while a pickle loads: by opcodes
 * (Modules/_pickle.c: load_build, do_append, load_additems), by `__setstate__`, finalisers and setters of classes on
 * the safe list (which call methods of the instance, and of the objects in its state), by functions on that list that
 * take any object (`uuid.UUID` calls `replace`, dateutil’s `tzoffset` calls `total_seconds`), and by instances that
 * these iterate, print or call (torch’s `DataLoader` calls `collate_fn`, a module `extra_repr` and `forward`).
 */
const METHODS = new Set(
  `append extend add setdefault get items keys values update pop popitem put copy clear close read write replace total_seconds
  as_integer_ratio reshape asformat astype get_params set_params extra_repr _get_name forward compute_weight collate_fn get_iterator
  register_parameter register_buffer add_module _key_to_attr _get_item_by_idx _get_abs_string_index _updated_ctor_param _attach_methods
  _build_f _patch_step_function _build_params_for_reducer _build_debug_param_to_name_mapping _ddp_init_helper _set_static_graph
  _set_test_evals _load_from_string _post_init _post_setstate _postinit _validate_vocabulary _load_container_from_state _convert_mask
  _make_methods _warn_for_older_version _restore_value _setup_normalizer _set_base_canvas _initialize init_poolmanager frombytes putpalette set_weight_bias free
  free_network _free _free_handle _cleanup _close _reset _stop _cancel _shutdown_workers _release_python_resources _release_abandoned_holds
  _destroy_resource _destruction_context _stop_run_if_exists _timer_stop _unsubscribe_all _after_fork _invalidate_cache _internal_poll
  cancel cleanup CleanUp Shutdown shutdown stop terminate unlink unregister unregister_callback unsubscribe detach deleter end_run is_alive
  is_closed is_closing is_running done wait _init_state _hash_impl utcoffset dst tzname fromutc
  _attach_argparser_methods _construct_argparser _construct_default_doc _construct_doc _construct_docstrings ensure_name
  _deserialize_model _set_trained_model_attributes _check_device _check_settable_attr _register_attribute deserialize _from_pydf load set_ setstate
  setfield _hash_key _hash_basis _hashable_content _verify_shard_order _assign_modules_buffers _log_and_throw _passing_sync_batchnorm_handle
  profile_hook_step is_frozen _format_and_raise`.split(/\s+/),
)

/** Names between double underscores that are data, or what a function was made from. */
const DATA = new Set(
  `__doc__ __name__ __qualname__ __module__ __dict__ __wrapped__ __annotations__ __defaults__ __kwdefaults__ __code__ __globals__ __closure__
  __slots__ __weakref__ __signature__ __file__ __path__ __version__ __orig_class__ __args__ __parameters__ __origin__ __match_args__ __all__`.split(
    /\s+/,
  ),
)

/**
 * Whether an attribute of this name is called while loading, if an instance has it. Protocols (`__setstate__`,
 * `__array__`, `__arrow_c_array__`) all are. So is `__class__`, whose methods are called from then on.
 */
export function isCalledWhileLoading(name: string): boolean {
  return METHODS.has(name) || (name.length > 4 && name.startsWith('__') && name.endsWith('__') && !DATA.has(name))
}
