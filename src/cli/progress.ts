// Shows a counter of scanned files on a terminal.
import { fstatSync } from 'node:fs'
import { now } from '../node/clock.ts'
import type { Output } from './stdout.ts'

const STANDARD_ERROR = 2
/** When the first progress is shown, and how often after that, in milliseconds. */
const FIRST = 1000
const EVERY = 200

/** A counter of scanned files. */
export interface Progress {
  update(done: number): void
  clear(): void
}

/** Asks the system rather than `process.stderr`, which Node would have to create. */
function mayBeTerminal(): boolean {
  try {
    return fstatSync(STANDARD_ERROR).isCharacterDevice()
  } catch {
    return false
  }
}

/**
 * Creates a line on the terminal that counts files during a long scan and is cleared at the end. Without a terminal
 * it does nothing.
 */
export function createProgress(total: number, output: Output): Progress {
  const stream = mayBeTerminal() ? output.standardError() : undefined
  if (!stream?.isTTY) return { update: () => undefined, clear: () => undefined }
  let last = now() + FIRST - EVERY
  let shown = false
  return {
    update(done) {
      const time = now()
      if (time - last < EVERY) return
      last = time
      shown = true
      stream.write(`\r\x1b[K${done} of ${total} files`)
    },
    clear() {
      if (shown) stream.write('\r\x1b[K')
    },
  }
}
