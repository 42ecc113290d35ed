import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { libraryOf, lookupDangerous, lookupSafe, ruleFor } from '../../src/policy/globals/lookup.ts'
import { dangers } from '../../src/python/danger/index.ts'
import { EFFECTS } from '../../src/python/danger/table.ts'
import { safeGroups, tables } from '../../src/python/known/lists.ts'
import { renames } from '../../src/python/spellings.ts'

const listed = safeGroups().flatMap(({ use, reason, names }) =>
  Object.entries(names).flatMap(([module, list]) => list.split(/\s+/).map((name) => ({ module, name, use, reason }))),
)

it.each(tables.map(({ packages, groups }) => [packages, groups] as const))('a table names its packages: %s', (packages, groups) => {
  const modules = groups.map(({ names }) => [...names.matchAll(/([\w.]+):/g)].map(([, module]) => module ?? ''))
  for (const of of modules) expect(of).toEqual([...new Set(of)])
  const found = modules.flat().map((module) => module.split('.', 1).join())
  expect(packages.split(/\s+/)).toEqual([...new Set(found)].sort((a, b) => a.localeCompare(b)))
})

describe('what is dangerous', () => {
  it.each([
    ['os', 'system', 'runs a program'],
    ['posix', 'system', 'runs a program'],
    ['subprocess', 'Popen', 'runs a program'],
    ['commands', 'getoutput', 'runs a program'],
    ['builtins', 'eval', 'runs Python code'],
    ['__builtin__', 'execfile', 'runs Python code'],
    ['runpy', '_run_code', 'runs Python code'],
    ['numpy.f2py.crackfortran', 'getlincoef', 'runs a program'],
    ['torch.fx.graph_module', 'reduce_graph_module', 'runs Python code'],
    ['types', 'FunctionType', 'builds functions from data'],
    ['cloudpickle.cloudpickle', '_make_function', 'builds functions from data'],
    ['dill._dill', '_import_module', 'imports any module by name'],
    ['cloudpickle.cloudpickle', 'subimport', 'imports any module by name'],
    ['pickle', 'loads', 'loads another pickle'],
    ['torch.serialization', 'load', 'loads another pickle'],
    ['numpy', 'load', 'loads another pickle'],
    ['importlib.metadata', 'EntryPoint.load', 'imports any module by name'],
    ['torch._utils', '_import_dotted_name', 'imports any module by name'],
    ['ctypes', 'CDLL.system', 'calls native code'],
    ['pathlib', 'Path.write_text', 'reads or writes files'],
    ['numpy', 'memmap', 'reads or writes files'],
    ['nltk.corpus.reader.util', 'PickleCorpusView', 'loads another pickle'],
    ['requests', 'get', 'opens a network connection'],
    ['urllib', 'urlopen', 'opens a network connection'],
    ['picklescan.scanner', 'scan_bytes', 'turns off a pickle scanner'],
  ])('%s.%s %s', (module, name, does) => {
    expect(lookupDangerous(module, name)?.does).toBe(does)
  })

  it.each([
    ['pathlib', 'os.system'],
    ['torch.library', 'torch.utils.collect_env.run'],
    ['numpy.compat.py3k', 'pickle.loads'],
    ['acme.models', 'util.pickle.loads'],
    ['collections', '_sys.modules.get'],
    ['posixpath', 'os'],
    ['acme.models', 'subprocess'],
    ['json', '__builtins__'],
    ['builtins', 'object.__getattribute__'],
    ['numpy', 'sum.__globals__'],
    ['os', 'system.__call__'],
    ['acme', 'f.__code__'],
    ['six.moves', 'input'],
    ['six.moves.cPickle', 'loads'],
    ['sklearn.externals.six.moves.builtins', 'eval'],
    ['pip._vendor.requests.api', 'get'],
    ['joblib.externals.loky.backend', 'spawn'],
    ['_io', 'open'],
    ['_pickle', 'Unpickler'],
    ['numpy._core.records', 'fromfile'],
    ['sklearn.externals.joblib', 'load'],
    ['os\0x', 'system'],
    ['os', 'system\0x'],
    [' os', 'system'],
    ['acme', `${'a.'.repeat(5000)}os`],
  ])('%j.%j under another spelling', (module, name) => {
    expect(lookupDangerous(module, name)).toBeDefined()
  })

  it.each([
    ['os', 'stat_result'],
    ['numpy', 'trace'],
    ['acme.code', 'Net'],
    ['acme.subprocess', 'Net'],
    ['acme', 'profile'],
    ['test', 'Net'],
    ['models.yolo', 'Model'],
    ['constructor', 'toString'],
    ['', ''],
  ])('%j.%j is not', (module, name) => {
    expect(lookupDangerous(module, name)).toBeUndefined()
  })

  it('says what each listed name does, and why', () => {
    for (const { effect, names, source, ordinary } of dangers) {
      expect(EFFECTS[effect].does).toMatch(/^[a-z]/)
      expect(source.length).toBeGreaterThan(10)
      for (const carrier of ordinary?.split(' ') ?? []) expect(['bytecode', 'source', 'config', 'template']).toContain(carrier)
      for (const [module, list] of Object.entries(names)) {
        for (const name of list.split(/\s+/).filter((word) => !word.startsWith('!'))) {
          expect(lookupDangerous(module, name === '*' ? 'anything' : name), `${module}.${name}`).toBeDefined()
        }
      }
    }
  })
})

describe('what is safe', () => {
  it.each([
    ['collections', 'OrderedDict', 'call'],
    ['__builtin__', 'long', 'call'],
    ['copy_reg', '_reconstructor', 'reconstructor'],
    ['numpy.core.multiarray', '_reconstruct', 'first-is-class'],
    ['numpy._core.multiarray', '_reconstruct', 'first-is-class'],
    ['numpy._core.multiarray', 'scalar', 'numpy-scalar'],
    ['sklearn.ensemble.forest', 'RandomForestClassifier', 'class'],
    ['sklearn.ensemble._forest', 'RandomForestClassifier', 'class'],
    ['sklearn.externals.joblib.numpy_pickle', 'NumpyArrayWrapper', 'class'],
    ['scipy.sparse.csr', 'csr_matrix', 'class'],
    ['pandas.indexes.base', '_new_Index', 'index'],
    ['pathlib._local', 'PosixPath', 'call'],
    ['torch.nn.quantized.modules.linear', 'Linear', 'class'],
    ['torch._utils', '_rebuild_tensor_v2', 'tensor'],
    ['__torch__.torch.nn.modules.linear', 'Linear', 'class'],
    ['numpy', 'add', 'reference'],
  ])('%s.%s: %s', (module, name, use) => {
    expect(lookupSafe(module, name)?.use).toBe(use)
  })

  it.each([
    ['os', 'system'],
    ['numpy', 'add.reduce'],
    ['numpy', 'ndarray add'],
    ['numpy', 'ndarray.tofile'],
    ['collections', 'OrderedDict.fromkeys'],
    ['collections\0', 'OrderedDict'],
    ['__torch__.x', '__reduce__'],
    ['__main__', 'Net'],
    ['numpy', ''],
    ['', ''],
    ['constructor', 'toString'],
    ['sklearn.constructor', 'toString'],
  ])('not %j.%j', (module, name) => {
    expect(lookupSafe(module, name)).toBeUndefined()
  })

  it('lists each name once, with a reason and a use that is explained', () => {
    const seen = new Set<string>()
    for (const { module, name, use, reason } of listed) {
      expect(seen.has(`${module} ${name}`), `${module} ${name}`).toBe(false)
      seen.add(`${module} ${name}`)
      expect(reason.length).toBeGreaterThan(10)
      expect(['call', 'class', 'reference'].includes(use) || ruleFor(use) !== undefined, use).toBe(true)
    }
  })

  it('never overlaps with what is dangerous, under any spelling', () => {
    for (const { module, name } of listed) {
      for (const spelling of renames(module, name))
        expect(lookupDangerous(spelling.module, spelling.name), `${module}.${name}`).toBeUndefined()
    }
  })
})

describe('properties', () => {
  const word = fc.constantFrom(
    'os',
    'sys',
    'numpy',
    '_core',
    'core',
    'multiarray',
    'builtins',
    'eval',
    'six',
    'moves',
    'torch',
    'load',
    '__class__',
    'x',
    '',
  )
  const dotted = fc.array(word, { maxLength: 6 }).map((words) => words.join('.'))
  const module = fc.oneof(dotted, fc.constantFrom(...listed.map((row) => row.module)), fc.string())
  const name = fc.oneof(dotted, fc.constantFrom(...listed.map((row) => row.name)), fc.string())

  it('a name that may be called is never dangerous', () => {
    fc.assert(
      fc.property(module, name, (m, n) => {
        if (lookupSafe(m, n)?.use === 'call') expect(lookupDangerous(m, n)).toBeUndefined()
      }),
    )
  })

  it('what stands behind a dangerous name is dangerous, and so is the way to a dangerous module', () => {
    fc.assert(
      fc.property(dotted, (tail) => {
        expect(lookupDangerous('subprocess', `Popen.${tail}`)).toBeDefined()
        expect(lookupDangerous('acme', `${tail}.os.system`)).toBeDefined()
      }),
    )
  })
})

describe('libraryOf', () => {
  it.each([
    ['collections.abc', 'stdlib'],
    ['__builtin__', 'stdlib'],
    ['os\0x', 'stdlib'],
    ['sklearn.svm', 'known'],
    ['torch', 'known'],
    ['torchvision.models', 'unknown'],
    ['acme.models', 'unknown'],
    ['__main__', 'unknown'],
    ['test', 'unknown'],
    ['', 'unknown'],
  ])('%j: %s', (module, library) => {
    expect(libraryOf(module)).toBe(library)
  })
})
