/** Runs cases from a number on, tells the parent each number before it is run and each failure after; the parent ends it when time is over. */
import { makeCase } from './cases.ts'
import { minimise } from './minimise.ts'
import { broken } from './properties.ts'
import { loadSeeds } from './seeds.ts'

/** What the parent hears. */
export type Message =
  | { readonly kind: 'start'; readonly number: number; readonly rss: number }
  | {
      readonly kind: 'failure'
      readonly number: number
      readonly name: string
      readonly how: string
      readonly problems: readonly string[]
      /** Base64, made small. */
      readonly bytes: string
    }

const [seed = 1, first = 0] = process.argv.slice(2, 4).map(Number)
const seeds = await loadSeeds(process.argv[4])
if (seeds.length === 0) throw new Error('no fixture is of that format')

const tell = (message: Message) => new Promise<void>((done) => process.send?.(message, () => done()) ?? done())
const kindOf = (problem: string) => problem.slice(0, problem.indexOf(':') + 12)

for (let number = first; ; number++) {
  await tell({ kind: 'start', number, rss: process.resourceUsage().maxRSS / 1024 })
  const { name, bytes, how, expectation } = makeCase(seeds, seed, number)
  const problems = await broken(name, bytes, expectation)
  const [worst] = problems
  if (worst === undefined) continue
  // What is missed, or slow, is so for its size or its payload: without these it says nothing.
  const small = /^(?:missed|slow|reads)/.test(worst)
    ? bytes
    : await minimise(bytes, async (shorter) => (await broken(name, shorter)).some((problem) => kindOf(problem) === kindOf(worst)))
  await tell({ kind: 'failure', number, name, how, problems, bytes: Buffer.from(small).toString('base64') })
}
