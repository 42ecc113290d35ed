// Writes docs/formats.md from the list of formats and the page of each. With --check it only compares, and fails where they differ.
// Usage: npx tsx scripts/formats-table.ts [--check]
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { formats } from '../src/formats/index.ts'
import { formatIds } from '../src/formats/kinds.ts'

const FOLDER = new URL('../docs/formats/', import.meta.url)
const TARGET = new URL('../docs/formats.md', import.meta.url)

/** A page of docs/formats/, taken apart. */
interface FormatPage {
  readonly file: string
  readonly title: string
  /** Ids of reports that the page is about: those of readers, and names that a reader gives what it found. */
  readonly ids: readonly string[]
  /** Cells of the first table, by the words in front of them. */
  readonly head: ReadonlyMap<string, string>
  /** Text below each heading of level two. */
  readonly sections: ReadonlyMap<string, string>
}

/** Every page, by file name. */
export function readPages(): readonly FormatPage[] {
  return readdirSync(FOLDER)
    .filter((file) => file.endsWith('.md'))
    .sort()
    .map((file) => parsePage(file, readFileSync(new URL(file, FOLDER), 'utf8')))
}

function parsePage(file: string, text: string): FormatPage {
  const [top = '', ...rest] = text.split(/^## /m)
  const head = new Map(rowsOf(top).map(([key = '', value = '']) => [key, value]))
  const idCell = head.get('id') ?? head.get('ids') ?? ''
  return {
    file,
    title: /^# (.+)$/m.exec(top)?.[1] ?? file,
    ids: [...idCell.matchAll(/`([a-z0-9][a-z0-9-]*)`/g)].map(([, id]) => id ?? ''),
    head,
    sections: new Map(
      rest.map((section) => {
        const end = section.indexOf('\n')
        return [section.slice(0, end), section.slice(end + 1).trim()]
      }),
    ),
  }
}

/** Cells of every row of a table that is neither its head nor the line under it. */
function rowsOf(text: string): string[][] {
  const lines = text.split('\n').filter((line) => line.startsWith('|'))
  const cells = lines.map((line) =>
    line
      .split(/(?<!\\)\|/)
      .slice(1, -1)
      .map((cell) => cell.trim()),
  )
  const rule = cells.findIndex((row) => row.every((cell) => /^:?-+:?$/.test(cell)))
  return cells.slice(rule + 1)
}

/** The page of an id: the one named after it, or the first that mentions it. */
export function pageOf(id: string, pages: readonly FormatPage[]): FormatPage | undefined {
  return pages.find(({ file, ids }) => file === `${id}.md` && ids.includes(id)) ?? pages.find(({ ids }) => ids.includes(id))
}

/** The whole of docs/formats.md. */
export function formatsPage(): string {
  const pages = readPages()
  const rows = formats.map(({ id, title, kind, promises, suggests = [], extensions = [] }) => {
    const page = pageOf(id, pages)
    const cells = [page ? `[${title}](formats/${page.file})` : title, `\`${id}\``, kind]
    return `| ${[...cells, listed(promises?.extensions ?? []), listed([...suggests, ...extensions])].join(' | ')} |`
  })
  const known = new Set(formats.map(({ id }) => id))
  const labels = formatIds.filter((id) => !known.has(id)).sort()
  const named = labels.map((id) => `[\`${id}\`](formats/${pageOf(id, pages)?.file})`)
  return `# Formats

<!-- Written by npx tsx scripts/formats-table.ts from src/formats/index.ts and the pages in formats/: change those. -->

Every reader below is asked about every file and every member of an archive. Each that recognises the bytes reads them, whatever the name of the file is,
unless the page says otherwise. Other programs do not use the promised extensions. The [policy](policy.md)’s \`approved-formats\` covers the kinds *model* and
*data*.

| format | id in reports | kind | promised extensions | other usual extensions |
|---|---|---|---|---|
${rows.join('\n')}

In reports, some files have a more exact name, according to their contents:
${named.join(',\n')}.

A file that no reader recognises is \`unrecognised\`: it is [searched for pickles](formats/embedded.md), counted, and does not fail the gate, unless its name
promises a model: one of the promised extensions above, or a name such as \`pytorch_model.bin\` and \`saved_model.pb\`. Text, an HTML page, the JSON of an
error or unrecognised bytes under such a name are [incomplete](rules/scan-incomplete.md), in files and in members of archives. An empty file is \`empty\`,
under every name: it can run nothing, and passes unless the [policy](policy.md) says otherwise.

${pages.map(summary).join('\n\n')}
`
}

function listed(extensions: readonly string[]): string {
  return extensions.map((each) => `\`${each}\``).join(' ') || '–'
}

function summary(page: FormatPage): string {
  const lines: readonly (readonly [string, string | undefined])[] = [
    ['recognised by', page.head.get('recognised by')],
    ['read', gist(page.sections.get('What is read'))],
    ['reported', gist(page.sections.get('What is reported'))],
    ['not covered', gist(page.sections.get('Not covered'))],
  ]
  const items = lines.flatMap(([label, text]) =>
    text === undefined ? [] : `- *${label}*: ${text.replace(/\]\((?!\w+:|#)/g, '](formats/')}`,
  )
  return [`## [${page.title}](formats/${page.file})`, '', ...items].join('\n').replaceAll('formats/../', '')
}

/** The first sentence of a section, or the first column of its table. */
function gist(section: string | undefined): string | undefined {
  if (section === undefined) return undefined
  const rows = rowsOf(section)
  const [paragraph = ''] = section.split(/\n\n|\n(?=[|-])/)
  if (rows.length > 0 && (paragraph.startsWith('|') || paragraph.endsWith(':'))) return `${rows.map(([first]) => first).join('; ')}.`
  const text = paragraph.replaceAll('\n', ' ')
  return /^.*?[.](?= [A-Z“`]|$)/.exec(text)?.[0] ?? text
}

if (process.argv[1] !== undefined && resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
  const page = formatsPage()
  if (!process.argv.includes('--check')) writeFileSync(TARGET, page)
  else if (readFileSync(TARGET, 'utf8') !== page) {
    process.stderr.write('docs/formats.md is not up to date: run npx tsx scripts/formats-table.ts\n')
    process.exitCode = 1
  }
}
