/** How long a scan must last before it says how far it is, and how often it says so, in milliseconds. */
const FIRST = 1000
const EVERY = 200

export interface Progress {
  update(done: number): void
  clear(): void
}

/** A line on a terminal that counts files on long work, and goes away at the end. Silent where the stream is no terminal. */
export function createProgress(stream: NodeJS.WriteStream, total: number): Progress {
  if (!stream.isTTY) return { update: () => undefined, clear: () => undefined }
  let last = performance.now() + FIRST - EVERY
  let shown = false
  return {
    update(done) {
      const now = performance.now()
      if (now - last < EVERY) return
      last = now
      shown = true
      stream.write(`\r\x1b[K${done} of ${total} files`)
    },
    clear() {
      if (shown) stream.write('\r\x1b[K')
    },
  }
}
