// Splits the files of a run into shards of about the same work.
import { closeSync, openSync, readSync, statSync } from 'node:fs'
import { resolve } from 'node:path'
import type { Shard } from '../types/report.ts'
import { sha256OfText } from './hash.ts'

export interface SizedFile {
  readonly path: string
  readonly size: number
}

/** GitHub starts no more jobs of one matrix. */
const MAX_SHARDS = 256
/** How a shard is written, for messages. */
export const SHARD_FORM = `such as 2/8, from 1/1 to ${MAX_SHARDS}/${MAX_SHARDS}`
/** What opening a file costs, in bytes read: a thousand small files are work too. */
const COST_OF_A_FILE = 64 * 1024
/** Git LFS, docs/spec.md: a pointer is smaller than 1,024 bytes and begins with its version. */
const MAX_POINTER = 1024
const POINTER = /^version https:\/\/(?:git-lfs|hawser)\.github\.com\/spec\/[^\n]*\n[\s\S]*^size (\d{1,15})$/m

/** Reads `2/8`; undefined where it is no such thing. */
export function parseShard(text: string): { readonly index: number; readonly count: number } | undefined {
  const [, index = 0, count = 0] = (/^(\d{1,3})\/(\d{1,3})$/.exec(text) ?? []).map(Number)
  return index < 1 || index > count || count > MAX_SHARDS ? undefined : { index, count }
}

export interface ShardPlan {
  readonly shard: Shard
  /** The files of this shard, sorted. */
  readonly files: readonly string[]
}

/**
 * The files of shard `index` of `count`. Every machine with the same list comes to the same parts without talking to another: longest file first, each to the
 * part with the least work. `listDigest` is what lets a merge see that they had the same list.
 */
export function planShard(files: readonly SizedFile[], index: number, count: number): ShardPlan {
  const byPath = [...files].sort((a, b) => (a.path < b.path ? -1 : 1))
  const listDigest = sha256OfText(byPath.map(({ path, size }) => `${size} ${JSON.stringify(path)}\n`).join(''))
  const work = new Array<number>(count).fill(0)
  const own: string[] = []
  // A stable sort: files of one size keep the order of their paths.
  for (const { path, size } of byPath.sort((a, b) => b.size - a.size)) {
    let least = 0
    for (let part = 1; part < count; part++) if ((work[part] ?? 0) < (work[least] ?? 0)) least = part
    work[least] = (work[least] ?? 0) + size + COST_OF_A_FILE
    if (least === index - 1) own.push(path)
  }
  return { shard: { index, count, listDigest }, files: own.sort() }
}

/** The sizes of files, paths relative to `root`. For a Git LFS pointer that of the model it stands for, so that fetching it changes no shard. */
export function sizesOf(paths: readonly string[], root: string): readonly SizedFile[] {
  return paths.map((path) => ({ path, size: sizeOf(resolve(root, path)) }))
}

/** 0 where the file cannot be asked: the scan of its shard will say why. */
function sizeOf(path: string): number {
  try {
    const { size } = statSync(path)
    return size <= MAX_POINTER ? (pointerSize(path) ?? size) : size
  } catch {
    return 0
  }
}

function pointerSize(path: string): number | undefined {
  const bytes = Buffer.alloc(MAX_POINTER)
  const fd = openSync(path, 'r')
  try {
    const text = bytes.toString('latin1', 0, readSync(fd, bytes, 0, MAX_POINTER, 0))
    const size = POINTER.exec(text.replaceAll('\r\n', '\n'))?.[1]
    return size === undefined ? undefined : Number(size)
  } finally {
    closeSync(fd)
  }
}
