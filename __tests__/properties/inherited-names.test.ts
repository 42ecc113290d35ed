import { describe, expect, it } from 'vitest'
import { scanBytes } from '../../src/node/scan-files.ts'
import { asm, type Line, text } from '../helpers/asm.ts'
import { buildZip } from '../helpers/zip-builder.ts'

/** What every object of JavaScript has under a name: a table that is asked for one of these must not find it. */
const NAMES = [...Object.getOwnPropertyNames(Object.prototype), 'length', 'name', 'prototype']

const global = (module: string, name: string): Line => `GLOBAL ${module} ${name}`
const make = (module: string, name: string, ...args: readonly Line[]): Line[] => [global(module, name), 'MARK', ...args, 'TUPLE', 'REDUCE']

/** Programs in which each name stands in one place after the other. */
const programs = (name: string): readonly (readonly Line[])[] => [
  [global(name, name)],
  make(name, name, text(name)),
  make('builtins', name, text(name)),
  make(name, 'list', ...make(name, name)),
  [global(name, name), 'EMPTY_TUPLE', 'NEWOBJ', 'EMPTY_DICT', text(name), global(name, name), 'SETITEM', 'BUILD'],
  [...make(name, name), 'MARK', ...make(name, name), 'APPENDS'],
  [...make('collections', 'OrderedDict'), 'MARK', text(name), ...make(name, name), 'SETITEMS'],
  make('builtins', 'list', ...make('types', 'SimpleNamespace'), 'EMPTY_DICT', text(name), text(name), 'SETITEM', 'BUILD'),
  make('copyreg', '_reconstructor', global(name, name), global('builtins', 'object'), 'NONE'),
  make('functools', 'partial', global(name, name), text(name)),
  make(
    'torch._utils',
    '_rebuild_tensor_v2',
    'MARK',
    text('storage'),
    global('torch', name),
    text('0'),
    text('cpu'),
    'INT 1',
    'TUPLE',
    'BINPERSID',
  ),
  make('numpy', 'dtype', text(name)),
]

const inside = (bytes: Uint8Array) =>
  buildZip([
    { name: 'archive/data.pkl', data: bytes },
    { name: 'archive/version', data: '3' },
  ])
const internal = async (name: string, bytes: Uint8Array) =>
  (await scanBytes(name, bytes)).incomplete.filter(({ why }) => why === 'internal').map(({ detail }) => detail)

describe.each(NAMES)('a file that names %s', (name) => {
  it.each(programs(name).map((program, index) => [index, program] as const))(
    'breaks no reader or rule: pickle %i',
    async (_index, program) => {
      const bytes = asm('PROTO 2', ...program, 'STOP')
      expect([...(await internal('a.pkl', bytes)), ...(await internal('a.pt', inside(bytes)))]).toEqual([])
    },
  )

  const layer = { class_name: name, module: name, registered_name: name, config: { name, [name]: name, activation: name } }
  it.each<[string, string]>([
    ['model.json', JSON.stringify({ class_name: 'Sequential', config: { layers: [layer] } })],
    ['config.json', JSON.stringify({ model_type: name, [name]: name, auto_map: { [name]: name } })],
    ['tokenizer_config.json', `{"${name}": 1, "chat_template": "{{ x.${name} | ${name} }}{{ ${name}() }}"}`],
    ['config.yaml', `${name}: &a\n  _target_: ${name}.${name}\n  ${name}: ${name}\nb: *a\n`],
    ['MLmodel', `flavors:\n  ${name}:\n    loader_module: ${name}\n`],
    ['a-symbol.json', JSON.stringify({ nodes: [{ op: name, name }], arg_nodes: [], heads: [] })],
    ['model.pbtxt', `node { name: "${name}" op: "${name}" attr { key: "${name}" value { s: "${name}" } } }`],
    ['a.json', JSON.stringify({ 'py/object': `${name}.${name}` })],
    ['model.py', `import ${name}\n${name}.${name}(${name})\n`],
  ])('breaks no reader or rule: %s', async (file, content) => {
    expect(await internal(file, Buffer.from(content))).toEqual([])
    expect(await internal('a.zip', buildZip([{ name: `m/${file}`, data: content }]))).toEqual([])
  })
})
