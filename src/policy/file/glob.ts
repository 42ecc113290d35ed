// Matches report paths against the globs of a policy file.
// `*` and `?` match within one name, `**` matches any number of folders, a final `/` matches everything below.
// All other characters, brackets included, match themselves. Paths are those of the report: relative, with `/`,
// case-sensitive.

/** Returns why a glob is not valid, undefined where it is. */
export function globProblem(glob: string): string | undefined {
  if (glob === '') return 'it is empty'
  if (glob.includes('\\')) return 'folders are separated by /'
  if (/\{[^{},]*,[^{}]*\}/.test(glob)) return 'braces are not supported: write one entry per pattern'
  if (glob.startsWith('!')) return 'patterns cannot be negated with !'
  if (/(?:^|\/)\.{1,2}(?:\/|$)/.test(glob)) return 'paths are written as in the report, without . and ..'
  return undefined
}

/** Returns true if the glob matches the path. Takes at most pattern length × path length steps. */
export function globMatches(glob: string, path: string): boolean {
  const pattern = (glob.endsWith('/') ? `${glob}**` : glob).split('/')
  return wild(pattern, path.split('/'), (part) => part === '**', nameMatches)
}

function nameMatches(pattern: string, name: string): boolean {
  return wild(
    [...pattern],
    [...name],
    (char) => char === '*',
    (char, other) => char === '?' || char === other,
  )
}

/**
 * Matches folders and characters alike: on a mismatch only the last star takes one item more, so there is no
 * backtracking.
 */
function wild(
  pattern: readonly string[],
  text: readonly string[],
  isStar: (part: string) => boolean,
  matches: (part: string, other: string) => boolean,
): boolean {
  let at = 0
  let star = -1
  let taken = 0
  for (let i = 0; i < text.length; ) {
    const part = pattern[at]
    if (part !== undefined && isStar(part)) {
      star = at++
      taken = i
    } else if (part !== undefined && matches(part, text[i] ?? '')) {
      at++
      i++
    } else if (star >= 0) {
      at = star + 1
      i = ++taken
    } else return false
  }
  while (at < pattern.length && isStar(pattern[at] ?? '')) at++
  return at === pattern.length
}
