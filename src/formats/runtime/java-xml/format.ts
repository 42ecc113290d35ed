// Recognises Java objects as XML.
import type { Format } from '../../../types/format.ts'
import { firstVisible } from '../../shared/first-visible.ts'
import { lazily } from '../../shared/lazily.ts'

const LESS_THAN = 0x3c
const EXTENSIONS = ['.xml', '.model', '.mod', '.xstream']

/** Java objects as XML: `java.beans.XMLDecoder` calls the methods that it names, and XStream builds the classes. */
export const javaXmlFormat: Format = {
  id: 'java-xml',
  title: 'Java objects as XML',
  kind: 'model',
  access: 'random',
  prefilter: { extensions: EXTENSIONS },
  match: ({ extension, head }) => (EXTENSIONS.includes(extension) && isXml(head) ? 'possible' : 'no'),
  scan: lazily(async () => (await import('./reader.ts')).scanJavaXml),
}

/** Whether the head begins with a tag, after a byte order mark, whitespace or the NULs of UTF-16. */
function isXml(head: Uint8Array): boolean {
  const first = firstVisible(head)
  return first === LESS_THAN || ((first ?? 0) >= 0xef && head.subarray(0, 8).includes(LESS_THAN))
}
