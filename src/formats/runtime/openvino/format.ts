// Recognises OpenVINO and PMML models in XML, and reports their operations and document types.
import { ScanError } from '../../../bytes/errors.ts'
import type { Artifact } from '../../../types/artifact.ts'
import type { Format, Probe, Scan, ScanResult } from '../../../types/format.ts'
import type { XmlEvent } from '../../../wire/xml.ts'
import { firstVisible } from '../../shared/first-visible.ts'

const MAX_DISTINCT = 10_000

/** Bytes before the root element: byte order marks, whitespace, and the NULs of UTF-16. */
const BEFORE_ROOT = new Set([0x00, 0x09, 0x0a, 0x0d, 0x20, 0xff, 0xfe, 0xef, 0xbb, 0xbf])

/** Bytes with which an XML file may begin. */
const FIRST_BYTES: ReadonlySet<number> = new Set([...BEFORE_ROOT, 0x3c])

/** The architecture of an OpenVINO model: `<net name="…" version="11">`. Its weights are in a `.bin` file beside it. */
export const openvinoFormat: Format = {
  id: 'openvino',
  title: 'OpenVINO model (IR)',
  kind: 'model',
  extensions: ['.xml'],
  access: 'random',
  prefilter: { first: (byte) => FIRST_BYTES.has(byte) },
  match: (probe) => matchRoot(probe, 'net', '.xml'),
  scan: (artifact, scan) => scanXml(artifact, scan, 'openvino', 'net'),
}

/**
 * Predictive models as XML (dmg.org/pmml): numbers and expressions of a fixed language. Only XML features can do harm.
 */
export const pmmlFormat: Format = {
  id: 'pmml',
  title: 'PMML model',
  kind: 'model',
  suggests: ['.pmml'],
  access: 'random',
  prefilter: { first: (byte) => FIRST_BYTES.has(byte), extensions: ['.pmml'] },
  match: (probe) => matchRoot(probe, 'PMML', '.pmml'),
  scan: (artifact, scan) => scanXml(artifact, scan, 'pmml', 'PMML'),
}

/** Comments or a document type of any length may precede the root element: with the extension, `scan` looks for it. */
function matchRoot(probe: Probe, root: string, extension: string): 'possible' | 'no' {
  const nameMatches = probe.extension === extension
  if (nameMatches && ((extension === '.pmml' && isEbcdic(probe.head)) || isBlank(probe.head))) return 'possible'
  // Fast path for binary files.
  const first = firstVisible(probe.head)
  if (first === undefined || !FIRST_BYTES.has(first)) return 'no'
  if (probe.head.find((byte) => !BEFORE_ROOT.has(byte)) !== 0x3c) return 'no'
  const head = new TextDecoder('latin1')
    .decode(probe.head)
    .replaceAll('\0', '')
    .replace(/^(?:ÿþ|þÿ|ï»¿)/, '')
    .trimStart()
  if (!head.startsWith('<')) return 'no'
  if (nameMatches && /^<[?!]/.test(head)) return 'possible'
  return new RegExp(`<(?:[\\w.-]+:)?${root}[\\s>]`).test(head) ? 'possible' : 'no'
}

/** Whether the file begins with `<?xm` in EBCDIC, which Java's XML parsers detect. */
function isEbcdic(head: Uint8Array): boolean {
  return [0x4c, 0x6f, 0xa7, 0x94].every((byte, index) => head[index] === byte)
}

function isBlank(head: Uint8Array): boolean {
  return head.length > 0 && head.every((byte) => BEFORE_ROOT.has(byte))
}

async function scanXml(artifact: Artifact, scan: Scan, format: string, root: string): Promise<ScanResult> {
  const source = artifact.input
  if (source.kind === 'stream') throw new ScanError('unsupported', 'XML cannot be read from a stream')
  if (format === 'pmml' && isEbcdic(scan.probe.head)) throw new ScanError('unsupported', 'XML in EBCDIC is not supported')
  const doctypes: { readonly text: string; readonly offset: number }[] = []
  const reported = new Set<string>()
  let isRoot = false
  const nameMatches = format === 'pmml' && scan.probe.extension === '.pmml'
  const { xmlEvents } = await import('../../../wire/xml.ts')
  const events = xmlEvents(source, () => scan.budget.checkTime())
  for (let step = nextEvent(events, nameMatches); !step.done; step = nextEvent(events, nameMatches || isRoot)) {
    const event = step.value
    if (event.kind === 'doctype') {
      // Declarations are collected until the root element shows what the file is.
      if (doctypes.length < 4) doctypes.push(event)
      continue
    }
    if (!isRoot) {
      if (event.name !== root && !event.name.endsWith(`:${root}`)) return 'not-this-format'
      isRoot = true
      for (const { text, offset } of doctypes) {
        const detail = `<${text.replace(/\s+/g, ' ').slice(0, 200)}>`
        scan.observe({ kind: 'structure', format, problem: 'doctype', detail, offset })
      }
      // The elements of PMML cannot do harm.
      if (format === 'pmml') return new (await import('../../shared/search-bytes.ts')).Search(source, scan).rest()
    } else if (event.name === 'layer') observeLayer(event.attributes, event.offset, reported, scan)
  }
  if (!isRoot) return 'not-this-format'
  return (await import('../../shared/search-bytes.ts')).accountForText(source, scan)
}

/**
 * Returns the next event. Malformed XML is an error only if the file is known to be of the format; otherwise the events
 * end.
 */
function nextEvent(events: Iterator<XmlEvent, void, undefined>, known: boolean): IteratorResult<XmlEvent, void> {
  try {
    return events.next()
  } catch (error) {
    if (!known && error instanceof ScanError && error.why !== 'timeout') return { done: true, value: undefined }
    throw error
  }
}

/** A layer: its type, and its operation set in `version`. Extension libraries may add both. */
function observeLayer(attributes: ReadonlyMap<string, string>, offset: number, reported: Set<string>, scan: Scan): void {
  const op = attributes.get('type') ?? ''
  const domain = attributes.get('version') ?? ''
  const key = `${domain}\0${op}`
  if (reported.has(key) || reported.size >= MAX_DISTINCT) return
  reported.add(key)
  scan.observe({ kind: 'graph-op', framework: 'openvino', op, domain, node: attributes.get('name') ?? '', offset })
}
