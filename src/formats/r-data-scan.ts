import { ScanError } from '../bytes/errors.ts'
import type { Format } from '../types/format.ts'
import { readR } from '../wire/r-xdr.ts'
import { blanksFrom } from './blank-bytes.ts'
import { Search } from './search-bytes.ts'

/** Functions of R through which code reaches the system, other files or the network. */
const REACHES = new Set(
  (
    'system system2 shell shell.exec pipe eval evalq source sys.source parse download.file url socketConnection dyn.load library.dynam unlink ' +
    'file.remove file.copy writeLines Sys.setenv install.packages reg.finalizer do.call load readRDS'
  ).split(' '),
)

/** Reads what `r-data.ts` recognises. */
export const scanRData: Format['scan'] = async ({ input }, scan) => {
  if (input.kind === 'stream') throw new ScanError('unsupported', 'an R object cannot be read from a stream')
  const first = new Map<string, number>()
  const reaches = new Set<string>()
  let end = 0
  try {
    end = readR(input, {
      symbol(name) {
        if (REACHES.has(name)) reaches.add(name)
      },
      code(kind, offset) {
        if (!first.has(kind)) first.set(kind, offset)
      },
      tick: () => scan.budget.checkTime(),
    })
  } finally {
    // What was seen is told even where the rest cannot be read.
    const state = (kind: string, carrier: string, runs: 'load' | 'use') => {
      const offset = first.get(kind)
      if (offset !== undefined)
        scan.observe({ kind: 'shipped-code', language: 'r', carrier, runs, reaches: [...reaches].map((name) => `base::${name}`), offset })
    }
    // A promise is evaluated when its value is first looked at, which printing the object does (CVE-2024-27322).
    state('promise', 'an R promise', 'load')
    if (first.has('closure')) state('closure', 'R functions', 'use')
    else state('bytecode', 'R byte code', 'use')
  }
  // Texts, raw bytes and numbers in between.
  await new Search(input, scan).rest(end)
  // The text form ends with the end of a line.
  scan.account.passOver('padding', end, blanksFrom(input, end))
}
