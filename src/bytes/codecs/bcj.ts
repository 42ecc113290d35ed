// Undoes the branch filters of xz and 7-Zip, which change jump addresses in machine code.
/**
 * Undoes a branch filter in place in `bytes`, which start at offset `at` of the data; returns how many bytes are done.
 * The rest is passed again with more data, and is not changed at the end.
 */
export type Branches = (bytes: Uint8Array, at: number) => number

/**
 * Branch filters of xz and 7-Zip by id. They made addresses of jumps absolute, so that programs compress better
 * (liblzma/simple/ of XZ Utils). The filter for RISC-V of later versions is missing.
 */
export const branchFilters: ReadonlyMap<number, () => Branches> = new Map<number, () => Branches>([
  [4, x86],
  [5, () => aligned(4, powerpc)],
  [6, () => aligned(16, ia64)],
  [7, () => aligned(4, arm)],
  [8, () => armThumb],
  [9, () => aligned(4, sparc)],
  [10, () => aligned(4, arm64)],
])

/** Undoes one instruction at `index` in the view and at offset `pc` of the data. */
type Instruction = (view: DataView, index: number, pc: number) => void

function aligned(size: number, undo: Instruction): Branches {
  return (bytes, at) => {
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    let index = 0
    for (; index + size <= bytes.length; index += size) undo(view, index, at + index)
    return index
  }
}

function arm(view: DataView, index: number, pc: number): void {
  if (view.getUint8(index + 3) !== 0xeb) return
  const target = ((view.getUint32(index, true) & 0xffffff) << 2) - (pc + 8)
  view.setUint32(index, 0xeb000000 + ((target >>> 2) & 0xffffff), true)
}

function powerpc(view: DataView, index: number, pc: number): void {
  const word = view.getUint32(index)
  if (word >>> 26 !== 0x12 || (word & 3) !== 1) return
  view.setUint32(index, 0x48000001 + (((word & 0x3fffffc) - pc) & 0x3fffffc))
}

function sparc(view: DataView, index: number, pc: number): void {
  const word = view.getUint32(index)
  if (word >>> 22 !== 0x100 && word >>> 22 !== 0x1ff) return
  const target = ((word << 2) - pc) >>> 2
  view.setUint32(index, (((0 - ((target >>> 22) & 1)) << 22) & 0x3fffffff) | (target & 0x3fffff) | 0x40000000)
}

function arm64(view: DataView, index: number, pc: number): void {
  const word = view.getUint32(index, true)
  if (word >>> 26 === 0x25) {
    view.setUint32(index, 0x94000000 + ((word - Math.floor(pc / 4)) & 0x3ffffff), true)
    return
  }
  if ((word & 0x9f000000) >>> 0 !== 0x90000000) return
  const source = ((word >>> 29) & 3) | ((word >>> 3) & 0x1ffffc)
  if (((source + 0x20000) & 0x1c0000) !== 0) return
  const target = source - Math.floor(pc / 4096)
  const sign = (0 - (target & 0x20000)) & 0xe00000
  view.setUint32(index, ((word & 0x9000001f) | ((target & 3) << 29) | ((target & 0x3fffc) << 3) | sign) >>> 0, true)
}

/** One bit for each of the three slots of a bundle that can be a branch, by template. */
const IA64_BRANCHES = [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 4, 4, 6, 6, 0, 0, 7, 7, 4, 4, 0, 0, 4, 4, 0, 0]

function ia64(view: DataView, index: number, pc: number): void {
  const mask = IA64_BRANCHES[view.getUint8(index) & 31] ?? 0
  for (let slot = 0; slot < 3; slot++) {
    if (((mask >> slot) & 1) === 0) continue
    const bit = 5 + 41 * slot
    const start = index + (bit >> 3)
    const shift = BigInt(bit & 7)
    let word = 0n
    for (let byte = 5; byte >= 0; byte--) word = (word << 8n) | BigInt(view.getUint8(start + byte))
    const code = word >> shift
    if (((code >> 37n) & 0xfn) !== 5n || ((code >> 9n) & 7n) !== 0n) continue
    const source = ((code >> 13n) & 0xfffffn) | (((code >> 36n) & 1n) << 20n)
    const target = BigInt.asUintN(32, (source << 4n) - BigInt(pc)) >> 4n
    const changed = (code & ~(0x8fffffn << 13n)) | ((target & 0xfffffn) << 13n) | ((target & 0x100000n) << 16n)
    word = (word & ((1n << shift) - 1n)) | (changed << shift)
    for (let byte = 0; byte < 6; byte++) view.setUint8(start + byte, Number((word >> BigInt(8 * byte)) & 0xffn))
  }
}

/** Undoes pairs of half words at even offsets. */
function armThumb(bytes: Uint8Array, at: number): number {
  let index = 0
  for (; index + 4 <= bytes.length; index += 2) {
    const [low0 = 0, high0 = 0, low1 = 0, high1 = 0] = bytes.subarray(index, index + 4)
    if ((high0 & 0xf8) !== 0xf0 || (high1 & 0xf8) !== 0xf8) continue
    const source = ((high0 & 7) << 19) | (low0 << 11) | ((high1 & 7) << 8) | low1
    const target = ((source << 1) - (at + index + 4)) >>> 1
    bytes.set([target >>> 11, 0xf0 | ((target >>> 19) & 7), target, 0xf8 | ((target >>> 8) & 7)], index)
    index += 2
  }
  return index
}

const MASK_TO_BIT = [0, 1, 2, 2, 3]
const isSign = (byte: number): boolean => byte === 0 || byte === 0xff

/** Undoes CALL and JMP: opcode E8 or E9 and four bytes, unless the bytes before make it part of another instruction. */
function x86(): Branches {
  let mask = 0
  let last = -5
  return (bytes, at) => {
    let index = 0
    if (at - last > 5) last = at - 5
    while (index + 5 <= bytes.length) {
      if (((bytes[index] ?? 0) & 0xfe) !== 0xe8) {
        index++
        continue
      }
      const distance = at + index - last
      last = at + index
      if (distance > 5) mask = 0
      else for (let step = 0; step < distance; step++) mask = (mask & 0x77) << 1
      const top = bytes[index + 4] ?? 0
      const before = mask >> 1
      if (!isSign(top) || before > 4 || before === 3) {
        index++
        mask |= isSign(top) ? 0x11 : 1
        continue
      }
      const target = x86Target(bytes, index, at, mask)
      bytes.set([target, target >>> 8, target >>> 16, (target & 0x1000000) === 0 ? 0 : 0xff], index + 1)
      index += 5
      mask = 0
    }
    return index
  }
}

function x86Target(bytes: Uint8Array, index: number, at: number, mask: number): number {
  let source = new DataView(bytes.buffer, bytes.byteOffset).getUint32(index + 1, true)
  for (;;) {
    const target = (source - (at + index + 5)) >>> 0
    if (mask === 0) return target
    const bits = 8 * (MASK_TO_BIT[mask >> 1] ?? 0)
    if (!isSign((target >>> (24 - bits)) & 0xff)) return target
    source = (target ^ (2 ** (32 - bits) - 1)) >>> 0
  }
}
