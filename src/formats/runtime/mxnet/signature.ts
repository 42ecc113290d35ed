// The file name by which an MXNet symbol is recognised.

/** Returns whether the file has the name of an MXNet symbol. */
export function isSymbol(name: string): boolean {
  return /-symbol\.json$/i.test(name)
}
