// Repeats failed API requests while that can help.
import { setTimeout } from 'node:timers/promises'

export type Retry = <T>(request: () => Promise<T>) => Promise<T>

const maxAttempts = 4
/** Before the second attempt, in milliseconds; doubled before each further one. */
const firstDelay = 500

/**
 * A function that runs a request again where that can help: after a failure of the server or the network, and when GitHub asks to come back
 * later. Failed attempts and waiting may take `patience` milliseconds, of all requests together; a longer wish is given up at once.
 */
export function createRetry(patience = 60_000, sleep: (ms: number) => Promise<unknown> = setTimeout): Retry {
  let left = patience
  return async (request) => {
    for (let attempt = 1; ; attempt++) {
      const started = performance.now()
      try {
        return await request()
      } catch (error) {
        left -= performance.now() - started
        const delay = delayAfter(error, attempt)
        if (delay === undefined || attempt === maxAttempts || delay > left) throw error
        left -= delay
        await sleep(delay)
      }
    }
  }
}

/** Milliseconds to wait, or undefined when another attempt would fail as well. */
function delayAfter(error: unknown, attempt: number): number | undefined {
  const status = statusOf(error)
  // The secondary limit answers 403 as a missing permission does; only it says when to come back.
  const asked = headerOf(error, 'retry-after')
  const worthIt = status !== undefined && (status === 429 || status >= 500 || (status === 403 && asked !== undefined))
  if (!worthIt) return undefined
  return asked !== undefined && /^\d+$/.test(asked) ? Number(asked) * 1000 : firstDelay * 2 ** (attempt - 1)
}

/** The HTTP status of a failed request, 500 where there was no answer; undefined for an error of another kind. */
export function statusOf(error: unknown): number | undefined {
  return error instanceof Error && 'status' in error && typeof error.status === 'number' ? error.status : undefined
}

function headerOf(error: unknown, name: string): string | undefined {
  const { response } = error as { readonly response?: { readonly headers?: Readonly<Record<string, string | number | undefined>> } }
  return response?.headers?.[name]?.toString()
}
