// Implements `modelgate policy check`, `explain` and `init`.
import { dayOf } from '../node/hash.ts'
import { explainPolicy } from '../policy/file/explain.ts'
import { initialPolicy } from '../policy/file/init.ts'
import { defaultPolicy } from '../policy/policy.ts'
import { safe } from '../report/escape.ts'
import { POLICY_FILE, parseOptions, UsageError } from './args.ts'
import { writeText } from './io.ts'
import { policyOf } from './scan.ts'

const USAGE = `Usage: modelgate policy check FILE
       modelgate policy explain [FILE]
       modelgate policy init [FILE]

  check     check FILE; on a mistake, print where it is and exit with status 64
  explain   describe in words the policy of FILE, or the default policy
  init      write a first policy that explains every key (default: ${POLICY_FILE}); an existing file is never replaced
`

/** Runs `modelgate policy …` and returns the exit status. */
export async function policyCommand(argv: readonly string[]): Promise<number> {
  const { values, positionals } = parseOptions(argv, { help: { type: 'boolean', short: 'h' } })
  const [action, file, ...more] = positionals
  if (values.help) process.stdout.write(USAGE)
  else if (more.length > 0) throw new UsageError(`modelgate policy ${action} takes one file`)
  else if (action === 'check') await check(file)
  else if (action === 'explain') await explain(file)
  else if (action === 'init') init(file ?? POLICY_FILE)
  else throw new UsageError('modelgate policy needs one of check, explain, init; see modelgate policy --help')
  return 0
}

async function check(file: string | undefined): Promise<void> {
  if (file === undefined) throw new UsageError('modelgate policy check needs a file')
  const { exceptions } = await policyOf(file)
  const expired = exceptions.filter(({ expires }) => expires < dayOf(new Date())).length
  process.stdout.write(`${safe(file, { max: 1000 })} is a valid policy${expired === 0 ? '' : `; expired exceptions: ${expired}`}\n`)
}

async function explain(file: string | undefined): Promise<void> {
  const policy = file === undefined ? defaultPolicy : await policyOf(file)
  for (const line of explainPolicy(policy, dayOf(new Date()))) {
    const text = line.trimStart()
    process.stdout.write(`${' '.repeat(line.length - text.length)}${safe(text, { max: 2000 })}\n`)
  }
}

function init(file: string): void {
  writeText(file, [initialPolicy()], 'the policy', 'new')
  process.stdout.write(`${safe(file, { max: 1000 })} written; it changes nothing until you uncomment a key\n`)
}
