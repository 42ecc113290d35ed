import { describe, expect, it } from 'vitest'
import { scanBytes } from '../../../src/node/scan-files.ts'

const scan = (name: string, content: string) => scanBytes(name, Buffer.from(content))
const LFS = `version https://git-lfs.github.com/spec/v1\noid sha256:${'0'.repeat(64)}\nsize 123456\n`
const DVC = 'outs:\n- md5: 0123456789abcdef0123456789abcdef\n  size: 100\n  path: model.pkl\n'

describe('a Git LFS pointer', () => {
  it.each(['model.pt', 'model.safetensors', 'model', 'weights.bin', 'model.pkl'])('instead of %s', async (name) => {
    const report = await scan(name, LFS)
    expect(report.formats).toContain('git-lfs-pointer')
    expect(report.incomplete[0]).toMatchObject({ why: 'lfs-pointer', detail: 'a Git LFS pointer, not the file itself (123456 bytes)' })
    expect(report.incomplete[0]?.remedy).toContain('lfs: true')
  })

  it('of the first version', async () => {
    const report = await scan('model.pt', LFS.replace('git-lfs.github.com', 'hawser.github.com'))
    expect(report.incomplete[0]?.why).toBe('lfs-pointer')
  })

  it('without a size', async () => {
    expect((await scan('model.pt', 'version https://git-lfs.github.com/spec/v1\n')).incomplete[0]?.detail).toBe(
      'a Git LFS pointer, not the file itself',
    )
  })

  it.each([
    ['a picture', 'photo.png', LFS],
    ['a text about pointers', 'readme.md', `The first line of a pointer is\n${LFS}`],
    ['a file of more than 1,024 bytes', 'notes', LFS + ' '.repeat(1024)],
  ])('is not %s', async (_what, name, content) => {
    expect((await scan(name, content)).formats).not.toContain('git-lfs-pointer')
  })
})

describe('a DVC pointer', () => {
  it('names its target', async () => {
    const report = await scan('model.pkl.dvc', DVC)
    expect(report.formats).toContain('dvc-pointer')
    expect(report.incomplete[0]).toMatchObject({
      why: 'lfs-pointer',
      detail: 'a DVC pointer to model.pkl, not the file itself',
    })
  })

  it.each([
    ['of a picture', 'photo.png.dvc', DVC],
    ['with another name', 'model.yaml', DVC],
    ['without outs', 'model.pkl.dvc', 'deps:\n- path: x\n'],
    ['that is too long', 'model.pkl.dvc', DVC + '#'.repeat(5000)],
  ])('is none %s', async (_what, name, content) => {
    expect((await scan(name, content)).formats).not.toContain('dvc-pointer')
  })
})
