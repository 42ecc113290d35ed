// The file name by which an MXNet symbol is recognised.
/** Is it called as MXNet calls a symbol? */
export function isSymbol(name: string): boolean {
  return /-symbol\.json$/i.test(name)
}
