// Measures the built CLI: npm run bench -- [--dir DIR] [--only NAME] [--runs N] [--cli FILE] [--peer NAME=COMMAND …]
//
// Each run is paired with a bare `node -e 0` (and with each peer), one after the other, and medians are taken over the pairs: on a shared machine
// ratios say more than seconds. A peer's COMMAND is split at blanks, {} stands for the path. Method and results: docs/performance.md.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { type InputName, input } from './bench/inputs.ts'

/** What was measured of one input; seconds are medians. */
interface Measured {
  /** Whole process. */
  readonly seconds: number
  /** Beyond a bare Node. */
  readonly beyondNode: number
  readonly rss: number
  /** Every file was read to its end and found clean: else the time says nothing. */
  readonly read: boolean
  readonly bytes: number
  readonly opcodes: number | undefined
  /** A bare inflation of the same file by node:zlib, for compressed inputs. */
  readonly bareZlib: number | undefined
  /** Ours divided by theirs, by the peer's name. */
  readonly ratios: ReadonlyMap<string, number>
}

/** A limit on one number of a case. */
interface Goal {
  readonly what: string
  readonly limit: string
  readonly actual: (m: Measured, all: ReadonlyMap<string, Measured>) => number | undefined
  readonly met: (actual: number) => boolean
}

const atMost = (limit: number) => (actual: number) => actual <= limit
const atLeast = (limit: number) => (actual: number) => actual >= limit

const memory = (limit: number): Goal => ({ what: 'RSS, MiB', limit: `<= ${limit}`, actual: (m) => m.rss, met: atMost(limit) })
const ratio = (peer: string, limit: number): Goal => ({
  what: `of ${peer}`,
  limit: `<= ${limit}`,
  actual: (m) => m.ratios.get(peer),
  met: atMost(limit),
})

/** The cases in the order of the table, each with why it is measured. */
const CASES: readonly { readonly name: InputName; readonly why: string; readonly goals: readonly Goal[] }[] = [
  {
    name: 'small.pt',
    why: 'start-up is all that counts',
    goals: [
      { what: 'ms beyond node', limit: '<= 20', actual: (m) => m.beyondNode * 1000, met: atMost(20) },
      ratio('picklescan', 0.55),
      ratio('modelscan', 0.2),
      memory(64),
    ],
  },
  {
    name: 'zeros4g.pt',
    why: 'stored tensors are never read',
    goals: [
      {
        what: 'of small.pt',
        limit: '<= 1.15',
        actual: (m, all) => {
          const small = all.get('small.pt')
          return small && m.seconds / small.seconds
        },
        met: atMost(1.15),
      },
      ratio('picklescan', 0.6),
      memory(64),
    ],
  },
  { name: 'big512.pkl', why: 'long payloads are skipped', goals: [ratio('picklescan', 0.17), ratio('modelscan', 0.14), memory(64)] },
  {
    name: 'dense.pkl',
    why: 'the opcode loop, on irregular data',
    goals: [
      { what: 'M opcodes/s', limit: '>= 25', actual: (m) => m.opcodes && m.opcodes / m.seconds / 1e6, met: atLeast(25) },
      ratio('picklescan', 0.04),
      ratio('modelscan', 0.04),
      memory(128),
    ],
  },
  {
    name: 'many4000',
    why: 'cost per file',
    goals: [
      { what: 'µs per file', limit: '<= 25', actual: (m) => (m.beyondNode / 4000) * 1e6, met: atMost(25) },
      ratio('picklescan', 0.5),
      ratio('modelscan', 0.25),
    ],
  },
  {
    name: 'zip20k.pt',
    why: 'cost per member',
    goals: [
      { what: 'µs per member', limit: '<= 10', actual: (m) => (m.beyondNode / 20_000) * 1e6, met: atMost(10) },
      ratio('picklescan', 0.2),
      ratio('modelscan', 0.02),
      memory(128),
    ],
  },
  {
    name: 'zlib100.joblib',
    why: 'decompression is the bound',
    goals: [
      { what: 'of bare zlib speed', limit: '>= 0.8', actual: (m) => m.bareZlib && m.bareZlib / m.seconds, met: atLeast(0.8) },
      memory(128),
    ],
  },
]

const { values: options } = parseArgs({
  options: {
    dir: { type: 'string' },
    only: { type: 'string', multiple: true },
    runs: { type: 'string', default: '7' },
    cli: { type: 'string', default: 'dist/cli.js' },
    peer: { type: 'string', multiple: true, default: [] },
  },
})

const median = (values: readonly number[]) => [...values].sort((a, b) => a - b)[values.length >> 1] ?? Number.NaN
const say = (line: string) => process.stdout.write(`${line}\n`)

/** Seconds of one process. The exit status is not judged for peers, which have their own ideas of it. */
function seconds(command: string, args: readonly string[], allowed?: readonly number[]): number {
  const started = process.hrtime.bigint()
  const run = spawnSync(command, args, { stdio: ['ignore', 'ignore', 'inherit'] })
  const elapsed = Number(process.hrtime.bigint() - started) / 1e9
  if (run.error) throw run.error
  if (allowed && !allowed.includes(run.status ?? -1)) throw new Error(`${command} ${args.join(' ')} ended with ${run.status ?? run.signal}`)
  return elapsed
}

/** Peak resident MiB of a Node process, told by itself as it exits, and what it printed. */
function observe(args: readonly string[]): { readonly rss: number; readonly output: string } {
  const report =
    'data:text/javascript,import fs from "node:fs";process.on("exit",()=>fs.writeSync(3,String(process.resourceUsage().maxRSS)))'
  const run = spawnSync(process.execPath, ['--import', report, ...args], {
    stdio: ['ignore', 'pipe', 'inherit', 'pipe'],
    maxBuffer: 2 ** 28,
  })
  return { rss: Number(run.output[3]) / 1024, output: String(run.stdout) }
}

const bareZlib =
  'import("node:fs").then((fs)=>fs.createReadStream(process.argv[1]).pipe(require("node:zlib").createInflate({chunkSize:262144})).on("data",()=>{}))'

function measure(path: string, opcodes: number | undefined, runs: number): Measured {
  const ours = [resolve(options.cli), '--format', 'json', path]
  const peers = options.peer.map((peer) => {
    const [name = '', command = ''] = peer.split(/=(.*)/s)
    return { name, command: command.split(' ').map((word) => word.replace('{}', path)) }
  })
  const isZlib = path.endsWith('.joblib')
  const node: number[] = []
  const own: number[] = []
  const zlib: number[] = []
  const theirs = new Map<string, number[]>(peers.map(({ name }) => [name, []]))
  // The first round warms caches and is thrown away.
  for (let i = 0; i <= runs; i++) {
    const pair = [seconds(process.execPath, ['-e', '0']), seconds(process.execPath, ours, [0, 1, 2])] as const
    const bare = isZlib ? seconds(process.execPath, ['-e', bareZlib, path], [0]) : 0
    const others = peers.map(({ name, command: [program = '', ...args] }) => [name, pair[1] / seconds(program, args)] as const)
    if (i === 0) continue
    node.push(pair[0])
    own.push(pair[1])
    zlib.push(bare)
    for (const [name, value] of others) theirs.get(name)?.push(value)
  }
  const { rss, output } = observe(ours)
  const files: readonly { readonly status: string }[] = JSON.parse(output).files
  return {
    seconds: median(own),
    beyondNode: median(own.map((value, i) => value - (node[i] ?? 0))),
    rss,
    read: files.length > 0 && files.every(({ status }) => status === 'clean'),
    bytes: statSync(path).isFile() ? statSync(path).size : 0,
    opcodes,
    bareZlib: isZlib ? median(zlib) : undefined,
    ratios: new Map([...theirs].map(([name, values]) => [name, median(values)])),
  }
}

const row = (cells: readonly string[]) => say(cells.map((cell, i) => (i === 0 ? cell.padEnd(16) : cell.padStart(13))).join(''))

function printRow(name: string, m: Measured): void {
  const rate = m.bytes > 0 ? (m.bytes / 1e6 / m.seconds).toFixed(0) : '-'
  const opcodes = m.opcodes ? (m.opcodes / 1e6 / m.seconds).toFixed(1) : '-'
  row([name, (m.seconds * 1000).toFixed(1), (m.beyondNode * 1000).toFixed(1), rate, opcodes, m.rss.toFixed(0)])
}

/** Prints how a case did against its goals; tells how many were missed. */
function printGoals(measured: ReadonlyMap<string, Measured>): number {
  let missed = 0
  for (const { name, why, goals } of CASES) {
    const m = measured.get(name)
    if (!m) continue
    say(`\n${name}: ${why}`)
    if (!m.read) {
      say('  MISSED it was not read to its end and found clean')
      missed += 1
      continue
    }
    for (const { what, limit, actual, met } of goals) {
      const value = actual(m, measured)
      if (value === undefined) continue
      if (!met(value)) missed += 1
      say(`  ${met(value) ? 'met   ' : 'MISSED'} ${what.padEnd(20)} ${limit.padStart(8)}   ${value.toFixed(2)}`)
    }
  }
  return missed
}

async function main(): Promise<number> {
  if (!existsSync(options.cli)) throw new Error(`${options.cli} is missing: npm run build`)
  const folder = options.dir ? resolve(options.dir) : mkdtempSync(join(tmpdir(), 'modelgate-bench-'))
  mkdirSync(folder, { recursive: true })
  const runs = Number(options.runs)
  if (!(Number.isInteger(runs) && runs > 0)) throw new Error('--runs takes a whole number above 0')
  const wanted = CASES.filter(({ name }) => !options.only || options.only.includes(name))
  if (wanted.length === 0) throw new Error(`--only takes one of ${CASES.map(({ name }) => name).join(', ')}`)
  const version: unknown = JSON.parse(readFileSync('package.json', 'utf8')).version
  say(`modelgate ${version}, node ${process.version}, ${process.platform} ${process.arch}, ${runs} runs, medians\n`)
  row(['input', 'ms', 'beyond node', 'MB/s', 'M opcodes/s', 'RSS MiB'])
  const measured = new Map<string, Measured>()
  try {
    for (const { name } of wanted) {
      const { path, opcodes } = await input(folder, name)
      const m = measure(path, opcodes, runs)
      measured.set(name, m)
      printRow(name, m)
    }
  } finally {
    if (!options.dir) rmSync(folder, { recursive: true, force: true })
  }
  return printGoals(measured) > 0 ? 1 : 0
}

process.exitCode = await main()
