// Implements `modelgate baseline`, which records the findings that exist today.
import { sha256OfText } from '../node/hash.ts'
import { writeBaseline } from '../policy/accept/baseline.ts'
import { safe } from '../report/escape.ts'
import { plural } from '../report/words.ts'
import { BASELINE_FILE, parseCommandLine, parseOptions } from './args.ts'
import { writeText } from './io.ts'
import { scan } from './scan.ts'

const USAGE = `Usage: modelgate baseline [options] [PATH…]

Records the findings of today, so that modelgate --baseline FILE fails for new ones only. A file whose content changes is new.
Without a PATH the working directory is scanned. Pointers, timeouts and failures are not recorded: they say nothing of a file.

  --output FILE    where to write (default: ${BASELINE_FILE}); a file there is replaced
  --policy FILE    a policy file; what it accepts or switches off is not recorded
  --first-party    as in a scan
  --jobs N, --timeout SECONDS
`

/** `modelgate baseline …`: the exit status. */
export async function baselineCommand(argv: readonly string[]): Promise<number> {
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
  const report = await scan(parseCommandLine([...given, '--', ...paths]), { hashFindings: true })
  const { text, entries, leftOut } = writeBaseline(report, sha256OfText)
  writeText(output, [text], 'the baseline')
  const rest = leftOut === 0 ? '' : `; ${plural(leftOut, 'unread part')} not recorded (pointers, timeouts, failures)`
  process.stdout.write(`${plural(entries, 'finding')} recorded in ${safe(output, { max: 1000 })}${rest}\n`)
  return 0
}
