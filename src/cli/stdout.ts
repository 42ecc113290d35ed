// Writes to standard output and standard error, and notices when a write fails.

/** The result could not be written: said in one line, exit status 74. */
export class OutputError extends Error {
  override readonly name = 'OutputError'
}

let failure: NodeJS.ErrnoException | undefined

/** Listens for errors of standard output, which would otherwise end the process with a stack. Called once, before anything is printed. */
export function guardStreams(): void {
  process.stdout.on('error', (error) => {
    failure ??= error
  })
}

let isGuarded = false

/** Standard error, whose own errors have nowhere left to be said. Node makes the stream when it is first asked for, and most runs have no use for it. */
export function standardError(): NodeJS.WriteStream {
  if (!isGuarded) process.stderr.on('error', () => undefined)
  isGuarded = true
  return process.stderr
}

/** Prints to standard error. */
export function warn(text: string): void {
  standardError().write(text)
}

/** Prints to standard output, piece by piece, as fast as the reader takes it. Once that has failed or nobody reads any more, nothing is printed. */
export async function print(chunks: Iterable<string>): Promise<void> {
  for (const chunk of chunks) {
    if (failure !== undefined) return
    if (!process.stdout.write(chunk)) await written()
  }
}

/** Prints one piece from the middle of work that does not wait. */
export function printNow(text: string): void {
  if (!process.stdout.destroyed) process.stdout.write(text)
}

/**
 * Waits until all is written. A reader that went away (`modelgate … | head`) has what it wanted, and the exit status stays that of the verdict.
 * @throws {OutputError} when something was lost for another reason, such as a full disk
 */
export async function flush(): Promise<void> {
  await written()
  if (failure === undefined || failure.code === 'EPIPE' || failure.code === 'EOF') return
  throw new OutputError(`standard output cannot be written (${failure.code ?? failure.message})`)
}

/** Settles when what was written before has gone out, or has failed. The first error comes as an event, after the callbacks of later writes. */
function written(): Promise<void> {
  return new Promise((resolve) => {
    process.stdout.write('', (error) => {
      if (error) setImmediate(resolve)
      else resolve()
    })
  })
}
