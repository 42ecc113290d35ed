/**
 * Globs of the policy: `*` and `?` stay within a name, `**` stands for any number of folders, a final `/` for everything below. All else,
 * brackets too, means itself. Paths are compared as the report writes them: relative, with `/`, in the case they have.
 */

/** Why a glob cannot be meant, or undefined. */
export function globProblem(glob: string): string | undefined {
  if (glob === '') return 'it is empty'
  if (glob.includes('\\')) return 'folders are separated by /'
  if (/\{[^{},]*,[^{}]*\}/.test(glob)) return 'braces are not understood: write one entry per pattern'
  if (glob.startsWith('!')) return 'a pattern cannot be turned around with !'
  if (/(?:^|\/)\.{1,2}(?:\/|$)/.test(glob)) return 'paths are those of the report, without . and ..'
  return undefined
}

/** True if the glob matches the path. In time of pattern times path at worst, whatever they are. */
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

/** One wildcard matcher for both levels: on a mismatch the last star takes one more, and none before it need ever be tried again. */
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
