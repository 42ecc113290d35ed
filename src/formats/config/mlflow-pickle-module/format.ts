// Reads the name of the module that MLflow imports to unpickle a PyTorch model.
import { ScanError } from '../../../bytes/errors.ts'
import type { Format } from '../../../types/format.ts'

const MAX_SIZE = 4096

/**
 * `data/pickle_module_info.txt` of MLflow's PyTorch flavour: MLflow imports the module that it names to unpickle the
 * model.
 */
export const pickleModuleFormat: Format = {
  id: 'mlflow-pickle-module',
  title: 'Pickle module of an MLflow model',
  kind: 'companion',
  extensions: ['.txt'],
  access: 'random',
  prefilter: { extensions: ['.txt'] },
  match: ({ name }) => (name === 'pickle_module_info.txt' ? 'certain' : 'no'),
  scan({ input }, scan) {
    if (input.kind === 'stream') throw new ScanError('unsupported', 'the name of a module cannot be read from a stream')
    scan.account.read(0, MAX_SIZE)
    const module = new TextDecoder().decode(input.read(0, MAX_SIZE)).trim().slice(0, 300)
    if (module !== '') scan.observe({ kind: 'config-reference', loader: 'mlflow', module, name: '', where: '', use: 'module', offset: 0 })
  },
}
