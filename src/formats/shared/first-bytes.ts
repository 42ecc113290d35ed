// Helpers for the prefilter of a format: tests on the first byte.
/** Returns a test whether the first byte is one of these Latin-1 characters. */
export function oneOf(chars: string): (first: number) => boolean {
  return (first) => chars.includes(String.fromCharCode(first))
}

/** Characters that `\s` of a regular expression matches, in text that is decoded as Latin-1. */
export const WHITESPACE = '\t\n\v\f\r \xa0'
