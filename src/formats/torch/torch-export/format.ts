// Recognises the JSON program of a `torch.export` archive.
import { latin1 } from '../../../bytes/latin1.ts'
import type { Format, Probe } from '../../../types/format.ts'
import { firstJsonCharacter, mayBeginJson } from '../../shared/first-json-character.ts'
import { lazily } from '../../shared/lazily.ts'

/**
 * Matches the first key of an object, after the whitespace of JSON, byte order marks and the NULs of UTF-16 and UTF-32.
 */
const OBJECT = /^[ \t\n\r\0\xbb\xbf\xef\xfe\xff]*\{[\s\0]*(?:"|$)/

/**
 * The JSON program of a `torch.export` archive (torch/_export/serde/schema.py). When PyTorch loads it, SymPy evaluates
 * sizes, conditions become lines of a function, and the structure of inputs names modules to import. It is recognised
 * by its content under any name: PyTorch loads every file below `models/` as a program.
 */
export const torchExportFormat: Format = {
  id: 'torch-export-program',
  title: 'torch.export program',
  kind: 'code',
  access: 'random',
  prefilter: { first: mayBeginJson, extensions: ['.json'] },
  match({ extension, head }: Probe) {
    const first = firstJsonCharacter(head)
    // There may be more whitespace before the brace than the head contains.
    if (first === '') return extension === '.json' ? 'possible' : 'no'
    return first === '{' && OBJECT.test(latin1(head)) ? 'possible' : 'no'
  },
  scan: lazily(async () => (await import('./reader.ts')).scanTorchExport),
}
