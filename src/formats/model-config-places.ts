const MAX_WHERE = 200

/** Is this a JSON object or a YAML mapping? */
export function isJson(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** The place one step below another, cut from the front where it is long. */
export function within(where: string, step: string): string {
  const whole = where === '' ? step.replace(/^\./, '') : where + step
  return whole.length > MAX_WHERE ? `…${whole.slice(whole.length - MAX_WHERE)}` : whole
}
