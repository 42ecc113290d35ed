import { linkSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { scanFiles } from '../../src/node/scan-files.ts'

const index = JSON.stringify({ metadata: {}, weight_map: { w: 'sub/shard.safetensors' } })
let top = ''
let root = ''

beforeEach(() => {
  top = mkdtempSync(join(tmpdir(), 'companion-'))
  root = join(top, 'checkout')
  mkdirSync(join(root, 'sub'), { recursive: true })
  writeFileSync(join(top, 'secret'), 'outside')
  writeFileSync(join(root, 'inside'), 'inside')
  writeFileSync(join(root, 'model.safetensors.index.json'), index)
})
afterEach(() => rmSync(top, { recursive: true, force: true }))

const rules = async () => {
  const [report] = await scanFiles(['model.safetensors.index.json'], { root })
  return report?.findings.map(({ rule, severity }) => `${severity} ${rule}`)
}

describe.skipIf(process.platform === 'win32')('a file beside a model', () => {
  const shard = () => join(root, 'sub/shard.safetensors')

  it.each<[string, () => void, readonly string[]]>([
    ['is not there', () => undefined, []],
    ['is an ordinary file', () => writeFileSync(shard(), 'x'), []],
    ['is a link out of the checkout', () => symlinkSync(join(top, 'secret'), shard()), ['high files/external-path']],
    ['is a link within it', () => symlinkSync('../inside', shard()), ['medium files/external-data']],
    ['has a second name', () => linkSync(join(top, 'secret'), shard()), ['medium files/external-data']],
    [
      'lies in a folder that is a link',
      () => {
        rmSync(join(root, 'sub'), { recursive: true })
        writeFileSync(join(top, 'shard.safetensors'), 'x')
        symlinkSync(top, join(root, 'sub'))
      },
      ['high files/external-path'],
    ],
  ])('%s', async (_, arrange, expected) => {
    arrange()
    expect(await rules()).toEqual(expected)
  })

  it('is judged the same when the checkout itself is reached through a link', async () => {
    writeFileSync(shard(), 'x')
    symlinkSync(root, join(top, 'way'))
    const [report] = await scanFiles(['model.safetensors.index.json'], { root: join(top, 'way') })
    expect(report?.findings).toEqual([])
  })
})
