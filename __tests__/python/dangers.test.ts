import { beforeAll, describe, expect, it, test } from 'vitest'
import { CALLABLE_WORDS, dangerousCallable } from '../../src/formats/config/model-config/callable-names.ts'
import { codeReaches } from '../../src/lang/marshal/code-names.ts'
import { sourceReaches } from '../../src/lang/python/reach.ts'
import { scanBytes } from '../../src/node/scan-files.ts'
import { dangerClause, lookupDangerous } from '../../src/policy/globals/lookup.ts'
import { type Judged, judge, loadModelJudges } from '../../src/policy/judge/judge.ts'
import { defaultPolicy } from '../../src/policy/policy.ts'
import { codeDanger } from '../../src/python/code/danger.ts'
import { dangers } from '../../src/python/danger/index.ts'
import { isOrdinary } from '../../src/python/danger/match.ts'
import { stdlib } from '../../src/python/danger/stdlib.ts'
import type { Carrier, DangerGroup } from '../../src/python/danger/table.ts'
import { marshalCode } from '../helpers/marshal-writer.ts'

interface Named {
  readonly module: string
  readonly name: string
  readonly group: DangerGroup
}

/** Every name of the table; of a module that is listed as a whole, one that no row says more of. */
const all: readonly Named[] = dangers.flatMap((group) =>
  Object.entries(group.names).flatMap(([module, list]) =>
    list
      .split(/\s+/)
      .filter((name) => !name.startsWith('!'))
      .map((name) => ({ module, name: name === '*' ? 'anything' : name, group })),
  ),
)

beforeAll(() => loadModelJudges())

const told = (observation: Judged) => {
  const judgement = judge(defaultPolicy, observation)
  return judgement.kind === 'finding' ? `${judgement.severity} ${judgement.rule}` : judgement.reason
}
const at = { offset: 0, stream: 0 }
/** Rows of these modules that say less than another row: what holds is the other. */
const holds = ({ module, name, group }: Named, carrier: Carrier) => {
  const rows = dangers.filter(({ names }) => names[module]?.split(/\s+/).includes(name))
  return (rows.length > 0 ? rows : [group]).some((row) => !isOrdinary(row, carrier))
}
const missed = (tell: (named: Named) => boolean) => all.filter((named) => !tell(named)).map(({ module, name }) => `${module}.${name}`)

describe('every dangerous name', () => {
  it('is told of a pickle that imports it', () => {
    // Steps by which cloudpickle and dill put code together are judged by what they are given.
    const judged = ({ module, name }: Named) =>
      / pickle\/dangerous-import$|judged by its calls/.test(told({ kind: 'global', module, name, computed: false, ...at }))
    expect(missed(judged)).toEqual([])
  })

  it('is told of a pickle that calls it', () => {
    const call = ({ module, name }: Named): Judged => ({
      kind: 'call',
      callee: { kind: 'global', module, name, computed: false },
      args: [{ kind: 'text', text: 'echo modelgate-marker', length: 21 }],
      via: 'reduce',
      ...at,
    })
    const judged = (named: Named) => /^(?:critical|high) pickle\//.test(told(call(named)))
    expect(missed(judged)).toEqual([])
  })

  it('is told of a configuration that builds it', () => {
    const reference = ({ module, name }: Named): Judged => ({
      kind: 'config-reference',
      loader: 'hydra',
      module,
      name,
      where: '_target_',
      use: 'class',
      offset: 0,
    })
    // What training is told by configurations of Hydra and Lightning.
    const despite = /^(?:transformers\.Auto|torchvision\.datasets)/
    expect(
      missed((named) => despite.test(`${named.module}.${named.name}`) || told(reference(named)) === 'critical config/dangerous-reference'),
    ).toEqual([])
  })

  it.each(['source', 'bytecode'] as const)('is told of %s that uses it, unless it is ordinary there', (carrier) => {
    const uses = all.filter(({ name }) => name !== 'anything')
    for (const named of uses) {
      const dotted = `${named.module}.${named.name}`
      expect(codeDanger(dotted, carrier) !== undefined, dotted).toBe(holds(named, carrier))
    }
    for (const { module, name, group } of all) {
      if (name !== 'anything' || isOrdinary(group, carrier)) continue
      expect(codeDanger(`${module}.anything`, carrier), module).toBeDefined()
      expect(codeDanger(`${module}.*`, carrier), module).toBeDefined()
    }
  })

  it('is found by the readers of source and bytecode', () => {
    const found = (reaches: readonly string[], dotted: string) => reaches.some((reach) => reach === dotted || dotted.startsWith(reach))
    for (const { module, name, group } of all) {
      const dotted = `${module}.${name}`
      if (module === 'builtins' || module === '__builtin__') continue
      const source = `import ${module}\n${dotted}('x')\n`
      if (!isOrdinary(group, 'source')) expect(sourceReaches(source).top, dotted).toContain(dotted)
      const [first = ''] = name.split('.')
      expect(found(codeReaches(marshalCode({ names: [module, first] }, '3.0')), `${module}.${first}`), dotted).toBe(true)
    }
  })
})

describe('a configuration under a key that no loader is known to have', () => {
  /** Exceptions: the values of `*`, which are words as often as names, and what a row says is ordinary in configurations. */
  const named = all.filter((each) => each.name !== 'anything' && holds(each, 'config'))

  it('is told of every function that the table names', () => {
    for (const { module, name } of named) {
      const dotted = `${module}.${name}`
      expect(dangerousCallable(dotted), dotted).toBeDefined()
      expect(CALLABLE_WORDS.test(`{"callback": "${dotted}"}`), dotted).toBe(true)
      const reference: Judged = {
        kind: 'config-reference',
        loader: 'any',
        module,
        name,
        where: 'callback',
        use: 'function',
        ordinary: true,
        offset: 0,
      }
      expect(told(reference), dotted).toBe('critical config/dangerous-reference')
    }
  })

  it.each(['os.system', 'acme.utils.os.system', 'os:system', 'cPickle.loads', '__builtins__.eval', 'six.moves.urllib.request.urlopen'])(
    'is told of %s',
    (name) => expect(dangerousCallable(name)).toBeDefined(),
  )

  it.each([
    'os.name',
    'docker.io',
    'code.py',
    'profile.json',
    'logging.StreamHandler',
    'torch.ops.aten.add',
    'glob.glob',
    'site.main',
    'run',
  ])('may say %s', (name) => expect(dangerousCallable(name)).toBeUndefined())
})

describe('built-in functions', () => {
  it.each(['source', 'bytecode'] as const)('are found by the readers of %s, unless they are ordinary there', (carrier) => {
    for (const { name } of all.filter((named) => named.module === 'builtins' && !named.name.includes('.') && holds(named, carrier))) {
      const reaches = carrier === 'source' ? sourceReaches(`${name}(x)\n`).top : codeReaches(marshalCode({ names: [name] }, '3.0'))
      expect(reaches, name).toContain(name)
    }
  })
})

describe('templates', () => {
  const rules = async (template: string) =>
    (await scanBytes('chat_template.jinja', new TextEncoder().encode(template))).findings.map(({ rule }) => rule)
  const of = (module: string) =>
    all.filter((named) => named.module === module && named.name !== 'anything' && !named.name.includes('.') && holds(named, 'template'))

  /** Exceptions: what libraries have (none comes into a template's hands), and what loads, makes or reaches by a name that values have for methods, such as `load`. */
  const running = stdlib.filter(({ effect }) => ['program', 'code', 'imports'].includes(effect))
  const methods = all.filter(
    ({ module, name, group }) => running.includes(group) && module !== 'builtins' && name !== 'anything' && !/[.]/.test(name),
  )
  const bareOrdinary = new Set(methods.filter(({ group }) => isOrdinary(group, 'template')).map(({ name }) => name))

  it('are told of every function of the standard library that runs programs or code or imports', async () => {
    for (const { name } of methods.filter((named) => !bareOrdinary.has(named.name)))
      expect(await rules(`{{ x.${name}('echo') }}`), name).toEqual(['template/injection'])
  })

  it('are told of built-in functions', async () => {
    for (const { name } of of('builtins')) expect(await rules(`{{ ${name}('x') }}`), name).toEqual(['template/injection'])
  })

  it('may have methods and variables of ordinary names', async () => {
    expect(await rules("{{ tool.run('x') }}{{ macro.call() }}{{ input }}{{ help('x') }}{{ messages.copy() }}{{ loop.index }}")).toEqual([])
  })
})

test.each([
  ['pydoc.pipepager', 'critical'],
  ['pdb.run', 'critical'],
  ['timeit.timeit', 'critical'],
  ['cProfile.run', 'critical'],
  ['uuid._get_command_stdout', 'critical'],
  ['pkgutil.resolve_name', 'critical'],
  ['_osx_support._read_output', 'critical'],
  ['distutils.spawn.spawn', 'critical'],
  ['six.moves.urllib.request.urlopen', 'critical'],
  ['xmlrpclib.ServerProxy', 'critical'],
  ['cPickle.loads', 'critical'],
  ['os.getcwd', 'medium'],
  ['pdb.set_trace', 'medium'],
  ['uuid.uuid1', 'medium'],
  ['uuid.uuid4', 'medium'],
  ['distutils.version.LooseVersion', 'medium'],
  ['torch.load', 'medium'],
  ['numpy.sqrt', 'medium'],
  ['importlib.import_module', 'medium'],
])('source that uses %s is %s', (name, severity) => {
  const [module] = name.split('.')
  const { top } = sourceReaches(`import ${module}\n${name}('x')\n`)
  const fact: Judged = { kind: 'shipped-code', language: 'python-source', carrier: 'x.py', runs: 'import', reaches: top, offset: 0 }
  expect(told(fact)).toMatch(new RegExp(`^${severity} `))
})

test.each([
  ['os', 'system', ', which runs a program'],
  ['os', 'getcwd', ': the module os can run programs'],
  ['subprocess', 'Popen', ', which runs a program'],
  ['subprocess', 'list2cmdline', ': the module subprocess can run programs'],
  ['pathlib', 'Path.open', ', which reads or writes files'],
  ['torch.utils.collect_env', 'run', ': the module torch.utils.collect_env can run programs'],
])('%s.%s is explained: %s', (module, name, clause) => {
  const hit = lookupDangerous(module, name)
  expect(hit && dangerClause(hit, `${module}.${name}`)).toBe(clause)
})

test('a danger does not hide behind thousands of names that are ordinary', async () => {
  const names = Array.from({ length: 5000 }, (_, index) => `os.path.name${index}()`)
  const { top } = sourceReaches(`import os, subprocess\n${names.join('\n')}\nsubprocess.run('x')\n`)
  expect(top).toContain('subprocess.run')
})
