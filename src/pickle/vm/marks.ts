// Keeps the stack heights at which MARK opcodes were read.

/** Room for heights when a stream reads its first MARK: most small streams have none. */
const FIRST_SIZE = 64
const NONE = new Int32Array(0)

/**
 * Stack heights of the open marks, in a typed array: a plain one is copied by halves as it grows, which in a file of
 * marks costs hundreds of megabytes.
 */
export class Marks {
  count = 0
  private heights = NONE

  push(height: number): void {
    if (this.count === this.heights.length) {
      const wider = new Int32Array(Math.max(FIRST_SIZE, this.heights.length * 2))
      wider.set(this.heights)
      this.heights = wider
    }
    this.heights[this.count++] = height
  }

  /** Removes the last mark; undefined where there is none. */
  pop(): number | undefined {
    return this.count === 0 ? undefined : this.heights[--this.count]
  }

  /** Returns the height below which nothing may be popped: that of the last mark, or 0. */
  top(): number {
    return this.count === 0 ? 0 : (this.heights[this.count - 1] ?? 0)
  }
}
