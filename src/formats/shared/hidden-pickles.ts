import { ScanError } from '../../bytes/errors.ts'
import { type ByteSource, slice } from '../../bytes/source.ts'
import { Window } from '../../bytes/window.ts'
import type { Observation } from '../../facts/observation.ts'
import type { PickleListener } from '../../pickle/vm/listener.ts'
import { Machine } from '../../pickle/vm/machine.ts'
import { findPickleStarts, LOOKAHEAD, LOOKBEHIND } from '../../pickle/vm/pickle-starts.ts'
import type { Scan } from '../../types/format.ts'
import { runMachine } from '../pickle/pickle/run.ts'
import { canStart, isImportable } from '../pickle/pickle/signature.ts'

const WINDOW = 256 * 1024
/** Bytes of the first look at what may be no pickle at all. */
const FIRST_LOOK = 512
/** What a fruitless attempt costs, and each of its opcodes, in bytes of the search. */
const ATTEMPT = 64
const OPCODE = 4
/** What fruitless attempts may cost: so many times the bytes searched, and a start. Random bytes cost a hundredth of their size. */
const PER_BYTE = 2
const AT_LEAST = 2 ** 20

/** How a search is told of. */
export interface Hiding {
  /** Where the bytes lie in the artifact, if they lie there as they are. */
  readonly offset?: number
  /** What the names of members begin with. */
  readonly name?: string
  /** What the bytes are: a value that is read as a whole, so that a pickle at its start is no guess, or any bytes. */
  readonly value?: true
  /** Where pickles begin that are scanned already. */
  readonly known?: ReadonlySet<number>
  /** Whoever reads the bytes is known to unpickle: nothing that is found is a guess. */
  readonly unpickled?: true
}

/**
 * Looks at every place of bytes that no reader knows for a pickle that imports and calls something, and scans those as members of the artifact. What is
 * found is a guess: some program may load it, or none. Costs grow with the bytes alone. Gives how many there were.
 */
export async function searchPickles(source: ByteSource, scan: Scan, hiding: Hiding = {}): Promise<number> {
  const buffer = new Uint8Array(Math.min(WINDOW, source.size))
  let patience = source.size * PER_BYTE + AT_LEAST
  let found = 0
  let free = 0
  let base = 0
  let length = 0
  // Most attempts end within what the search has read.
  const near: ByteSource = {
    kind: 'source',
    size: source.size,
    read: (offset, count) => source.read(offset, count),
    readInto(target, offset) {
      if (offset < base || offset + target.length > base + length) return source.readInto(target, offset)
      target.set(buffer.subarray(offset - base, offset - base + target.length))
      return target.length
    },
  }
  const attemptAt = async (start: number): Promise<boolean> => {
    const attempt = await tryPickle(near, start, scan)
    if (attempt.size === undefined) {
      patience -= ATTEMPT + attempt.opcodes * OPCODE
      if (patience < 0) throw new ScanError('limit', 'too many places look like the beginning of a pickle', start)
      return false
    }
    found++
    if (hiding.known?.has(start)) {
      free = start + attempt.size
      return true
    }
    // A value is read as a whole: what its reader makes of the bytes behind the pickle is for the pickle's own format to say.
    free = hiding.value && start === 0 ? source.size : start + attempt.size
    await descend(slice(source, start, free - start), start, scan, hiding)
    return true
  }
  if (hiding.value && canStart(source.read(0, 1)[0])) await attemptAt(0)
  while (base < source.size) {
    scan.budget.checkTime()
    length = source.readInto(buffer, base)
    const last = base + length >= source.size || length < buffer.length
    // A place near the end of the window is left to the next one, which begins a little earlier.
    const end = last ? length : length - LOOKAHEAD
    let at = base === 0 ? 0 : LOOKBEHIND
    for (
      let next = findPickleStarts(buffer.subarray(0, length), at, end);
      next;
      next = findPickleStarts(buffer.subarray(0, length), at, end)
    ) {
      at = next.next
      for (const start of next.starts) {
        if (base + start >= free && (await attemptAt(base + start))) break
      }
      if (free > base + at) at = Math.min(end, free - base)
    }
    if (last) break
    base += end - LOOKBEHIND
  }
  return found
}

async function descend(pickle: ByteSource, at: number, scan: Scan, { offset, name, value, unpickled }: Hiding): Promise<void> {
  scan.budget.charge('members', 1)
  await scan.descend({
    name: `${name === undefined ? '' : `${name} `}pickle@${at}`,
    size: pickle.size,
    ...(unpickled || (value && at === 0) ? {} : { hints: { guess: 'place' } }),
    ...(offset === undefined ? {} : { storedAt: offset + at }),
    open: () => pickle,
  })
}

/** One attempt: the length of a pickle that calls or changes something, to its STOP or to where it breaks. */
async function tryPickle(source: ByteSource, start: number, scan: Scan): Promise<{ readonly size?: number; readonly opcodes: number }> {
  const window = new Window(source, start, FIRST_LOOK)
  const listener = new Effects()
  const machine = new Machine(window, source.read.bind(source), listener, 0)
  await runMachine(machine, window, scan.budget)
  const { ending, opcodes } = machine
  window.release()
  if (!listener.reached || !ending) return { opcodes }
  const end = ending.offset + (ending.kind === 'stop' ? 1 : 0)
  return end > start ? { size: end - start, opcodes } : { opcodes }
}

/** Hears only whether anything is done before a name comes that no Python could import. */
class Effects implements PickleListener {
  reached = false
  private imported = false
  private absurd = false

  observe(observation: Observation): false {
    if (observation.kind === 'global') {
      this.imported = true
      if (!isImportable(observation.module, observation.name)) this.absurd = true
    }
    if ((observation.kind === 'call' || observation.kind === 'mutated-global') && this.imported && !this.absurd) this.reached = true
    return false
  }

  harmless(): boolean {
    return false
  }

  nested(): void {}
  code(): void {}
  source(): void {}
  constant(): void {}
}
