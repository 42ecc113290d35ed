// Implements `modelgate baseline`, which records the findings that exist today.
import { sha256OfText } from '../node/hash.ts'
import { writeBaseline } from '../policy/accept/baseline.ts'
import { safe } from '../report/escape.ts'
import { plural } from '../report/words.ts'
import { BASELINE_FILE, parseCommandLine, parseOptions } from './args.ts'
import { writeText } from './io.ts'
import { scan } from './scan.ts'
import type { Output } from './stdout.ts'

const USAGE = `Usage: modelgate baseline [options] [PATH…]

Records the findings that exist today, so that modelgate --baseline FILE fails only for new ones. A file counts as new when its
content changes. Without a PATH the working directory is scanned. Pointers, timeouts and internal errors are not recorded,
because they say nothing about the content of a file.

  --output FILE    where to write the baseline (default: ${BASELINE_FILE}); an existing file is replaced
  --policy FILE    a policy file; findings that it accepts or turns off are not recorded
  --first-party    as in a scan
  --jobs N, --timeout SECONDS
`

/** Runs `modelgate baseline …` and returns the exit status. */
export async function baselineCommand(argv: readonly string[], stdout: Output): Promise<number> {
  const { values, positionals } = parseOptions(argv, {
    output: { type: 'string', short: 'o' },
    policy: { type: 'string' },
    'first-party': { type: 'boolean' },
    jobs: { type: 'string', short: 'j' },
    timeout: { type: 'string' },
    help: { type: 'boolean', short: 'h' },
  })
  if (values.help) {
    process.stdout.write(USAGE)
    return 0
  }
  const output = values.output ?? BASELINE_FILE
  const options = Object.entries(values).filter(([name]) => name !== 'output')
  const given = options.flatMap(([name, value]) => [
    typeof value === 'string' ? `--${name}=${value}` : value ? `--${name}` : `--no-${name}`,
  ])
  const paths = positionals.length === 0 ? ['.'] : positionals
  const report = await scan(parseCommandLine([...given, '--', ...paths]), stdout, { hashFindings: true })
  const { text, entries, leftOut } = writeBaseline(report, sha256OfText)
  writeText(output, [text], 'the baseline')
  const rest = leftOut === 0 ? '' : `; ${plural(leftOut, 'incomplete part')} not recorded (pointers, timeouts, internal errors)`
  process.stdout.write(`${plural(entries, 'finding')} recorded in ${safe(output, { max: 1000 })}${rest}\n`)
  return 0
}
