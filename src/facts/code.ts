// Facts of code that travels inside a model: source, bytecode, native code, and templates that are rendered.

/** The language of code that a model contains. */
export type CodeLanguage = 'python-bytecode' | 'python-source' | 'torchscript' | 'native' | 'lua' | 'java' | 'r' | 'javascript' | 'shell'

/** What a piece of Python source uses: all of it, or the reasons why that is not known. */
export interface SourceUses {
  /** Modules and names as they are imported: `numpy`, `torch.nn`. */
  readonly imports: readonly string[]
  /**
   * What is imported, with the attributes that follow, and built-in functions that lead out: `numpy.sqrt`,
   * `builtins.open`.
   */
  readonly names: readonly string[]
  /** What is imported and used as it is: passed as an argument, called, or subclassed. */
  readonly bare: readonly string[]
  /** Attributes of everything else: `forward`, `__class__`; one that begins with `fc` and is computed is `fc*`. */
  readonly attributes: readonly string[]
  readonly classes: readonly string[]
  /** Why the other lists may not be complete. */
  readonly unclear: readonly string[]
}

/** Facts of code. */
export type CodeObservation =
  /**
   * Code that travels inside the model and runs when it is loaded or used. `reaches`: dotted names it uses that lead
   * out of it, e.g. `os.system`.
   */
  | {
      readonly kind: 'shipped-code'
      readonly language: CodeLanguage
      /** What carries it, e.g. `Keras Lambda layer “lambda_1”` or the member's name. */
      readonly carrier: string
      /** When it runs: at load by itself, when the model is used, or only when a program imports or runs it. */
      readonly runs: 'load' | 'use' | 'import'
      readonly reaches: readonly string[]
      /** Source of which all is known that it uses, or why not all is. */
      readonly uses?: SourceUses
      readonly offset: number
    }
  /**
   * A text template that a library renders when the model is used. `construct` is what it does beyond filling in
   * values; none for a plain one.
   */
  | {
      readonly kind: 'template'
      readonly name: string
      readonly construct: 'attribute' | 'hidden-name' | 'call' | 'import' | 'unparsable'
      readonly expression: string
      readonly offset: number
    }
