import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { discover, kindOf } from '../../src/node/discover.ts'

const posix = process.platform !== 'win32'
let root: string
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'discover-'))
})
afterEach(() => rmSync(root, { recursive: true, force: true }))

function put(...paths: readonly string[]): void {
  for (const path of paths) {
    mkdirSync(dirname(join(root, path)), { recursive: true })
    writeFileSync(join(root, path), 'x')
  }
}

describe('discover', () => {
  it('finds every regular file, whatever its name, sorted by code unit', () => {
    put('b.pt', 'a/z.bin', 'a/B', 'a/.hidden', 'é', 'node_modules/x/model.pkl', 'sub.git/x')
    expect(discover(root)).toEqual({
      files: ['a/.hidden', 'a/B', 'a/z.bin', 'b.pt', 'node_modules/x/model.pkl', 'sub.git/x', 'é'],
      links: [],
      notices: [],
    })
  })

  it('of an empty folder finds nothing', () => {
    expect(discover(root)).toEqual({ files: [], links: [], notices: [] })
  })

  it('leaves out Git’s own objects', () => {
    put('.git/objects/aa', 'sub/.git/config', 'model.pt')
    expect(discover(root).files).toEqual(['model.pt'])
  })

  it.runIf(posix)('follows no link, and says so', () => {
    put('real.pt')
    symlinkSync('real.pt', join(root, 'link.pt'))
    symlinkSync('.', join(root, 'loop'))
    symlinkSync('/etc', join(root, 'etc'))
    const { files, notices } = discover(root)
    expect(files).toEqual(['real.pt'])
    expect(notices).toEqual(['Symbolic link not followed: etc', 'Symbolic link not followed: link.pt', 'Symbolic link not followed: loop'])
  })

  it.runIf(posix)('lists links that are called like a model and lead to a file that is not on the list', () => {
    put('in/real.pt')
    symlinkSync('real.pt', join(root, 'in/same.pt'))
    symlinkSync(join(root, 'elsewhere'), join(root, 'in/model.SAFETENSORS'))
    symlinkSync(join(root, 'elsewhere'), join(root, 'in/python'))
    symlinkSync('/dev/zero', join(root, 'in/device.pkl'))
    symlinkSync('nothing', join(root, 'in/dangling.pkl'))
    put('elsewhere')
    const { files, links } = discover(join(root, 'in'))
    expect(links).toEqual(['model.SAFETENSORS'])
    expect(files).toEqual(['model.SAFETENSORS', 'real.pt'])
    expect(discover(root).links).toEqual([])
  })

  it.runIf(posix)('names twenty links, and counts the others', () => {
    for (let index = 0; index < 30; index++) symlinkSync('x', join(root, `l${index}`))
    const { notices } = discover(root)
    expect(notices).toHaveLength(21)
    expect(notices[20]).toBe('Symbolic link not followed: 10 more')
  })

  it.runIf(posix && process.getuid?.() !== 0)('puts a folder that cannot be walked on the list', () => {
    put('locked/model.pt', 'ok.pt')
    chmodSync(join(root, 'locked'), 0)
    expect(discover(root).files).toEqual(['locked', 'ok.pt'])
    chmodSync(join(root, 'locked'), 0o700)
  })

  it('puts a root that is not there on the list', () => {
    expect(discover(join(root, 'none')).files).toEqual(['.'])
  })

  it('goes as deep as the tree does', () => {
    const path = `${'d/'.repeat(200)}model.pt`
    put(path)
    expect(discover(root).files).toEqual([path])
  })
})

it.runIf(posix)('kindOf tells what a path itself is', () => {
  put('file')
  symlinkSync('file', join(root, 'link'))
  expect([kindOf(join(root, 'file')), kindOf(root), kindOf(join(root, 'link')), kindOf('/dev/null'), kindOf(join(root, 'none'))]).toEqual([
    'file',
    'folder',
    'link',
    'other',
    undefined,
  ])
})
