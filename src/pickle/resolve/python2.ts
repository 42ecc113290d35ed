// Maps names of Python 2 to what Python 3 finds under them, as unpicklers do for protocols 0 to 2.

/**
 * CPython’s `Lib/_compat_pickle.py` (IMPORT_MAPPING, NAME_MAPPING). A scanner always applies it: whether a loader does
 * depends on `fix_imports` and on a PROTO in mid-stream.
 */

/** Names that moved to another module: old module, new module, names. */
const MOVED_NAMES: readonly (readonly [from: string, to: string, names: string])[] = [
  ['UserDict', 'collections', 'UserDict'],
  ['UserList', 'collections', 'UserList'],
  ['UserString', 'collections', 'UserString'],
  ['__builtin__', 'functools', 'reduce'],
  ['__builtin__', 'sys', 'intern'],
  ['_multiprocessing', 'multiprocessing.connection', 'Connection'],
  ['_socket', 'socket', 'fromfd'],
  [
    'exceptions',
    'builtins',
    `ArithmeticError AssertionError AttributeError BaseException BufferError BytesWarning DeprecationWarning EOFError
    EnvironmentError Exception FloatingPointError FutureWarning GeneratorExit IOError ImportError ImportWarning IndentationError
    IndexError KeyError KeyboardInterrupt LookupError MemoryError NameError NotImplementedError OSError OverflowError
    PendingDeprecationWarning ReferenceError RuntimeError RuntimeWarning StopIteration SyntaxError SyntaxWarning SystemError
    SystemExit TabError TypeError UnboundLocalError UnicodeDecodeError UnicodeEncodeError UnicodeError UnicodeTranslateError
    UnicodeWarning UserWarning ValueError Warning ZeroDivisionError`,
  ],
  ['multiprocessing', 'multiprocessing.context', 'AuthenticationError BufferTooShort ProcessError TimeoutError'],
  ['multiprocessing.forking', 'multiprocessing.popen_fork', 'Popen'],
  ['multiprocessing.process', 'multiprocessing.context', 'Process'],
  ['urllib', 'urllib.error', 'ContentTooShortError'],
  ['urllib', 'urllib.parse', 'quote quote_plus unquote unquote_plus urlencode'],
  ['urllib', 'urllib.request', 'getproxies pathname2url url2pathname urlcleanup urlopen urlretrieve'],
  ['urllib2', 'urllib.error', 'HTTPError URLError'],
  ['whichdb', 'dbm', 'whichdb'],
]

/** Names that were renamed as well: old module, old name, new module, new name. */
const RENAMED: readonly (readonly [module: string, name: string, toModule: string, toName: string])[] = [
  ['UserDict', 'IterableUserDict', 'collections', 'UserDict'],
  ['__builtin__', 'basestring', 'builtins', 'str'],
  ['__builtin__', 'long', 'builtins', 'int'],
  ['__builtin__', 'unichr', 'builtins', 'chr'],
  ['__builtin__', 'unicode', 'builtins', 'str'],
  ['__builtin__', 'xrange', 'builtins', 'range'],
  ['exceptions', 'StandardError', 'builtins', 'Exception'],
  ['itertools', 'ifilter', 'builtins', 'filter'],
  ['itertools', 'ifilterfalse', 'itertools', 'filterfalse'],
  ['itertools', 'imap', 'builtins', 'map'],
  ['itertools', 'izip', 'builtins', 'zip'],
  ['itertools', 'izip_longest', 'itertools', 'zip_longest'],
  ['socket', '_socketobject', 'socket', 'SocketType'],
]

/** Modules that moved as a whole. */
const MOVED_MODULES: Readonly<Record<string, string>> = {
  BaseHTTPServer: 'http.server',
  CGIHTTPServer: 'http.server',
  ConfigParser: 'configparser',
  Cookie: 'http.cookies',
  Dialog: 'tkinter.dialog',
  DocXMLRPCServer: 'xmlrpc.server',
  FileDialog: 'tkinter.filedialog',
  HTMLParser: 'html.parser',
  Queue: 'queue',
  ScrolledText: 'tkinter.scrolledtext',
  SimpleDialog: 'tkinter.simpledialog',
  SimpleHTTPServer: 'http.server',
  SimpleXMLRPCServer: 'xmlrpc.server',
  SocketServer: 'socketserver',
  StringIO: 'io',
  Tix: 'tkinter.tix',
  Tkconstants: 'tkinter.constants',
  Tkdnd: 'tkinter.dnd',
  Tkinter: 'tkinter',
  UserDict: 'collections',
  UserList: 'collections',
  UserString: 'collections',
  __builtin__: 'builtins',
  _abcoll: 'collections.abc',
  _elementtree: 'xml.etree.ElementTree',
  _winreg: 'winreg',
  anydbm: 'dbm',
  cPickle: 'pickle',
  cStringIO: 'io',
  commands: 'subprocess',
  cookielib: 'http.cookiejar',
  copy_reg: 'copyreg',
  dbhash: 'dbm.bsd',
  dbm: 'dbm.ndbm',
  dumbdbm: 'dbm.dumb',
  dummy_thread: '_dummy_thread',
  gdbm: 'dbm.gnu',
  htmlentitydefs: 'html.entities',
  httplib: 'http.client',
  markupbase: '_markupbase',
  repr: 'reprlib',
  robotparser: 'urllib.robotparser',
  'test.test_support': 'test.support',
  thread: '_thread',
  tkColorChooser: 'tkinter.colorchooser',
  tkCommonDialog: 'tkinter.commondialog',
  tkFileDialog: 'tkinter.filedialog',
  tkFont: 'tkinter.font',
  tkMessageBox: 'tkinter.messagebox',
  tkSimpleDialog: 'tkinter.simpledialog',
  ttk: 'tkinter.ttk',
  urllib2: 'urllib.request',
  urlparse: 'urllib.parse',
  whichdb: 'dbm',
  xmlrpclib: 'xmlrpc.client',
}

interface PythonName {
  readonly module: string
  readonly name: string
}

const names = new Map<string, PythonName>()
for (const [from, to, list] of MOVED_NAMES) for (const name of list.split(/\s+/)) names.set(`${from} ${name}`, { module: to, name })
for (const [from, name, module, toName] of RENAMED) names.set(`${from} ${name}`, { module, name: toName })
const modules = new Map(Object.entries(MOVED_MODULES))

/**
 * Returns the Python 3 name that an unpickler looks up for a Python 2 name; undefined where it is the same name. A
 * listed name outranks its module.
 */
export function python3Name(module: string, name: string): PythonName | undefined {
  const exact = names.get(`${module} ${name}`)
  if (exact) return exact
  const moved = modules.get(module)
  return moved === undefined ? undefined : { module: moved, name }
}
