// Yields to the event loop during long runs of scanning that never wait.

/** Artifacts that are scanned between two turns of the event loop. */
const STRIDE = 256

let count = 0

/**
 * Gives way to the event loop at every 256th call. Files and members that are read without waiting are one long chain of promises; measured on 20,000
 * members, Node 24 frees none of what they allocate before that chain ends, and progress is not shown either.
 */
export function takeTurn(): Promise<void> | undefined {
  return ++count % STRIDE === 0 ? nextTurn() : undefined
}

/** Waits until all that waits for nothing else has been done: a large file that was just scanned lets go of its memory before the next one is begun. */
export function nextTurn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve))
}
