import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import type { About, Results } from './types.ts'

/** Reads a results file. Throws where it is none of ours. */
export function loadResults(path: string): Results {
  const results: Results = JSON.parse(readFileSync(path, 'utf8'))
  if (results.schema !== 1 || !Array.isArray(results.samples)) throw new Error(`${path} is no results file of this script`)
  return results
}

/** One sample a line, written at once: an interruption leaves the old file or the new one. */
export function saveResults(path: string, { samples, ...rest }: Results): void {
  const head = JSON.stringify(rest, null, 1).slice(0, -2)
  const lines = samples.map((sample) =>
    JSON.stringify({ ...sample, seconds: round(sample.seconds, 5), rss: sample.rss && round(sample.rss, 1) }),
  )
  writeFileSync(`${path}.part`, `${head},\n "samples": [\n${lines.join(',\n')}\n ]\n}\n`)
  renameSync(`${path}.part`, path)
}

const round = (value: number, digits: number): number => Number(value.toFixed(digits))

/**
 * Where to go on. Without an earlier file, or where nothing is to be resumed: nothing measured yet. Throws where the earlier file was measured with other
 * tools, on another machine or with other limits: medians over both would say nothing.
 */
export function startOrResume(path: string | undefined, resume: boolean, about: About): Results {
  if (!resume || path === undefined || !existsSync(path)) return { schema: 1, about, facts: {}, skipped: {}, samples: [] }
  const earlier = loadResults(path)
  const same = ({ date: _date, load: _load, ...rest }: About) => JSON.stringify(rest)
  if (same(earlier.about) !== same(about)) {
    throw new Error(
      `${path} was measured with other tools or limits:\n${same(earlier.about)}\n${same(about)}\nMeasure anew, without --resume.`,
    )
  }
  return earlier
}
