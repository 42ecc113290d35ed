import { createRequire } from 'node:module'
import type * as Zlib from 'node:zlib'

let loaded: typeof Zlib | undefined

/**
 * Node's zlib. Loaded by the first that needs it: for most small files that would cost more than all that is done with
 * them.
 */
export function zlib(): typeof Zlib {
  loaded ??= createRequire(import.meta.url)('node:zlib') as typeof Zlib
  return loaded
}
