// Writes to standard output and standard error, and notices when a write fails.

/** The result could not be written: shown as one line, exit status 74. */
export class OutputError extends Error {
  override readonly name = 'OutputError'
}

/** The output of one run of the command. Create it before anything is printed: it listens for errors of the streams. */
export class Output {
  private failure: NodeJS.ErrnoException | undefined
  private stderr: NodeJS.WriteStream | undefined

  /** Without a listener, an error of standard output would end the process with a stack trace. */
  constructor() {
    process.stdout.on('error', (error) => {
      this.failure ??= error
    })
  }

  /**
   * Returns standard error. Its own errors are ignored, because there is no stream left to report them. Node makes the
   * stream at first use, and most runs do not need it.
   */
  standardError(): NodeJS.WriteStream {
    if (this.stderr === undefined) {
      this.stderr = process.stderr
      this.stderr.on('error', () => undefined)
    }
    return this.stderr
  }

  /** Prints to standard error. */
  warn(text: string): void {
    this.standardError().write(text)
  }

  /** Prints chunks to standard output as fast as the reader takes them. Prints no more after a write failed. */
  async print(chunks: Iterable<string>): Promise<void> {
    for (const chunk of chunks) {
      if (this.failure !== undefined) return
      if (!process.stdout.write(chunk)) await written()
    }
  }

  /** Prints to standard output from synchronous code. */
  printNow(text: string): void {
    if (!process.stdout.destroyed) process.stdout.write(text)
  }

  /**
   * Waits until everything is written. A reader that closed the pipe (`modelgate … | head`) has what it wanted: the
   * exit status stays that of the verdict.
   * @throws {OutputError} if output was lost for another reason, such as a full disk
   */
  async flush(): Promise<void> {
    await written()
    const { failure } = this
    if (failure === undefined || failure.code === 'EPIPE' || failure.code === 'EOF') return
    throw new OutputError(`standard output cannot be written (${failure.code ?? failure.message})`)
  }
}

/**
 * Resolves when earlier writes are done or have failed. The first `error` event follows the callbacks of later
 * writes.
 */
function written(): Promise<void> {
  return new Promise((resolve) => {
    process.stdout.write('', (error) => {
      if (error) setImmediate(resolve)
      else resolve()
    })
  })
}
