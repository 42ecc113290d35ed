import type { IncompleteReason } from '../bytes/errors.ts'
import type { Companion } from './artifact.ts'

/** An abstract Python value, cut to a bounded size: enough to judge and to show, never the object itself. */
export type Preview =
  | { readonly kind: 'none' }
  | { readonly kind: 'bool'; readonly value: boolean }
  | { readonly kind: 'int'; readonly text: string }
  | { readonly kind: 'float'; readonly text: string }
  | { readonly kind: 'text'; readonly text: string; readonly length: number }
  | { readonly kind: 'bytes'; readonly head: Uint8Array; readonly length: number }
  | { readonly kind: 'global'; readonly module: string; readonly name: string }
  | { readonly kind: 'module'; readonly module: string }
  /**
   * `stated`: its BUILD gave it a state, so that its methods work with what the file says. `holds`: names that its arguments, items and states hold at any
   * depth, but for those that are harmless as a value; no preview is deep enough to show them all.
   */
  | {
      readonly kind: 'result'
      readonly callee: Callee
      readonly args: readonly Preview[]
      readonly stated?: true
      readonly holds?: readonly HeldName[]
    }
  /** `holds`: as of a result, where not all items are shown. */
  | {
      readonly kind: 'tuple' | 'list' | 'set' | 'frozenset'
      readonly items: readonly Preview[]
      readonly more: boolean
      readonly holds?: readonly HeldName[]
    }
  | {
      readonly kind: 'dict'
      readonly entries: readonly (readonly [Preview, Preview])[]
      readonly more: boolean
      readonly holds?: readonly HeldName[]
    }
  | { readonly kind: 'persistent-id'; readonly id: Preview | undefined }
  | { readonly kind: 'unknown'; readonly what: string }

/** An imported name that an object can call. Two empty texts stand for more of them than are counted. */
export interface HeldName {
  readonly module: string
  readonly name: string
}

/**
 * What an answer spares whoever states facts: further facts about the same callee, used in the same way, that differ from this one in `literals` alone, as
 * long as these are of the same kinds; or in `values` too, instances and what holds them, none of which can call a function that may do harm.
 */
export type Silence = 'literals' | 'values'

/** What is called. */
export type Callee =
  /** An imported name. `computed` when the pickle itself worked the name out. */
  | { readonly kind: 'global'; readonly module: string; readonly name: string; readonly computed: boolean }
  /** A bound method of a value, e.g. `''.join`. */
  | { readonly kind: 'method'; readonly of: Preview; readonly name: string }
  /** Something whose identity cannot be known without running the program. */
  | { readonly kind: 'unknown'; readonly of: Preview }

/**
 * How a call comes about. `reduce`: a plain call. `newobj`: `cls.__new__(cls, …)`. `inst`/`obj`: protocol 0/1 construction. `build`: `__setstate__`
 * or attributes of an instance. `append`, `setitem`, `additems`: a method of an instance, called without REDUCE.
 */
export type CallHow = 'reduce' | 'newobj' | 'inst' | 'obj' | 'build' | 'append' | 'setitem' | 'additems'

export type PickleOddity =
  | 'nul-in-name'
  | 'frame-straddle'
  | 'discarded-call'
  | 'computed-arguments'
  | 'second-state'
  | 'persistent-id'
  | 'out-of-band-buffer'
  | 'trailing-bytes'
  | 'huge-memo-index'
  | 'expansion'

export type ZipDifference =
  | 'name'
  | 'crc'
  | 'flags'
  | 'method'
  | 'size'
  | 'duplicate'
  | 'case-variant'
  | 'hidden-entry'
  | 'prefix'
  | 'tail'
  | 'end-record'
  | 'nul-in-name'

export type CodeLanguage = 'python-bytecode' | 'python-source' | 'torchscript' | 'native' | 'lua' | 'java' | 'r' | 'javascript' | 'shell'

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

export type GraphFramework =
  | 'tensorflow'
  | 'tflite'
  | 'onnx'
  | 'caffe'
  | 'coreml'
  | 'paddle'
  | 'mxnet'
  | 'openvino'
  | 'executorch'
  | 'torch-export'

export type StructureProblem =
  | 'bad-header'
  | 'duplicate-key'
  | 'overlap'
  | 'gap'
  | 'trailing-bytes'
  | 'out-of-bounds'
  | 'shape-bomb'
  | 'extension-mismatch'
  | 'doctype'

/** What a piece of Python source uses: all of it, or the reasons why that cannot be told. */
export interface SourceUses {
  /** Modules and names as they are imported: `numpy`, `torch.nn`. */
  readonly imports: readonly string[]
  /** What is imported, with the attributes that follow, and built-in functions that lead out: `numpy.sqrt`, `builtins.open`. */
  readonly names: readonly string[]
  /** What is imported and used as it is: handed on, called, or built on. */
  readonly bare: readonly string[]
  /** Attributes of everything else: `forward`, `__class__`; one that begins with `fc` and is computed is `fc*`. */
  readonly attributes: readonly string[]
  readonly classes: readonly string[]
  /** What keeps the rest from being the whole of it. */
  readonly unclear: readonly string[]
}

/**
 * Facts: what is in the bytes. No severity, no advice. Offsets are relative to the artifact that is being read; `opcode` is what stands there in a pickle,
 * by pickletools' name.
 */
export type Observation =
  /** A name is imported. `module`/`name` as the running Python would look them up; `written` as the file spells them, when that differs. */
  | {
      readonly kind: 'global'
      readonly module: string
      readonly name: string
      readonly written?: { readonly module: string; readonly name: string }
      readonly computed: boolean
      readonly offset: number
      readonly stream: number
      readonly opcode?: string
    }
  | {
      readonly kind: 'call'
      readonly callee: Callee
      readonly args: readonly Preview[]
      readonly how: CallHow
      /** Names that the arguments are or hold, at any depth, but for those that are harmless as a value. */
      readonly holds?: readonly HeldName[]
      /** The class of the instance that gets a state or items, where a function such as `copyreg.__newobj__` made it. */
      readonly of?: HeldName
      readonly offset: number
      readonly stream: number
      readonly opcode?: string
    }
  /** An imported object becomes part of a value or an argument, so that something else can call it. Said once for each name. */
  | { readonly kind: 'handed-on'; readonly module: string; readonly name: string; readonly offset: number; readonly stream: number }
  /** Something that was given away before gets names which it can call: instances of this class, built before that, may have it. */
  | {
      readonly kind: 'held-later'
      readonly module: string
      readonly name: string
      readonly holds: readonly HeldName[]
      readonly offset: number
      readonly stream: number
    }
  /** A name is imported that is not a literal of the file and could not be worked out. */
  | {
      readonly kind: 'dynamic-global'
      readonly module: Preview
      readonly name: Preview
      readonly offset: number
      readonly stream: number
      readonly opcode?: string
    }
  | { readonly kind: 'extension-code'; readonly code: number; readonly offset: number; readonly stream: number; readonly opcode?: string }
  /** An imported object itself is changed, not an instance of it. */
  | {
      readonly kind: 'mutated-global'
      readonly target: Callee
      readonly args: readonly Preview[]
      readonly how: CallHow
      readonly offset: number
      readonly stream: number
      readonly opcode?: string
    }
  | {
      readonly kind: 'pickle-oddity'
      readonly oddity: PickleOddity
      readonly detail: string
      readonly offset: number
      readonly stream: number
    }
  | {
      readonly kind: 'zip-mismatch'
      readonly difference: ZipDifference
      readonly entry: string
      readonly detail: string
      readonly offset: number
    }
  /** A member whose name, extracted naively, lands outside the folder; `of`: a tensor, of which some tools make a file. */
  | {
      readonly kind: 'unsafe-path'
      readonly of?: 'tensor'
      readonly why: 'traversal' | 'absolute' | 'drive' | 'nul' | 'backslash' | 'link' | 'device'
      readonly entry: string
      readonly offset: number
    }
  /** Code that travels inside the model and runs when it is loaded or used. `reaches`: dotted names it uses that lead out of it, e.g. `os.system`. */
  | {
      readonly kind: 'shipped-code'
      readonly language: CodeLanguage
      /** What carries it, e.g. `Keras Lambda layer “lambda_1”` or the member's name. */
      readonly carrier: string
      /** When it runs: at load by itself, when the model is used, or only when somebody imports or runs it. */
      readonly runs: 'load' | 'use' | 'import'
      readonly reaches: readonly string[]
      /** Source of which all is known that it uses, or why not all is. */
      readonly uses?: SourceUses
      readonly offset: number
    }
  /** A configuration names a Python (or other) object that its loader imports, builds or calls. */
  | {
      readonly kind: 'config-reference'
      readonly loader: ConfigLoader
      readonly module: string
      readonly name: string
      /** Where in the configuration, e.g. `layers[3].config.activation`. */
      readonly where: string
      /** How it is used: `class` built, `function` called or passed, `module` imported, `remote` fetched from elsewhere, `shell` run by a shell. */
      readonly use: 'class' | 'function' | 'module' | 'remote' | 'shell'
      /** No model is near: any program may have its own use of such keys, so that only a dangerous name means something. */
      readonly ordinary?: true
      readonly detail?: string
      readonly offset: number
    }
  /** An operation of a computation graph that does more than compute, or that no table lists. */
  | {
      readonly kind: 'graph-op'
      readonly framework: GraphFramework
      readonly op: string
      /** Operator domain (ONNX) or an empty string. */
      readonly domain: string
      /** The node's name in the graph. */
      readonly node: string
      /** What it would act on, if the graph says so: a path, a URL, a function name. */
      readonly argument?: string
      /** The model has a function of this name, which runtimes may run in its place. */
      readonly defined?: true
      readonly offset: number
    }
  /** The model names a file (or URL) outside itself that its loader reads or writes. */
  | {
      readonly kind: 'external-file'
      readonly format: string
      readonly path: string
      /** What it is for, e.g. `tensor data`, `vocabulary`, `HDF5 external link`. */
      readonly role: string
      /** Where the model is a file of the disk: what stands under that name. */
      readonly companion?: Companion
      readonly offset: number
    }
  /** A text template that a library renders when the model is used. `construct` is what it does beyond filling in values; none for a plain one. */
  | {
      readonly kind: 'template'
      readonly name: string
      readonly construct: 'attribute' | 'hidden-name' | 'call' | 'import' | 'unparsable'
      readonly expression: string
      readonly offset: number
    }
  /** The bytes contradict the format or themselves in a way that hides something or breaks readers. */
  | {
      readonly kind: 'structure'
      readonly format: string
      readonly problem: StructureProblem
      readonly detail: string
      readonly offset: number
    }
  | {
      readonly kind: 'incomplete'
      readonly why: IncompleteReason
      readonly detail: string
      /** What the reader can do about it. */
      readonly remedy?: string
      readonly offset?: number
    }
