// Reports the gadget classes of a Java object stream.
import { ScanError } from '../../../bytes/errors.ts'
import type { Format } from '../../../types/format.ts'
import { findJavaClasses } from '../../../wire/java.ts'
import { isGadget } from './gadgets.ts'

const MAX_SHOWN = 20

/** Scans a stream that `format.ts` recognised. */
export const scanJava: Format['scan'] = ({ input }, scan) => {
  if (input.kind === 'stream') throw new ScanError('unsupported', 'Java objects cannot be read from a stream')
  const gadgets = new Map<string, number>()
  let first: string | undefined
  findJavaClasses(
    input,
    ({ name, offset }) => {
      first ??= name
      if (isGadget(name) && gadgets.size < MAX_SHOWN && !gadgets.has(name)) gadgets.set(name, offset)
    },
    () => scan.budget.checkTime(),
  )
  scan.account.read()
  scan.observe({
    kind: 'shipped-code',
    language: 'java',
    carrier: `a Java object${first === undefined ? '' : ` of ${first}`}`,
    runs: 'load',
    reaches: [...gadgets.keys()],
    offset: [...gadgets.values()][0] ?? 0,
  })
}
