// Builds the list of artifacts in SARIF: files and their members.
import type { ArtifactPath } from '../types/artifact.ts'
import type { FileReport } from '../types/report.ts'
import { wellFormed } from './escape.ts'

/** An `artifact` object (SARIF §3.24). */
interface SarifArtifact {
  readonly location: { readonly uri: string; readonly index: number }
  readonly parentIndex?: number
  readonly length?: number
  readonly hashes?: Readonly<Record<string, string>>
}

/** Collects the artifacts of results: the file of the repository, then each member with its container as parent. */
export class Artifacts {
  readonly list: SarifArtifact[] = []
  private readonly indices = new Map<string, number>()

  /** Adds an artifact. Returns the index of the file and, for a member, that of the innermost member. */
  add(file: FileReport, uri: string, path: ArtifactPath): { readonly file: number; readonly member?: number } {
    const outer = this.indexOf(JSON.stringify([file.path]), (index) => ({
      location: { uri, index },
      length: file.size,
      ...(file.sha256 === undefined ? {} : { hashes: { 'sha-256': file.sha256 } }),
    }))
    let parentIndex = outer
    for (let depth = 1; depth < path.length; depth++) {
      const container = parentIndex
      const key = JSON.stringify([container, path[depth]])
      parentIndex = this.indexOf(key, (index) => ({ location: { uri: memberUri(path[depth] ?? ''), index }, parentIndex: container }))
    }
    return parentIndex === outer ? { file: outer } : { file: outer, member: parentIndex }
  }

  private indexOf(key: string, make: (index: number) => SarifArtifact): number {
    const known = this.indices.get(key)
    if (known !== undefined) return known
    const index = this.list.length
    this.list.push(make(index))
    this.indices.set(key, index)
    return index
  }
}

/** Returns a path of the repository as a relative URI reference; undefined for a path that leads out of it. */
export function relativeUri(path: string): string | undefined {
  if (path === '' || path.startsWith('/') || /^[A-Za-z]:[\\/]/.test(path)) return undefined
  const segments = path.split('/').filter((segment) => segment !== '' && segment !== '.')
  if (segments.includes('..') || segments.length === 0) return undefined
  return segments.map(encodeSegment).join('/')
}

/**
 * Returns the name within the container as a relative URI (SARIF §3.24.2). No name may become an authority, scheme or
 * other folder.
 */
function memberUri(name: string): string {
  return name
    .split('/')
    .map((segment) => encodeSegment(segment === '' || segment === '.' || segment === '..' ? `_${segment}` : segment))
    .join('/')
}

function encodeSegment(segment: string): string {
  return encodeURIComponent(wellFormed(segment))
}
