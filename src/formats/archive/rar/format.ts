// Recognises RAR archives and reports that they cannot be read.
import type { Format } from '../../../types/format.ts'
import { oneOf } from '../../shared/first-bytes.ts'

/** `Rar!` 1A 07, then 00 for versions 1.5 to 4, 01 00 for version 5 (RAR 5.0 archive format, "RAR 5.0 signature"). */
const SIGNATURE = [0x52, 0x61, 0x72, 0x21, 0x1a, 0x07]

/** RAR archives. They are recognised but not read: no model library uses them, and a decoder would be large. */
export const rarFormat: Format = {
  id: 'rar',
  title: 'RAR archive',
  kind: 'model',
  extensions: ['.rar'],
  prefilter: { first: oneOf('R') },
  match: ({ head }) => (SIGNATURE.every((byte, index) => head[index] === byte) && (head[6] ?? 2) < 2 ? 'certain' : 'no'),
  scan(_artifact, scan) {
    scan.observe({
      kind: 'incomplete',
      why: 'unsupported',
      detail: `a RAR archive (version ${scan.probe.head[6] === 0 ? '1.5 to 4' : '5'}), which cannot be read`,
      remedy: 'Pack the files as a zip or tar archive.',
    })
  },
}
