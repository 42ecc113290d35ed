/** A value of a row: a text, a blob, a small number. */
export type SqlValue = string | Uint8Array | number

const PAGE = 4096

/** An SQLite database of two pages: its schema, of statements, and the rows of one table `t`. */
export function sqlite(statements: readonly string[], rows: readonly (readonly SqlValue[])[], encoding: 1 | 2 | 3 = 1): Uint8Array {
  const header = Buffer.alloc(100)
  header.write('SQLite format 3\0', 'latin1')
  header.writeUInt16BE(PAGE, 16)
  header.writeUInt32BE(2, 28)
  header.writeUInt32BE(encoding, 56)
  const schema = statements.map((sql) => ['table', 't', 't', /^create table/i.test(sql) ? 2 : 0, sql])
  return Buffer.concat([leaf(schema, encoding, header), leaf(rows, encoding)])
}

/** The write-ahead log of such a database in which `rows` take the place of those of the table. */
export function sqliteLog(rows: readonly (readonly SqlValue[])[]): Uint8Array {
  const header = Buffer.alloc(32)
  header.writeUInt32BE(0x377f0682, 0)
  header.writeUInt32BE(PAGE, 8)
  const frame = Buffer.alloc(24)
  frame.writeUInt32BE(2, 0)
  frame.writeUInt32BE(2, 4)
  return Buffer.concat([header, frame, leaf(rows, 1)])
}

function leaf(rows: readonly (readonly SqlValue[])[], encoding: number, header: Uint8Array = new Uint8Array(0)): Uint8Array {
  const page = Buffer.alloc(PAGE)
  page.set(header)
  page[header.length] = 13
  page.writeUInt16BE(rows.length, header.length + 3)
  let end = PAGE
  for (const [index, row] of rows.entries()) {
    const record = recordOf(row, encoding)
    const cell = Buffer.concat([varint(record.length), varint(index + 1), record])
    end -= cell.length
    page.set(cell, end)
    page.writeUInt16BE(end, header.length + 8 + 2 * index)
  }
  return page
}

function recordOf(row: readonly SqlValue[], encoding: number): Uint8Array {
  const bodies = row.map((value) => {
    if (typeof value === 'number') return Buffer.of(value)
    if (typeof value !== 'string') return Buffer.from(value)
    const bytes = Buffer.from(value, encoding === 1 ? 'utf8' : 'utf16le')
    return encoding === 3 ? bytes.swap16() : bytes
  })
  const types = row.map((value, index) => {
    const length = bodies[index]?.length ?? 0
    return varint(typeof value === 'number' ? 1 : typeof value === 'string' ? 13 + 2 * length : 12 + 2 * length)
  })
  const size = types.reduce((sum, type) => sum + type.length, 1)
  return Buffer.concat([varint(size), ...types, ...bodies])
}

function varint(value: number): Uint8Array {
  return value < 128 ? Buffer.of(value) : Buffer.of(0x80 | (value >> 7), value & 0x7f)
}
