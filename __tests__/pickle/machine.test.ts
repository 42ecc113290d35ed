import { describe, expect, it } from 'vitest'
import type { ByteSource } from '../../src/bytes/source.ts'
import { memorySource } from '../../src/bytes/source.ts'
import { opcodes } from '../../src/pickle/vm/opcodes.ts'
import type { Line } from '../helpers/asm.ts'
import { asm, callOf, counted } from '../helpers/asm.ts'
import { runPickle, streamOf } from '../helpers/run-pickle.ts'

const SYSTEM = "reduce os.system('id')"

/** For each opcode a program, what it does and what it gives. */
const rows: Readonly<Record<string, readonly [program: readonly Line[], value: string, facts: readonly string[]]>> = {
  INT: [['INT 5'], '5', []],
  BININT: [['BININT -3'], '-3', []],
  BININT1: [['BININT1 255'], '255', []],
  BININT2: [['BININT2 65535'], '65535', []],
  LONG: [['LONG 12L'], '12', []],
  LONG1: [[counted('LONG1', Uint8Array.of(0, 1))], '256', []],
  LONG4: [[counted('LONG4', Uint8Array.of(0xff))], '-1', []],
  STRING: [["STRING 'a\\x62'"], "'ab'", []],
  BINSTRING: [['BINSTRING abc'], "'abc'", []],
  SHORT_BINSTRING: [['SHORT_BINSTRING abc'], "'abc'", []],
  BINBYTES: [['BINBYTES abc'], "b'abc'", []],
  SHORT_BINBYTES: [['SHORT_BINBYTES abc'], "b'abc'", []],
  BINBYTES8: [['BINBYTES8 abc'], "b'abc'", []],
  BYTEARRAY8: [['BYTEARRAY8 abc'], "b'abc'", []],
  NEXT_BUFFER: [['NEXT_BUFFER'], '<out-of-band buffer>', ['out-of-band-buffer']],
  READONLY_BUFFER: [['SHORT_BINBYTES x', 'READONLY_BUFFER'], "b'x'", []],
  NONE: [['NONE'], 'None', []],
  NEWTRUE: [['NEWTRUE'], 'True', []],
  NEWFALSE: [['NEWFALSE'], 'False', []],
  UNICODE: [['UNICODE \\u006fs'], "'os'", []],
  SHORT_BINUNICODE: [['SHORT_BINUNICODE é'], "'é'", []],
  BINUNICODE: [['BINUNICODE é'], "'é'", []],
  BINUNICODE8: [['BINUNICODE8 é'], "'é'", []],
  FLOAT: [['FLOAT 1.5'], '…', []],
  BINFLOAT: [['BINFLOAT 1.5'], '1.5', []],
  EMPTY_LIST: [['EMPTY_LIST'], '[]', []],
  APPEND: [['EMPTY_LIST', 'NONE', 'APPEND'], '[None]', []],
  APPENDS: [['EMPTY_LIST', 'MARK', 'NONE', 'NEWTRUE', 'APPENDS'], '[None, True]', []],
  LIST: [['MARK', 'NONE', 'LIST'], '[None]', []],
  EMPTY_TUPLE: [['EMPTY_TUPLE'], '()', []],
  TUPLE: [['MARK', 'NONE', 'NONE', 'TUPLE'], '(None, None)', []],
  TUPLE1: [['NONE', 'TUPLE1'], '(None,)', []],
  TUPLE2: [['NONE', 'NEWTRUE', 'TUPLE2'], '(None, True)', []],
  TUPLE3: [['NONE', 'NONE', 'NEWFALSE', 'TUPLE3'], '(None, None, False)', []],
  EMPTY_DICT: [['EMPTY_DICT'], '{}', []],
  DICT: [['MARK', 'INT 1', 'NONE', 'DICT'], '{1: None}', []],
  SETITEM: [['EMPTY_DICT', 'INT 1', 'NONE', 'SETITEM'], '{1: None}', []],
  SETITEMS: [['EMPTY_DICT', 'MARK', 'INT 1', 'NONE', 'SETITEMS'], '{1: None}', []],
  EMPTY_SET: [['EMPTY_SET'], '{…}', []],
  ADDITEMS: [['EMPTY_SET', 'MARK', 'INT 1', 'ADDITEMS'], '{1}', []],
  FROZENSET: [['MARK', 'INT 1', 'FROZENSET'], 'frozenset({1})', []],
  POP: [['INT 1', 'INT 2', 'POP'], '1', []],
  DUP: [['INT 1', 'DUP', 'TUPLE2'], '(1, 1)', []],
  MARK: [['INT 1', 'MARK', 'POP'], '1', []],
  POP_MARK: [['INT 1', 'MARK', 'INT 2', 'INT 3', 'POP_MARK'], '1', []],
  GET: [['INT 1', 'PUT 7', 'POP', 'GET 7'], '1', []],
  BINGET: [['INT 1', 'BINPUT 7', 'POP', 'BINGET 7'], '1', []],
  LONG_BINGET: [['INT 1', 'LONG_BINPUT 7', 'POP', 'LONG_BINGET 7'], '1', []],
  PUT: [['INT 4', 'PUT 0', 'POP', 'GET 0'], '4', []],
  BINPUT: [['INT 4', 'BINPUT 255', 'POP', 'BINGET 255'], '4', []],
  LONG_BINPUT: [['INT 4', 'LONG_BINPUT 70000', 'POP', 'LONG_BINGET 70000'], '4', []],
  MEMOIZE: [['INT 4', 'MEMOIZE', 'POP', 'BINGET 0'], '4', []],
  EXT1: [['EXT1 200'], '<extension code>', ['extension 200']],
  EXT2: [['EXT2 60000'], '<extension code>', ['extension 60000']],
  EXT4: [['EXT4 70000'], '<extension code>', ['extension 70000']],
  GLOBAL: [['GLOBAL os system'], 'os.system', ['import os.system']],
  STACK_GLOBAL: [['SHORT_BINUNICODE os', 'SHORT_BINUNICODE system', 'STACK_GLOBAL'], 'os.system', ['import os.system']],
  REDUCE: [['GLOBAL os system', 'UNICODE id', 'TUPLE1', 'REDUCE'], "os.system('id')", ['import os.system', SYSTEM]],
  BUILD: [
    ['GLOBAL m C', 'EMPTY_TUPLE', 'NEWOBJ', 'EMPTY_DICT', 'BUILD'],
    'm.C()',
    ['import m.C', 'newobj m.C()', 'build m.C(…).__setstate__({})'],
  ],
  INST: [['MARK', 'UNICODE id', 'INST os system'], "os.system('id')", ['import os.system', "inst os.system('id')"]],
  OBJ: [['MARK', 'GLOBAL os system', 'UNICODE id', 'OBJ'], "os.system('id')", ['import os.system', "obj os.system('id')"]],
  NEWOBJ: [['GLOBAL m C', 'INT 1', 'TUPLE1', 'NEWOBJ'], 'm.C(1)', ['import m.C', 'newobj m.C(1)']],
  NEWOBJ_EX: [
    ['GLOBAL m C', 'EMPTY_TUPLE', 'EMPTY_DICT', 'UNICODE k', 'INT 1', 'SETITEM', 'NEWOBJ_EX'],
    "m.C({'k': 1})",
    ['import m.C', "newobj m.C({'k': 1})"],
  ],
  PROTO: [['PROTO 5', 'NONE', 'PROTO 0'], 'None', []],
  STOP: [['INT 1', 'INT 2'], '2', []],
  FRAME: [['PROTO 4', 'FRAME 2', 'NONE'], 'None', []],
  PERSID: [['PERSID abc'], "persistent_load('abc')", ['persistent-id']],
  BINPERSID: [['INT 1', 'BINPERSID'], 'persistent_load(1)', ['persistent-id']],
}

describe('every opcode', () => {
  it('has a row here', () => {
    expect(Object.keys(rows).sort()).toEqual(opcodes.map(([name]) => name).sort())
    expect(opcodes).toHaveLength(68)
  })

  it.each(Object.entries(rows))('%s does what it does', async (_name, [program, value, facts]) => {
    const bytes = asm(...program, 'STOP')
    const outcome = await runPickle(bytes)
    expect({ ending: outcome.ending, value: outcome.value, facts: outcome.facts }).toEqual({ ending: 'stop', value, facts })
    const streamed = await runPickle(streamOf(bytes, 1))
    expect({ ending: streamed.ending, facts: streamed.facts }).toEqual({ ending: 'stop', facts })
  })
})

const text = (value: string) => `SHORT_BINUNICODE ${value}`
const call1 = (...program: Line[]): Line[] => [...program, 'TUPLE1', 'REDUCE']
const call2 = (...program: Line[]): Line[] => [...program, 'TUPLE2', 'REDUCE']

const join = call2('GLOBAL builtins getattr', text(''), text('join'))

/** Programs whose facts count, as a reader of the report would want them told. */
const programs: readonly (readonly [what: string, program: readonly Line[], facts: readonly string[]])[] = [
  ['a call without arguments', ['GLOBAL os getcwd', 'EMPTY_TUPLE', 'REDUCE'], ['reduce os.getcwd()']],
  [
    'arguments in a list, which the pure-Python unpickler takes',
    ['GLOBAL os system', 'EMPTY_LIST', text('id'), 'APPEND', 'REDUCE'],
    [SYSTEM],
  ],
  ['OBJ inside another mark', ['MARK', 'MARK', 'GLOBAL os system', text('id'), 'OBJ', 'TUPLE'], ["obj os.system('id')"]],
  ['a call that is popped', ['GLOBAL os system', ...call1(text('id')), 'POP', 'NONE'], [SYSTEM, 'discarded-call']],
  ['a call under POP_MARK', ['MARK', 'GLOBAL os system', ...call1(text('id')), 'POP_MARK', 'NONE'], [SYSTEM, 'discarded-call']],
  ['a call left below the result', ['GLOBAL os system', ...call1(text('id')), 'NONE'], [SYSTEM, 'discarded-call']],
  [
    'BUILD on an imported class',
    ['GLOBAL m C', 'EMPTY_DICT', text('__setstate__'), 'NONE', 'SETITEM', 'BUILD'],
    ["mutated m.C.__setstate__({'__setstate__': None})"],
  ],
  ['BUILD with slots on a function', ['GLOBAL m f', 'NONE', 'EMPTY_DICT', 'TUPLE2', 'BUILD'], ['mutated m.f.__setstate__((None, {}))']],
  ['SETITEM on an imported dict', ['GLOBAL sys modules', text('os'), 'NONE', 'SETITEM'], ["mutated sys.modules['os'] = None"]],
  ['SETITEMS on an imported dict', ['GLOBAL sys modules', 'MARK', text('os'), 'NONE', 'SETITEMS'], ["mutated sys.modules['os'] = None"]],
  ['APPEND on an imported list', ['GLOBAL sys path', text('/tmp'), 'APPEND'], ["mutated sys.path.extend(['/tmp'])"]],
  ['ADDITEMS on an imported set', ['GLOBAL m seen', 'MARK', 'INT 1', 'ADDITEMS'], ['mutated m.seen.extend([1])']],
  ['APPENDS on an instance', ['GLOBAL m C', 'EMPTY_TUPLE', 'NEWOBJ', 'MARK', text('id'), 'APPENDS'], ["append m.C(…).extend(['id'])"]],
  ['SETITEM on an instance', ['GLOBAL m C', 'EMPTY_TUPLE', 'NEWOBJ', text('k'), 'INT 1', 'SETITEM'], ["setitem m.C(…)['k'] = 1"]],
  ['ADDITEMS on an instance', ['GLOBAL m C', 'EMPTY_TUPLE', 'NEWOBJ', 'MARK', 'INT 1', 'ADDITEMS'], ['additems m.C(…).update({1})']],
  ['APPEND on an extension object', ['EXT1 7', 'INT 1', 'APPEND'], ['extension 7']],
  ['a call of an extension object', ['EXT1 7', ...call1(text('id'))], ["reduce (<extension code>)('id')"]],
  [
    'a name out of memo entries',
    [text('system'), 'BINPUT 3', text('os'), 'BINPUT 9', 'POP', 'POP', 'BINGET 9', 'BINGET 3', 'STACK_GLOBAL'],
    ['import os.system'],
  ],
  ['a name doubled', [text('os'), 'DUP', 'STACK_GLOBAL'], ['import os.os']],
  ['names as STRING, BINSTRING and SHORT_BINSTRING', ["STRING 'o\\x73'", 'SHORT_BINSTRING system', 'STACK_GLOBAL'], ['import os.system']],
  ['names as UNICODE with escapes', ['UNICODE \\u006f\\u0073', 'UNICODE sys\\U00000074em', 'STACK_GLOBAL'], ['import os.system']],
  ['a name with dots', [text('pathlib'), text('os.system'), 'STACK_GLOBAL'], ['import pathlib.os.system']],
  ['a NUL in the module', ['GLOBAL os\0x system'], ['nul-in-name', 'import os.system written "os\\u0000x.system"']],
  ['a NUL in the name', ['GLOBAL os sys\0tem'], ['nul-in-name']],
  ['a name of Python 2', ['GLOBAL __builtin__ eval'], ['import builtins.eval written "__builtin__.eval"']],
  [
    'a name of Python 2 under protocol 4',
    ['PROTO 4', text('commands'), text('getoutput'), 'STACK_GLOBAL'],
    ['import subprocess.getoutput written "commands.getoutput"'],
  ],
  ['a module with a blank', [counted('SHORT_BINUNICODE', Buffer.from('o s')), text('system'), 'STACK_GLOBAL'], ['import o s.system']],
  [
    'a name from the string sum',
    [text('os'), ...call2('GLOBAL operator add', text('sys'), text('tem')), 'STACK_GLOBAL'],
    ['import os.system computed'],
  ],
  [
    'a name from join',
    [text('os'), ...join, 'MARK', text('sys'), text('tem'), 'LIST', 'TUPLE1', 'REDUCE', 'STACK_GLOBAL'],
    ['import os.system computed'],
  ],
  [
    'a name from bytes',
    [text('os'), ...call2('GLOBAL _codecs decode', 'SHORT_BINBYTES system', text('utf-8')), 'STACK_GLOBAL'],
    ['import os.system computed'],
  ],
  ['a name that cannot be worked out', [text('os'), ...call1('GLOBAL m f', 'NONE'), 'STACK_GLOBAL'], ["dynamic 'os'.m.f(None)"]],
  ['a number as a name', [text('os'), 'INT 5', 'STACK_GLOBAL'], ["dynamic 'os'.5"]],
  ['bytes as names', ['SHORT_BINBYTES os', 'SHORT_BINBYTES system', 'STACK_GLOBAL'], ["dynamic b'os'.b'system'"]],
  ['getattr with a literal', [...call2('GLOBAL builtins getattr', 'GLOBAL m C', text('run'))], ['import m.C.run computed']],
  [
    'getattr of an imported module',
    [...call2('GLOBAL builtins getattr', ...call1('GLOBAL importlib import_module', text('os')), text('system')), ...call1(text('id'))],
    ['import os.system computed', SYSTEM],
  ],
  [
    'an attrgetter',
    [
      ...call1('GLOBAL operator attrgetter', text('system')),
      ...call1(...call1('GLOBAL builtins __import__', text('os'))),
      ...call1(text('id')),
    ],
    ['import os.system computed', SYSTEM],
  ],
  [
    'a methodcaller',
    [
      ...call2('GLOBAL operator methodcaller', text('system'), text('id')),
      ...call1(...call1('GLOBAL importlib import_module', text('os'))),
    ],
    ['import os.system computed', SYSTEM],
  ],
  [
    'a partial',
    [...call2('GLOBAL functools partial', 'GLOBAL os system', text('id')), 'EMPTY_TUPLE', 'REDUCE'],
    ["reduce functools.partial(os.system, 'id')", SYSTEM],
  ],
  [
    'partials in partials',
    [...call1('GLOBAL functools partial', ...call1('GLOBAL functools partial', 'GLOBAL os system')), ...call1(text('id'))],
    [SYSTEM],
  ],
  ['a computed value that is called', [...call1('GLOBAL m f', 'NONE'), ...call1(text('id'))], ["reduce m.f(None)('id')"]],
  ["torch's persistent id of a class", [text('module'), 'GLOBAL os system', 'NONE', 'TUPLE3', 'BINPERSID', ...call1(text('id'))], [SYSTEM]],
  ['a program after a change of protocol', ['PROTO 4', 'PROTO 0', 'GLOBAL os system', ...call1(text('id'))], [SYSTEM]],
]

describe('what a program does', () => {
  it.each(programs)('%s', async (_what, program, facts) => {
    const outcome = await runPickle(asm(...program, 'STOP'))
    expect(outcome.ending).toBe('stop')
    expect(outcome.facts).toEqual(expect.arrayContaining([...facts]))
  })

  it.each(programs)('%s: from a stream in pieces of 1, 7 and 4,096 bytes', async (_what, program) => {
    const bytes = asm(...program, 'STOP')
    const { facts, ending } = await runPickle(bytes)
    for (const size of [1, 7, 4096]) {
      const streamed = await runPickle(streamOf(bytes, size))
      expect({ facts: streamed.facts, ending: streamed.ending }).toEqual({ facts, ending })
    }
  })

  it.each(programs)('%s: a cut never takes back a fact', async (_what, program) => {
    const bytes = asm(...program, 'STOP')
    const whole = await runPickle(bytes)
    let before: readonly string[] = []
    for (let length = 0; length < bytes.length; length++) {
      const { facts, ending } = await runPickle(bytes.subarray(0, length))
      expect(ending).toMatch(/^(?:truncated|malformed)/)
      // A line that is cut off at the end of the data is read as if it were whole, so that the last fact may be about a shorter name.
      const shared = facts.filter((fact) => whole.facts.includes(fact))
      expect(shared.slice(0, before.length)).toEqual(before)
      before = shared
    }
  })

  it.each([0, 1, 2, 3, 5, 8, 13, 19, 20])('%i bytes before the edge of the window, nothing is read differently', async (before) => {
    for (const [, program] of programs) {
      const attack = asm(...program, 'STOP')
      const { facts } = await runPickle(attack)
      for (const shift of [0, attack.length]) {
        const padding = 65_536 - 6 - before - shift
        const bytes = Buffer.concat([counted('BINBYTES', new Uint8Array(Math.max(0, padding))), asm('POP'), attack])
        expect((await runPickle(bytes)).facts).toEqual(facts)
        expect((await runPickle(streamOf(bytes, 4096))).facts).toEqual(facts)
        const small = Buffer.concat([Buffer.alloc((padding + 6) & ~1, asm('NONE', 'POP')), attack])
        expect((await runPickle(small)).facts).toEqual(facts)
      }
    }
  })
})

describe('what no loader survives', () => {
  it.each<[string, readonly Line[], RegExp]>([
    ['nothing at all', [], /^truncated/],
    ['no STOP', ['NONE'], /^truncated/],
    ['an opcode that does not exist', [Uint8Array.of(0xff)], /^malformed: byte 0xff/],
    ['protocol 6', ['PROTO 6', 'NONE', 'STOP'], /^malformed: pickle protocol 6/],
    ['a memo entry that was never stored', ['GET 5', 'STOP'], /^malformed: memo entry 5/],
    ['STOP without a value', ['STOP'], /^malformed/],
    ['a pop below a mark', ['INT 1', 'MARK', 'TUPLE1', 'STOP'], /^malformed/],
    ['DUP below a mark', ['INT 1', 'MARK', 'DUP', 'STOP'], /^malformed/],
    ['MEMOIZE below a mark', ['INT 1', 'MARK', 'MEMOIZE', 'STOP'], /^malformed/],
    ['a TUPLE without a mark', ['INT 1', 'TUPLE', 'STOP'], /^malformed/],
    ['SETITEMS with an odd count', ['EMPTY_DICT', 'MARK', 'INT 1', 'SETITEMS', 'STOP'], /^malformed/],
    ['a payload longer than the file', [Uint8Array.of(0x42, 255, 255, 255, 255), 'STOP'], /^truncated/],
    ['a payload of 2^63 bytes', [Uint8Array.of(0x8e, 0, 0, 0, 0, 0, 0, 0, 0x80), 'STOP'], /^truncated/],
    ['LONG4 of a negative length', [Uint8Array.of(0x8b, 255, 255, 255, 255), 'STOP'], /^malformed/],
    ['a frame of 2^64 bytes', ['FRAME 18446744073709551615', 'NONE', 'STOP'], /^malformed/],
  ])('%s', async (_what, program, ending) => {
    const bytes = asm(...program)
    expect((await runPickle(bytes)).ending).toMatch(ending)
    expect((await runPickle(streamOf(bytes, 3))).ending).toMatch(ending)
  })

  it('keeps the facts that came before', async () => {
    const { facts, ending } = await runPickle(asm('GLOBAL os system', text('id'), 'TUPLE1', 'REDUCE', 'GET 99', 'STOP'))
    expect(facts).toContain(SYSTEM)
    expect(ending).toMatch(/^malformed/)
  })
})

describe('long payloads', () => {
  /** Zeros, but for what is put at its ends; counts what is read. */
  function hugeSource(head: Uint8Array, zeros: number, tail: Uint8Array): ByteSource & { bytesRead: number; reads: number } {
    const size = head.length + zeros + tail.length
    return {
      kind: 'source',
      size,
      bytesRead: 0,
      reads: 0,
      readInto(target, offset) {
        const length = Math.max(0, Math.min(target.length, size - offset))
        this.reads++
        this.bytesRead += length
        target.fill(0, 0, length)
        for (const [part, start] of [
          [head, 0],
          [tail, head.length + zeros],
        ] as const) {
          for (let at = Math.max(start, offset); at < Math.min(start + part.length, offset + length); at++)
            target[at - offset] = part[at - start] ?? 0
        }
        return length
      },
      read(offset, length) {
        const target = new Uint8Array(Math.max(0, Math.min(length, size - offset)))
        this.readInto(target, offset)
        return target
      },
    }
  }

  it.each([
    ['BINBYTES', Uint8Array.of(0x42, 0, 0, 0, 0x20)],
    ['BINBYTES8', Uint8Array.of(0x8e, 0, 0, 0, 0x20, 0, 0, 0, 0)],
    ['BYTEARRAY8', Uint8Array.of(0x96, 0, 0, 0, 0x20, 0, 0, 0, 0)],
    ['BINUNICODE', Uint8Array.of(0x58, 0, 0, 0, 0x20)],
    ['LONG4', Uint8Array.of(0x8b, 0, 0, 0, 0x20)],
  ])('%s of 512 MiB is stepped over', async (_name, head) => {
    const source = hugeSource(head, 2 ** 29, asm('POP', callOf('os', 'system', 'id')))
    const { facts, ending } = await runPickle(source)
    expect(ending).toBe('stop')
    expect(facts).toContain(SYSTEM)
    expect(source.bytesRead).toBeLessThan(2 ** 18)
    expect(source.reads).toBeLessThan(20)
  })

  it('a line longer than the window is given up for its value only', async () => {
    for (const opcode of ['S', 'V', 'I', 'L', 'F']) {
      const line = Buffer.from(`${opcode}'${'1'.repeat(200_000)}'\n`)
      const bytes = Buffer.concat([line, asm('POP', callOf('os', 'system', 'id'))])
      for (const input of [memorySource(bytes), streamOf(bytes, 4096)]) {
        const { facts, ending } = await runPickle(input)
        expect(ending).toBe('stop')
        expect(facts).toContain(SYSTEM)
      }
    }
  })

  it('a name longer than the window is an import that nobody can tell', async () => {
    const bytes = Buffer.concat([Buffer.from(`c${'a'.repeat(100_000)}\nsystem\n`), asm(text('id'), 'TUPLE1', 'REDUCE', 'STOP')])
    const { facts, ending } = await runPickle(bytes)
    expect(ending).toBe('stop')
    expect(facts.some((fact) => fact.startsWith('dynamic'))).toBe(true)
  })

  it('a payload handed to a loader is given on whole', async () => {
    const inner = callOf('os', 'system', 'id')
    const program: readonly Line[] = ['GLOBAL pickle loads', counted('BINBYTES', inner), 'TUPLE1', 'REDUCE', 'STOP']
    expect((await runPickle(asm(...program))).nested).toEqual([`pickle.loads: ${inner.length}`])
    expect((await runPickle(streamOf(asm(...program), 7))).nested).toEqual([`pickle.loads: ${inner.length}`])
  })
})
