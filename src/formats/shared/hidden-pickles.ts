// Decides whether bytes that no format describes are a pickle with an effect.
import type { ByteSource } from '../../bytes/source.ts'
import { Window } from '../../bytes/window.ts'
import type { Observation } from '../../facts/observation.ts'
import type { PickleListener } from '../../pickle/vm/listener.ts'
import { Machine } from '../../pickle/vm/machine.ts'
import type { Scan } from '../../types/format.ts'
import { runMachine } from '../pickle/pickle/run.ts'
import { isImportable } from '../pickle/pickle/signature.ts'

/** Size of the first read of bytes that may not be a pickle. */
const FIRST_READ = 512

/** The result of reading bytes as a pickle. */
export interface Attempt {
  /** Length of the pickle, up to its STOP or its first error; undefined if loading it would have no effect. */
  readonly size?: number
  /** Number of opcodes that were read. */
  readonly opcodes: number
}

/**
 * Decides whether bytes that no format describes are a pickle: they import a name that Python could import, and then
 * call or change something.
 */
export async function tryPickle(source: ByteSource, start: number, scan: Scan): Promise<Attempt> {
  const window = new Window(source, start, FIRST_READ)
  const listener = new Effects()
  const machine = new Machine(window, source.read.bind(source), listener, 0)
  await runMachine(machine, window, scan.budget)
  const { ending, opcodes } = machine
  window.release()
  if (!listener.reached || !ending) return { opcodes }
  const end = ending.offset + (ending.kind === 'stop' ? 1 : 0)
  return end > start ? { size: end - start, opcodes } : { opcodes }
}

/** Notes whether the pickle has an effect before it imports a name that Python could not import. */
class Effects implements PickleListener {
  reached = false
  private imported = false
  private unimportable = false

  observe(observation: Observation): false {
    if (observation.kind === 'global') {
      this.imported = true
      if (!isImportable(observation.module, observation.name)) this.unimportable = true
    }
    if ((observation.kind === 'call' || observation.kind === 'mutated-global') && this.imported && !this.unimportable) this.reached = true
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
