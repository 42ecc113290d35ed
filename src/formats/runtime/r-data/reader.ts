import { ScanError } from '../../../bytes/errors.ts'
import type { ByteSource } from '../../../bytes/source.ts'
import type { Format, Scan } from '../../../types/format.ts'
import { lazyObjects } from '../../../wire/r/lazy-load.ts'
import { readR } from '../../../wire/r/serialization.ts'
import { paddingLength } from '../../shared/blank-bytes.ts'
import { Search } from '../../shared/search-bytes.ts'

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
  const facts = new Facts(scan)
  let end = 0
  try {
    end = facts.read(input, (offset) => offset)
  } finally {
    // What was seen is told even where the rest cannot be read.
    facts.state()
  }
  // Texts, raw bytes and numbers in between.
  await new Search(input, scan).rest(end)
  // The text form ends with the end of a line.
  scan.account.passOver('padding', end, paddingLength(input, end))
}

/** Reads what `r-lazy-load.ts` recognises: what its objects hold is told of all at once. */
export const scanRLazyLoad: Format['scan'] = ({ input }, scan) => {
  if (input.kind === 'stream') throw new ScanError('unsupported', 'an R database cannot be read from a stream')
  const facts = new Facts(scan)
  let objects = 0
  try {
    for (const { offset, data } of lazyObjects(input, (bytes) => scan.budget.charge('bytes-inflated', bytes))) {
      objects++
      facts.read(data, () => offset)
    }
  } catch (error) {
    // The first object shows whether it is a database at all.
    if (objects === 0 && error instanceof ScanError && scan.probe.extension !== '.rdb') return 'not-this-format'
    throw error
  } finally {
    facts.state()
  }
  scan.account.passOver('compressed')
  return undefined
}

/** What objects of R hold, with the first place of each kind of code. */
class Facts {
  private readonly scan: Scan
  private readonly first = new Map<string, number>()
  private readonly reaches = new Set<string>()

  constructor(scan: Scan) {
    this.scan = scan
  }

  /** `place`: where an offset of the object lies in the artifact. Gives the end of the object. */
  read(source: ByteSource, place: (offset: number) => number): number {
    const { first, reaches, scan } = this
    return readR(source, {
      symbol(name) {
        if (REACHES.has(name)) reaches.add(name)
      },
      code(kind, offset) {
        if (!first.has(kind)) first.set(kind, place(offset))
      },
      tick: () => scan.budget.checkTime(),
    })
  }

  state(): void {
    // A promise is evaluated when its value is first looked at, which printing the object does (CVE-2024-27322).
    this.tell('promise', 'an R promise', 'load')
    if (this.first.has('closure')) this.tell('closure', 'R functions', 'use')
    else this.tell('bytecode', 'R byte code', 'use')
  }

  private tell(kind: string, carrier: string, runs: 'load' | 'use'): void {
    const offset = this.first.get(kind)
    if (offset === undefined) return
    const reaches = [...this.reaches].map((name) => `base::${name}`)
    this.scan.observe({ kind: 'shipped-code', language: 'r', carrier, runs, reaches, offset })
  }
}
