// Reads all records of a version 2 B-tree of an HDF5 file.
import { type Fields, type Structure, sizeOf, UNDEFINED } from './fields.ts'
import type { Hdf5File } from './file.ts'

/** Version 2 B-tree header (specification III.A.2). */
const HEADER = {
  signature: 'BTHD',
  version: 1,
  type: 1,
  nodeSize: 4,
  recordSize: 2,
  depth: 2,
  splitPercent: 1,
  mergePercent: 1,
  root: 'O',
  rootRecords: 2,
  totalRecords: 'L',
  checksum: 4,
} as const satisfies Structure
const INTERNAL_NODE = { signature: 'BTIN', version: 1, type: 1 } as const satisfies Structure
const LEAF_NODE = { signature: 'BTLF', version: 1, type: 1 } as const satisfies Structure
/** Bytes of a node's signature, version, type and checksum. */
const NODE_OVERHEAD = 10
const MAX_DEPTH = 32
const MAX_RECORDS = 4_000_000

/**
 * Returns every record of a version 2 B-tree, in no particular order. A node that is referred to twice is read once.
 */
export function* btreeRecords(file: Hdf5File, address: number): Iterable<{ readonly type: number; readonly fields: Fields }> {
  if (address === UNDEFINED) return
  const head = file.fields(address, sizeOf(file, HEADER))
  const { type, nodeSize, recordSize, depth, root, rootRecords } = head.record(HEADER)
  if (root === UNDEFINED || rootRecords === 0) return
  if (recordSize === 0 || nodeSize <= NODE_OVERHEAD || depth > MAX_DEPTH) throw head.broken('a B-tree of impossible shape')
  const levels = levelsOf(file, nodeSize, recordSize, depth)
  const seen = new Set<number>()
  const nodes = [{ address: root, records: rootRecords, level: depth }]
  let count = 0
  for (let node = nodes.pop(); node; node = nodes.pop()) {
    if (seen.has(node.address)) continue
    seen.add(node.address)
    const fields = file.upTo(node.address, nodeSize)
    fields.record(node.level === 0 ? LEAF_NODE : INTERNAL_NODE)
    count += node.records
    if (count > MAX_RECORDS) throw head.broken('a B-tree of too many records')
    for (let i = 0; i < node.records; i++) yield { type, fields: fields.part(recordSize) }
    if (node.level === 0) continue
    const { countBytes, totalBytes } = levels[node.level] ?? { countBytes: 1, totalBytes: 0 }
    for (let i = 0; i <= node.records; i++) {
      const child = { address: fields.offset(), records: fields.uint(countBytes), level: node.level - 1 }
      fields.skip(totalBytes)
      nodes.push(child)
    }
  }
}

/** Returns how wide the counts in a node's child pointers are on each level: they fit the largest tree below it. */
function levelsOf(
  file: Hdf5File,
  nodeSize: number,
  recordSize: number,
  depth: number,
): readonly { countBytes: number; totalBytes: number }[] {
  const leafMost = Math.floor((nodeSize - NODE_OVERHEAD) / recordSize)
  const countBytes = bytesFor(leafMost)
  const levels = [{ countBytes, totalBytes: 0 }]
  let totalBytes = 0
  let below = leafMost
  for (let level = 1; level <= depth; level++) {
    levels.push({ countBytes, totalBytes })
    const pointer = file.offsetSize + countBytes + totalBytes
    const most = Math.max(0, Math.floor((nodeSize - NODE_OVERHEAD - pointer) / (recordSize + pointer)))
    below = (most + 1) * below + most
    totalBytes = bytesFor(below)
  }
  return levels
}

/** Returns the number of bytes that numbers up to `limit` need. */
export function bytesFor(limit: number): number {
  return Math.floor(Math.log2(Math.max(1, limit)) / 8) + 1
}
