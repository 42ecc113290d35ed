// Loads Node's zlib when it is first needed.
import { createRequire } from 'node:module'
import type * as Zlib from 'node:zlib'

let moduleCache: typeof Zlib | undefined

/** Returns Node's zlib. Loaded when it is first needed, since loading costs more than scanning a small file. */
export function zlib(): typeof Zlib {
  moduleCache ??= createRequire(import.meta.url)('node:zlib') as typeof Zlib
  return moduleCache
}
