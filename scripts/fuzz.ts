/**
 * Damages the fixtures at random and scans them: npm run fuzz -- [--minutes 10] [--seed N] [--only FORMAT] [--out DIR] [--jobs 1]
 * What must hold is written in fuzz/properties.ts. What breaks is made small and written to DIR with a note; exit 1 then.
 * Each case depends on the seed and its number only, so that a run can be repeated.
 */
import { type ChildProcess, fork } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { makeCase } from './fuzz/cases.ts'
import { loadSeeds } from './fuzz/seeds.ts'
import type { Message } from './fuzz/worker.ts'

/** A case that takes longer hangs. */
const HANG_MS = 60_000
/** A worker that needs more has met something that the limits do not bound; MiB, Node with its compiler and the fixtures in it. */
const MAX_RSS = 700
/** Numbers between the cases of two workers. */
const STRIDE = 100_000_000

async function main(): Promise<number> {
  const { values } = parseArgs({
    options: {
      minutes: { type: 'string', default: '10' },
      seed: { type: 'string', default: String(Date.now() % 2 ** 31) },
      only: { type: 'string' },
      out: { type: 'string', default: 'fuzz-failures' },
      jobs: { type: 'string', default: '1' },
    },
  })
  const seed = Number(values.seed)
  const end = Date.now() + Number(values.minutes) * 60_000
  const results = await Promise.all(
    Array.from({ length: Number(values.jobs) }, (_, job) => runJob({ seed, first: job * STRIDE, end, only: values.only, out: values.out })),
  )
  const total = (key: 'cases' | 'failures') => results.reduce((sum, result) => sum + result[key], 0)
  const rss = Math.max(...results.map((result) => result.rss))
  console.log(`${total('cases')} cases from seed ${seed}, at most ${Math.round(rss)} MiB: ${total('failures')} failures`)
  return total('failures') > 0 ? 1 : 0
}

interface Job {
  readonly seed: number
  readonly first: number
  readonly end: number
  readonly only: string | undefined
  readonly out: string
}

/** One worker after another: a hang or a crash ends one, and the next goes on behind it. */
async function runJob(job: Job): Promise<{ readonly cases: number; readonly failures: number; readonly rss: number }> {
  let next = job.first
  let failures = 0
  let rss = 0
  const seeds = await loadSeeds(job.only)
  const note = (number: number, problem: string) => {
    const { name, bytes, how } = makeCase(seeds, job.seed, number)
    failures++
    save(job, { kind: 'failure', number, name, how, problems: [problem], bytes: Buffer.from(bytes).toString('base64') })
  }
  while (Date.now() < job.end) {
    const worker = fork(join(import.meta.dirname, 'fuzz/worker.ts'), [
      String(job.seed),
      String(next),
      ...(job.only === undefined ? [] : [job.only]),
    ])
    let current = next
    const why = await watch(worker, job.end, (message) => {
      if (message.kind === 'failure') {
        failures++
        save(job, message)
        return 'go on'
      }
      current = message.number
      rss = Math.max(rss, message.rss)
      return message.rss > MAX_RSS ? 'stop' : 'go on'
    })
    if (why === 'hang') note(current, `hang: more than ${HANG_MS / 1000} seconds`)
    else if (why === 'exit') note(current, 'crash: the process ended')
    else if (why === 'memory') note(current - 1, `memory: more than ${MAX_RSS} MiB, in this case or one before`)
    next = why === 'memory' || why === 'time' ? current : current + 1
  }
  return { cases: next - job.first, failures, rss }
}

type Ending = 'time' | 'hang' | 'exit' | 'memory'

function watch(worker: ChildProcess, end: number, hear: (message: Message) => 'go on' | 'stop'): Promise<Ending> {
  return new Promise((done) => {
    let heard = Date.now()
    let ending: Ending | undefined
    const stop = (why: Ending) => {
      ending ??= why
      worker.kill('SIGKILL')
    }
    const timer = setInterval(() => {
      if (Date.now() > end) stop('time')
      else if (Date.now() - heard > HANG_MS) stop('hang')
    }, 500)
    worker.on('message', (message: Message) => {
      heard = Date.now()
      if (hear(message) === 'stop') stop('memory')
    })
    worker.on('exit', () => {
      clearInterval(timer)
      done(ending ?? 'exit')
    })
  })
}

function save({ out, seed }: Job, failure: Extract<Message, { kind: 'failure' }>): void {
  mkdirSync(out, { recursive: true })
  const stem = `${seed}-${failure.number}`
  writeFileSync(join(out, `${stem}-${failure.name}`), Buffer.from(failure.bytes, 'base64'))
  writeFileSync(join(out, `${stem}.txt`), `${failure.name}: ${failure.how}\n${failure.problems.join('\n')}\n`)
  console.log(`case ${failure.number}, ${failure.how}\n  ${failure.problems.map((problem) => problem.slice(0, 600)).join('\n  ')}`)
}

process.exitCode = await main()
