// Prints the job summary of a JSON report as Markdown, to look at it without running a job.
// Usage: node dist/cli.js --format json PATH… > report.json; npx tsx scripts/preview-summary.ts report.json > summary.md
import { readFileSync } from 'node:fs'
import { toMarkdown } from '../src/report/markdown.ts'
import type { Report } from '../src/types/report.ts'

const path = process.argv[2]
if (path === undefined) throw new Error('usage: preview-summary.ts REPORT.json')
process.stdout.write(toMarkdown(JSON.parse(readFileSync(path, 'utf8')) as Report))
