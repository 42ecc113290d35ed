// Helpers for the prefilter of a format: tests on the first byte.
/** Is the first byte one of these characters of Latin-1? */
export function oneOf(chars: string): (first: number) => boolean {
  return (first) => chars.includes(String.fromCharCode(first))
}

/** What a regular expression takes as blank, in text that is read as Latin-1. */
export const BLANKS = '\t\n\v\f\r \xa0'
