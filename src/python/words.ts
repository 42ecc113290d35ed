// Splits a text of names into a set.
/** The words of a text as a set: tables of names are written as text, since a name a line would be thousands of lines. */
export function words(text: string): ReadonlySet<string> {
  return new Set(text.split(/\s+/).filter((word) => word !== ''))
}
