// Checks that the children, features and categories of one LightGBM tree are within bounds.
import type { StructureProblem } from '../../../facts/structure.ts'
import type { Line } from './lines.ts'

type Report = (problem: StructureProblem, detail: string, offset: number) => void

/** Keys of a tree that are checked. */
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

/**
 * The bit of `decision_type` for a categorical split: its threshold is the index of a set (LightGBM/tree.h,
 * kCategoricalMask).
 */
const CATEGORICAL = 1

/**
 * Reports indices with which prediction would read outside of the tree. `features` is the number of features of the
 * model.
 */
export function checkTree(tree: ReadonlyMap<string, Line>, features: number, report: Report): void {
  const name = `tree ${tree.get('Tree')?.value.slice(0, 20) ?? '?'}`
  const at = tree.get('Tree')?.at ?? 0
  const leaves = Number(tree.get('num_leaves')?.value ?? Number.NaN)
  if (!Number.isInteger(leaves) || leaves < 1) return report('bad-header', `${name} has no valid number of leaves`, at)
  checkLinear(tree, name, features, report)
  if (leaves === 1) return
  checkChildren(tree, name, leaves, report)
  const splits = tree.get('split_feature')
  checkAll(splits, leaves - 1, `${name} splits by feature`, (feature) => feature >= 0 && feature < features, report)
  checkCategories(tree, name, report)
}

/** A child is the index of a node, or the complement of the index of a leaf. A node with two parents may be a loop. */
function checkChildren(tree: ReadonlyMap<string, Line>, name: string, leaves: number, report: Report): void {
  const reached = new Set<number>([0])
  for (const side of ['left_child', 'right_child']) {
    const line = tree.get(side)
    const inside = (child: number): boolean => (child >= 0 ? child < leaves - 1 : child >= -leaves)
    if (!checkAll(line, leaves - 1, `${name} has the child`, inside, report)) continue
    for (const child of numbers(line?.value ?? '')) {
      if (child < 0) continue
      if (reached.has(child)) return report('bad-header', `${name} reaches the node ${child} twice`, line?.at ?? 0)
      reached.add(child)
    }
  }
}

/** Checks the sets of categories: `cat_boundaries` are indices into `cat_threshold`. */
function checkCategories(tree: ReadonlyMap<string, Line>, name: string, report: Report): void {
  const decisions = tree.get('decision_type')
  const thresholds = tree.get('threshold')
  if (decisions === undefined || thresholds === undefined) return
  const types = numbers(decisions.value)
  if (!types.some((type) => (type & CATEGORICAL) !== 0)) return
  const sets = Number(tree.get('num_cat')?.value ?? 0)
  const limits = numbers(thresholds.value)
  const wrong = types.findIndex((type, index) => (type & CATEGORICAL) !== 0 && !inRange(Math.trunc(limits[index] ?? -1), sets))
  if (wrong >= 0) report('out-of-bounds', `${name} uses the set of categories ${limits[wrong] ?? '?'}, but has ${sets}`, thresholds.at)
  const boundaries = tree.get('cat_boundaries')
  const end = numbers(tree.get('cat_threshold')?.value ?? '').length
  checkAll(boundaries, sets + 1, `${name} has a set of categories that ends at`, (boundary) => boundary >= 0 && boundary <= end, report)
}

/** Checks the features with which the leaves of a linear tree compute. */
function checkLinear(tree: ReadonlyMap<string, Line>, name: string, features: number, report: Report): void {
  const line = tree.get('leaf_features')
  if (Number(tree.get('is_linear')?.value ?? 0) === 0 || line === undefined) return
  checkAll(line, 0, `${name} computes with feature`, (feature) => inRange(feature, features), report)
}

/** Returns whether the line has at least `count` numbers that are all in bounds; reports if not. */
function checkAll(line: Line | undefined, count: number, what: string, inside: (value: number) => boolean, report: Report): boolean {
  if (line === undefined) {
    if (count > 0) report('bad-header', `${what}: the list is missing`, 0)
    return false
  }
  const values = numbers(line.value)
  const wrong = values.find((value) => !inside(value))
  if (wrong !== undefined) report('out-of-bounds', `${what} ${wrong}, which does not exist`, line.at)
  else if (values.length < count) report('bad-header', `${what}: ${values.length} of ${count} numbers`, line.at)
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
