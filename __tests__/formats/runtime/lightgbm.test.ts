import { describe, expect, test } from 'vitest'
import { scanBytes } from '../../../src/node/scan-files.ts'

const HEAD = `tree
version=v4
num_class=1
num_tree_per_iteration=1
label_index=0
max_feature_idx=1
objective=regression
feature_names=a b
feature_infos=[0:1] [0:1]
tree_sizes=300

`
/** Two splits and three leaves; the second split asks for a set of categories. */
const TREE = `Tree=0
num_leaves=3
num_cat=1
split_feature=0 1
split_gain=1 1
threshold=0.5 0
decision_type=2 1
left_child=1 -1
right_child=-3 -2
cat_boundaries=0 1
cat_threshold=5
leaf_value=0.1 0.2 0.3
is_linear=0
shrinkage=1

`
const END = `
end of trees

feature_importances:
a=1
`
const LINEAR = 'is_linear=1\nleaf_const=0 0 0\nnum_features=1 0 1\nleaf_features=0   1 \nleaf_coeff=1   1 '

const scan = async (text: string) => {
  const { formats, findings, incomplete } = await scanBytes('model.txt', new TextEncoder().encode(text))
  return { formats, rules: [...new Set(findings.map(({ rule }) => rule))].sort(), incomplete: incomplete.map(({ why }) => why) }
}

const changed = (from: string, to: string) => {
  const whole = HEAD + TREE + END
  expect(whole).toContain(from)
  return whole.replace(from, to)
}

describe('a model', () => {
  test.each<[string, string]>([
    ['as it is written', HEAD + TREE + END],
    ['of another system', (HEAD + TREE + END).replaceAll('\n', '\r\n')],
    ['of version 2, which does not say where the trees end', `${HEAD}${TREE}\nfeature importances:\na=1\n`],
    ['of one leaf', `${HEAD}Tree=0\nnum_leaves=1\nnum_cat=0\nsplit_feature=\nleft_child=\nright_child=\nleaf_value=1\n\n${END}`],
    ['with linear leaves', changed('is_linear=0', LINEAR)],
    ['of several classes', changed('num_class=1\nnum_tree_per_iteration=1', 'num_class=3\nnum_tree_per_iteration=3')],
  ])('%s is quiet', async (_, text) => {
    expect(await scan(text)).toEqual({ formats: ['lightgbm'], rules: [], incomplete: [] })
  })
})

describe('numbers that lead out', () => {
  test.each<[string, string, string]>([
    ['a child', 'left_child=1 -1', 'left_child=1000000 -1'],
    ['a leaf', 'right_child=-3 -2', 'right_child=-4 -2'],
    ['no number', 'right_child=-3 -2', 'right_child=x -2'],
    ['a feature', 'split_feature=0 1', 'split_feature=0 2'],
    ['a feature below zero', 'split_feature=0 1', 'split_feature=0 -1'],
    ['a set of categories', 'threshold=0.5 0', 'threshold=0.5 1'],
    ['a set of categories that is too long', 'cat_boundaries=0 1', 'cat_boundaries=0 2'],
    ['a set where there are none', 'num_cat=1', 'num_cat=0'],
    ['a feature of a linear leaf', 'is_linear=0', LINEAR.replace('  1 ', '  7 ')],
    ['more trees than classes', 'num_tree_per_iteration=1', 'num_tree_per_iteration=2'],
    ['no class', 'num_class=1', 'num_class=0'],
    ['a tree behind the end', 'tree_sizes=300', 'tree_sizes=99999999999 300'],
    ['a tree before the beginning', 'tree_sizes=300', 'tree_sizes=-400 300'],
  ])('%s', async (_, from, to) => {
    expect(await scan(changed(from, to))).toEqual({ formats: ['lightgbm'], rules: ['files/out-of-bounds'], incomplete: [] })
  })
})

describe('numbers at which the library stops', () => {
  test.each<[string, string, string]>([
    ['a circle', 'left_child=1 -1', 'left_child=1 0'],
    ['lists that are too short', 'num_leaves=3', 'num_leaves=4'],
    ['no leaves', 'num_leaves=3', 'num_leaves=-3'],
    ['no list', 'split_feature=0 1\n', ''],
    ['no trees in an iteration', 'num_tree_per_iteration=1', 'num_tree_per_iteration=0'],
  ])('%s', async (_, from, to) => {
    expect((await scan(changed(from, to))).rules).toEqual(['files/bad-header'])
  })
})

test('a file that is cut within its trees is incomplete', async () => {
  for (let length = HEAD.length; length < HEAD.length + TREE.length; length += 7)
    expect((await scan((HEAD + TREE + END).slice(0, length))).incomplete).toEqual(['truncated'])
})

test('lists that are longer than a block are read whole', async () => {
  const leaves = 200_000
  const list = (of: (index: number) => number) => Array.from({ length: leaves - 1 }, (_, index) => of(index)).join(' ')
  const tree = (last: number) =>
    `Tree=0\nnum_leaves=${leaves}\nnum_cat=0\nsplit_feature=${list(() => 1)}\nthreshold=${list((index) => index)}\ndecision_type=${list(() => 2)}\n` +
    `left_child=${list((index) => (index === leaves - 2 ? last : index + 1))}\nright_child=${list((index) => -index - 1)}\n\n`
  expect((await scan(HEAD + tree(-leaves) + END)).rules).toEqual([])
  expect((await scan(HEAD + tree(-leaves - 1) + END)).rules).toEqual(['files/out-of-bounds'])
})
