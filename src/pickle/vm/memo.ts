// The memo of one pickle stream: values by index, in typed arrays.
import { addCallables } from '../value/callables.ts'
import type { Dict, Obj, Sequence, Value } from '../value/values.ts'
import { DICT, DROPPED, FROZENSET, GlobalRef, LIST, Result, SET, TEXT, TUPLE, UNKNOWN } from '../value/values.ts'

/** Maximum number of slots that are kept as plain numbers: 64 MiB. */
const MAX_DENSE = 2 ** 23
const CHUNK_BITS = 16
export const CHUNK = 2 ** CHUNK_BITS
/** Number of slots of a new memo: as many as most files use. */
const FIRST_SIZE = 256
/** Maximum number of first pieces that are kept for the next memo. */
const MAX_SPARE = 8
/** Cache of such pieces. */
const spareChunks: Float64Array[] = []
/** Maximum number of slots at scattered indexes, which need a map. */
const MAX_SPARSE = 2 ** 16
/**
 * Maximum number of objects that keep their identity in the memo. Later ones are kept as their kind, imported names
 * always as they are.
 */
const MAX_OBJECTS = 2 ** 17
/** Maximum number of containers that keep their contents: these only serve to show arguments. */
const MAX_CONTAINERS = 2 ** 12
/** Codes from here down denote objects. */
export const OBJECTS = -(2 ** 46)

/**
 * The memo of one stream: a dense array of value codes, grown as it fills, and a small map for scattered indexes.
 * `count` is the number of distinct slots filled, which is where MEMOIZE writes (Modules/_pickle.c, memo_len).
 */
export class Memo {
  count = 0
  /** Whether a value was dropped because a limit was reached. */
  dropped = false
  /** Pieces of `CHUNK` slots; the first begins small, since most streams are. */
  private readonly chunks: Float64Array[] = [(spareChunks.pop() ?? new Float64Array(FIRST_SIZE)).fill(Number.NaN)]
  private sparse: Map<number, number> | undefined
  private readonly objects: Obj[] = []
  private readonly codes = new Map<GlobalRef, number>()
  private containers = 0

  /** Passes the first piece to the next memo. This one may not be used afterwards. */
  release(): void {
    const first = this.chunks.pop()
    if (first?.length === FIRST_SIZE && spareChunks.length < MAX_SPARE) spareChunks.push(first)
  }

  put(index: number, value: Value): void {
    this.putCode(index, typeof value === 'number' ? value : this.encode(value))
  }

  /** `put` for a value that is a code already. */
  putCode(index: number, code: number): void {
    const chunk = index < MAX_DENSE ? (this.chunks[index >>> CHUNK_BITS] ?? this.addChunk(index)) : undefined
    const slot = index & (CHUNK - 1)
    if (chunk !== undefined && slot < chunk.length) {
      if (Number.isNaN(chunk[slot])) this.count++
      chunk[slot] = code
    } else if (index < CHUNK && slot < (this.chunks[0]?.length ?? 0) * 4) {
      this.growFirst(slot)
      this.putCode(index, code)
    } else if (!this.putSparse(index, code)) {
      this.count++
      this.dropped = true
    }
  }

  /** Stores a code at a scattered index; false where there is no more room. */
  private putSparse(index: number, code: number): boolean {
    this.sparse ??= new Map()
    if (!this.sparse.has(index)) {
      if (this.sparse.size >= MAX_SPARSE) return false
      this.count++
    }
    this.sparse.set(index, code)
    return true
  }

  /** Returns the code in a slot, NaN where it was never filled, `DROPPED` where its contents were dropped. */
  codeAt(index: number): number {
    const code = index < MAX_DENSE ? this.chunks[index >>> CHUNK_BITS]?.[index & (CHUNK - 1)] : undefined
    if (code !== undefined && !Number.isNaN(code)) return code
    return this.sparse?.get(index) ?? (this.dropped ? DROPPED : Number.NaN)
  }

  /**
   * Returns the piece that contains a slot, if there is one: the run loop reads and writes it there, since passing a
   * double to a method boxes it.
   */
  chunkOf(index: number): Float64Array | undefined {
    return index < MAX_DENSE ? this.chunks[index >>> CHUNK_BITS] : undefined
  }

  /** Returns the object of a code from `codeAt`, or undefined where the code itself is the value. */
  objectOf(code: number): Obj | undefined {
    return code <= OBJECTS ? this.objects[OBJECTS - code] : undefined
  }

  /** Adds the next piece, if the indexes go up by and by; scattered ones get no piece of their own. */
  private addChunk(index: number): Float64Array | undefined {
    if (index >>> CHUNK_BITS !== this.chunks.length || this.chunks[0]?.length !== CHUNK) return undefined
    const chunk = new Float64Array(CHUNK).fill(Number.NaN)
    this.chunks.push(chunk)
    return chunk
  }

  private growFirst(slot: number): void {
    const [first] = this.chunks
    if (!first) return
    let length = first.length
    while (length <= slot) length *= 4
    const wider = new Float64Array(Math.min(length, CHUNK)).fill(Number.NaN, first.length)
    wider.set(first)
    this.chunks[0] = wider
  }

  private encode(value: Obj): number {
    switch (value.kind) {
      case 'global': {
        const known = this.codes.get(value)
        if (known !== undefined) return known
        const code = this.register(value)
        this.codes.set(value, code)
        return code
      }
      case 'result': {
        value.memoized = true
        if (this.objects.length < MAX_OBJECTS) return this.register(value)
        if (!(value.callee instanceof GlobalRef)) return this.giveUp(UNKNOWN)
        value.callee.shared ??= new Result(value.callee, [], value.via, value.offset)
        addCallables(value.callee.shared, value.callables)
        this.shared ??= new Map()
        const known = this.shared.get(value.callee.shared)
        if (known !== undefined) return known
        const code = this.register(value.callee.shared)
        this.shared.set(value.callee.shared, code)
        return code
      }
      case 'module':
      case 'bytes':
      case 'blob':
      case 'persistent-id':
        return this.objects.length < MAX_OBJECTS ? this.register(value) : UNKNOWN
      case 'text':
        return this.objects.length < MAX_OBJECTS ? this.register(value) : this.giveUp(TEXT)
      case 'tuple':
        return this.container(value, TUPLE)
      case 'list':
        return this.container(value, LIST)
      case 'set':
        return this.container(value, SET)
      case 'frozenset':
        return this.container(value, FROZENSET)
      case 'dict':
        return this.container(value, DICT)
    }
  }

  private shared: Map<Result, number> | undefined

  /** Whether containers are kept as their kind alone, but for those that carry callables. */
  get isCrowded(): boolean {
    return this.containers >= MAX_CONTAINERS
  }

  private container(value: Sequence | Dict, kind: number): number {
    if (this.isCrowded) {
      if (value.callables === undefined) return kind
      if (this.objects.length >= MAX_OBJECTS) return this.giveUp(DROPPED)
      return this.register(value)
    }
    this.containers++
    return this.register(value)
  }

  /**
   * Drops a value that could be a name or a callable, and records that, so that the machine reports it where the slot
   * is read.
   */
  private giveUp(kind: number): number {
    this.dropped = true
    return kind === TEXT ? DROPPED : kind
  }

  private register(value: Obj): number {
    this.objects.push(value)
    return OBJECTS - (this.objects.length - 1)
  }
}
