// Facts of a configuration: the objects and files outside the model that it names.

/** The library that reads a configuration. */
export type ConfigLoader =
  | 'keras'
  | 'hydra'
  | 'lightning'
  | 'transformers'
  | 'diffusers'
  | 'sentence-transformers'
  | 'mlflow'
  | 'triton'
  | 'skops'
  | 'yaml'
  | 'hyperpyyaml'
  | 'foreign-yaml'
  | 'library'
  | 'any'
  | 'jsonpickle'
  | 'torchserve'
  | 'coreml'
  | 'spark'
  | 'zarr'
  | 'requirements'

/**
 * What has the name of a file beside the model: a link within the checkout or out of it, or a file with a second name.
 */
export type SiblingKind = 'link' | 'link-outside' | 'hard-link'

/** Facts of a configuration. */
export type ConfigObservation =
  /** A configuration names a Python (or other) object that its loader imports, builds or calls. */
  | {
      readonly kind: 'config-reference'
      readonly loader: ConfigLoader
      readonly module: string
      readonly name: string
      /** Where in the configuration, e.g. `layers[3].config.activation`. */
      readonly where: string
      /**
       * How it is used: `class` built, `function` called or passed, `module` imported, `remote` fetched from elsewhere,
       * `shell` run by a shell.
       */
      readonly use: 'class' | 'function' | 'module' | 'remote' | 'shell'
      /**
       * No model is near: any program may have its own use of such keys, so that only a dangerous name means something.
       */
      readonly ordinary?: true
      /** The loader looks the name up in the globals of its own module (Lambda layers of Keras 1 and 2). */
      readonly byName?: true
      readonly detail?: string
      readonly offset: number
    }
  /** The model names a file (or URL) outside itself that its loader reads or writes. */
  | {
      readonly kind: 'external-file'
      readonly format: string
      readonly path: string
      /** What it is for, e.g. `tensor data`, `vocabulary`, `HDF5 external link`. */
      readonly role: string
      /** Libraries store this data in the file itself by default. */
      readonly unusual?: true
      /** Where the model is a file of the disk: what has that name. */
      readonly sibling?: SiblingKind
      readonly offset: number
    }
