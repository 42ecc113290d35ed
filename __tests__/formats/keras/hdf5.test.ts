import { describe, expect, test } from 'vitest'
import { scanBytes } from '../../../src/node/scan-files.ts'
import * as files from '../../wire/hdf5-vectors.ts'

async function rulesOf(name: string, bytes: Uint8Array): Promise<string[]> {
  const { findings, incomplete } = await scanBytes(name, bytes)
  return [...new Set([...findings.map(({ rule, severity }) => `${severity} ${rule}`), ...incomplete.map(({ why }) => why)])].sort()
}

describe('real files', () => {
  test.each([
    ['the oldest layout', files.earliest, []],
    ['the newest layout', files.latest, []],
    ['a user block', files.userBlock, []],
    ['a Keras model', files.kerasModel, []],
    ['a pickle among dense attributes', files.denseAttribute, ['critical pickle/dangerous-call']],
    ['a pickled PyTables attribute', files.pytablesAttribute, ['critical pickle/dangerous-call']],
    ['a PyTables object array', files.pytablesObjects, ['critical pickle/dangerous-call']],
    ['a Lambda layer in a nested model', files.kerasLambda, ['critical code/dangerous']],
    ['an external link', files.externalLink, ['high files/external-path']],
    ['external storage', files.externalStorage, ['high files/external-path']],
    ['a virtual dataset', files.virtualDataset, ['high files/external-path']],
    ['a shape that no memory holds', files.shapeBomb, ['high files/shape-bomb']],
  ])('%s', async (_name, bytes, expected) => {
    expect(await rulesOf('model.h5', bytes)).toEqual(expected)
    expect(await rulesOf('renamed.dat', bytes)).toEqual(expected)
  })
})

test('a model is labelled by what is in it', async () => {
  expect((await scanBytes('model.h5', files.kerasModel)).formats).toContain('keras-h5')
  expect((await scanBytes('data.h5', files.latest)).formats).toContain('hdf5')
})

test('what is there of a cut file is still judged', async () => {
  const { findings, incomplete } = await scanBytes('t.h5', files.pytablesAttribute.slice(0, -8))
  expect(findings.map(({ rule }) => rule)).toContain('pickle/dangerous-call')
  expect(incomplete.map(({ why }) => why)).toContain('truncated')
})

describe('claims of the name', () => {
  test.each([
    ['text called .h5', 'model.h5', 'hello, this is no model\n', ['malformed']],
    ['text called .keras', 'model.keras', 'hello, this is no model\n', ['malformed']],
    ['text called .dat', 'model.dat', 'hello, this is no model\n', []],
    ['an empty file', 'model.h5', '', []],
    ['a bare signature', 'model.h5', '\x89HDF\r\n\x1a\n', []],
  ])('%s', async (_name, name, text, expected) => {
    expect(
      await rulesOf(
        name,
        Uint8Array.from(text, (char) => char.charCodeAt(0)),
      ),
    ).toEqual(expected)
  })

  test('a user block beyond the head is looked for under a usual name', async () => {
    const bytes = new Uint8Array(8192 + files.externalLink.length)
    bytes.set(files.externalLink, 8192)
    expect(await rulesOf('model.h5', bytes)).toEqual(['high files/external-path'])
  })
})
