// Runs a pickle machine to the end of its stream, within the budget.
import type { Window } from '../../../bytes/window.ts'
import type { Machine } from '../../../pickle/vm/machine.ts'
import type { Budget } from '../../../types/format.ts'

/** Minimum number of bytes in the window to continue without a read: small arrays and small pickles are close together. */
const MIN_UNREAD = 1024

/**
 * Runs a machine to the end of its stream. Afterwards only its ending may be used. `paused` skips bytes that the loader
 * reads itself, such as arrays.
 * @throws {ScanError} when the budget is spent.
 */
export async function runMachine(machine: Machine, window: Window, budget: Budget, paused?: () => Promise<void>): Promise<void> {
  try {
    await runToEnd(machine, window, budget, paused)
  } finally {
    const { peaks } = budget
    if (peaks) {
      peaks.stack = Math.max(peaks.stack, machine.state.stack.peak)
      peaks.memo = Math.max(peaks.memo, machine.state.memo.count)
    }
  }
  machine.state.release()
}

async function runToEnd(machine: Machine, window: Window, budget: Budget, paused?: () => Promise<void>): Promise<void> {
  let counted = 0
  let starved = isStarved(window)
  while (machine.ending === undefined) {
    if (starved) {
      const refill = window.fill()
      if (refill) await refill
    }
    machine.run()
    budget.charge('opcodes', machine.opcodes - counted)
    budget.checkTime()
    counted = machine.opcodes
    starved = true
    if (machine.paused) {
      await paused?.()
      machine.paused = false
      starved = isStarved(window)
    }
  }
}

function isStarved(window: Window): boolean {
  return window.toSkip > 0 || window.end - window.pos < MIN_UNREAD
}
