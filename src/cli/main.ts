// Runs the command line: the entry point of dist/cli.js.
import { PolicyError } from '../policy/policy.ts'
import { safe } from '../report/escape.ts'
import { version } from '../version.ts'
import { parseCommandLine, USAGE, UsageError } from './args.ts'
import { gate } from './scan.ts'
import { Output, OutputError } from './stdout.ts'

/** EX_USAGE and EX_IOERR of sysexits.h. */
const EXIT_USAGE = 64
const EXIT_OUTPUT = 74

/** Commands by name. Each is loaded on demand, because start-up is most of the time that a small file takes. */
const COMMANDS: ReadonlyMap<string, (argv: readonly string[], output: Output) => Promise<number>> = new Map([
  ['policy', async (argv) => (await import('./policy-command.ts')).policyCommand(argv)],
  ['allow', async (argv) => (await import('./allow-command.ts')).allowCommand(argv)],
  ['baseline', async (argv, output) => (await import('./baseline-command.ts')).baselineCommand(argv, output)],
  ['merge-reports', async (argv, output) => (await import('./merge-command.ts')).mergeCommand(argv, output)],
])

/** Runs the command line and returns the exit status. Throws only for bugs of ModelGate. */
async function main(argv: readonly string[]): Promise<number> {
  const output = new Output()
  try {
    const command = COMMANDS.get(argv[0] ?? '')
    const status = await (command ? command(argv.slice(1), output) : scan(argv, output))
    await output.flush()
    return status
  } catch (error) {
    if (!(error instanceof UsageError || error instanceof PolicyError || error instanceof OutputError)) throw error
    output.warn(`modelgate: ${safe(error.message, { max: 4000 })}\n`)
    if (error instanceof UsageError) output.warn('Try modelgate --help.\n')
    return error instanceof OutputError ? EXIT_OUTPUT : EXIT_USAGE
  }
}

async function scan(argv: readonly string[], output: Output): Promise<number> {
  const args = parseCommandLine(argv)
  if (args.help) process.stdout.write(USAGE)
  else if (args.version) process.stdout.write(`modelgate ${version}\n`)
  else return gate(args, output)
  return 0
}

process.exitCode = await main(process.argv.slice(2))
