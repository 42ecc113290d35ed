// Runs the command line: the entry point of dist/cli.js.
import { PolicyError } from '../policy/policy.ts'
import { safe } from '../report/escape.ts'
import { version } from '../version.ts'
import { parseCommandLine, USAGE, UsageError } from './args.ts'
import { gate } from './scan.ts'
import { flush, guardStreams, OutputError, warn } from './stdout.ts'

/** Of sysexits.h: EX_USAGE and EX_IOERR. */
const EXIT_USAGE = 64
const EXIT_OUTPUT = 74

/** First words that are no PATH. Loaded only when asked for: the start of a scan is most of what a small file costs. */
const COMMANDS: ReadonlyMap<string, (argv: readonly string[]) => Promise<number>> = new Map([
  ['policy', async (argv) => (await import('./policy-command.ts')).policyCommand(argv)],
  ['allow', async (argv) => (await import('./allow-command.ts')).allowCommand(argv)],
  ['baseline', async (argv) => (await import('./baseline-command.ts')).baselineCommand(argv)],
  ['merge-reports', async (argv) => (await import('./merge-command.ts')).mergeCommand(argv)],
])

/** The command line from arguments to exit status. Throws only what is a bug. */
async function main(argv: readonly string[]): Promise<number> {
  guardStreams()
  try {
    const command = COMMANDS.get(argv[0] ?? '')
    const status = await (command ? command(argv.slice(1)) : scan(argv))
    await flush()
    return status
  } catch (error) {
    if (!(error instanceof UsageError || error instanceof PolicyError || error instanceof OutputError)) throw error
    warn(`modelgate: ${safe(error.message, { max: 4000 })}\n`)
    if (error instanceof UsageError) warn('Try modelgate --help.\n')
    return error instanceof OutputError ? EXIT_OUTPUT : EXIT_USAGE
  }
}

async function scan(argv: readonly string[]): Promise<number> {
  const args = parseCommandLine(argv)
  if (args.help) process.stdout.write(USAGE)
  else if (args.version) process.stdout.write(`modelgate ${version}\n`)
  else return gate(args)
  return 0
}

process.exitCode = await main(process.argv.slice(2))
