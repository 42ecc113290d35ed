// Asks Microsoft's SARIF validator, with GitHub's own rules, about our SARIF. Usage: node scripts/check-sarif.mjs [FILE]
// Without FILE the fixtures are scanned. Needs the network once (npx fetches the validator), so that it is no part of the tests.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'

const folder = mkdtempSync(join(tmpdir(), 'check-sarif-'))
try {
  process.exitCode = validate(process.argv[2] ? resolve(process.argv[2]) : scanFixtures())
} finally {
  rmSync(folder, { recursive: true, force: true })
}

function scanFixtures() {
  const file = join(folder, 'scan.sarif')
  const scan = spawnSync(process.execPath, ['dist/cli.js', '--format', 'sarif', 'fixtures'], { encoding: 'utf8', maxBuffer: 2 ** 28 })
  // 1 and 2 are verdicts; anything else means that there is no report.
  if (![0, 1, 2].includes(scan.status ?? -1)) throw new Error(`the scan failed: ${scan.stderr}`)
  writeFileSync(file, scan.stdout)
  return file
}

function validate(file) {
  const log = join(folder, 'validation.sarif')
  // The path must stand before --rule-kind, which takes all that follows it. The exit code is 0 even with errors: they are counted instead.
  // It hands its arguments to a shell, hence the second pair of quotes.
  const args = ['-y', '-p', '@microsoft/sarif-multitool@5.7.0', 'sarif-multitool', 'validate', file]
  const run = spawnSync('npx', [...args, '-o', log, '--log', 'ForceOverwrite', '--rule-kind', '"Sarif;Ghas"'], { encoding: 'utf8' })
  if (run.status !== 0) throw new Error(`the validator did not run: ${run.stdout}${run.stderr}`)
  const runs = JSON.parse(readFileSync(log, 'utf8').replace(/^\ufeff/, '')).runs
  const results = runs.flatMap((entry) => entry.results ?? [])
  // SARIF §3.27.10: a result without a level is a warning.
  for (const result of results) console.log(`${result.level ?? 'warning'} ${result.ruleId}: ${JSON.stringify(result.message)}`)
  const errors = results.filter((result) => result.level === 'error').length
  console.log(`${errors} errors, ${results.length - errors} other remarks`)
  return errors > 0 ? 1 : 0
}
