// Repeats failed API requests while that can help.
import { setTimeout } from 'node:timers/promises'

/** Runs a request, again if it fails. */
export type Retry = <T>(request: () => Promise<T>) => Promise<T>

const maxAttempts = 4
/** Delay before the second attempt, in milliseconds; doubled for each further one. */
const firstDelay = 500

/**
 * Creates a function that repeats requests after a failure of the server or the network, and when GitHub asks to
 * retry later.
 * `patience`: milliseconds that failed attempts and delays may take in all requests together; a longer delay is not
 * awaited.
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

/** Returns the delay in milliseconds; undefined if another attempt would fail as well. */
function delayAfter(error: unknown, attempt: number): number | undefined {
  const status = statusOf(error)
  // The secondary rate limit answers 403, like a missing permission, but with `retry-after`.
  const asked = headerOf(error, 'retry-after')
  const mayHelp = status !== undefined && (status === 429 || status >= 500 || (status === 403 && asked !== undefined))
  if (!mayHelp) return undefined
  return asked !== undefined && /^\d+$/.test(asked) ? Number(asked) * 1000 : firstDelay * 2 ** (attempt - 1)
}

/** Returns the HTTP status of a failed request, 500 if there was no answer; undefined for other errors. */
export function statusOf(error: unknown): number | undefined {
  return error instanceof Error && 'status' in error && typeof error.status === 'number' ? error.status : undefined
}

function headerOf(error: unknown, name: string): string | undefined {
  const { response } = error as { readonly response?: { readonly headers?: Readonly<Record<string, string | number | undefined>> } }
  return response?.headers?.[name]?.toString()
}
