// Reads the list of external modules that the code in a `torch.package` archive imports.
import { ScanError } from '../../../bytes/errors.ts'
import type { Artifact } from '../../../types/artifact.ts'
import type { Format, Probe, Scan, ScanResult } from '../../../types/format.ts'

const MAX_LIST = 1024 * 1024
/** External modules with which code can start programs or reach files and the network. Others are in every list. */
const REACHING_OUT = new Set(
  'os posix nt subprocess pty ctypes socket ssl requests urllib http ftplib smtplib asyncio multiprocessing runpy code marshal pickle'.split(
    ' ',
  ),
)

/** Modules that the code of a `torch.package` archive imports from the loading process and not from the archive. */
export const torchPackageFormat: Format = {
  id: 'torch-package-externs',
  title: 'torch.package external modules',
  kind: 'companion',
  access: 'random',
  prefilter: { extensions: [''] },
  match: (probe: Probe) => (probe.member && probe.name === 'extern_modules' ? 'possible' : 'no'),
  scan({ input, path }: Artifact, scan: Scan): ScanResult {
    if (!/(?:^|\/)\.data\/extern_modules$/.test(path[path.length - 1] ?? '')) return 'not-this-format'
    if (input.kind === 'stream') throw new ScanError('unsupported', 'a list of modules cannot be read from a stream')
    scan.account.read(0, MAX_LIST)
    const lines = new TextDecoder().decode(input.read(0, Math.min(input.size, MAX_LIST))).split('\n')
    const reaches = lines.map((line) => line.trim()).filter((module) => REACHING_OUT.has(module.split('.')[0] ?? ''))
    if (reaches.length === 0) return
    const carrier = 'external modules of the package'
    scan.observe({
      kind: 'shipped-code',
      language: 'python-source',
      carrier,
      runs: 'load',
      reaches: reaches.map((module) => `${module}.*`),
      offset: 0,
    })
  },
}
