import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { blocks } from './docs-blocks.ts'
import { drawPlots } from './plots.ts'
import type { Results } from './types.ts'

const PAGE = 'docs/performance.md'
const ASSETS = 'docs/assets'

/**
 * A page with what stands between its markers replaced, and every other byte as it was. Throws where a marker has no end, or names what there is not, or
 * where a text has no markers: a page that lost one would go on showing old figures.
 */
export function replaceBlocks(page: string, texts: Readonly<Record<string, string>>): string {
  const seen = new Set<string>()
  const replaced = page.replace(
    /(<!-- bench:begin (\S+) -->\n)([\s\S]*?)(<!-- bench:end -->|<!-- bench:begin |$)/g,
    (_, begin, name, _old, end) => {
      const text = texts[name]
      if (text === undefined) throw new Error(`bench:begin ${name}: there is no such text`)
      if (end !== '<!-- bench:end -->') throw new Error(`bench:begin ${name}: no bench:end follows`)
      if (seen.has(name)) throw new Error(`bench:begin ${name}: twice`)
      seen.add(name)
      return `${begin}${text}\n${end}`
    },
  )
  const lost = Object.keys(texts).find((name) => !seen.has(name))
  if (lost !== undefined) throw new Error(`bench:begin ${lost}: no such marker in the page`)
  return replaced
}

/** The page and its pictures, from the results alone. */
export function renderDocs(results: Results, page: string): Readonly<Record<string, string>> {
  const pictures = drawPlots(results).map(({ file, svg }) => [`${ASSETS}/${file}`, svg] as const)
  return { [PAGE]: replaceBlocks(page, blocks(results)), ...Object.fromEntries(pictures) }
}

/** Writes them. */
export function writeDocs(results: Results): void {
  mkdirSync(ASSETS, { recursive: true })
  for (const [path, text] of Object.entries(renderDocs(results, readFileSync(PAGE, 'utf8')))) writeFileSync(path, text)
}
