// Recognises pip and conda requirements that ship with a model.
import type { Format } from '../../../types/format.ts'
import { lazily } from '../../shared/lazily.ts'

/** Files of pip and conda from which MLflow and TorchServe build the environment of a model. */
const NAME = /^(?:(?:requirements|constraints)[\w.-]*\.txt|(?:conda|environment|python_env)\.ya?ml)$/i

/**
 * Requirements of a model: beside an `MLmodel` or inside an archive. Requirements of a repository are reviewed with its
 * code; in those beside other models and in `python_env.yaml`, only shell commands are reported.
 */
export const requirementsFormat: Format = {
  id: 'requirements',
  title: 'Requirements of a model',
  kind: 'companion',
  extensions: ['.txt', '.yaml', '.yml'],
  access: 'random',
  prefilter: { extensions: ['.txt', '.yaml', '.yml'] },
  match: ({ name }) => (NAME.test(name) ? 'possible' : 'no'),
  scan: lazily(async () => (await import('./reader.ts')).scanRequirements),
}
