import type { StructureProblem } from '../../../facts/structure.ts'
import type { Line } from './lines.ts'

type State = (problem: StructureProblem, detail: string, offset: number) => void

/** What of a tree names other parts of it. */
export const TREE_KEYS: readonly string[] = [
  'num_leaves',
  'num_cat',
  'split_feature',
  'threshold',
  'decision_type',
  'left_child',
  'right_child',
  'cat_boundaries',
  'cat_threshold',
  'is_linear',
  'leaf_features',
]

/** The bit of `decision_type` that makes a threshold the number of a set of categories (include/LightGBM/tree.h, kCategoricalMask). */
const CATEGORICAL = 1

/** States what prediction would follow out of the tree. `features`: how many the model has. */
export function checkTree(tree: ReadonlyMap<string, Line>, features: number, state: State): void {
  const name = `tree ${tree.get('Tree')?.value.slice(0, 20) ?? '?'}`
  const at = tree.get('Tree')?.at ?? 0
  const leaves = Number(tree.get('num_leaves')?.value ?? Number.NaN)
  if (!Number.isInteger(leaves) || leaves < 1) return state('bad-header', `${name} has no valid number of leaves`, at)
  checkLinear(tree, name, features, state)
  if (leaves === 1) return
  checkChildren(tree, name, leaves, state)
  const splits = tree.get('split_feature')
  checkAll(splits, leaves - 1, `${name} splits by feature`, (feature) => feature >= 0 && feature < features, state)
  checkCategories(tree, name, state)
}

/** A child is a node, or with all bits turned over a leaf; a node that is reached twice is one that prediction may never leave. */
function checkChildren(tree: ReadonlyMap<string, Line>, name: string, leaves: number, state: State): void {
  const reached = new Set<number>([0])
  for (const side of ['left_child', 'right_child']) {
    const line = tree.get(side)
    const inside = (child: number): boolean => (child >= 0 ? child < leaves - 1 : child >= -leaves)
    if (!checkAll(line, leaves - 1, `${name} has the child`, inside, state)) continue
    for (const child of numbers(line?.value ?? '')) {
      if (child < 0) continue
      if (reached.has(child)) return state('bad-header', `${name} reaches the node ${child} twice`, line?.at ?? 0)
      reached.add(child)
    }
  }
}

/** The sets of categories: `cat_boundaries` are places in `cat_threshold`. */
function checkCategories(tree: ReadonlyMap<string, Line>, name: string, state: State): void {
  const decisions = tree.get('decision_type')
  const thresholds = tree.get('threshold')
  if (decisions === undefined || thresholds === undefined) return
  const types = numbers(decisions.value)
  if (!types.some((type) => (type & CATEGORICAL) !== 0)) return
  const sets = Number(tree.get('num_cat')?.value ?? 0)
  const limits = numbers(thresholds.value)
  const wrong = types.findIndex((type, index) => (type & CATEGORICAL) !== 0 && !inRange(Math.trunc(limits[index] ?? -1), sets))
  if (wrong >= 0) state('out-of-bounds', `${name} asks for the set of categories ${limits[wrong] ?? '?'} of ${sets}`, thresholds.at)
  const boundaries = tree.get('cat_boundaries')
  const end = numbers(tree.get('cat_threshold')?.value ?? '').length
  checkAll(boundaries, sets + 1, `${name} has a set of categories that ends at`, (boundary) => boundary >= 0 && boundary <= end, state)
}

/** Leaves of linear trees compute with features. */
function checkLinear(tree: ReadonlyMap<string, Line>, name: string, features: number, state: State): void {
  const line = tree.get('leaf_features')
  if (Number(tree.get('is_linear')?.value ?? 0) === 0 || line === undefined) return
  checkAll(line, 0, `${name} computes with feature`, (feature) => inRange(feature, features), state)
}

/** True if the line has at least `count` numbers, each of which is inside. */
function checkAll(line: Line | undefined, count: number, what: string, inside: (value: number) => boolean, state: State): boolean {
  if (line === undefined) {
    if (count > 0) state('bad-header', `${what}: the list is not there`, 0)
    return false
  }
  const values = numbers(line.value)
  const wrong = values.find((value) => !inside(value))
  if (wrong !== undefined) state('out-of-bounds', `${what} ${wrong}, which is not there`, line.at)
  else if (values.length < count) state('bad-header', `${what}: ${values.length} of ${count} numbers`, line.at)
  return wrong === undefined && values.length >= count
}

function numbers(text: string): readonly number[] {
  return text
    .split(' ')
    .filter((word) => word !== '')
    .map(Number)
}

function inRange(value: number, count: number): boolean {
  return value >= 0 && value < count
}
