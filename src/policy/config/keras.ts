// Looks up a name as Keras resolves it when it loads a configuration.
import { once } from '../../python/once.ts'
import { words } from '../../python/words.ts'
import { kerasClasses, kerasFunctions } from './keras-names.ts'

/** The result of looking up a name in a Keras configuration. */
export type KerasName =
  /** Keras writes this name; it builds a layer or computes numbers. */
  | { readonly kind: 'known' }
  /** The object reads files, opens the network, or turns off a safety check. */
  | { readonly kind: 'gadget'; readonly does: string; readonly critical: boolean }
  /** In a module of Keras, but on neither list. */
  | { readonly kind: 'unlisted' }
  /** Not part of Keras. */
  | { readonly kind: 'foreign' }

/** Packages of Keras. */
const FAMILY =
  /^(?:keras|tf_keras|keras_core|tensorflow\.keras|tensorflow\.python\.keras|tensorflow_core\.python\.keras|tensorflow_core\.keras)(?:\.|$)/
/** Packages of the Keras hub, which contain only layers. */
const HUBS = /^(?:keras_hub|keras_nlp|keras_cv)(?:\.|$)/
/** Modules whose functions are tools, not parts of models. */
const TOOLS =
  /(?:^|\.)(?:utils|config|saving|callbacks|preprocessing|datasets|export|visualization|wrappers|backend|distribution|applications|legacy\.saving|src\.backend)(?:\.|$)/

/** Keras names with an effect outside the model. */
const GADGETS: readonly { readonly does: string; readonly critical: boolean; readonly names: string }[] = [
  { does: 'loads a model from another path (not scanned)', critical: false, names: 'TFSMLayer' },
  { does: 'unpickles a PyTorch module in the configuration', critical: false, names: 'TorchModuleWrapper' },
  { does: 'downloads and unpacks a file', critical: true, names: 'get_file extract_archive' },
  { does: 'turns off the check for unsafe code', critical: true, names: 'enable_unsafe_deserialization' },
  { does: 'loads another model file', critical: true, names: 'load_model load_weights model_from_json model_from_yaml model_from_config' },
  { does: 'runs marshalled code', critical: true, names: 'func_load' },
  {
    does: 'reads or writes files',
    critical: true,
    names:
      'load_img save_img save_model save_weights plot_model model_to_dot KerasFileEditor ExportArchive load_data CSVLogger ModelCheckpoint BackupAndRestore TensorBoard OrbaxCheckpoint RemoteMonitor',
  },
  {
    does: 'reads folders of files',
    critical: false,
    names: 'image_dataset_from_directory text_dataset_from_directory audio_dataset_from_directory timeseries_dataset_from_array',
  },
  {
    does: 'deserializes or registers other objects',
    critical: false,
    names:
      'deserialize_keras_object get_registered_object get_custom_objects custom_object_scope CustomObjectScope register_keras_serializable LambdaCallback',
  },
]

const classes = once(() => words(Object.values(kerasClasses).join(' ')))
const functions = once(() => words(Object.values(kerasFunctions).join(' ')))

/** Looks up a name as Keras does: in its own modules, or without a module (Keras 1 and 2). */
export function kerasName(written: string, name: string, use: 'class' | 'function'): KerasName {
  // Keras 2 registered its own optimizers under the default package: `Custom>Adam`.
  const module = written === 'Custom' ? '' : written
  const bare = name.slice(name.lastIndexOf('.') + 1)
  const family = FAMILY.test(module)
  if (family || module === '' || module === 'builtins' || HUBS.test(module)) {
    const gadget = GADGETS.find(({ names }) => words(names).has(bare))
    if (gadget) return { kind: 'gadget', does: gadget.does, critical: gadget.critical }
  }
  if (HUBS.test(module)) return use === 'class' && /^[A-Z]\w*$/.test(name) ? { kind: 'known' } : { kind: 'unlisted' }
  if (!family && module !== '' && module !== 'builtins') return { kind: 'foreign' }
  const isListed =
    use === 'class'
      ? classes().has(name) || name === 'Lambda' || (family && functions().has(name))
      : functions().has(name) || classes().has(name)
  // A function of a tool module can have the name of an operation.
  if (isListed && !(use === 'function' && family && TOOLS.test(module) && !isBackend(module))) return { kind: 'known' }
  return family ? { kind: 'unlisted' } : { kind: 'foreign' }
}

/** Returns true for the backend of Keras 1 and 2, whose functions are now in `ops`. */
function isBackend(module: string): boolean {
  return /(?:^|\.)backend$/.test(module)
}
