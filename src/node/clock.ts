// Reads a monotonic clock.

/** Milliseconds since some moment, never going back. `performance` would load a module of Node's that nothing else needs at the start. */
export function now(): number {
  const [seconds, nanoseconds] = process.hrtime()
  return seconds * 1000 + nanoseconds / 1e6
}
