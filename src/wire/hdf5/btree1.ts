// Describes the nodes of a version 1 B-tree, which indexes groups and chunks in older HDF5 files.
import type { Structure, Widths } from './fields.ts'
import { sizeOf } from './fields.ts'

/** Start of a node after its signature `TREE` (specification III.A.1). */
export const TREE_NODE = { type: 1, level: 1, entriesUsed: 2 } as const satisfies Structure

/** Bytes of the signature and of `TREE_NODE`. */
export const TREE_NODE_SIZE = 8

const SIBLINGS = { left: 'O', right: 'O' } as const satisfies Structure

/** Returns the address of the first entry of the node at `address`. */
export function firstEntry(file: Widths, address: number): number {
  return address + TREE_NODE_SIZE + sizeOf(file, SIBLINGS)
}
