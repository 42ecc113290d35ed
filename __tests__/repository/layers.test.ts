import { expect, it } from 'vitest'
import { forbiddenImports } from '../../scripts/layers.ts'

it('no import goes upwards or to an edge, and modules of Node stay where they belong', () => {
  expect(forbiddenImports()).toEqual([])
})
