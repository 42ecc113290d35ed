// Rebuilds the bytes as CPython’s C unpickler sees them where an opcode crosses the end of a frame.
import type { ByteSource } from '../../bytes/source.ts'
import { concat, memorySource, slice } from '../../bytes/source.ts'
import { countSize, fixedSize } from './arguments.ts'
import type { Straddle } from './framing.ts'
import type { ArgumentKind } from './opcodes.ts'
import { argumentKind } from './opcodes.ts'

/**
 * Returns the bytes as CPython’s C unpickler sees them, so that the machine can run again on them; undefined where
 * these are the same. Where a read does not fit into the rest of a frame, that unpickler drops the rest and reads on
 * after the frame (cpython gh-154848; for readers without peek, such as the BytesIO that torch.load uses).
 */
export function withoutFrameRest(source: ByteSource, { frameStart, frameEnd, opcode }: Straddle): ByteSource | undefined {
  const at = straddlingRead(source, opcode, frameEnd)
  if (at === undefined) return undefined
  const length = new Uint8Array(8)
  new DataView(length.buffer).setBigUint64(0, BigInt(opcode - frameStart), true)
  return concat([
    slice(source, 0, frameStart - 8),
    memorySource(length),
    slice(source, frameStart, at - frameStart),
    slice(source, frameEnd),
  ])
}

/** Their data are read with ReadInto, which uses up the frame first: nothing is dropped. */
const READ_INTO: ReadonlySet<ArgumentKind> = new Set<ArgumentKind>(['bytes1', 'bytes4', 'bytes8', 'bytearray8'])

/** Returns where the read begins that does not fit before `frameEnd`. */
function straddlingRead(source: ByteSource, opcode: number, frameEnd: number): number | undefined {
  const code = source.read(opcode, 1)[0] ?? 0
  const kind = argumentKind(code)
  const from = opcode + 1
  if (kind === undefined || kind === 'none') return undefined
  const fixed = fixedSize(kind)
  if (fixed !== undefined) return from + fixed > frameEnd ? from : undefined
  const counted = countSize(kind)
  if (counted !== undefined) {
    if (from + counted > frameEnd) return from
    return READ_INTO.has(kind) ? undefined : from + counted
  }
  const rest = source.read(from, Math.max(0, Math.min(frameEnd - from, 65536)))
  const newline = rest.indexOf(0x0a)
  return newline < 0 ? from : from + newline + 1
}
