// Reads a monotonic clock.

/**
 * Milliseconds of a monotonic clock. Not `performance`: it would load a module of Node that nothing else needs at
 * start-up.
 */
export function now(): number {
  const [seconds, nanoseconds] = process.hrtime()
  return seconds * 1000 + nanoseconds / 1e6
}
