import { latin1 } from '../../../bytes/latin1.ts'
import type { Format, Probe } from '../../../types/format.ts'
import { jsonOpening, mayBeginJson } from '../../shared/json-first-byte.ts'
import { lazily } from '../../shared/lazily.ts'

/** The first key of an object. Before the brace only the whitespace of JSON, byte order marks, and the NULs of UTF-16 and UTF-32. */
const OBJECT = /^[ \t\n\r\0\xbb\xbf\xef\xfe\xff]*\{[\s\0]*(?:"|$)/

/**
 * The program of a `torch.export` archive: JSON (torch/_export/serde/schema.py). Sizes in it are texts that SymPy evaluates while the file is loaded, conditions
 * become lines of a function, and the structure of inputs names modules to import. PyTorch takes every name below `models/` for one, and what is copied out
 * of an archive may be packed again: the content tells, under any name.
 */
export const torchExportFormat: Format = {
  id: 'torch-export-program',
  title: 'torch.export program',
  kind: 'code',
  access: 'random',
  opening: { first: mayBeginJson, extensions: ['.json'] },
  match({ extension, head }: Probe) {
    const opening = jsonOpening(head)
    // More blanks than the head holds may stand before the brace.
    if (opening === '') return extension === '.json' ? 'possible' : 'no'
    return opening === '{' && OBJECT.test(latin1(head)) ? 'possible' : 'no'
  },
  scan: lazily(async () => (await import('./reader.ts')).scanTorchExport),
}
