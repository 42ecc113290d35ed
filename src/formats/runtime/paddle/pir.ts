// Reports the operations of a Paddle 3 program in JSON.
import { ScanError } from '../../../bytes/errors.ts'
import type { ByteSource } from '../../../bytes/source.ts'
import type { Scan, ScanResult } from '../../../types/format.ts'
import { isJsonObject } from '../../shared/json-value.ts'
import { parseLooseJson } from '../../shared/python-json.ts'
import { accountForText } from '../../shared/search-bytes.ts'
import { wholeText } from '../../shared/whole-text.ts'

const MAX_JSON = 64 * 2 ** 20
const MAX_DISTINCT = 10_000
/** Number of values between two checks of the time limit. */
const TICK = 65_536
/** An operation: the number of its dialect and its name (paddle/fluid/pir/serialize_deserialize/include/schema.h). */
const OPERATION = /^\d+\.([A-Za-z_]\w{0,200})$/

/** Reads the operations of a program in JSON, as Paddle 3 writes it. */
export async function scanPir(source: ByteSource, scan: Scan): Promise<ScanResult> {
  if (source.size > MAX_JSON) throw new ScanError('limit', `a program of ${source.size} bytes exceeds the limit of ${MAX_JSON}`, 0)
  const root = parseLooseJson(wholeText(source)).value
  if (!isJsonObject(root) || !isJsonObject(root['base_code']) || root['base_code']['magic'] !== 'pir') return 'not-this-format'
  const reported = new Set<string>()
  const values: unknown[] = [root['program']]
  for (let seen = 1; values.length > 0; seen++) {
    if (seen % TICK === 0) scan.budget.checkTime()
    const value = values.pop()
    if (typeof value !== 'object' || value === null) continue
    // No spread: a list may be longer than the maximum number of arguments.
    for (const each of Object.values(value)) if (typeof each === 'object' && each !== null) values.push(each)
    if (!isJsonObject(value) || !('I' in value || 'O' in value)) continue
    const op = typeof value['#'] === 'string' ? OPERATION.exec(value['#'])?.[1]?.replace(/_$/, '') : undefined
    if (op === undefined || reported.has(op) || reported.size >= MAX_DISTINCT) continue
    reported.add(op)
    scan.observe({ kind: 'graph-op', framework: 'paddle', op, domain: '', node: '', offset: 0 })
  }
  return accountForText(source, scan)
}
