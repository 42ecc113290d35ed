// Reports the classes and methods that `XMLDecoder` or XStream would use when they read the XML.
import { ScanError } from '../../../bytes/errors.ts'
import { latin1 } from '../../../bytes/latin1.ts'
import type { ByteSource } from '../../../bytes/source.ts'
import type { Format } from '../../../types/format.ts'
import { xmlEvents } from '../../../wire/xml.ts'
import { accountForText } from '../../shared/search-bytes.ts'

/**
 * Prefilter: every file with a finding contains the class of the decoder, or a class that runs programs or calls
 * methods.
 */
const WORDS =
  /java\.beans\.(?:XMLDecoder|EventHandler)|java\.lang\.(?:ProcessBuilder|Runtime)\b|javax\.script\.ScriptEngine|JdbcRowSetImpl|TemplatesImpl|<dynamic-proxy/

/** Maximum size; longer XML is data. Models of Java libraries as XML have a few MiB. */
const MAX_SIZE = 64 << 20
const PIECE = 1 << 20
/** Longer than any of the words in UTF-32. */
const OVERLAP = 256
const MAX_SHOWN = 20

/** Classes that run programs, call methods by name or download code. No data need them. */
const GADGETS = new Set([
  'java.beans.EventHandler',
  'java.lang.ProcessBuilder',
  'java.lang.Runtime',
  'javax.script.ScriptEngineManager',
  'com.sun.rowset.JdbcRowSetImpl',
  'com.sun.org.apache.xalan.internal.xsltc.trax.TemplatesImpl',
  'org.apache.xalan.xsltc.trax.TemplatesImpl',
])

/**
 * Scans a file that `format.ts` recognised. `XMLDecoder` calls every method that the XML names (java.beans); XStream
 * builds every class (CVE-2013-7285 and others).
 */
export const scanJavaXml: Format['scan'] = async ({ input }, scan) => {
  if (input.kind === 'stream') throw new ScanError('unsupported', 'XML cannot be read from a stream')
  if (input.size > MAX_SIZE || !hasWord(input)) return 'not-this-format'
  const reaches = new Set<string>()
  let decoder = false
  let offset: number | undefined
  for (const event of xmlEvents(input, () => scan.budget.checkTime())) {
    if (event.kind !== 'tag') continue
    const { name, attributes } = event
    if (name === 'java' && attributes.get('class') === 'java.beans.XMLDecoder') decoder = true
    else if (!decoder && !attributes.has('class') && !GADGETS.has(name)) continue
    for (const each of [name, attributes.get('class') ?? '', ...(decoder ? [attributes.get('method') ?? ''] : [])])
      if (
        (GADGETS.has(each) || (decoder && /^(?:start|exec|eval|load|loadClass|invoke|newInstance)$/.test(each))) &&
        reaches.size < MAX_SHOWN
      ) {
        offset ??= event.offset
        reaches.add(each)
      }
  }
  if (!decoder && reaches.size === 0) return 'not-this-format'
  await accountForText(input, scan)
  const carrier = decoder ? 'XML for java.beans.XMLDecoder' : 'Java objects as XML'
  scan.observe({ kind: 'shipped-code', language: 'java', carrier, runs: 'load', reaches: [...reaches], offset: offset ?? 0 })
  return undefined
}

/** Looks for one of the words a piece at a time: of most XML nothing else is read. Without the NULs of UTF-16 and UTF-32, ASCII is the same in all. */
function hasWord(source: ByteSource): boolean {
  for (let at = 0; at < source.size; at += PIECE) if (WORDS.test(latin1(source.read(at, PIECE + OVERLAP)).replaceAll('\0', ''))) return true
  return false
}
