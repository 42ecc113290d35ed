import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { planShard, type SizedFile, sizesOf } from '../../src/node/shard.ts'

const files = fc.uniqueArray(fc.record({ path: fc.string({ minLength: 1 }), size: fc.nat({ max: 10 ** 9 }) }), {
  selector: ({ path }) => path,
  maxLength: 60,
})

test('every file is in exactly one shard, in whatever order the list comes', () => {
  fc.assert(
    fc.property(files, fc.integer({ min: 1, max: 9 }), (list, count) => {
      const plans = Array.from({ length: count }, (_, at) => planShard(list, at + 1, count))
      expect(plans.flatMap((plan) => plan.files).sort()).toEqual(list.map(({ path }) => path).sort())
      expect(new Set(plans.map(({ shard }) => shard.listDigest)).size).toBe(1)
      for (const [at, plan] of plans.entries()) expect(planShard([...list].reverse(), at + 1, count)).toEqual(plan)
    }),
  )
})

test('no shard has more work than the mean and the largest file', () => {
  fc.assert(
    fc.property(files, fc.integer({ min: 1, max: 9 }), (list, count) => {
      const cost = new Map(list.map(({ path, size }) => [path, size + 64 * 1024]))
      const total = [...cost.values()].reduce((sum, each) => sum + each, 0)
      const largest = Math.max(0, ...cost.values())
      for (let index = 1; index <= count; index++) {
        const work = planShard(list, index, count).files.reduce((sum, path) => sum + (cost.get(path) ?? 0), 0)
        expect(work).toBeLessThanOrEqual(total / count + largest)
      }
    }),
  )
})

test.each<[string, readonly SizedFile[]]>([
  ['a name', [{ path: 'b', size: 1 }]],
  ['a size', [{ path: 'a', size: 2 }]],
  [
    'a file more',
    [
      { path: 'a', size: 1 },
      { path: 'b', size: 0 },
    ],
  ],
  ['names that run together', [{ path: 'a\n1 b', size: 1 }]],
])('the digest tells lists apart by %s', (_what, list) => {
  expect(planShard(list, 1, 1).shard.listDigest).not.toBe(planShard([{ path: 'a', size: 1 }], 1, 1).shard.listDigest)
})

test('a pointer counts as what it points to; whatever only looks like one as itself', () => {
  const root = mkdtempSync(join(tmpdir(), 'modelgate-shard-'))
  try {
    const pointer = `version https://git-lfs.github.com/spec/v1\noid sha256:${'0'.repeat(64)}\nsize 5000000000\n`
    const content: Readonly<Record<string, string>> = {
      pointer,
      windows: pointer.replaceAll('\n', '\r\n'),
      old: pointer.replace('git-lfs', 'hawser'),
      other: 'size 77\n',
      long: pointer.padEnd(2000, ' '),
    }
    for (const [name, text] of Object.entries(content)) writeFileSync(join(root, name), text)
    expect(sizesOf([...Object.keys(content), 'none'], root)).toEqual([
      { path: 'pointer', size: 5_000_000_000 },
      { path: 'windows', size: 5_000_000_000 },
      { path: 'old', size: 5_000_000_000 },
      { path: 'other', size: 8 },
      { path: 'long', size: 2000 },
      { path: 'none', size: 0 },
    ])
  } finally {
    rmSync(root, { recursive: true, force: true })
  }
})
