// Finds pickles and archives that a configuration contains as base64, hex or a list of numbers.
import { memorySource } from '../../../bytes/source.ts'
import type { Scan } from '../../../types/format.ts'
import { entriesOf, type JsonObject, jsonPath } from '../../shared/json-value.ts'
import { payloadIn } from '../../shared/nested-payload.ts'

/** A payload that `ConfigPayloads.descend` scans as a member. */
interface Payload {
  readonly name: string
  readonly bytes: Uint8Array
  /** Whether a library unpickles the value of this key. */
  readonly loaded: boolean
}

const MIN_TEXT = 24
const MAX_TEXT = 8 * 2 ** 20
const MAX_PAYLOADS = 64
/**
 * Keys whose values are unpickled: Stable-Baselines3 (common/save_util.py json_to_data). jsonpickle does not unpickle
 * `py/b64`.
 */
const LOADED = new Set([':serialized:'])

/**
 * Prefilter: beginnings of pickles, archives and compressed data as base64, hex, Latin-1 or numbers, or of a text
 * pickle.
 */
export const PAYLOAD_WORDS =
  /:serialized:|(?:["',\s]|base64,)(?:gA[I-X]|Y[2-9A-Z]|H4sI|UEsD|e[AFJN]|QlpoO|\/Td6)[A-Za-z0-9+/_-]{20}|["'\s](?:800[2-5]|504b0304|1f8b08|789c)[0-9a-fA-F]{20}|["'](?:\\u0080|\u0080|\\x80)|\[\s*128\s*,\s*[2-5]\s*,|["']c[A-Za-z_][\w.]*\\n/

/** Payloads in the strings and number lists of one configuration. Each is scanned as a member. */
export class ConfigPayloads {
  private readonly found: Payload[] = []
  private readonly loadedOnly: boolean

  /** `loadedOnly`: ignore payloads that no known loader reads, because another reader of the same file reports them. */
  constructor(loadedOnly: boolean) {
    this.loadedOnly = loadedOnly
  }

  observe(value: JsonObject | readonly unknown[], where: string): void {
    const list = Array.isArray(value)
    if (list && isBytes(value)) this.add(Uint8Array.from(value as readonly number[]), where, false)
    for (const [key, each] of entriesOf(value)) {
      if (typeof each !== 'string' || each.length < MIN_TEXT || each.length > MAX_TEXT || this.found.length >= MAX_PAYLOADS) continue
      const bytes = bytesOf(each)
      if (bytes !== undefined) this.add(bytes, jsonPath(where, list ? `[${key}]` : `.${key}`), LOADED.has(key))
    }
  }

  async descend(scan: Scan): Promise<void> {
    for (const { name, bytes, loaded } of this.found) {
      scan.budget.charge('members', 1)
      await scan.descend({ name, size: bytes.length, open: () => memorySource(bytes), ...(loaded ? {} : { hints: { guess: 'constant' } }) })
    }
  }

  get count(): number {
    return this.found.length
  }

  private add(bytes: Uint8Array, name: string, loaded: boolean): void {
    if (this.found.length < MAX_PAYLOADS && (loaded || !this.loadedOnly))
      this.found.push({ name: name === '' ? 'constant' : name, bytes, loaded })
  }
}

function bytesOf(text: string): Uint8Array | undefined {
  // One character per byte: a pickle that was decoded as Latin-1, or a text pickle (protocol 0).
  const first = text.charCodeAt(0)
  if (first === 0x80 || /^c[A-Za-z_][\w.]{0,100}\n/.test(text)) {
    const bytes = Uint8Array.from(text, (char) => char.charCodeAt(0) & 0xff)
    return payloadIn(bytes, false)
  }
  const coded = text.replace(/^data:[^,]{0,200};base64,/, '').replace(/\s+/g, '')
  if (coded.length < MIN_TEXT) return undefined
  return payloadIn(new TextEncoder().encode(coded), true)
}

/** Whether the list is a pickle of protocol 2 to 5 as numbers. */
function isBytes(list: readonly unknown[]): boolean {
  return (
    list.length >= MIN_TEXT / 2 &&
    list.length <= MAX_TEXT &&
    list[0] === 128 &&
    typeof list[1] === 'number' &&
    list[1] >= 2 &&
    list[1] <= 5 &&
    list.every((each) => typeof each === 'number' && Number.isInteger(each) && each >= 0 && each < 256)
  )
}
