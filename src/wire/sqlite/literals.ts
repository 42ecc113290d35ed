// Finds the literals in SQL statements.
/** A literal in an SQL statement. */
export interface SqlLiteral {
  readonly kind: 'blob' | 'text'
  readonly bytes: Uint8Array
}

/**
 * Blobs in hex, and texts with doubled quotation marks (https://sqlite.org/lang_expr.html#literal_values_constants_).
 */
const LITERAL = /\b[xX]'([0-9a-fA-F]*)'|'((?:[^']|'')*)'/g
/** A shorter literal is a name or a number. */
const MIN_LENGTH = 8

/** Returns the literals in a statement, and all its blobs and all its texts joined, as `||` may join them. */
export function literalsOf(statement: string): readonly SqlLiteral[] {
  const blobs: Uint8Array[] = []
  const texts: Uint8Array[] = []
  for (const [, hex, text = ''] of statement.matchAll(LITERAL)) {
    if (hex === undefined) texts.push(new TextEncoder().encode(text.replaceAll("''", "'")))
    else blobs.push(new Uint8Array(Buffer.from(hex, 'hex')))
  }
  return [...withJoined('blob', blobs), ...withJoined('text', texts)].filter(({ bytes }) => bytes.length >= MIN_LENGTH)
}

function withJoined(kind: SqlLiteral['kind'], parts: readonly Uint8Array[]): readonly SqlLiteral[] {
  const all = parts.length > 1 ? [...parts, Buffer.concat(parts)] : parts
  return all.map((bytes) => ({ kind, bytes: new Uint8Array(bytes) }))
}
