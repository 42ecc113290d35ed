import type { Format, Probe } from '../types/format.ts'
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
  match: ({ member, extension, head }: Probe) => (member && extension === '.json' && beginsObject(head) ? 'possible' : 'no'),
  scan: lazily(async () => (await import('./torch-export-scan.ts')).scanTorchExport),
}

/** Could these be the first bytes of an object in JSON: an opening brace, behind blanks and the mark of an encoding? */
function beginsObject(head: Uint8Array): boolean {
  const first = head.find((byte) => byte > 0x20 && byte < 0xbb)
  return first === undefined || first === 0x7b
}
