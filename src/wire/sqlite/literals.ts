/** A value that a statement of SQL writes out. */
export interface SqlLiteral {
  readonly kind: 'blob' | 'text'
  readonly bytes: Uint8Array
}

/** Blobs in hex, and texts, in which a quotation mark stands twice (https://sqlite.org/lang_expr.html#literal_values_constants_). */
const LITERAL = /\b[xX]'([0-9a-fA-F]*)'|'((?:[^']|'')*)'/g
/** A shorter one is a name or a number. */
const MIN_LENGTH = 8

/** The values in a statement, and what its blobs, and its texts, are together: `||` joins them. */
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
