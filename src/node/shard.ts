// Splits the files of a run into shards of about the same work.
import { closeSync, openSync, readSync, statSync } from 'node:fs'
import { resolve } from 'node:path'
import type { Shard } from '../types/report.ts'
import { sha256OfText } from './hash.ts'

/** A file of a run and its size in bytes. */
export interface SizedFile {
  readonly path: string
  readonly size: number
}

/** GitHub's limit on the jobs of a matrix. */
const MAX_SHARDS = 256
/** The form of a shard, for messages. */
export const SHARD_FORM = `such as 2/8, from 1/1 to ${MAX_SHARDS}/${MAX_SHARDS}`
/** The cost of opening a file, expressed in bytes: a thousand small files are work too. */
const COST_OF_A_FILE = 64 * 1024
/** Git LFS, docs/spec.md: a pointer is smaller than 1,024 bytes and begins with its version. */
const MAX_POINTER = 1024
const POINTER = /^version https:\/\/(?:git-lfs|hawser)\.github\.com\/spec\/[^\n]*\n[\s\S]*^size (\d{1,15})$/m

/** Parses a shard such as `2/8`; undefined if the text has another form. */
export function parseShard(text: string): { readonly index: number; readonly count: number } | undefined {
  const [, index = 0, count = 0] = (/^(\d{1,3})\/(\d{1,3})$/.exec(text) ?? []).map(Number)
  return index < 1 || index > count || count > MAX_SHARDS ? undefined : { index, count }
}

/** A shard and its files. */
export interface ShardPlan {
  readonly shard: Shard
  /** The files of this shard, sorted. */
  readonly files: readonly string[]
}

/**
 * Chooses the files of shard `index` of `count`. Every machine with the same list computes the same shards: the
 * largest file first, each to the shard with the least work so far. By `listDigest` a merge checks that all shards
 * had the same list.
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

/**
 * Returns the sizes of files; paths are relative to `root`. A Git LFS pointer counts as the file that it replaces, so
 * that downloading it changes no shard.
 */
export function sizesOf(paths: readonly string[], root: string): readonly SizedFile[] {
  return paths.map((path) => ({ path, size: sizeOf(resolve(root, path)) }))
}

/** Returns 0 if the file is not accessible: the scan of its shard reports why. */
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
