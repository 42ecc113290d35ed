// Checks the numbers that LightGBM uses as sizes and indices.
import { ScanError } from '../../../bytes/errors.ts'
import type { ByteSource } from '../../../bytes/source.ts'
import type { StructureProblem } from '../../../facts/structure.ts'
import type { Format, Scan } from '../../../types/format.ts'
import { Search } from '../../shared/search-bytes.ts'
import { type Line, textLines } from './lines.ts'
import { checkTree, TREE_KEYS } from './tree.ts'

/** Maximum number of reports of one problem: one wrong number breaks every tree. */
const MAX_SAME = 5

const HEAD_KEYS = ['num_class', 'num_tree_per_iteration', 'max_feature_idx', 'tree_sizes']
/** Lines that follow the last tree. Versions before 3 wrote no `end of trees`. */
const ENDS: ReadonlySet<string> = new Set(['end of trees', 'feature_importances:', 'feature importances:', 'parameters:'])
const KEYS: ReadonlySet<string> = new Set([...HEAD_KEYS, ...TREE_KEYS, ...ENDS, 'Tree'])

/**
 * Checks the numbers that the library uses as indices and sizes (src/io/tree.cpp, src/boosting/gbdt_model_text.cpp),
 * and searches the file for payloads.
 */
export const scanLightgbm: Format['scan'] = async ({ input }, scan) => {
  if (input.kind === 'stream') throw new ScanError('unsupported', 'a LightGBM model cannot be read from a stream')
  readModel(input, scan)
  // Any value may contain a payload.
  await new Search(input, scan).range(0, input.size)
}

function readModel(input: ByteSource, scan: Scan): void {
  const counts = new Map<StructureProblem, number>()
  const report = (problem: StructureProblem, detail: string, offset: number): void => {
    const count = (counts.get(problem) ?? 0) + 1
    counts.set(problem, count)
    if (count <= MAX_SAME) scan.observe({ kind: 'structure', format: 'lightgbm', problem, detail, offset })
  }
  const head = new Map<string, Line>()
  let tree: Map<string, Line> | undefined
  const finish = (): void => {
    if (tree) checkTree(tree, features(head), report)
  }
  for (const line of textLines(input, KEYS, () => scan.budget.checkTime())) {
    if (line.key === 'Tree' || ENDS.has(line.key)) {
      if (tree === undefined) checkHead(head, input.size - line.at, report)
      finish()
      if (line.key !== 'Tree') return
      tree = new Map([['Tree', line]])
    } else (tree ?? head).set(line.key, line)
  }
  finish()
  throw new ScanError('truncated', 'the file ends before the trees end', input.size)
}

/** Returns the number of features of a row of data; infinity if the header does not declare it. */
function features(head: ReadonlyMap<string, Line>): number {
  const line = head.get('max_feature_idx')
  return line === undefined ? Number.POSITIVE_INFINITY : Number(line.value) + 1
}

/** Checks the header. `rest` is the number of bytes from the first tree to the end of the file. */
function checkHead(
  head: ReadonlyMap<string, Line>,
  rest: number,
  report: (problem: StructureProblem, detail: string, offset: number) => void,
): void {
  const classes = head.get('num_class')
  const each = head.get('num_tree_per_iteration')
  if (classes !== undefined && each !== undefined) {
    const trees = Number(each.value)
    // The library divides by the number, and writes as many results into an array of `num_class` elements.
    if (trees === 0) report('bad-header', 'the number of trees per iteration is 0, and the library divides by it', each.at)
    else if (!(trees > 0) || trees > Number(classes.value))
      report('out-of-bounds', `${trees} trees per iteration for ${classes.value.slice(0, 20)} classes`, each.at)
  }
  const sizes = head.get('tree_sizes')
  if (sizes === undefined) return
  let start = 0
  for (const size of sizes.value.split(' ')) {
    if (size === '') continue
    if (start >= rest || start < 0)
      return report('out-of-bounds', `a tree begins ${start} bytes after the first one, but only ${rest} bytes follow`, sizes.at)
    start += Number(size)
  }
}
