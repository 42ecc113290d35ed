// Splits a text of names into a set.
/**
 * Returns the words of a text as a set. Tables of names are written as text: one name per line would be thousands of
 * lines.
 */
export function words(text: string): ReadonlySet<string> {
  return new Set(text.split(/\s+/).filter((word) => word !== ''))
}
