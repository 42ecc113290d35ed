import { describe, expect, it } from 'vitest'
import { isGuard, isSize } from '../../../src/lang/sympy/shape-expressions.ts'
import { scanBytes } from '../../../src/node/scan-files.ts'
import { makeTar } from '../../helpers/tar-builder.ts'
import { buildZip } from '../../helpers/zip-builder.ts'

/** The parts of a program that torch.export.save of PyTorch 2.15 writes and its loader evaluates. */
const program = (changes: { size?: string; guard?: string; target?: string; spec?: string } = {}): string =>
  JSON.stringify({
    graph_module: {
      graph: {
        nodes: [{ target: changes.target ?? 'torch.ops.aten.relu.default', inputs: [], outputs: [], metadata: {} }],
        tensor_values: {
          x: { sizes: [{ as_expr: { expr_str: changes.size ?? "Symbol('s77', positive=True, integer=True)", hint: { as_int: 4 } } }] },
        },
      },
      module_call_graph: [
        { fqn: '', signature: { in_spec: changes.spec ?? '[1, {"type": "builtins.tuple", "context": "null", "children_spec": []}]' } },
      ],
    },
    range_constraints: { s77: { min_val: 2, max_val: 8 } },
    guards_code: [changes.guard ?? "L['x'].size()[0] >= 2"],
  })

const archive = (json: string, name = 'm/models/model.json'): Uint8Array =>
  buildZip([
    { name, data: json },
    { name: 'm/archive_format', data: 'pt2' },
    { name: 'm/archive_version', data: '0' },
  ])

const found = async (bytes: Uint8Array): Promise<readonly string[]> => {
  const { findings, incomplete } = await scanBytes('m.pt2', bytes)
  return [...findings.map(({ severity, rule }) => `${severity} ${rule}`), ...incomplete.map(({ why }) => why)]
}

describe('the program of a torch.export archive', () => {
  const evil = "__import__('os').system('echo modelgate-marker')"

  it('is quiet as PyTorch writes it', async () => {
    expect(await found(archive(program()))).toEqual([])
    expect(await found(archive(program({ size: "2*Symbol('s0', positive=True, integer=True) + FloorDiv(Symbol('u1'), 4)" })))).toEqual([])
  })

  it('is critical where a size is code, which loading evaluates', async () => {
    const { findings } = await scanBytes('m.pt2', archive(program({ size: evil })))
    expect(findings.map(({ severity, rule }) => `${severity} ${rule}`)).toEqual(['critical code/dangerous'])
    expect(findings[0]?.message).toContain('runs when the model is loaded')
    expect(findings[0]?.message).toContain('modelgate-marker')
  })

  it.each<[string, Uint8Array, string]>([
    ['a condition is code, which use runs', archive(program({ guard: evil })), 'critical code/dangerous'],
    ['a condition leaves its line', archive(program({ guard: "L['x'] == 1\nimport os" })), 'critical code/dangerous'],
    ['the structure of inputs imports a module', archive(program({ spec: factory('os', 'system') })), 'critical code/dangerous'],
    ['the structure of inputs cannot be read', archive(program({ spec: '{"default_factory_module": ' })), 'critical code/dangerous'],
    [
      'an operator is of a library that is not known',
      archive(program({ target: 'torch.ops.somebody.run.default' })),
      'medium graph/custom-op',
    ],
    ['it is of the older layout', archive(program({ size: evil }), 'serialized_exported_program.json'), 'critical code/dangerous'],
    ['the key is written with escapes', archive(program({ size: evil }).replace('expr_str', 'expr\\u005fstr')), 'critical code/dangerous'],
    [
      'the text is no JSON for JavaScript',
      archive(program({ size: evil }).replace('"hint"', '"nan":NaN,"hint"')),
      'critical code/dangerous',
    ],
    ['it begins with blanks', archive(' '.repeat(5000) + program({ size: evil })), 'critical code/dangerous'],
    ['it begins with a mark', archive(`\ufeff${program({ size: evil })}`), 'critical code/dangerous'],
    ['it cannot be read', archive('{"graph_module": '), 'malformed'],
  ])('is told where %s', async (_, bytes, expected) => {
    expect(await found(bytes)).toContain(expected)
  })

  it.each<[string, string, Uint8Array]>([
    ['below a folder of models/', 'm.pt2', archive(program({ size: evil }), 'm/models/a/b.json')],
    ['below models/ without an extension', 'm.pt2', archive(program({ size: evil }), 'm/models/model')],
    ['elsewhere in the archive', 'm.pt2', archive(program({ size: evil }), 'm/extra/notes.txt')],
    ['in any zip', 'm.zip', buildZip([{ name: 'program.json', data: program({ size: evil }) }])],
    ['in a tar', 'm.tar', makeTar([{ name: 'program.json', data: program({ size: evil }) }])],
    ['as a file of its own', 'program.json', Buffer.from(program({ size: evil }))],
    ['as a file of its own in UTF-16', 'program.json', Buffer.from(`\ufeff${program({ size: evil })}`, 'utf16le')],
  ])('is told %s', async (_, name, bytes) => {
    const { findings } = await scanBytes(name, bytes)
    expect(findings.map(({ severity, rule }) => `${severity} ${rule}`)).toEqual(['critical code/dangerous'])
  })

  it.each([
    ['other JSON that speaks of it', '{"note": "graph_module", "expr_str": "os.system(1)"}'],
    ['what is no JSON', '{"graph_module": '],
    ['a list', '["graph_module"]'],
  ])('leaves %s alone outside of an archive', async (_, text) => {
    expect(await scanBytes('notes.json', Buffer.from(text))).toMatchObject({ findings: [], incomplete: [], formats: [] })
  })

  it('may make empty containers for missing keys', async () => {
    expect(await found(archive(program({ spec: factory('builtins', 'list') })))).toEqual([])
  })
})

function factory(module: string, name: string): string {
  const context = JSON.stringify({ default_factory_module: module, default_factory_name: name, dict_context: '[]' })
  return JSON.stringify([1, { type: 'collections.defaultdict', context, children_spec: [] }])
}

describe('a size', () => {
  it.each([
    's0',
    '2*s0 + 1',
    "Symbol('s77', positive=True, integer=True)",
    'Max(1, s0)',
    "TruncToInt(Mul(Float('1.5', precision=53), ToFloat(FloorDiv(Add(Symbol('s0', positive=True, integer=True), Integer(-1)), Integer(4)))))",
    'FloorDiv(s0, 2) - Mod(s1, 3)',
    'Piecewise((1, Eq(s0, 1)), (s0, True))',
    '(s0 > 2) & (s0 <= 1.5e3)',
  ])('is %s', (text) => expect(isSize(text)).toBe(true))

  it.each([
    "__import__('os')",
    "eval('1')",
    's0.__class__',
    's0.func',
    "Mul('exec(1)')",
    "Float('exec(1)')",
    "S('1')",
    'lambdify(s0, s0)',
    'f"{s0}"',
    "Symbol(f'{s0}')",
    '(lambda: 1)()',
    '[s0 for s0 in s1]',
    's0\ns1',
    '"s0"',
    's0; s1',
    "Symbol('s0')('x')('y').z",
    'a'.repeat(70_000),
  ])('is not %s', (text) => expect(isSize(text)).toBe(false))
})

describe('a condition on inputs', () => {
  it.each([
    "L['x'].size()[0] >= 2",
    "(4*torch.sym_max(1, math.trunc(1.5*torch.sym_float(((-1) + L['x'].size()[3]) // 4)))) != 1",
    "L['x']['k'].size()[1] % 8 == 0 and not math.isnan(L['y'])",
    "L['mode'] == 'train'",
    'L["x"] == math.inf',
    "L['x'] is None",
  ])('is %s', (text) => expect(isGuard(text)).toBe(true))

  it.each([
    "torch.hub.load('a', 'b')",
    'torch.sym_max.x(1)',
    'torch.load(1)',
    "L['x'].__class__",
    "exec('1')",
    "L['x'].tofile('x')",
    'x[0]',
    "open('x')",
  ])('is not %s', (text) => expect(isGuard(text)).toBe(false))
})
