import { ScanError } from '../../../bytes/errors.ts'
import type { ByteSource } from '../../../bytes/source.ts'
import type { StructureProblem } from '../../../facts/structure.ts'
import type { Format, Scan } from '../../../types/format.ts'
import { Search } from '../../shared/search-bytes.ts'
import { type Line, textLines } from './lines.ts'
import { checkTree, TREE_KEYS } from './tree.ts'

/** Facts of one kind that are stated: one wrong number breaks every tree. */
const MAX_SAME = 5

const HEAD_KEYS = ['num_class', 'num_tree_per_iteration', 'max_feature_idx', 'tree_sizes']
/** What follows the trees; before version 3 nothing said that they end. */
const ENDS: ReadonlySet<string> = new Set(['end of trees', 'feature_importances:', 'feature importances:', 'parameters:'])
const KEYS: ReadonlySet<string> = new Set([...HEAD_KEYS, ...TREE_KEYS, ...ENDS, 'Tree'])

/** Reads what `lightgbm.ts` recognises: the numbers that the library takes for indices and sizes (src/io/tree.cpp, src/boosting/gbdt_model_text.cpp). */
export const scanLightgbm: Format['scan'] = async ({ input }, scan) => {
  if (input.kind === 'stream') throw new ScanError('unsupported', 'a LightGBM model cannot be read from a stream')
  readModel(input, scan)
  // Values hold numbers; a payload may stand in any of them.
  await new Search(input, scan).range(0, input.size)
}

function readModel(input: ByteSource, scan: Scan): void {
  const counts = new Map<StructureProblem, number>()
  const state = (problem: StructureProblem, detail: string, offset: number): void => {
    const count = (counts.get(problem) ?? 0) + 1
    counts.set(problem, count)
    if (count <= MAX_SAME) scan.observe({ kind: 'structure', format: 'lightgbm', problem, detail, offset })
  }
  const head = new Map<string, Line>()
  let tree: Map<string, Line> | undefined
  const finish = (): void => {
    if (tree) checkTree(tree, features(head), state)
  }
  for (const line of textLines(input, KEYS, () => scan.budget.checkTime())) {
    if (line.key === 'Tree' || ENDS.has(line.key)) {
      if (tree === undefined) checkHead(head, input.size - line.at, state)
      finish()
      if (line.key !== 'Tree') return
      tree = new Map([['Tree', line]])
    } else (tree ?? head).set(line.key, line)
  }
  finish()
  throw new ScanError('truncated', 'the trees do not end', input.size)
}

/** How many features a row of data has; unlimited where the head does not say. */
function features(head: ReadonlyMap<string, Line>): number {
  const line = head.get('max_feature_idx')
  return line === undefined ? Number.POSITIVE_INFINITY : Number(line.value) + 1
}

/** `rest`: bytes from the first tree to the end of the file. */
function checkHead(
  head: ReadonlyMap<string, Line>,
  rest: number,
  state: (problem: StructureProblem, detail: string, offset: number) => void,
): void {
  const classes = head.get('num_class')
  const each = head.get('num_tree_per_iteration')
  if (classes !== undefined && each !== undefined) {
    const trees = Number(each.value)
    // The library divides by it, and writes so many results into room for `num_class`.
    if (trees === 0) state('bad-header', 'no tree per iteration, by which the library divides', each.at)
    else if (!(trees > 0) || trees > Number(classes.value))
      state('out-of-bounds', `${trees} trees per iteration for ${classes.value.slice(0, 20)} classes`, each.at)
  }
  const sizes = head.get('tree_sizes')
  if (sizes === undefined) return
  let start = 0
  for (const size of sizes.value.split(' ')) {
    if (size === '') continue
    if (start >= rest || start < 0) return state('out-of-bounds', `a tree begins ${start} bytes behind the first, of ${rest}`, sizes.at)
    start += Number(size)
  }
}
