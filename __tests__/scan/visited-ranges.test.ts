import { describe, expect, it } from 'vitest'
import { memorySource } from '../../src/bytes/source.ts'
import { VisitedRanges } from '../../src/scan/visited-ranges.ts'
import type { Artifact } from '../../src/types/artifact.ts'

const inner: Artifact = { path: ['a.zip', 'b.zip', 'c.pkl'], input: memorySource(new Uint8Array(8)), fileOffset: 40 }

describe('visited ranges', () => {
  it('are known with what became of them', () => {
    const visited = new VisitedRanges()
    expect(visited.known(inner, 3)).toBeUndefined()
    visited.remember(inner, 3, true)
    expect(visited.known(inner, 3)).toBe(true)
    expect(visited.known({ ...inner, path: ['a.zip', 'other.zip', 'c.pkl'] }, 5)).toBe(true)
  })

  it('are read again where the limit on nesting leaves more room', () => {
    const visited = new VisitedRanges()
    visited.remember(inner, 3, false)
    expect(visited.known(inner, 2)).toBeUndefined()
    visited.remember(inner, 2, true)
    expect(visited.known(inner, 2)).toBe(true)
  })

  it.each<[string, Partial<Artifact>]>([
    ['begins elsewhere', { fileOffset: 41 }],
    ['is longer', { input: memorySource(new Uint8Array(9)) }],
    ['has another name, which may claim another format', { path: ['a.zip', 'b.zip', 'config.json'] }],
    ['is read by another loader', { hints: { pickle: 'torch' } }],
    ['is source that runs when it is loaded', { hints: { source: 'load' } }],
    ['was only found by a guess', { hints: { guess: 'constant' } }],
  ])('are others when the member %s', (_what, change) => {
    const visited = new VisitedRanges()
    visited.remember(inner, 2, true)
    expect(visited.known({ ...inner, ...change }, 2)).toBeUndefined()
  })

  it('are none for a pickle that is read with the records beside it', () => {
    const visited = new VisitedRanges()
    const pickle: Artifact = { ...inner, hints: { pickle: 'torch', storage: () => 4 } }
    visited.remember(pickle, 2, true)
    expect(visited.known(pickle, 2)).toBeUndefined()
  })

  it('are none for what lies compressed in the file', () => {
    const visited = new VisitedRanges()
    const { fileOffset: _none, ...inflated } = inner
    visited.remember(inflated, 2, true)
    expect(visited.known(inflated, 2)).toBeUndefined()
  })
})
