// Reports a file whose name promises a model although no format read it as one.
import { isText } from '../bytes/text.ts'
import type { Observation } from '../facts/observation.ts'
import { keepsPromise } from '../formats/kinds.ts'
import { PICKLE_EXTENSIONS } from '../formats/pickle/pickle/signature.ts'
import type { Probe } from '../types/format.ts'
import { promisesModel } from './promises.ts'

/**
 * A line of a `.pth` file of Python's `site` module, which shares its extension with PyTorch: a path, an import, a
 * comment.
 */
const SITE_LINE = /^(?:import[ \t].*|#.*|[^\s<>{}"]*[./\\][^\s<>{}"]*|(?:[A-Za-z]:|\.{0,2})[/\\].*|\s*)$/

/** No format of these names but pickle has a shorter file; placeholders do. In bytes. */
const MIN_SIZE = 16

/**
 * Returns the `incomplete` observation for a file or member whose name promises a model although no format read it as
 * one.
 * `labels`: what it was read as. Unknown bytes under such a name do not count as harmless, and text under it is often
 * an error page of a server. An empty file is exempt: it can run nothing.
 */
export function brokenPromise({ name, extension, head }: Probe, labels: Iterable<string> = []): Observation | undefined {
  for (const label of labels) if (keepsPromise(label)) return undefined
  if (head.length === 0 || !promisesModel(name, extension)) return undefined
  const what = isText(head) ? kindOfText(new TextDecoder().decode(head), extension) : undefined
  const isShort = head.length < MIN_SIZE && !PICKLE_EXTENSIONS.includes(extension)
  if (what === undefined ? isShort : what === 'other') return undefined
  return {
    kind: 'incomplete',
    why: 'malformed',
    detail:
      what === undefined
        ? `the name ends in ${extension}, but the bytes match no format that is loaded under such a name`
        : `the name ends in ${extension}, but the file is ${what}: the download may have failed`,
    remedy: 'Download or save the model again, or rename the file if it is not a model.',
  }
}

/** Names the kind of a text. `other`: a kind of file that really uses the extension. */
function kindOfText(text: string, extension: string): string {
  const lines = text.split(/[\r\n]+/)
  if (extension === '.pth' && lines.every((line) => SITE_LINE.test(line))) return 'other'
  const start = text.trimStart()
  if (/^<(?:!doctype\s+html|html|head|body)\b/i.test(start)) return 'text (an HTML page)'
  if (start.startsWith('<')) return 'text (XML)'
  if (/^[{[]/.test(start)) return 'text (JSON)'
  // Translations into Portuguese have this extension too. Error pages of servers are markup, JSON or one line.
  if (extension === '.pt' && lines.filter((line) => line.trim() !== '').length > 1) return 'other'
  return 'text'
}
