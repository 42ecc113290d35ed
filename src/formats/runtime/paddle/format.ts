// Recognises PaddlePaddle programs, as protobuf and as JSON.
import { latin1 } from '../../../bytes/latin1.ts'
import type { Format } from '../../../types/format.ts'
import { headLikeness, prefilterOf } from '../../../wire/protobuf/shape.ts'
import { lazily } from '../../shared/lazily.ts'
import { EXTENSIONS, PIR, programShape } from './signature.ts'

/** PaddlePaddle programs: protobuf (`.pdmodel`, `__model__`), and JSON since version 3. */
export const paddleFormat: Format = {
  id: 'paddle',
  title: 'PaddlePaddle program',
  kind: 'model',
  promises: { extensions: EXTENSIONS },
  suggests: ['.pdiparams'],
  access: 'random',
  prefilter: prefilterOf(programShape, [...EXTENSIONS, '', '.json']),
  match: (probe) =>
    probe.extension === '.json'
      ? PIR.test(latin1(probe.head))
        ? 'certain'
        : 'no'
      : headLikeness(probe.head, probe.size, programShape, EXTENSIONS.includes(probe.extension) || probe.name === '__model__'),
  scan: lazily(async () => (await import('./reader.ts')).scanPaddle),
}
