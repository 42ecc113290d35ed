import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { performance } from 'node:perf_hooks'

/** How often the memory of a running process is looked at, in milliseconds. Its peak is kept by the system: only growth just before the end is missed. */
const LOOK_EVERY = 5

export interface Limits {
  readonly seconds: number
  readonly gib: number
}

export interface Ran {
  readonly seconds: number
  /** Peak resident MiB; null where there is no /proc. */
  readonly rss: number | null
  readonly status: number | null
  readonly ended: 'itself' | 'time' | 'memory' | 'failed'
  readonly output: string
}

/** No telemetry: it would be measured, and the files are nobody's business. */
const ENV = { ...process.env, NO_ANALYTICS: '1', PROMPTFOO_DISABLE_TELEMETRY: '1', NO_COLOR: '1' }

/**
 * Peak of a process in MiB, of the program that it runs now. `maxRSS` would not do: on Linux a process inherits the peak of the one that started it, which
 * here is a larger one.
 */
function peak(pid: number): number | null {
  try {
    const [, kib] = /^VmHWM:\s*(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? []
    return kib === undefined ? null : Number(kib) / 1024
  } catch {
    return null
  }
}

/** Runs a command to its end, or to a limit. With `keep` its standard output is kept. Never throws: what fails is said. */
export function run([program = '', ...args]: readonly string[], limits: Limits, keep = false): Promise<Ran> {
  return new Promise((done) => {
    const started = performance.now()
    const child = spawn(program, args, { stdio: ['ignore', keep ? 'pipe' : 'ignore', 'ignore'], env: ENV })
    let rss: number | null = null
    let ended: Ran['ended'] = 'itself'
    const chunks: Buffer[] = []
    const look = () => {
      const now = child.pid === undefined ? null : peak(child.pid)
      if (now !== null) rss = now
      const elapsed = (performance.now() - started) / 1000
      if (elapsed > limits.seconds) ended = 'time'
      else if ((rss ?? 0) > limits.gib * 1024) ended = 'memory'
      if (ended !== 'itself') child.kill('SIGKILL')
    }
    const timer = setInterval(look, LOOK_EVERY)
    const kill = () => child.kill('SIGKILL')
    process.once('exit', kill)
    const end = (status: number | null, how: Ran['ended']) => {
      clearInterval(timer)
      process.off('exit', kill)
      done({ seconds: (performance.now() - started) / 1000, rss, status, ended: how, output: Buffer.concat(chunks).toString() })
    }
    child.stdout?.on('data', (chunk: Buffer) => chunks.push(chunk))
    child.on('error', () => end(null, 'failed'))
    // With a kept output, `exit` may come before the last of it.
    child.on(keep ? 'close' : 'exit', (status) => end(status, status === null && ended === 'itself' ? 'failed' : ended))
  })
}
