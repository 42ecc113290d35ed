// Shows a counter of scanned files on a terminal.
import { fstatSync } from 'node:fs'
import { now } from '../node/clock.ts'
import { standardError } from './stdout.ts'

const STANDARD_ERROR = 2
/** How long a scan must last before it says how far it is, and how often it says so, in milliseconds. */
const FIRST = 1000
const EVERY = 200

export interface Progress {
  update(done: number): void
  clear(): void
}

/** Asked of the system, since Node makes the stream when it is asked. */
function mayBeTerminal(): boolean {
  try {
    return fstatSync(STANDARD_ERROR).isCharacterDevice()
  } catch {
    return false
  }
}

/** A line on a terminal that counts files on long work, and goes away at the end. Silent where standard error is no terminal. */
export function createProgress(total: number): Progress {
  const stream = mayBeTerminal() ? standardError() : undefined
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
