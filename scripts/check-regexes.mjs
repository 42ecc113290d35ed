// Asks recheck which regular expressions of src/ some text makes slow (ReDoS). Usage: node scripts/check-regexes.mjs
// Every byte is hostile, and no time limit stops a regular expression. Needs the network once (npm fetches the checker), so that it is no part of the tests.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'

/** Those that are slow on texts longer than they are ever given, or that the checker cannot decide: what they begin with, and why they are fine. */
const FINE = new Map([
  ['([a-z_]\\w{1,40})::', 'a name of at most 41 letters is tried at each place'],
  ['^version https:', 'reads pointers of at most 1,024 bytes'],
  ['(?:^|\\/)(?:[^/]*chat', 'reads names of at most 400 letters'],
  ['(?:^|\\s)layers?', 'reads the first 4 KiB; each field of a layer ends in one way only'],
  ['(?:^|[\\s{])(?:node|', 'reads the first 4 KiB; blanks are taken in one way only'],
  ['(?:^|[\\s{])(?:saved_model', 'reads the first 4 KiB; blanks are taken in one way only'],
  ['from[ \\t]+([.\\w]+)', 'each part ends where the next begins'],
])
/** A literal behind something that no division can stand behind. */
const LITERAL = /(?<![\w)\]/*])\/(?![*/])((?:\\.|\[(?:\\.|[^\]\\\n])*\]|[^/\\\n[])+)\/([dgimsuvy]*)(?=[\s.,;)\]:}?]|$)/g

const folder = mkdtempSync(join(tmpdir(), 'check-regexes-'))
try {
  process.exitCode = check(fetchChecker())
} finally {
  rmSync(folder, { recursive: true, force: true })
}

function fetchChecker() {
  const run = spawnSync('npm', ['install', '--no-audit', '--no-fund', '--prefix', folder, 'recheck@4.5.0'], { encoding: 'utf8' })
  if (run.status !== 0) throw new Error(`the checker cannot be fetched: ${run.stderr}`)
  return createRequire(join(folder, 'package.json'))('recheck').checkSync
}

function check(checkSync) {
  let seen = 0
  let slow = 0
  for (const { file, line, source, flags } of literals('src')) {
    seen++
    if ([...FINE.keys()].some((begin) => source.startsWith(begin))) continue
    const { status, complexity, attack } = checkSync(source, flags, { timeout: 5000 })
    if (status === 'safe') continue
    slow++
    console.log(`${file}:${line}: ${status} ${complexity?.summary ?? ''} /${source}/${flags}${attack ? `, as by ${attack.pattern}` : ''}`)
  }
  console.log(`${seen} regular expressions, ${slow} to be looked at`)
  return slow > 0 ? 1 : 0
}

/** Every literal with a repetition in it; others are never slow. */
function* literals(root) {
  for (const entry of readdirSync(root, { withFileTypes: true, recursive: true })) {
    if (!entry.isFile() || !entry.name.endsWith('.ts')) continue
    const path = join(entry.parentPath ?? entry.path, entry.name)
    for (const [index, text] of readFileSync(path, 'utf8').split('\n').entries()) {
      if (/^\s*(?:\/\/|\*|\/\*)/.test(text)) continue
      for (const [, source, flags] of text.matchAll(LITERAL))
        if (/[*+{]/.test(source) && !source.includes('${')) yield { file: relative('.', path), line: index + 1, source, flags }
    }
  }
}
