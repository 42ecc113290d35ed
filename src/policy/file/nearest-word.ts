// Suggests the known word that a misspelt one probably meant.
/** Longer words are not compared: the cost is the product of the lengths. */
const MAX_LENGTH = 80

/** Returns the known word with the fewest edits, else one that starts with the word; undefined if none is close. */
export function nearest(word: string, known: readonly string[]): string | undefined {
  const wanted = normal(word)
  if (wanted === '' || wanted.length > MAX_LENGTH) return undefined
  let best: string | undefined
  let least = Math.max(1, Math.floor(wanted.length / 3)) + 1
  for (const each of known) {
    const distance = edits(wanted, normal(each))
    if (distance < least) {
      best = each
      least = distance
    }
  }
  return (
    best ?? (wanted.length < 4 ? undefined : known.find((each) => normal(each).startsWith(wanted) || normal(each).endsWith(`/${wanted}`)))
  )
}

function normal(word: string): string {
  return word.trim().toLowerCase().replace(/[_\s]/g, '-')
}

/** Returns the Damerau–Levenshtein distance: two swapped letters count as one edit. */
function edits(a: string, b: string): number {
  let beforeLast: number[] = []
  let last = Array.from({ length: b.length + 1 }, (_, column) => column)
  for (let row = 1; row <= a.length; row++) {
    const line = [row]
    for (let column = 1; column <= b.length; column++) {
      const same = a[row - 1] === b[column - 1]
      let cost = Math.min((last[column] ?? 0) + 1, (line[column - 1] ?? 0) + 1, (last[column - 1] ?? 0) + (same ? 0 : 1))
      if (row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1])
        cost = Math.min(cost, (beforeLast[column - 2] ?? 0) + 1)
      line.push(cost)
    }
    beforeLast = last
    last = line
  }
  return last[b.length] ?? 0
}
