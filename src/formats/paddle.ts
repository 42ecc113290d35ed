import type { Format } from '../types/format.ts'
import { headLikeness, openingOf } from '../wire/protobuf-shape.ts'
import { lazily } from './lazily.ts'
import { EXTENSIONS, programShape } from './paddle-marks.ts'

export const paddleFormat: Format = {
  id: 'paddle',
  title: 'PaddlePaddle program',
  extensions: EXTENSIONS,
  access: 'random',
  opening: openingOf(programShape, [...EXTENSIONS, '']),
  match: (probe) => headLikeness(probe.head, probe.size, programShape, EXTENSIONS.includes(probe.extension) || probe.name === '__model__'),
  scan: lazily(async () => (await import('./paddle-scan.ts')).scanPaddle),
}
