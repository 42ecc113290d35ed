// Recognises TensorRT engines, and reports them as native code.
import { latin1 } from '../../../bytes/latin1.ts'
import { slice } from '../../../bytes/source.ts'
import type { Format } from '../../../types/format.ts'

const MAX_TEXT = 1 << 20
const EXTENSIONS = ['.engine', '.plan', '.trt']

/**
 * TensorRT engines: opaque code for one kind of GPU, with the magic `ptrt`. Ultralytics writes the length of a JSON
 * document and the document before it, and evaluates parts of it (ultralytics/nn/autobackend.py).
 */
export const tensorrtFormat: Format = {
  id: 'tensorrt',
  title: 'TensorRT engine',
  kind: 'model',
  suggests: EXTENSIONS,
  prefilter: { first: (byte) => byte === 0x70, extensions: EXTENSIONS },
  match: ({ head, extension }) =>
    head.length >= 32 && latin1(head.subarray(0, 4)) === 'ptrt'
      ? 'certain'
      : EXTENSIONS.includes(extension) && textIn(head) > 0
        ? 'possible'
        : 'no',
  async scan({ input }, scan) {
    if (input.kind === 'source') {
      const size = textIn(input.read(0, 8))
      const next = latin1(input.read(4 + size, 4))
      if (size > 0 && next !== 'ptrt' && !(size < MAX_TEXT && next.length === 4)) return 'not-this-format'
      if (size > 0) {
        scan.budget.charge('members', 1)
        await scan.descend({ name: 'metadata.json', size, storedAt: 4, open: () => slice(input, 4, size) })
      }
    }
    scan.account.passOver('reported')
    scan.observe({ kind: 'shipped-code', language: 'native', carrier: 'a TensorRT engine', runs: 'use', reaches: [], offset: 0 })
    return undefined
  },
}

/** Returns the length of the JSON document, from the first four bytes; 0 if there is none. */
function textIn(head: Uint8Array): number {
  if (head.length < 8 || (head[4] !== 0x7b && head[4] !== 0x20)) return 0
  const size = new DataView(head.buffer, head.byteOffset, 4).getUint32(0, true)
  return size > 1 && size <= MAX_TEXT ? size : 0
}
