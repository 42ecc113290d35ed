/** First bytes, from characters of Latin-1. */
export function bytesOf(...chars: readonly string[]): ReadonlySet<number> {
  return new Set([...chars.join('')].map((char) => char.charCodeAt(0)))
}

/** The characters from one to another, both included. */
export function range(first: number, last: number): string {
  let chars = ''
  for (let code = first; code <= last; code++) chars += String.fromCharCode(code)
  return chars
}

/** What a regular expression takes as blank, in text that is read as Latin-1. */
export const BLANKS = '\t\n\v\f\r \xa0'
