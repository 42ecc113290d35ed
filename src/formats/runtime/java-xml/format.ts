// Recognises Java objects as XML.
import type { Format } from '../../../types/format.ts'
import { firstVisible } from '../../shared/first-visible.ts'
import { lazily } from '../../shared/lazily.ts'

const LESS = 0x3c
const EXTENSIONS = ['.xml', '.model', '.mod', '.xstream']
/** Java objects as XML: what `java.beans.XMLDecoder` runs, and what XStream builds. */
export const javaXmlFormat: Format = {
  id: 'java-xml',
  title: 'Java objects as XML',
  kind: 'model',
  access: 'random',
  opening: { extensions: EXTENSIONS },
  match: ({ extension, head }) => (EXTENSIONS.includes(extension) && isXml(head) ? 'possible' : 'no'),
  scan: lazily(async () => (await import('./reader.ts')).scanJavaXml),
}

/** A byte order mark, blanks or the NULs of UTF-16, then a tag. */
function isXml(head: Uint8Array): boolean {
  const first = firstVisible(head)
  return first === LESS || ((first ?? 0) >= 0xef && head.subarray(0, 8).includes(LESS))
}
