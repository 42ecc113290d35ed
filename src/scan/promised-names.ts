// Reports a file whose name promises a model although no format read it as one.
import { isText } from '../bytes/text.ts'
import { keepsPromise } from '../formats/kinds.ts'
import { PICKLE_EXTENSIONS } from '../formats/pickle/pickle/signature.ts'
import type { Probe } from '../types/format.ts'
import type { Observation } from '../types/observation.ts'
import { promisesModel } from './promises.ts'

/** A line of a path file that Python's `site` reads, which shares its extension with PyTorch: a path, a module to import, a comment. */
const SITE_LINE = /^(?:import[ \t].*|#.*|[^\s<>{}"]*[./\\][^\s<>{}"]*|(?:[A-Za-z]:|\.{0,2})[/\\].*|\s*)$/

/** Shorter than a signature and a length in any of these formats but pickle. Placeholders are this short. */
const MIN_SIZE = 16

/**
 * What to say of a file, or member, that no format read as a model (`labels`: what it was read as): a name that promises one is not believed to be harmless
 * because its bytes are a riddle to us, and text under such a name is the answer of a server as often as not. An empty file promises nothing: it can run
 * nothing.
 */
export function unreadClaim({ name, extension, head }: Probe, labels: Iterable<string> = []): Observation | undefined {
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
        ? `called ${extension}, but its bytes are no format that is loaded under this name`
        : `called ${extension}, but the file is ${what}: a failed download?`,
    remedy: 'Fetch or save the model again, or rename the file if it is none.',
  }
}

/** `other`: of a kind that shares the extension. */
function kindOfText(text: string, extension: string): string {
  const lines = text.split(/[\r\n]+/)
  if (extension === '.pth' && lines.every((line) => SITE_LINE.test(line))) return 'other'
  const start = text.trimStart()
  if (/^<(?:!doctype\s+html|html|head|body)\b/i.test(start)) return 'text (an HTML page)'
  if (start.startsWith('<')) return 'text (XML)'
  if (/^[{[]/.test(start)) return 'text (JSON)'
  // Translations into Portuguese; what servers answer in place of a file is markup, JSON or one line.
  if (extension === '.pt' && lines.filter((line) => line.trim() !== '').length > 1) return 'other'
  return 'text'
}
