// Declares the operations of Jinja templates that are reported.
/** An operation of a template other than printing, in the order of the text. `start` and `end` are those of the tag. */
export type JinjaUse = { readonly start: number; readonly end: number } & (
  | { readonly what: 'name'; readonly name: string }
  | { readonly what: 'text'; readonly text: string }
  /**
   * An attribute or key. `names` is undefined where it cannot be computed; then `own` is true where it depends on texts
   * of the template, so that its author chooses the name. `on` is the variable whose attribute it is, if it is one.
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

/** The same without the offsets of the tag. */
export type JinjaDetail = JinjaUse extends infer Use ? (Use extends JinjaUse ? Omit<Use, 'start' | 'end'> : never) : never
