// Recognises 7z archives.
import type { Format } from '../../../types/format.ts'
import { startsLikeSevenZip } from '../../../wire/signatures.ts'
import { oneOf } from '../../shared/first-bytes.ts'
import { lazily } from '../../shared/lazily.ts'

/** 7z archives. All names are checked; contents are read where the compression method is one of the usual ones. */
export const sevenZipFormat: Format = {
  id: '7z',
  title: '7z archive',
  kind: 'model',
  extensions: ['.7z'],
  access: 'random',
  prefilter: { first: oneOf('7') },
  match: (probe) => (startsLikeSevenZip(probe.head) ? 'certain' : 'no'),
  scan: lazily(async () => (await import('./reader.ts')).scanSevenZip),
}
