// Reports promises, functions and byte code in R objects and R lazy-load databases.
import { ScanError } from '../../../bytes/errors.ts'
import type { ByteSource } from '../../../bytes/source.ts'
import type { Format, Scan } from '../../../types/format.ts'
import { lazyObjects } from '../../../wire/r/lazy-load.ts'
import { readR } from '../../../wire/r/serialization.ts'
import { paddingLength } from '../../shared/padding.ts'
import { Search } from '../../shared/search-bytes.ts'

/** R functions that evaluate code, start programs, or access files or the network. */
const REACHES = new Set(
  (
    'system system2 shell shell.exec pipe eval evalq source sys.source parse download.file url socketConnection dyn.load library.dynam unlink ' +
    'file.remove file.copy writeLines Sys.setenv install.packages reg.finalizer do.call load readRDS'
  ).split(' '),
)

/** Scans an object that `r-data/format.ts` recognised. */
export const scanRData: Format['scan'] = async ({ input }, scan) => {
  if (input.kind === 'stream') throw new ScanError('unsupported', 'an R object cannot be read from a stream')
  const code = new RCode(scan)
  let end = 0
  try {
    end = code.read(input, (offset) => offset)
  } finally {
    // Reports what was found even if the rest cannot be read.
    code.report()
  }
  // Strings, raw vectors and numbers.
  await new Search(input, scan).rest(end)
  // The text format ends with a line break.
  scan.account.passOver('padding', end, paddingLength(input, end))
}

/** Scans a database that `r-lazy-load/format.ts` recognised. Reports the code of all objects together. */
export const scanRLazyLoad: Format['scan'] = ({ input }, scan) => {
  if (input.kind === 'stream') throw new ScanError('unsupported', 'an R database cannot be read from a stream')
  const code = new RCode(scan)
  let objects = 0
  try {
    for (const { offset, data } of lazyObjects(input, (bytes) => scan.budget.charge('bytes-inflated', bytes))) {
      objects++
      code.read(data, () => offset)
    }
  } catch (error) {
    // The first object shows whether the file is a database.
    if (objects === 0 && error instanceof ScanError && scan.probe.extension !== '.rdb') return 'not-this-format'
    throw error
  } finally {
    code.report()
  }
  scan.account.passOver('compressed')
  return undefined
}

/** Collects the code in R objects, with the first offset of each kind. */
class RCode {
  private readonly scan: Scan
  private readonly first = new Map<string, number>()
  private readonly reaches = new Set<string>()

  constructor(scan: Scan) {
    this.scan = scan
  }

  /** Reads one object and returns its end. `offsetOf` converts an offset in the object to one in the artifact. */
  read(source: ByteSource, offsetOf: (offset: number) => number): number {
    const { first, reaches, scan } = this
    return readR(source, {
      symbol(name) {
        if (REACHES.has(name)) reaches.add(name)
      },
      code(kind, offset) {
        if (!first.has(kind)) first.set(kind, offsetOf(offset))
      },
      tick: () => scan.budget.checkTime(),
    })
  }

  report(): void {
    // R evaluates a promise when its value is first used, for example when it prints the object (CVE-2024-27322).
    this.reportCode('promise', 'an R promise', 'load')
    if (this.first.has('closure')) this.reportCode('closure', 'R functions', 'use')
    else this.reportCode('bytecode', 'R byte code', 'use')
  }

  private reportCode(kind: string, carrier: string, runs: 'load' | 'use'): void {
    const offset = this.first.get(kind)
    if (offset === undefined) return
    const reaches = [...this.reaches].map((name) => `base::${name}`)
    this.scan.observe({ kind: 'shipped-code', language: 'r', carrier, runs, reaches, offset })
  }
}
