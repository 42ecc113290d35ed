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

  it.runIf(posix)('takes a link for one more name of a file, and follows none that leads out or to a folder', () => {
    put('real.pt', 'in/deep.pt')
    symlinkSync('real.pt', join(root, 'link.txt'))
    symlinkSync('.', join(root, 'loop'))
    symlinkSync('in', join(root, 'way'))
    symlinkSync('/etc', join(root, 'etc'))
    symlinkSync('a', join(root, 'b'))
    symlinkSync('b', join(root, 'a'))
    const { files, links, notices } = discover(root)
    expect(files).toEqual(['in/deep.pt', 'link.txt', 'real.pt'])
    expect(links).toEqual(['link.txt'])
    expect(notices).toEqual(['Symbolic link not followed: a', 'Symbolic link not followed: b', 'Symbolic link not followed: etc'])
  })

  it.runIf(posix)('lists links out of the tree, or to nothing, that are called like a model', () => {
    put('in/real.pt')
    symlinkSync('real.pt', join(root, 'in/same.pt'))
    symlinkSync(join(root, 'elsewhere'), join(root, 'in/model.SAFETENSORS'))
    symlinkSync(join(root, 'elsewhere'), join(root, 'in/python'))
    symlinkSync('/dev/zero', join(root, 'in/device.pkl'))
    symlinkSync('nothing', join(root, 'in/dangling.pkl'))
    symlinkSync('nothing', join(root, 'in/dangling.txt'))
    symlinkSync(join(root, 'elsewhere'), join(root, 'in/chat_template.jinja'))
    put('elsewhere')
    const { files, notices } = discover(join(root, 'in'))
    expect(files).toEqual(['chat_template.jinja', 'dangling.pkl', 'model.SAFETENSORS', 'real.pt', 'same.pt'])
    expect(notices).toHaveLength(6)
    expect(discover(root).files).toEqual(
      ['elsewhere', ...files, 'python'].map((path) => (path === 'elsewhere' ? path : `in/${path}`)).sort(),
    )
    expect(discover(join(root, 'in'), undefined, [root]).files).toEqual([...files, 'python'].sort())
  })

  it.runIf(posix)('lists a link to a folder out of the tree where a model lies in it', () => {
    put('in/a.txt', 'models/v1/model.pt', 'notes/a.txt')
    symlinkSync('../models', join(root, 'in/models'))
    symlinkSync('../notes', join(root, 'in/notes'))
    expect(discover(join(root, 'in')).files).toEqual(['a.txt', 'models'])
  })

  it.runIf(posix)('lists every link where nothing else is there', () => {
    put('elsewhere/a.txt')
    mkdirSync(join(root, 'in'))
    symlinkSync('../elsewhere', join(root, 'in/way'))
    symlinkSync('nothing', join(root, 'in/dangling'))
    symlinkSync('loop', join(root, 'in/loop'))
    expect(discover(join(root, 'in')).files).toEqual(['dangling', 'loop', 'way'])
  })

  it.runIf(posix)('reads files of a folder under the name of a link that means something', () => {
    put('texts/a.jinja', 'texts/sub/b.jinja')
    symlinkSync('texts', join(root, 'additional_chat_templates'))
    symlinkSync('texts', join(root, 'other'))
    expect(discover(root).files).toEqual(['additional_chat_templates/a.jinja', 'texts/a.jinja', 'texts/sub/b.jinja'])
  })

  it.runIf(posix).each(['hub/models--org--name', 'cache'])('takes the cache %s for its snapshots', (home) => {
    put(`${home}/blobs/aaa`, `${home}/blobs/bbb`, `${home}/blobs/rest`, `${home}/refs/main`)
    for (const [link, blob] of [
      ['r1/config.json', 'aaa'],
      ['r1/model.safetensors', 'bbb'],
      ['r2/config.json', 'aaa'],
    ] as const) {
      const path = join(root, home, 'snapshots', link)
      mkdirSync(dirname(path), { recursive: true })
      symlinkSync(`../../blobs/${blob}`, path)
    }
    const paths = ['blobs/rest', 'refs/main', 'snapshots/r1/config.json', 'snapshots/r1/model.safetensors', 'snapshots/r2/config.json']
    expect(discover(root).files).toEqual(paths.map((path) => `${home}/${path}`))
    // A snapshot is scanned with the blobs of its own cache, if that is called like one.
    const { files, notices } = discover(join(root, home, 'snapshots/r1'))
    expect(files).toEqual(['config.json', 'model.safetensors'])
    expect(notices).toHaveLength(home === 'cache' ? 2 : 0)
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
