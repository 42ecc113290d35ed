/**
 * How much memory the built command takes of files that go to extremes: `npm run test:memory -- [--only TEXT] [--except TEXT] [--size MIB]`. Fails past the
 * limit, and where a file is not read as the format that it is made for.
 */
import { join } from 'node:path'
import { heavyFiles } from '../__tests__/helpers/heavy/files.ts'
import { costScanner } from '../__tests__/helpers/scan-cost.ts'

const MIB = 2 ** 20
/** What any file of this size may take, all of the process included. */
const MAX_RSS = 256

const option = (name: string): string | undefined => {
  const at = process.argv.indexOf(name)
  return at < 0 ? undefined : process.argv[at + 1]
}

const size = Number(option('--size') ?? 50) * MIB
const only = option('--only') ?? ''
const except = option('--except')
const scanner = costScanner({ command: join(import.meta.dirname, '../dist/cli.js') })
let failed = 0
let highest = { rss: 0, what: 'none' }
try {
  for (const { format, shape, name, reader, make } of heavyFiles) {
    const what = `${format}: ${shape}`
    if (!what.includes(only) || (except !== undefined && what.includes(except))) continue
    const bytes = make(size)
    const started = performance.now()
    let line: string
    try {
      const { rss, formats, incomplete, findings } = scanner.costOf(name, bytes)
      const read = reader === undefined || formats.includes(reader)
      const said = [
        ...(read ? [] : [`read as ${formats.join(', ') || 'nothing'}, not ${reader}`]),
        ...[...new Set(incomplete.map((each) => each.slice(0, 60)))].slice(0, 2),
        findings.length > 0 ? `${findings.length} findings` : '',
      ].filter(Boolean)
      const over = rss > MAX_RSS || !read || incomplete.some((each) => each.startsWith('internal'))
      if (over) failed++
      if (rss > highest.rss) highest = { rss, what }
      line = `${over ? '!' : ' '} ${rss.toFixed(0).padStart(5)} MiB | ${said.join('; ') || 'quiet'}`
    } catch (error) {
      failed++
      line = `!     - ${error instanceof Error ? error.message.slice(0, 100).replaceAll('\n', ' ') : ''}`
    }
    const seconds = ((performance.now() - started) / 1000).toFixed(1).padStart(5)
    console.log(`${(bytes.length / MIB).toFixed(0).padStart(3)} MiB ${seconds} s ${line} | ${what}`)
  }
} finally {
  scanner.dispose()
}
console.log(`highest: ${highest.rss.toFixed(0)} MiB, ${highest.what}`)
console.log(failed === 0 ? `all within ${MAX_RSS} MiB` : `${failed} past ${MAX_RSS} MiB, or not read as what they are`)
process.exitCode = failed === 0 ? 0 : 1
