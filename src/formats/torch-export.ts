import type { Format, Probe } from '../types/format.ts'
import { jsonOpening } from './json-opening.ts'
import { lazily } from './lazily.ts'

/**
 * The program of a `torch.export` archive: JSON (torch/_export/serde/schema.py). Sizes in it are texts that SymPy evaluates while the file is loaded, conditions
 * become lines of a function, and the structure of inputs names modules to import.
 */
export const torchExportFormat: Format = {
  id: 'torch-export-program',
  title: 'torch.export program',
  extensions: [],
  access: 'random',
  opening: { extensions: ['.json'] },
  // More blanks than the head holds may stand before the brace.
  match: ({ member, extension, head }: Probe) => (member && extension === '.json' && /^\{?$/.test(jsonOpening(head)) ? 'possible' : 'no'),
  scan: lazily(async () => (await import('./torch-export-scan.ts')).scanTorchExport),
}
