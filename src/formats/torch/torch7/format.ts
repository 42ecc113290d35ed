// Recognises files of Torch7, the Lua version of Torch.
import { latin1 } from '../../../bytes/latin1.ts'
import type { Format } from '../../../types/format.ts'
import { oneOf, WHITESPACE } from '../../shared/first-bytes.ts'
import { lazily } from '../../shared/lazily.ts'
import { NIL, NUMBER, OBJECT, STRING, TABLE, TEXT, TEXT_OBJECT } from './signature.ts'

const EXTENSIONS = ['.t7', '.th', '.net']

/** Torch7 (Lua) files: values with type tags. Functions in them are bytecode, which Lua runs without verifying it. */
export const torch7Format: Format = {
  id: 'torch7',
  title: 'Torch7 (Lua) file',
  kind: 'model',
  promises: { extensions: ['.t7'] },
  extensions: ['.th', '.net'],
  access: 'random',
  prefilter: { first: oneOf(`\x03\x044${WHITESPACE}`), extensions: EXTENSIONS },
  match({ head, extension }) {
    if (head.length < 16) return 'no'
    const view = new DataView(head.buffer, head.byteOffset, 16)
    const tag = view.getInt32(0, true)
    const named = EXTENSIONS.includes(extension)
    // The first object has the number 1 and a class name with the version `V 1`.
    if (tag === OBJECT && view.getInt32(4, true) === 1 && view.getInt32(8, true) === 3 && head[12] === 0x56) return 'certain'
    const text = latin1(head.subarray(0, 64))
    if (TEXT_OBJECT.test(text)) return 'certain'
    return (named && ((tag >= NIL && tag <= 8) || TEXT.test(text))) || isTable(tag, view) ? 'possible' : 'no'
  },
  scan: lazily(async () => (await import('./reader.ts')).scanTorch7),
}

/** True for a table with the number 1 and a possible size and first key. */
function isTable(tag: number, view: DataView): boolean {
  return (
    tag === TABLE &&
    view.getInt32(4, true) === 1 &&
    view.getInt32(8, true) > 0 &&
    view.getInt32(8, true) < 1_000_000 &&
    [NUMBER, STRING].includes(view.getInt32(12, true))
  )
}
