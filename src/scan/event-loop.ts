// Yields to the event loop during long runs of scanning that never wait.

/** Artifacts that are scanned between two yields. */
const STRIDE = 256

/**
 * Counts the artifacts of a run and yields to the event loop at every 256th. Files and members that are read without
 * waiting form one long chain of promises. Measured on 20,000 members: Node 24 frees none of what they allocate before
 * that chain ends, and progress is not shown either.
 */
export class Yielding {
  private count = 0

  /** Counts one artifact. Returns a promise to await when it is time to yield. */
  next(): Promise<void> | undefined {
    return ++this.count % STRIDE === 0 ? yieldToEventLoop() : undefined
  }
}

/** Lets pending events run first. A large file that was just scanned can then be freed before the next one is read. */
export function yieldToEventLoop(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve))
}
