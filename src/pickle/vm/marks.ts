/** Heights that a stream has room for with its first mark: most streams of a file of many have none. */
const FIRST_SIZE = 64
const NONE = new Int32Array(0)

/** The stack heights at which marks stand, in a typed array: a plain one is copied by halves as it grows, which a file of marks makes hundreds of megabytes. */
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

  /** Takes the last one away; undefined where there is none. */
  pop(): number | undefined {
    return this.count === 0 ? undefined : this.heights[--this.count]
  }

  /** The height under which nothing may be popped: that of the last mark, or the ground. */
  top(): number {
    return this.count === 0 ? 0 : (this.heights[this.count - 1] ?? 0)
  }
}
