// Other names of modules: Python 2 names, C halves, and packages that re-export modules.
/** Packages that re-export modules: the real module follows the prefix. */
export const reexports: readonly string[] = [
  'six.moves.',
  'future.moves.',
  'pip._vendor.',
  'pkg_resources.extern.',
  'setuptools._vendor.',
  'setuptools.extern.',
  'requests.packages.',
]
/** Other names of a module, and names of its C half. */
export const moduleAliases: Readonly<Record<string, string>> = {
  _pickle: 'pickle',
  _codecs: 'codecs',
  'past.builtins': 'builtins',
  'future.builtins': 'builtins',
  'six.moves': 'builtins',
  'os.path': 'posixpath',
  riscos: 'os',
}

/**
 * Python 2 modules whose successor is in the table of dangers. The pickle reader maps every Python 2 name itself; these
 * are for names from a policy file or a configuration.
 */
export const python2Modules: Readonly<Record<string, string>> = {
  BaseHTTPServer: 'http.server',
  CGIHTTPServer: 'http.server',
  SimpleHTTPServer: 'http.server',
  DocXMLRPCServer: 'xmlrpc.server',
  SimpleXMLRPCServer: 'xmlrpc.server',
  SocketServer: 'socketserver',
  StringIO: 'io',
  Tkinter: 'tkinter',
  UserDict: 'collections',
  UserList: 'collections',
  UserString: 'collections',
  __builtin__: 'builtins',
  _winreg: 'winreg',
  anydbm: 'dbm',
  cPickle: 'pickle',
  cStringIO: 'io',
  commands: 'subprocess',
  cookielib: 'http.cookiejar',
  copy_reg: 'copyreg',
  dbhash: 'dbm',
  dumbdbm: 'dbm',
  exceptions: 'builtins',
  gdbm: 'dbm',
  httplib: 'http.client',
  robotparser: 'urllib.robotparser',
  thread: '_thread',
  urllib2: 'urllib.request',
  whichdb: 'dbm',
  xmlrpclib: 'xmlrpc',
}
