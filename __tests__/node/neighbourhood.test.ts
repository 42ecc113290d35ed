import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { formats } from '../../src/formats/index.ts'
import { createNeighbours } from '../../src/node/neighbourhood.ts'

const base = mkdtempSync(join(tmpdir(), 'modelgate-neighbours-'))
afterAll(() => rmSync(base, { recursive: true, force: true }))

let folders = 0

/** What a configuration has around it whose folder holds a file of this name. */
function beside(name: string): string {
  const folder = `folder${folders++}`
  mkdirSync(join(base, folder, 'config'), { recursive: true })
  writeFileSync(join(base, folder, name), '')
  return createNeighbours(base)(`${folder}/config/settings.yaml`)
}

describe('a configuration is that of a model', () => {
  const models = formats
    .filter(({ kind }) => kind === 'model')
    .flatMap(({ promises, suggests = [] }) => [...(promises?.extensions ?? []), ...suggests])

  test.each([...new Set(models)])('beside a file with the extension %s', (extension) => {
    expect(beside(`Weights${extension.toUpperCase()}`)).toBe('model')
  })

  test('of MLflow, in the folder of its MLmodel', () => {
    mkdirSync(join(base, 'mlflow'))
    writeFileSync(join(base, 'mlflow', 'MLmodel'), '')
    expect(createNeighbours(base)('mlflow/requirements.txt')).toBe('MLmodel')
  })

  // Arrays, tables, archives, databases and texts lie beside the settings of any program.
  test.each(['x.npy', 'x.parquet', 'x.rds', 'x.zip', 'x.tar.gz', 'x.sqlite', 'x.json', 'x.txt', 'x.py', 'x.dat', 'x.params', 'pt', '.pt'])(
    'and not beside %s',
    (name) => {
      expect(beside(name)).toBe('none')
    },
  )
})
