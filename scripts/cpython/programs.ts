import { opcodes } from '../../src/pickle/vm/opcodes.ts'

/** Numbers from a seed, the same everywhere (mulberry32). */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

const NAMES = [
  ['os', 'system'],
  ['posix', 'system'],
  ['builtins', 'len'],
  ['__builtin__', 'eval'],
  ['copy_reg', '_reconstructor'],
  ['collections', 'OrderedDict'],
  ['a.b', 'C.d'],
  ['urllib', 'urlopen'],
  ['é', 'ü'],
] as const

const code = new Map<string, number>(opcodes.map(([name, byte]) => [name, byte]))
const text = new TextEncoder()

/** Writes random programs that mostly load: it follows the height of the stack and the marks roughly, and sometimes does not care. */
export class ProgramWriter {
  private readonly random: () => number
  private out: number[] = []
  private depth = 0
  private marks: number[] = []
  private slots = 0

  constructor(random: () => number) {
    this.random = random
  }

  write(): Uint8Array {
    this.out = []
    this.depth = 0
    this.marks = []
    this.slots = 0
    const protocol = this.below(7) - 1
    if (protocol >= 0) this.op('PROTO', protocol)
    const frameAt = protocol >= 4 && this.chance(0.5) ? this.out.length : -1
    if (frameAt >= 0) this.op('FRAME', 0, 0, 0, 0, 0, 0, 0, 0)
    const steps = 2 + this.below(28)
    for (let step = 0; step < steps; step++) this.step()
    while (this.depth <= (this.marks.at(-1) ?? 0) && this.chance(0.9)) this.atom()
    if (this.chance(0.97)) this.op('STOP')
    if (frameAt >= 0) {
      const length = this.out.length - frameAt - 9 + (this.chance(0.15) ? this.below(9) - 4 : 0)
      for (let byte = 0; byte < 4; byte++) this.out[frameAt + 1 + byte] = (Math.max(0, length) >>> (8 * byte)) & 255
    }
    return Uint8Array.from(this.out)
  }

  private step(): void {
    const free = this.depth - (this.marks.at(-1) ?? 0)
    const roll = this.random()
    if (roll < 0.3 || free < 1) return this.atom()
    if (roll < 0.42) return this.global()
    if (roll < 0.5) return this.memo()
    if (roll < 0.56) {
      this.op('MARK')
      this.marks.push(this.depth)
      return
    }
    if (roll < 0.68 && this.marks.length > 0) return this.closeMark()
    if (roll < 0.72) return this.adjust(pick(this.random, ['POP', 'DUP', 'TUPLE1', 'BINPERSID', 'READONLY_BUFFER']))
    if (free < 2 && this.chance(0.95)) return this.atom()
    this.adjust(
      pick(this.random, [
        'REDUCE',
        'REDUCE',
        'REDUCE',
        'BUILD',
        'NEWOBJ',
        'APPEND',
        'TUPLE2',
        'STACK_GLOBAL',
        'SETITEM',
        'NEWOBJ_EX',
        'TUPLE3',
      ]),
    )
  }

  private adjust(name: string): void {
    const change: Record<string, number> = {
      POP: -1,
      DUP: 1,
      TUPLE2: -1,
      TUPLE3: -2,
      REDUCE: -1,
      BUILD: -1,
      NEWOBJ: -1,
      NEWOBJ_EX: -2,
      APPEND: -1,
      SETITEM: -2,
      STACK_GLOBAL: -1,
    }
    // REDUCE and NEWOBJ want a tuple on top, most of the time.
    if ((name === 'REDUCE' || name === 'NEWOBJ') && this.chance(0.8)) {
      this.op('EMPTY_TUPLE')
      this.depth++
    }
    if (name === 'NEWOBJ_EX') {
      this.op('EMPTY_TUPLE')
      this.op('EMPTY_DICT')
      this.depth += 2
    }
    if (name === 'STACK_GLOBAL' && this.chance(0.8)) {
      const [module, attribute] = pick(this.random, NAMES)
      this.string(module)
      this.string(attribute)
    }
    this.op(name)
    this.depth += change[name] ?? 0
  }

  private closeMark(): void {
    const start = this.marks.pop() ?? 0
    const name = pick(this.random, [
      'TUPLE',
      'LIST',
      'DICT',
      'FROZENSET',
      'APPENDS',
      'SETITEMS',
      'ADDITEMS',
      'POP_MARK',
      'POP',
      'OBJ',
      'INST',
    ])
    if ((name === 'DICT' || name === 'SETITEMS') && (this.depth - start) % 2 === 1 && this.chance(0.9)) this.atom()
    if (name === 'INST') this.lines('INST', ...pick(this.random, NAMES))
    else this.op(name)
    if (name === 'POP' && this.depth > start) {
      this.depth--
      this.marks.push(start)
      return
    }
    this.depth = start + (['APPENDS', 'SETITEMS', 'ADDITEMS', 'POP_MARK', 'POP'].includes(name) ? 0 : 1)
  }

  private global(): void {
    const [module, name] = pick(this.random, NAMES)
    if (this.chance(0.5)) this.lines('GLOBAL', module, name)
    else {
      this.string(module)
      this.string(name)
      this.op('STACK_GLOBAL')
      this.depth -= 2
    }
    this.depth++
  }

  private memo(): void {
    const roll = this.random()
    if (roll < 0.3) this.op('MEMOIZE')
    else if (roll < 0.45) this.op('BINPUT', this.below(6))
    else if (roll < 0.5) this.lines('PUT', String(this.below(6)))
    else if (this.slots === 0 && this.chance(0.9)) return this.memo()
    else {
      if (roll < 0.85) this.op('BINGET', this.below(Math.max(1, this.slots)))
      else this.lines('GET', String(this.below(Math.max(1, this.slots))))
      this.depth++
      return
    }
    this.slots++
  }

  private atom(): void {
    this.depth++
    switch (this.below(15)) {
      case 0:
        return this.op('NONE')
      case 1:
        return this.op('BININT1', this.below(256))
      case 2:
        return this.lines('INT', pick(this.random, ['1', '00', '01', '0x10', '-3', ' 7', '010', '1_0', '3\0junk']))
      case 3:
        return this.op('EMPTY_LIST')
      case 4:
        return this.op('EMPTY_DICT')
      case 5:
        return this.op('EMPTY_TUPLE')
      case 6:
        return this.op('EMPTY_SET')
      case 7:
        return this.op('BINFLOAT', 63, 240, 0, 0, 0, 0, 0, 0)
      case 8:
        return this.lines('FLOAT', pick(this.random, ['1.5', 'inf', ' 2', '1e400', '1.5\0x']))
      case 9:
        return this.lines('STRING', pick(this.random, ["'os'", '"sys\\x74em"', "'\\157s'", "''", "'a"]))
      case 10:
        return this.lines('UNICODE', pick(this.random, ['os', '\\u006fs', 'system', 'a\\\\b']))
      case 11:
        return this.lines('LONG', pick(this.random, ['5L', '0x10L', '7', '-1L']))
      case 12:
        return this.op('LONG1', 2, this.below(256), this.below(256))
      case 13:
        return this.op('SHORT_BINBYTES', 2, 1, 2)
      default:
        this.depth--
        return this.string(pick(this.random, NAMES)[this.below(2)] ?? '')
    }
  }

  private string(value: string): void {
    const bytes = [...text.encode(value)]
    this.depth++
    const roll = this.below(4)
    if (roll === 0) this.op('BINUNICODE', bytes.length, 0, 0, 0, ...bytes)
    else if (roll === 1 && /^[a-z_.A-Z]*$/.test(value)) this.op('SHORT_BINSTRING', bytes.length, ...bytes)
    else if (roll === 2) this.op('BINUNICODE8', bytes.length, 0, 0, 0, 0, 0, 0, 0, ...bytes)
    else this.op('SHORT_BINUNICODE', bytes.length, ...bytes)
  }

  private lines(name: string, ...lines: string[]): void {
    this.op(name)
    for (const line of lines) this.out.push(...text.encode(line), 0x0a)
  }

  private op(name: string, ...argument: number[]): void {
    this.out.push(code.get(name) ?? 0, ...argument)
  }

  private chance(share: number): boolean {
    return this.random() < share
  }

  private below(limit: number): number {
    return Math.floor(this.random() * limit)
  }
}

export function pick<T>(random: () => number, from: readonly T[]): T {
  const found = from[Math.floor(random() * from.length)]
  if (found === undefined) throw new Error('nothing to pick from')
  return found
}

/** Damages a pickle: flips, cuts, doubles, splices a piece of another one into it. */
export function mutate(bytes: Uint8Array, other: Uint8Array, random: () => number): Uint8Array {
  const out = [...bytes]
  const times = 1 + Math.floor(random() * 4)
  for (let time = 0; time < times; time++) {
    const at = Math.floor(random() * (out.length + 1))
    const roll = random()
    if (roll < 0.4 && at < out.length) out[at] = Math.floor(random() * 256)
    else if (roll < 0.55) out.splice(at, 1 + Math.floor(random() * 3))
    else if (roll < 0.7) out.splice(at, 0, ...out.slice(at, at + 1 + Math.floor(random() * 8)))
    else {
      const from = Math.floor(random() * other.length)
      out.splice(at, 0, ...other.subarray(from, from + Math.floor(random() * 24)))
    }
  }
  return Uint8Array.from(out)
}
