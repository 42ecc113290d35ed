import { type Fields, type Hdf5File, UNDEFINED } from './file.ts'

/** Signature, version, type and checksum of a node. */
const NODE_OVERHEAD = 10
const MAX_DEPTH = 32
const MAX_RECORDS = 4_000_000

/** Every record of a version 2 B-tree (`BTHD`, specification III.A.2), in no order. Nodes that the file visits twice are read once. */
export function* btreeRecords(file: Hdf5File, address: number): Iterable<{ readonly type: number; readonly fields: Fields }> {
  if (address === UNDEFINED) return
  const head = file.fields(address, 16 + file.offsetSize + 2 + file.lengthSize + 4)
  head.signature('BTHD')
  head.skip(1)
  const type = head.uint(1)
  const nodeSize = head.uint(4)
  const recordSize = head.uint(2)
  const depth = head.uint(2)
  head.skip(2)
  const root = head.offset()
  const rootRecords = head.uint(2)
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
    fields.signature(node.level === 0 ? 'BTLF' : 'BTIN')
    fields.skip(2)
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

/** How wide the counts in a node's child pointers are: as wide as the largest tree below needs. */
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

/** Bytes that hold any number up to `limit`. */
export function bytesFor(limit: number): number {
  return Math.floor(Math.log2(Math.max(1, limit)) / 8) + 1
}
