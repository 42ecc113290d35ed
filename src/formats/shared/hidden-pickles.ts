// Decides whether a pickle that does something begins at a place where no format announces one.
import type { ByteSource } from '../../bytes/source.ts'
import { Window } from '../../bytes/window.ts'
import type { PickleListener } from '../../pickle/vm/listener.ts'
import { Machine } from '../../pickle/vm/machine.ts'
import type { Scan } from '../../types/format.ts'
import type { Observation } from '../../types/observation.ts'
import { runMachine } from '../pickle/pickle/run.ts'
import { isImportable } from '../pickle/pickle/signature.ts'

/** Bytes of the first look at what may be no pickle at all. */
const FIRST_LOOK = 512

/** What came of an attempt. */
export interface Attempt {
  /** Length of the pickle, to its STOP or to where it breaks; undefined where nothing comes of a load from there. */
  readonly size?: number
  readonly opcodes: number
}

/** The one judgement of what is a pickle at a place that nobody told of: it imports what Python could import, and then calls or changes something. */
export async function tryPickle(source: ByteSource, start: number, scan: Scan): Promise<Attempt> {
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
