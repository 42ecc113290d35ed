import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { deflateRawSync, gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { scanBytes } from '../src/node/scan-files.ts'
import type { FileReport } from '../src/types/report.ts'
import type { Line } from './helpers/asm.ts'
import { asm, counted } from './helpers/asm.ts'
import { FIXTURES } from './helpers/fixtures.ts'
import { makeTar } from './helpers/tar-builder.ts'
import { buildZip } from './helpers/zip-builder.ts'

/** Ways to write the same names and texts. */
interface Encoding {
  readonly name: string
  readonly proto: readonly Line[]
  global(module: string, name: string): readonly Line[]
  text(value: string): Line
}

const encodings: readonly Encoding[] = [
  { name: 'protocol 0', proto: [], global: (module, name) => [`GLOBAL ${module} ${name}`], text: (value) => `UNICODE ${value}` },
  {
    name: 'protocol 2',
    proto: ['PROTO 2'],
    global: (module, name) => [`GLOBAL ${module} ${name}`],
    text: (value) => `BINUNICODE ${value}`,
  },
  {
    name: 'protocol 4',
    proto: ['PROTO 4'],
    global: (module, name) => [`SHORT_BINUNICODE ${module}`, `SHORT_BINUNICODE ${name}`, 'STACK_GLOBAL'],
    text: (value) => `SHORT_BINUNICODE ${value}`,
  },
]

/** Places where a loader finds a pickle. */
const places: readonly (readonly [place: string, name: string, wrap: (pickle: Uint8Array) => Uint8Array])[] = [
  ['a raw file', 'model.pkl', (pickle) => pickle],
  ['a stored zip member', 'model.zip', (pickle) => buildZip([{ name: 'anything.bin', data: pickle }])],
  [
    'a torch file',
    'model.pt',
    (pickle) =>
      buildZip([
        { name: 'archive/data.pkl', data: pickle, padding: 30 },
        { name: 'archive/data/0', data: new Uint8Array(64) },
        { name: 'archive/version', data: '3\n' },
      ]),
  ],
]

const isBad = ({ findings }: FileReport): boolean => findings.some(({ severity }) => severity === 'critical' || severity === 'high')

async function everywhere(program: (encoding: Encoding) => readonly Line[]): Promise<readonly string[]> {
  const passed: string[] = []
  for (const encoding of encodings) {
    const pickle = asm(...encoding.proto, ...program(encoding), 'STOP')
    for (const [place, name, wrap] of places) {
      if (!isBad(await scanBytes(name, wrap(pickle)))) passed.push(`${encoding.name} in ${place}`)
    }
  }
  return passed
}

/** One call of one function: advisory, module, name. */
const gadgets: readonly (readonly [advisory: string, module: string, name: string])[] = [
  ['CVE-2025-1716', 'pip', 'main'],
  ['GHSA-655q-fx9r-782v', 'torch._inductor.codecache', 'compile_file'],
  ['GHSA-655q-fx9r-782v', 'pydoc', 'pipepager'],
  ['GHSA-655q-fx9r-782v', 'venv', 'create'],
  ['GHSA-655q-fx9r-782v', 'torch.serialization', 'load'],
  ['CVE-2025-46417', 'ssl', 'get_server_certificate'],
  ['CVE-2025-46417', 'linecache', 'getline'],
  ['CVE-2025-46417', 'timeit', 'timeit'],
  ['CVE-2025-46417', 'numpy.testing._private.utils', 'runstring'],
  ['CVE-2025-46417', 'commands', 'getoutput'],
  ['CVE-2025-10157', 'asyncio.unix_events', '_UnixSubprocessTransport._start'],
  ['CVE-2025-10157', 'aiohttp.client', 'ClientSession'],
  ['GHSA-9726-w42j-3qjr', '_io', 'FileIO'],
  ['GHSA-9726-w42j-3qjr', 'urllib.request', 'urlopen'],
  ['GHSA-9m3x-qqw2-h32h', 'cloudpickle.cloudpickle', '_make_function'],
  ['GHSA-9m3x-qqw2-h32h', 'cloudpickle.cloudpickle', '_builtin_type'],
  ['GHSA-9m3x-qqw2-h32h', 'cloudpickle.cloudpickle', '_function_setstate'],
  ['GHSA-9m3x-qqw2-h32h', 'cloudpickle.cloudpickle', 'subimport'],
  ['GHSA-9m3x-qqw2-h32h', 'types', 'CodeType'],
  ['GHSA-m7j5-r2p5-c39r', 'logging', 'FileHandler'],
  ['GHSA-7wx9-6375-f5wh', 'profile', 'run'],
  ['GHSA-vvpj-8cmc-gx39', 'pkgutil', 'resolve_name'],
  ['GHSA-g38g-8gr9-h9xp', 'uuid', '_get_command_stdout'],
  ['GHSA-g38g-8gr9-h9xp', '_osx_support', '_read_output'],
  ['GHSA-g38g-8gr9-h9xp', '_osx_support', '_find_build_tool'],
  ['GHSA-g38g-8gr9-h9xp', '_aix_support', '_read_cmd_output'],
  ['GHSA-g38g-8gr9-h9xp', 'imaplib', 'IMAP4_stream'],
  ['GHSA-g38g-8gr9-h9xp', '_pyrepl.pager', 'pipe_pager'],
  ['GHSA-g38g-8gr9-h9xp', '_pyrepl.pager', 'tempfile_pager'],
  ['GHSA-g38g-8gr9-h9xp', 'test.support.script_helper', 'assert_python_ok'],
  ['GHSA-4r9r-ch6f-vxmx', 'torch.utils.bottleneck.__main__', 'run_cprofile'],
  ['GHSA-4whj-rm5r-c2v8', 'torch.utils.bottleneck.__main__', 'run_autograd_prof'],
  ['GHSA-86cj-95qr-2p4f', 'torch._dynamo.guards', 'GuardBuilder.get'],
  ['GHSA-f4x7-rfwp-v3xw', 'torch.fx.experimental.symbolic_shapes', 'ShapeEnv.evaluate_guards_expression'],
  ['GHSA-f745-w6jp-hpxx', 'torch.utils.collect_env', 'run'],
  ['GHSA-jhph-76pp-mggw', 'torch.utils.collect_env', 'run_and_read_all'],
  ['GHSA-h3qp-7fh3-f8h4', 'torch.utils.data.datapipes.utils.decoder', 'basichandlers'],
  ['GHSA-vr7h-p6mm-wpmh', 'torch.jit.unsupported_tensor_ops', 'execWrapper'],
  ['GHSA-vv6j-3g6g-2pvj', 'torch.utils._config_module', 'ConfigModule.load_config'],
  ['GHSA-5qwp-399c-mjwf', 'trace', 'Trace.run'],
  ['GHSA-g344-hcph-8vgg', 'trace', 'Trace.runctx'],
  ['GHSA-x696-vm39-cp64', 'profile', 'Profile.run'],
  ['GHSA-6vqj-c2q5-j97w', 'profile', 'Profile.runctx'],
  ['GHSA-49gj-c84q-6qm9', 'cProfile', 'run'],
  ['GHSA-9w88-8rmg-7g2p', 'cProfile', 'runctx'],
  ['GHSA-f54q-57x4-jg88', 'lib2to3.pgen2.grammar', 'Grammar.loads'],
  ['GHSA-p9w7-82w4-7q8m', 'lib2to3.pgen2.pgen', 'ParserGenerator.make_label'],
  ['GHSA-3vg9-h568-4w9m', 'idlelib.debugobj', 'ObjectTreeItem.SetText'],
  ['GHSA-6w4w-5w54-rjvr', 'idlelib.autocomplete', 'AutoComplete.get_entity'],
  ['GHSA-7cq8-mj8x-j263', 'idlelib.autocomplete', 'AutoComplete.fetch_completions'],
  ['GHSA-8r4j-24qv-fmq9', 'idlelib.calltip', 'Calltip.fetch_tip'],
  ['GHSA-9xph-j2h6-g47v', 'idlelib.calltip', 'get_entity'],
  ['GHSA-m869-42cg-3xwr', 'idlelib.run', 'Executive.runcode'],
  ['GHSA-j343-8v2j-ff7w', 'idlelib.pyshell', 'ModifiedInterpreter.runcommand'],
  ['GHSA-3gf5-cxq9-w223', 'idlelib.pyshell', 'ModifiedInterpreter.runcode'],
  ['GHSA-cj3c-v495-4xqh', 'code', 'InteractiveInterpreter.runcode'],
  ['GHSA-fqq6-7vqf-w3fg', 'doctest', 'debug_script'],
  ['GHSA-xp4f-hrf8-rxw7', 'ensurepip', '_run_pip'],
  ['GHSA-q77w-mwjj-7mqx', 'asyncio.unix_events', '_UnixSubprocessTransport._start'],
  ['GHSA-m273-6v24-x4m4', 'distutils.file_util', 'write_file'],
  ['GHSA-4675-36f9-wf6r', 'ctypes', 'CDLL'],
  ['GHSA-84r2-jw7c-4r5q', 'pydoc', 'locate'],
  ['GHSA-vqmv-47xg-9wpr', 'pty', 'spawn'],
  ['GHSA-r8g5-cgf2-4m4m', 'numpy.f2py.crackfortran', 'getlincoef'],
  ['GHSA-r8g5-cgf2-4m4m', 'numpy.f2py.crackfortran', '_eval_length'],
  ['GHSA-r8g5-cgf2-4m4m', 'numpy.f2py.crackfortran', 'myeval'],
  ['GHSA-r7v6-mfhq-g3m2', 'pty', 'spawn'],
  ['GHSA-565g-hwwr-4pp3', 'marshal', 'loads'],
  ['GHSA-565g-hwwr-4pp3', 'types', 'FunctionType'],
  ['GHSA-wfq2-52f7-7qvj', 'runpy', 'run_path'],
  ['GHSA-p523-jq9w-64x9', 'cProfile', 'run'],
  ['CVE-2026-22608', 'ctypes', 'CDLL'],
  ['GHSA-q5qq-mvfm-j35x', 'importlib.machinery', 'SourceFileLoader'],
  ['GHSA-q5qq-mvfm-j35x', 'multiprocessing.util', 'spawnv_passfds'],
  ['GHSA-h4rm-mm56-xf63', 'builtins', 'exec'],
  ['GHSA-mhc9-48gj-9gp3', 'smtplib', 'SMTP'],
  ['GHSA-mhc9-48gj-9gp3', 'socketserver', 'TCPServer'],
  ['GHSA-5cxw-w2xg-2m8h', 'platform', 'popen'],
  ['GHSA-5cxw-w2xg-2m8h', 'platform', '_syscmd_file'],
  ['GHSA-r48f-3986-4f9c', 'difflib', 'HtmlDiff'],
  ['GHSA-r48f-3986-4f9c', 'gc', 'get_objects'],
  ['GHSA-m6fh-58r7-x697', '_posixsubprocess', 'fork_exec'],
  ['GHSA-m6fh-58r7-x697', 'site', 'execsitecustomize'],
  ['GHSA-m6fh-58r7-x697', 'atexit', 'register'],
  ['GHSA-pc6j-px3p-rrj4', 'doctest', 'debug_src'],
  ['GHSA-pc6j-px3p-rrj4', 'unittest.main', 'TestProgram'],
  ['GHSA-6ggj-6f2q-f7mx', '_interpreters', 'run_string'],
  ['GHSA-6ggj-6f2q-f7mx', '_xxsubinterpreters', 'run_string'],
  ['GHSA-5j3x-jp52-966f', 'pathlib', 'os.system'],
  ['GHSA-wccx-j62j-r448', 'pickle', '_loads'],
  ['GHSA-fphw-536r-4p88', '_pickle', 'loads'],
  ['modelscan #338', 'torch.library', 'torch.utils.collect_env.run'],
  ['modelscan #338', 'mlflow.projects.backend.local', '_run_entry_point'],
  ['modelscan #338', 'pandas', 'read_csv'],
  ['CVE-2022-45907', 'torch.jit.annotations', 'parse_type_line'],
  ['CVE-2024-5480', 'torch.distributed.rpc.internal', 'PythonUDF'],
  ['CVE-2022-21797', 'joblib.parallel', 'Parallel'],
  ['Checkmarx 2024', 'bdb', 'Bdb.run'],
  ['modelscan #357', 'keras.models', 'load_model'],
]

describe('functions of published advisories', () => {
  it.each(gadgets)('%s: %s.%s', async (_advisory, module, name) => {
    expect(await everywhere(({ global, text }) => [...global(module, name), text('marker'), 'TUPLE1', 'REDUCE'])).toEqual([])
  })
})

const system = ({ global, text }: Encoding): readonly Line[] => [...global('os', 'system'), text('marker'), 'TUPLE1', 'REDUCE']

/** The payload as a program of its own, for loaders of pickles in pickles. */
const inner = asm('PROTO 2', 'GLOBAL os system', 'BINUNICODE marker', 'TUPLE1', 'REDUCE', 'STOP')

type Technique = readonly [source: string, mechanism: string, program: (encoding: Encoding) => readonly Line[]]

const techniques: readonly Technique[] = [
  [
    'GHSA-655q-fx9r-782v',
    'functools.partial of a loader',
    ({ global, text }) => [
      ...global('functools', 'partial'),
      ...global('torch.serialization', 'load'),
      text('x'),
      'TUPLE2',
      'REDUCE',
      'EMPTY_TUPLE',
      'REDUCE',
    ],
  ],
  [
    'GHSA-9gvj-pp9x-gcfr',
    'STRING operands of STACK_GLOBAL',
    () => ["STRING 'os'", "STRING 'system'", 'STACK_GLOBAL', "STRING 'marker'", 'TUPLE1', 'REDUCE'],
  ],
  [
    'GHSA-9gvj-pp9x-gcfr',
    'SHORT_BINSTRING operands of STACK_GLOBAL',
    () => ['SHORT_BINSTRING os', 'BINSTRING system', 'STACK_GLOBAL', 'SHORT_BINSTRING marker', 'TUPLE1', 'REDUCE'],
  ],
  [
    'GHSA-97f8-7cmv-76j2',
    'the magic number comes from a call',
    ({ global, text }) => [...global('builtins', 'eval'), text('0x1950a86a20f9469cfc6c'), 'TUPLE1', 'REDUCE'],
  ],
  ['picklescan d3273f4', 'a missing memo entry behind the call', (encoding) => [...system(encoding), 'GET 999']],
  ['picklescan d3273f4', 'a number in the memo as a name', (encoding) => [...system(encoding), 'INT 5', 'PUT 3', 'GET 3', 'STACK_GLOBAL']],
  [
    'GHSA-84r2-jw7c-4r5q',
    'pydoc.locate and methodcaller',
    ({ global, text }) => [
      ...global('operator', 'methodcaller'),
      text('system'),
      text('marker'),
      'TUPLE2',
      'REDUCE',
      ...global('pydoc', 'locate'),
      text('os'),
      'TUPLE1',
      'REDUCE',
      'TUPLE1',
      'REDUCE',
    ],
  ],
  [
    'GHSA-46h3-79wf-xr6c',
    'attrgetter of an imported module',
    ({ global, text }) => [
      ...global('_operator', 'attrgetter'),
      text('system'),
      'TUPLE1',
      'REDUCE',
      ...global('importlib', 'import_module'),
      text('os'),
      'TUPLE1',
      'REDUCE',
      'TUPLE1',
      'REDUCE',
      text('marker'),
      'TUPLE1',
      'REDUCE',
    ],
  ],
  [
    'GHSA-955r-x9j8-7rhh',
    'methodcaller of an imported module',
    ({ global, text }) => [
      ...global('_operator', 'methodcaller'),
      text('system'),
      text('marker'),
      'TUPLE2',
      'REDUCE',
      ...global('importlib', 'import_module'),
      text('os'),
      'TUPLE1',
      'REDUCE',
      'TUPLE1',
      'REDUCE',
    ],
  ],
  [
    'GHSA-5hvc-6wx8-mvv4',
    'a BUILD that makes the result look used',
    (encoding) => [...system(encoding), 'EMPTY_DICT', encoding.text('k'), 'NONE', 'SETITEM', 'BUILD'],
  ],
  [
    'GHSA-mxhj-88fx-4pcv',
    'the result of OBJ is popped',
    ({ global, text }) => ['MARK', ...global('os', 'system'), text('marker'), 'OBJ', 'POP', 'NONE'],
  ],
  [
    'GHSA-mhc9-48gj-9gp3',
    'a constructor and a trailing BUILD',
    ({ global, text }) => [
      ...global('smtplib', 'SMTP'),
      text('host'),
      'TUPLE1',
      'REDUCE',
      'EMPTY_DICT',
      text('k'),
      'NONE',
      'SETITEM',
      'BUILD',
    ],
  ],
  [
    'GHSA-cffv-grgg-g429',
    'the same name twice, harmless first',
    (encoding) => [...encoding.global('os', 'system'), 'POP', ...system(encoding)],
  ],
  [
    'modelscan #85',
    'a name stored on a function',
    ({ global, text }) => [...global('numpy', 'prod'), 'NONE', 'EMPTY_DICT', text('x'), text('system'), 'SETITEM', 'TUPLE2', 'BUILD'],
  ],
  ['modelscan #86', 'a memo index of billions', (encoding) => ['NONE', 'PUT 4000000000', 'POP', ...system(encoding)]],
  [
    'modelscan #330',
    'the interpreter’s dict as an argument',
    ({ global }) => [...global('numpy', 'size'), ...global('numpy', '__builtins__'), 'TUPLE1', 'REDUCE'],
  ],
  [
    'modelscan #331',
    'names put together by join',
    ({ global, text }) => [
      text('os'),
      ...global('builtins', 'str.join'),
      text(''),
      'MARK',
      text('sys'),
      text('tem'),
      'LIST',
      'TUPLE2',
      'REDUCE',
      'STACK_GLOBAL',
      text('marker'),
      'TUPLE1',
      'REDUCE',
    ],
  ],
  ['modelaudit #518', 'INST', ({ text }) => ['MARK', text('marker'), 'INST os system']],
  [
    'modelaudit #1097',
    'DUP and SETITEM of a state',
    ({ global, text }) => [...global('os', 'environ'), 'DUP', text('PATH'), text('.'), 'SETITEM'],
  ],
  [
    'modelaudit #1450',
    'type() with methods of the attacker',
    ({ global, text }) => [
      ...global('builtins', 'type'),
      text('X'),
      'EMPTY_TUPLE',
      'EMPTY_DICT',
      text('__reduce__'),
      ...global('os', 'system'),
      'SETITEM',
      'TUPLE3',
      'REDUCE',
    ],
  ],
  [
    'modelaudit #1461',
    'str.format that looks up attributes',
    ({ global, text }) => [...global('builtins', 'str.format'), text('{0.__class__}'), ...global('m', 'o'), 'TUPLE2', 'REDUCE'],
  ],
  ['nullifAI', 'a broken opcode behind the payload', (encoding) => [...system(encoding), Uint8Array.of(0xff)]],
  [
    'Hide and Seek',
    'STACK_GLOBAL with nothing on the stack behind the payload',
    (encoding) => [...system(encoding), 'POP', 'STACK_GLOBAL'],
  ],
  ['Hide and Seek', 'an unclosed MARK', (encoding) => ['MARK', ...system(encoding)]],
  [
    'Sleepy Pickle',
    'a method of a class is replaced',
    ({ global, text }) => [
      ...global('collections', 'OrderedDict'),
      'NONE',
      'EMPTY_DICT',
      text('get'),
      ...global('builtins', 'print'),
      'SETITEM',
      'TUPLE2',
      'BUILD',
    ],
  ],
  [
    'technique',
    'memo indirection with decoys',
    ({ text }) => [
      text('math'),
      'PUT 0',
      'POP',
      text('os'),
      'PUT 0',
      'POP',
      text('system'),
      'PUT 1',
      'POP',
      'GET 0',
      'GET 1',
      'STACK_GLOBAL',
      text('marker'),
      'TUPLE1',
      'REDUCE',
    ],
  ],
  [
    'technique',
    'MEMOIZE behind a gap',
    ({ text }) => [
      text('math'),
      'PUT 7',
      'POP',
      text('os'),
      'MEMOIZE',
      'POP',
      text('system'),
      'BINPUT 9',
      'POP',
      'BINGET 1',
      'BINGET 9',
      'STACK_GLOBAL',
      text('marker'),
      'TUPLE1',
      'REDUCE',
    ],
  ],
  [
    'technique',
    'escapes in names',
    () => ['UNICODE \\u006f\\u0073', "STRING '\\x73ystem'", 'STACK_GLOBAL', "STRING 'marker'", 'TUPLE1', 'REDUCE'],
  ],
  [
    'technique',
    'a name out of encoded bytes',
    ({ global, text }) => [
      text('os'),
      ...global('codecs', 'decode'),
      'SHORT_BINBYTES system',
      text('utf8'),
      'TUPLE2',
      'REDUCE',
      'STACK_GLOBAL',
      text('marker'),
      'TUPLE1',
      'REDUCE',
    ],
  ],
  [
    'technique',
    'a name that nobody can work out',
    ({ global, text }) => [
      text('os'),
      ...global('codecs', 'decode'),
      text('flfgrz'),
      text('rot13'),
      'TUPLE2',
      'REDUCE',
      'STACK_GLOBAL',
      text('marker'),
      'TUPLE1',
      'REDUCE',
    ],
  ],
  [
    'technique',
    'BUILD on an imported object',
    ({ global, text }) => [...global('collections', 'OrderedDict'), 'EMPTY_DICT', text('x'), 'INT 1', 'SETITEM', 'BUILD'],
  ],
  ['technique', 'SETITEM on sys.modules', ({ global, text }) => [...global('sys', 'modules'), text('json'), 'NONE', 'SETITEM']],
  ['technique', 'a re-export: shutil.os', ({ global, text }) => [...global('shutil', 'os.system'), text('marker'), 'TUPLE1', 'REDUCE']],
  [
    'technique',
    'getattr step by step',
    ({ global, text }) => [
      ...global('builtins', 'getattr'),
      ...global('builtins', '__import__'),
      text('os'),
      'TUPLE1',
      'REDUCE',
      text('system'),
      'TUPLE2',
      'REDUCE',
      text('marker'),
      'TUPLE1',
      'REDUCE',
    ],
  ],
  ['technique', 'a NUL in the module', ({ global, text }) => [...global('os\0x', 'system'), text('marker'), 'TUPLE1', 'REDUCE']],
  ['technique', 'a name of Python 2', ({ global, text }) => [...global('__builtin__', 'execfile'), text('marker'), 'TUPLE1', 'REDUCE']],
  ['technique', 'an alias: six.exec_', ({ global, text }) => [...global('six', 'exec_'), text('marker'), 'TUPLE1', 'REDUCE']],
  [
    'technique',
    'an alias: sklearn.externals.joblib.load',
    ({ global, text }) => [...global('sklearn.externals.joblib', 'load'), text('marker'), 'TUPLE1', 'REDUCE'],
  ],
  ['technique', 'an alias: posix.system', ({ global, text }) => [...global('posix', 'system'), text('marker'), 'TUPLE1', 'REDUCE']],
  [
    'technique',
    'a vendored alias: pip._vendor',
    ({ global, text }) => [...global('pip._vendor.pkg_resources', 'run_script'), text('marker'), 'TUPLE1', 'REDUCE'],
  ],
  [
    'technique',
    'NEWOBJ of map, and a tuple that walks it',
    ({ global, text }) => [
      ...global('builtins', 'tuple'),
      ...global('builtins', 'map'),
      ...global('os', 'system'),
      'MARK',
      text('marker'),
      'LIST',
      'TUPLE2',
      'NEWOBJ',
      'TUPLE1',
      'NEWOBJ',
    ],
  ],
  [
    'technique',
    'BUILD that finds __setstate__ in the instance',
    ({ global, text }) => [
      ...global('types', 'SimpleNamespace'),
      'EMPTY_TUPLE',
      'NEWOBJ',
      'EMPTY_DICT',
      text('__setstate__'),
      ...global('os', 'system'),
      'SETITEM',
      'BUILD',
      text('marker'),
      'BUILD',
    ],
  ],
  [
    'technique',
    'APPENDS that calls extend',
    ({ global, text }) => [
      ...global('types', 'SimpleNamespace'),
      'EMPTY_TUPLE',
      'NEWOBJ',
      'EMPTY_DICT',
      text('extend'),
      ...global('os', 'system'),
      'SETITEM',
      'BUILD',
      'MARK',
      text('marker'),
      'APPENDS',
    ],
  ],
  [
    'technique',
    'ADDITEMS that calls add',
    ({ global, text }) => [
      ...global('types', 'SimpleNamespace'),
      'EMPTY_TUPLE',
      'NEWOBJ',
      'EMPTY_DICT',
      text('add'),
      ...global('os', 'system'),
      'SETITEM',
      'BUILD',
      'MARK',
      text('marker'),
      'ADDITEMS',
    ],
  ],
  [
    'technique',
    'an extension code that the pickle registers',
    ({ global, text }) => [
      ...global('copyreg', '_inverted_registry'),
      'INT 7',
      text('os'),
      text('system'),
      'TUPLE2',
      'SETITEM',
      'EXT1 7',
      text('marker'),
      'TUPLE1',
      'REDUCE',
    ],
  ],
  ['technique', 'an extension code of the process', ({ text }) => ['EXT4 7', text('marker'), 'TUPLE1', 'REDUCE']],
  ['technique', 'arguments in a list', ({ global, text }) => [...global('os', 'system'), 'EMPTY_LIST', text('marker'), 'APPEND', 'REDUCE']],
  [
    'technique',
    'NEWOBJ_EX with keywords',
    ({ global, text }) => [
      ...global('subprocess', 'Popen'),
      text('marker'),
      'TUPLE1',
      'EMPTY_DICT',
      text('shell'),
      'NEWTRUE',
      'SETITEM',
      'NEWOBJ_EX',
    ],
  ],
  ['technique', 'a pickle in bytes', ({ global }) => [...global('pickle', 'loads'), counted('SHORT_BINBYTES', inner), 'TUPLE1', 'REDUCE']],
  [
    'technique',
    'a pickle in base64',
    ({ global, text }) => [
      ...global('torch.storage', '_load_from_bytes'),
      ...global('base64', 'b64decode'),
      text(Buffer.from(inner).toString('base64')),
      'TUPLE1',
      'REDUCE',
      'TUPLE1',
      'REDUCE',
    ],
  ],
  [
    'technique',
    'a pickle in Latin-1 text',
    ({ global, text }) => [
      ...global('torch.storage', '_load_from_bytes'),
      ...global('_codecs', 'encode'),
      counted('BINUNICODE', Buffer.from(Buffer.from(inner).toString('latin1'), 'utf8')),
      text('latin1'),
      'TUPLE2',
      'REDUCE',
      'TUPLE1',
      'REDUCE',
    ],
  ],
  ['technique', 'INT 0x10 before the call, which breaks genops', (encoding) => ['INT 0x10', 'POP', ...system(encoding)]],
  ['technique', 'NUL in a PUT line', (encoding) => ['NONE', 'PUT 5\0junk', 'POP', ...system(encoding)]],
  ['technique', 'a STRING that is not ASCII', (encoding) => [Buffer.from("S'\xff'\n", 'latin1'), 'POP', ...system(encoding)]],
  ['technique', '200,000 marks', (encoding) => [new Uint8Array(200_000).fill(0x28), ...system(encoding)]],
  ['technique', 'a blob of 1 MiB first', (encoding) => [counted('BINBYTES', new Uint8Array(1 << 20)), 'POP', ...system(encoding)]],
  ['technique', 'a second pickle', (encoding) => ['NONE', 'STOP', ...encoding.proto, ...system(encoding)]],
  [
    'technique',
    'a second pickle with the memo of the first',
    ({ text }) => [
      text('math'),
      'PUT 0',
      'STOP',
      text('os'),
      'PUT 0',
      'POP',
      'GET 0',
      text('system'),
      'STACK_GLOBAL',
      text('marker'),
      'TUPLE1',
      'REDUCE',
    ],
  ],
  [
    'technique',
    '12,000 harmless calls first',
    ({ global, text }) => [
      ...Array.from({ length: 12_000 }, () => ['GLOBAL builtins int', 'EMPTY_TUPLE', 'REDUCE', 'PUT 0']).flat(),
      ...global('os', 'system'),
      text('marker'),
      'TUPLE1',
      'REDUCE',
    ],
  ],
  ['technique', 'behind the call, a name that nothing can import', (encoding) => [...system(encoding), ...encoding.global('a,b', 'c d')]],
  [
    'technique',
    'an environment variable is set, and the stream breaks',
    ({ global, text }) => [...global('os', 'environ'), text('LD_PRELOAD'), text('x'), 'SETITEM', Uint8Array.of(0xff)],
  ],
  [
    'technique',
    'a pickle in bytes, behind 2 MiB',
    ({ global }) => [
      ...global('torch.storage', '_load_from_bytes'),
      counted('BINBYTES', Buffer.concat([counted('BINBYTES', new Uint8Array(2 << 20)), inner.subarray(2)])),
      'TUPLE1',
      'REDUCE',
    ],
  ],
  [
    'technique',
    'torch’s loader of bytes as __setstate__ of an instance',
    ({ global }) => [
      ...global('types', 'SimpleNamespace'),
      'EMPTY_TUPLE',
      'NEWOBJ',
      'EMPTY_DICT',
      'SHORT_BINUNICODE __setstate__',
      ...global('torch.storage', '_load_from_bytes'),
      'SETITEM',
      'BUILD',
      "SHORT_BINBYTES (S'marker'\nios\nsystem\n.",
      'BUILD',
    ],
  ],
  [
    'technique',
    'torch’s loader of bytes as collate_fn, the twentieth value of a state',
    ({ global, text }) => [
      ...global('builtins', 'list'),
      ...global('torch.utils.data.dataloader', 'DataLoader'),
      'EMPTY_TUPLE',
      'NEWOBJ',
      'EMPTY_DICT',
      'MARK',
      ...Array.from({ length: 60 }, (_, index) => [text(`k${index}`), 'NONE']).flat(),
      text('collate_fn'),
      ...global('torch.storage', '_load_from_bytes'),
      'SETITEMS',
      'BUILD',
      'TUPLE1',
      'REDUCE',
    ],
  ],
  ...['__setstate__', 'append', 'extend', 'add'].map(
    (method): Technique => [
      'technique',
      `a function of an unknown package as ${method} of an instance`,
      ({ global, text }) => [
        ...global('argparse', 'Namespace'),
        'EMPTY_TUPLE',
        'NEWOBJ',
        'EMPTY_DICT',
        text(method),
        ...global('functools', 'partial'),
        ...global('acme', 'evaluate'),
        text('marker'),
        'TUPLE2',
        'REDUCE',
        'SETITEM',
        'BUILD',
      ],
    ],
  ),
  [
    'technique',
    'a cache folder made by a method that torch finds among the modules of a module',
    ({ global, text }) => [
      ...global('torch.nn.modules.linear', 'Linear'),
      'EMPTY_TUPLE',
      'NEWOBJ',
      'EMPTY_DICT',
      text('_modules'),
      'EMPTY_DICT',
      text('append'),
      ...global('joblib.memory', 'Memory'),
      'SETITEM',
      'SETITEM',
      'BUILD',
      text('marker'),
      'APPEND',
    ],
  ],
  [
    'technique',
    'a cache folder made by a method that comes into the state after it was given',
    ({ global, text }) => [
      'EMPTY_DICT',
      'BINPUT 1',
      'POP',
      ...global('torch.nn.modules.linear', 'Linear'),
      'EMPTY_TUPLE',
      'NEWOBJ',
      'EMPTY_DICT',
      text('_modules'),
      'BINGET 1',
      'SETITEM',
      'BUILD',
      'BINGET 1',
      text('append'),
      ...global('joblib.memory', 'Memory'),
      'SETITEM',
      'POP',
      text('marker'),
      'APPEND',
    ],
  ],
  [
    'technique',
    'getattr as a method of an instance',
    ({ global, text }) => [
      ...global('collections', 'OrderedDict'),
      'EMPTY_TUPLE',
      'REDUCE',
      'EMPTY_DICT',
      text('append'),
      ...global('builtins', 'getattr'),
      'SETITEM',
      'BUILD',
    ],
  ],
  [
    'technique',
    'the method of an array that writes a file',
    ({ global, text }) => [
      ...global('builtins', 'getattr'),
      ...global('numpy', 'ndarray'),
      'INT 0',
      'TUPLE1',
      'REDUCE',
      text('tofile'),
      'TUPLE2',
      'REDUCE',
    ],
  ],
  [
    'technique',
    'a caller of the method that writes a table',
    ({ global, text }) => [...global('operator', 'methodcaller'), text('to_csv'), text('marker'), 'TUPLE2', 'REDUCE'],
  ],
  [
    'technique',
    'a text that SymPy evaluates in __new__',
    ({ global, text }) => [
      ...global('sympy.functions.elementary.trigonometric', 'sin'),
      text("print('modelgate-marker')"),
      'TUPLE1',
      'NEWOBJ',
    ],
  ],
  [
    'technique',
    'a pickle that is another one in UTF-8 than in Latin-1',
    ({ global, text }) => [
      ...global('torch.storage', '_load_from_bytes'),
      ...global('_codecs', 'encode'),
      // Latin-1 sees two characters and a long text; UTF-8 sees one character and, 88 bytes on, a call.
      counted(
        'BINUNICODE',
        Buffer.from(`U\u0002éUX${'\u007f\0\0\0'}${'A'.repeat(84)}0(S'marker'\nios\nsystem\n.${'A'.repeat(20)}.`, 'utf8'),
      ),
      text('utf-8'),
      'TUPLE2',
      'REDUCE',
      'TUPLE1',
      'REDUCE',
    ],
  ],
  ['technique', 'a call behind an opened frame', (encoding) => ['FRAME 1', 'NONE', 'POP', ...system(encoding)]],
]

describe('mechanisms of published bypasses', () => {
  it.each(techniques)('%s: %s', async (_source, _mechanism, program) => {
    expect(await everywhere(program)).toEqual([])
  })
})

const data = Buffer.from(inner)
const torch = (over: object): Uint8Array =>
  buildZip([
    { name: 'archive/data.pkl', data, ...over },
    { name: 'archive/version', data: '3\n' },
  ])

describe('containers of published bypasses', () => {
  it.each<[string, string, string, Uint8Array]>([
    ['CVE-2025-1889', 'a member of an unknown name', 'model.pt', buildZip([{ name: 'archive/config.p', data }])],
    ['CVE-2025-1944', 'another name in the local header', 'model.pt', torch({ local: { name: 'archive/other.pk' } })],
    ['CVE-2025-1945', 'flag bits in the local header', 'model.pt', torch({ local: { flags: 0x1 } })],
    ['CVE-2025-1945', 'flag bit 5 in the local header', 'model.pt', torch({ local: { flags: 0x20 } })],
    ['CVE-2025-10155', 'a raw pickle called .bin', 'model.bin', data],
    ['CVE-2025-10155', 'a raw pickle called .pt', 'model.pt', data],
    ['CVE-2025-10156', 'a wrong checksum', 'model.pt', torch({ crc: 1, local: { crc: 1 } })],
    ['CVE-2019-6446', 'a pickle called .npy', 'array.npy', data],
    ['picklescan #26', 'a newline and a pickle behind STOP', 'model.pkl', Buffer.concat([asm('NONE', 'STOP'), Buffer.from('\n'), data])],
    ['technique', 'a pickle before a zip', 'model.pkl', Buffer.concat([data, buildZip([{ name: 'readme.txt', data: 'text' }])])],
    [
      'technique',
      'the first of two entries',
      'model.pt',
      buildZip([
        { name: 'archive/data.pkl', data },
        { name: 'archive/data.pkl', data: asm('NONE', 'STOP') },
      ]),
    ],
    [
      'technique',
      'the second of two entries',
      'model.pt',
      buildZip([
        { name: 'archive/data.pkl', data: asm('NONE', 'STOP') },
        { name: 'archive/data.pkl', data },
      ]),
    ],
    ['technique', 'an entry without a directory record', 'model.pt', torch({ hidden: true })],
    ['technique', 'a deflated member', 'model.pt', torch({ deflate: true })],
    [
      'technique',
      'a protocol 0 pickle under a free name',
      'model.zip',
      buildZip([{ name: 'notes', data: asm('GLOBAL os system', 'UNICODE marker', 'TUPLE1', 'REDUCE', 'STOP') }]),
    ],
    ['technique', 'junk between two pickles', 'model.pkl', Buffer.concat([asm('NONE', 'STOP'), Buffer.alloc(512, 0xff), data])],
    ['GHSA-97f8-7cmv-76j2', 'a legacy file whose first pickle is a call', 'model.pt', Buffer.concat([data, asm('INT 1001', 'STOP')])],
  ])('%s: %s', async (_source, _mechanism, name, bytes) => {
    expect(isBad(await scanBytes(name, bytes))).toBe(true)
  })

  it.each<[string, readonly Line[]]>([
    [
      'a payload in Latin-1 that is too long to be decoded',
      [
        'GLOBAL torch.storage _load_from_bytes',
        'GLOBAL _codecs encode',
        `BINUNICODE ${'x'.repeat((1 << 24) + 1)}`,
        'BINUNICODE latin1',
        'TUPLE2',
        'REDUCE',
        'TUPLE1',
        'REDUCE',
        'STOP',
      ],
    ],
    [
      'more payloads than are looked into',
      [
        'GLOBAL torch.storage _load_from_bytes',
        'PUT 0',
        ...Array.from({ length: 10_001 }, () => ['GET 0', 'SHORT_BINBYTES N.', 'TUPLE1', 'REDUCE', 'PUT 1']).flat(),
        'STOP',
      ],
    ],
  ])('%s is said to be unread', async (_what, program) => {
    const { incomplete } = await scanBytes('model.pkl', asm('PROTO 2', ...program))
    expect(incomplete.map(({ why }) => why)).toContain('limit')
  })

  it('a pickle behind a zip, where no loader reads it, is not passed over in silence', async () => {
    const report = await scanBytes('model.zip', Buffer.concat([buildZip([{ name: 'readme.txt', data: 'text' }]), data]))
    expect(report.findings.map(({ rule }) => rule)).toContain('zip/irregular-structure')
  })

  it('a pickle in a deflated zip in a zip', async () => {
    const nested = buildZip([{ name: 'inner.zip', data: torch({ deflate: true }), deflate: true }])
    expect(isBad(await scanBytes('bundle.zip', nested))).toBe(true)
  })

  it.each(['model.pkl.gz', 'model.joblib', 'model.bin'])('a compressed pickle called %s', async (name) => {
    expect(isBad(await scanBytes(name, gzipSync(data)))).toBe(true)
  })

  it('deflated data that are cut are not clean', async () => {
    const raw = deflateRawSync(Buffer.concat([data, Buffer.alloc(5000, 1)]))
    const report = await scanBytes(
      'model.pt',
      buildZip([{ name: 'archive/data.pkl', raw: raw.subarray(0, raw.length - 3), deflate: true, data }]),
    )
    expect(isBad(report)).toBe(true)
    expect(report.incomplete.length).toBeGreaterThan(0)
  })
})

/** What gets past `torch.load(weights_only=True)`, and what is said of it. */
describe('what PyTorch’s restricted unpickler let through', () => {
  const tensor = (elements: string): readonly Line[] => [
    ...['GLOBAL torch._utils _rebuild_tensor_v2', 'MARK', 'MARK', 'BINUNICODE storage', 'GLOBAL torch FloatStorage', 'BINUNICODE 0'],
    ...[
      'BINUNICODE cpu',
      `BININT ${elements}`,
      'TUPLE',
      'BINPERSID',
      'BININT1 0',
      'BININT1 4',
      'TUPLE1',
      'BININT1 1',
      'TUPLE1',
      'NEWFALSE',
    ],
    ...['GLOBAL collections OrderedDict', 'EMPTY_TUPLE', 'REDUCE', 'TUPLE', 'REDUCE'],
  ]
  const archive = (...lines: readonly Line[]): Uint8Array =>
    buildZip([
      { name: 'archive/data.pkl', data: asm('PROTO 2', ...lines, 'STOP') },
      { name: 'archive/data/0', data: new Uint8Array(16) },
      { name: 'archive/version', data: '3\n' },
    ])
  const told = async (name: string, bytes: Uint8Array) => {
    const { findings, torch } = await scanBytes(name, bytes)
    return { findings: findings.map(({ severity, rule }) => `${severity} ${rule}`), torch }
  }

  // PyTorch before 2.6 read a member of the layout of 0.1 with the plain unpickler.
  describe('CVE-2025-32434', () => {
    const number = (value: number): Uint8Array => asm('PROTO 2', `BININT1 ${value}`, 'STOP')
    it.each(['storages', 'tensors', 'pickle', 'sys_info'])('a command in the member %s of a tar', async (member) => {
      const members = ['sys_info', 'storages', 'tensors', 'pickle'].map((name) => ({ name, data: name === member ? data : number(0) }))
      const { findings } = await told('model.pt', makeTar(members))
      expect(findings).toContain('critical pickle/dangerous-call')
    })

    it('a command behind the number of storages', async () => {
      const members = [
        { name: 'sys_info', data: number(0) },
        { name: 'pickle', data: number(0) },
        { name: 'tensors', data: number(0) },
        { name: 'storages', data: Buffer.concat([number(1), data, new Uint8Array(24)]) },
      ]
      expect((await told('model.pt', makeTar(members))).findings).toContain('critical pickle/dangerous-call')
    })
  })

  // PyTorch before 2.10 assigned items to tensors, and made tensors longer than their data.
  describe('CVE-2026-24747', () => {
    it.each<[string, readonly Line[]]>([
      ['an item', [...tensor('4'), 'BININT1 0', 'BININT1 1', 'SETITEM']],
      ['items', [...tensor('4'), 'MARK', 'BININT1 0', 'BININT1 1', 'SETITEMS']],
      [
        'an item of a parameter',
        ['GLOBAL torch._utils _rebuild_parameter', ...tensor('4'), 'NEWTRUE', 'EMPTY_DICT', 'TUPLE3', 'REDUCE', 'NONE', 'NONE', 'SETITEM'],
      ],
    ])('%s of a tensor', async (_, lines) => {
      const { findings, torch } = await told('model.pt', archive(...lines))
      expect(findings).toContain('high pickle/unsafe-arguments')
      expect(torch?.weightsOnly).toBe(false)
      expect(torch?.refused.join()).toMatch(/^torch\._utils\._rebuild_/)
    })

    it('a tensor that is longer than its data', async () => {
      expect(await told('model.pt', archive(...tensor('5')))).toEqual({
        findings: ['high files/out-of-bounds'],
        torch: { weightsOnly: true, refused: [] },
      })
      const { findings } = await scanBytes('model.pt', archive(...tensor('16777216')))
      expect(findings[0]?.message).toContain('storage 0 has 16 bytes, but its tensor needs 67108864')
    })

    it('is no finding for a tensor that is as long as its data', async () => {
      expect(await told('model.pt', archive(...tensor('4')))).toEqual({ findings: [], torch: { weightsOnly: true, refused: [] } })
    })
  })
})

describe('published vulnerabilities of Keras', () => {
  const fixture = (name: string): Uint8Array => readFileSync(join(FIXTURES, name))
  const keras = (layer: object): Uint8Array =>
    buildZip([
      { name: 'metadata.json', data: '{"keras_version": "3.8.0"}' },
      { name: 'config.json', data: JSON.stringify({ module: 'keras', class_name: 'Sequential', config: { layers: [layer] } }) },
    ])
  const activation = (module: string, name: string): Uint8Array =>
    keras({ module: 'keras.layers', class_name: 'Dense', config: { activation: { module, class_name: 'function', config: name } } })
  const layer = (class_name: string, config: object): Uint8Array => keras({ module: 'keras.layers', class_name, config })
  const weights = (name: string): Uint8Array =>
    buildZip([
      { name: 'config.json', data: '{"module": "keras", "class_name": "Sequential", "config": {"layers": []}}' },
      { name: 'model.weights.h5', data: fixture(name) },
    ])

  it.each<[string, string, string, Uint8Array]>([
    ['CVE-2024-3660', 'a Lambda layer', 'm.keras', fixture('malicious/keras-lambda.keras')],
    ['CVE-2025-1550', 'a function of any module', 'm.keras', activation('os', 'system')],
    ['CVE-2025-8747', 'a function of Keras that downloads', 'm.keras', activation('keras.utils', 'get_file')],
    ['CVE-2025-9905', 'a Lambda layer in HDF5, where there is no safe mode', 'm.h5', fixture('malicious/keras-lambda.h5')],
    ['CVE-2025-9906', 'safe mode turned off from within', 'm.keras', activation('keras.config', 'enable_unsafe_deserialization')],
    [
      'CVE-2025-49655',
      'a pickle in a PyTorch wrapper',
      'm.keras',
      layer('TorchModuleWrapper', { module: Buffer.from(data).toString('base64') }),
    ],
    ['CVE-2025-12058', 'a vocabulary that is a path', 'm.keras', layer('StringLookup', { vocabulary: '/etc/hostname' })],
    ['CVE-2025-12058', 'a vocabulary that is an address', 'm.keras', layer('TextVectorization', { vocabulary: 'http://host.invalid/v' })],
    [
      'CVE-2025-12060',
      'an archive that leaves its folder, as get_file unpacked it',
      'data.tar',
      makeTar([
        { name: 'link', type: '2', target: '../../..' },
        { name: 'link/file', data: 'modelgate-marker' },
      ]),
    ],
    ['CVE-2026-0897', 'a dataset of a shape that no memory holds', 'm.h5', fixture('malicious/hdf5-shape-bomb.h5')],
    ['CVE-2026-0897', 'the same in the weights of a .keras', 'm.keras', weights('malicious/hdf5-shape-bomb.h5')],
    ['CVE-2026-1462', 'a layer that loads a SavedModel', 'm.keras', layer('TFSMLayer', { filepath: 'elsewhere' })],
    ['CVE-2026-1669', 'a dataset whose bytes are another file', 'm.h5', fixture('malicious/hdf5-external-storage.h5')],
    ['CVE-2026-1669', 'the same in the weights of a .keras', 'm.keras', weights('malicious/hdf5-external-storage.h5')],
    ['CVE-2026-1669', 'a link into another file', 'm.keras', weights('malicious/hdf5-external-link.h5')],
  ])('%s: %s', async (_source, _mechanism, name, bytes) => {
    expect(isBad(await scanBytes(name, bytes))).toBe(true)
  })

  it.each(['clean/keras-functional.keras', 'clean/keras-functional.h5'])('%s is clean', async (name) => {
    expect((await scanBytes(name, fixture(name))).findings).toEqual([])
  })
})
