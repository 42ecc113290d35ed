/** What a template does beyond printing, in the order of the text. `start` and `end` are those of the tag. */
export type JinjaUse = { readonly start: number; readonly end: number } & (
  | { readonly what: 'name'; readonly name: string }
  | { readonly what: 'text'; readonly text: string }
  /**
   * An attribute or key. `names` is undefined where it cannot be worked out; then `own` says that texts of the template go into it, so that its author
   * chooses the name. `on` is the variable it is looked up on, if it is a plain one.
   */
  | {
      readonly what: 'attribute'
      readonly names: readonly string[] | undefined
      readonly on: string | undefined
      readonly how: 'dot' | 'subscript' | 'filter'
      readonly own: boolean
    }
  | { readonly what: 'call'; readonly name: string; readonly method: boolean }
  | { readonly what: 'load'; readonly statement: string }
)

/** The same without its place. */
export type JinjaDetail = JinjaUse extends infer Use ? (Use extends JinjaUse ? Omit<Use, 'start' | 'end'> : never) : never
