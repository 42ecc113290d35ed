// Reads INI files as Python's configparser does.
/** Maximum number of lines of one file. */
const MAX_LINES = 100_000
const MAX_STEPS = 5
const MAX_VALUE = 64 * 1024

/**
 * Values by section and key, as Python's `configparser` reads them. A value that continues in indented lines has line
 * ends.
 */
export type Ini = Record<string, Record<string, string>>

/**
 * Reads `[section]`, `key = value` and `key: value`; ignores other lines. `%(key)s` is another value of the section or
 * of `DEFAULT`.
 */
export function readIni(text: string): Ini {
  const root: Ini = Object.create(null)
  let section = ''
  let key: string | undefined
  for (const line of text.split(/\r?\n/, MAX_LINES)) {
    if (/^\s*(?:[#;].*)?$/.test(line)) continue
    const named = /^\[([^\]]{1,300})\]/.exec(line)?.[1]
    const values = named === undefined ? (root[section] ?? {}) : undefined
    if (named !== undefined) {
      section = named
      root[section] ??= Object.create(null) as Record<string, string>
      key = undefined
    } else if (/^\s/.test(line) && key !== undefined && values !== undefined) {
      const value = `${values[key] ?? ''}\n${line.trim()}`
      if (value.length <= MAX_VALUE) values[key] = value
    } else {
      const [, name, value] = /^\s*([^=:\s][^=:]{0,300}?)\s*[=:]\s*(.*)$/.exec(line) ?? []
      key = name
      if (name === undefined || value === undefined) continue
      root[section] ??= Object.create(null) as Record<string, string>
      const own = root[section]
      if (own !== undefined) own[name] = value.trim()
    }
  }
  for (const values of Object.values(root))
    for (const name of Object.keys(values)) values[name] = interpolated(values[name] ?? '', values, root)
  return root
}

function interpolated(text: string, values: Readonly<Record<string, string>>, root: Ini): string {
  let result = text
  for (let step = 0; step < MAX_STEPS && result.includes('%('); step++) {
    const next = result.replace(/%\(([^)]{1,100})\)s/g, (whole, name: string) => values[name] ?? root['DEFAULT']?.[name] ?? whole)
    if (next.length > MAX_VALUE) break
    result = next
  }
  return result
}
