/** What shipped code can do to the machine that runs it. Not the pickle tables: in code, `os.path.join` and a logger are ordinary. */
interface Sink {
  /** A verb phrase for people. */
  readonly does: string
  /** Harmless in a program that a model needs anyway, so that it weighs only where bytecode hides it. */
  readonly ordinary?: true
  /** module → names, separated by blanks; `*` is all of it. */
  readonly names: Readonly<Record<string, string>>
}

const SINKS: readonly Sink[] = [
  {
    does: 'runs programs',
    names: {
      os: `system popen popen2 popen3 popen4 spawnl spawnle spawnlp spawnlpe spawnv spawnve spawnvp spawnvpe execl execle execlp execlpe execv execve
        execvp execvpe posix_spawn posix_spawnp startfile fork forkpty kill *`,
      posix: 'system popen fork forkpty execv execve posix_spawn posix_spawnp kill *',
      nt: 'system popen startfile execv execve spawnv spawnve *',
      subprocess: '*',
      _posixsubprocess: '*',
      _winapi: '*',
      commands: '*',
      popen2: '*',
      pty: '*',
      pexpect: '*',
      sh: '*',
      plumbum: '*',
      asyncio: 'create_subprocess_shell create_subprocess_exec subprocess',
      ctypes: '*',
      _ctypes: '*',
      cffi: '*',
      paramiko: '*',
      fabric: '*',
      docker: '*',
    },
  },
  {
    does: 'runs code that is not in it',
    names: {
      '': 'exec eval execfile __import__',
      builtins: 'exec eval execfile __import__ compile *',
      __builtin__: 'exec eval execfile __import__ compile *',
      runpy: '*',
      code: '*',
      codeop: '*',
      imp: 'load_source load_module load_dynamic load_compiled',
      zipimport: '*',
      marshal: 'load loads',
      pickle: 'load loads Unpickler',
      _pickle: 'load loads Unpickler',
      cPickle: 'load loads Unpickler',
      cloudpickle: 'load loads',
      dill: 'load loads',
      pip: '*',
    },
  },
  {
    does: 'opens network connections',
    names: {
      socket: '*',
      _socket: '*',
      socketserver: '*',
      ssl: 'wrap_socket create_default_context',
      urllib: 'urlopen urlretrieve request URLopener FancyURLopener *',
      urllib2: '*',
      urllib3: '*',
      http: 'client *',
      httplib: '*',
      httpx: '*',
      aiohttp: '*',
      requests: '*',
      ftplib: '*',
      smtplib: '*',
      poplib: '*',
      imaplib: '*',
      telnetlib: '*',
      nntplib: '*',
      xmlrpc: '*',
      xmlrpclib: '*',
      webbrowser: '*',
      pycurl: '*',
      websocket: '*',
      websockets: '*',
    },
  },
  {
    does: 'reads or writes files',
    ordinary: true,
    names: {
      '': 'open',
      builtins: 'open',
      io: 'open open_code FileIO',
      codecs: 'open',
      os: 'open remove unlink rmdir removedirs rename replace renames chmod chown link symlink mkfifo truncate putenv unsetenv',
      shutil: '*',
      sqlite3: '*',
      shelve: '*',
      dbm: '*',
      winreg: '*',
    },
  },
]

/** Words of a module’s row: `*` behind names is the module as a whole, handed on by name only, not each of its attributes. */
const rows: ReadonlyMap<string, readonly { readonly sink: Sink; readonly names: ReadonlySet<string>; readonly all: boolean }[]> = index()

export interface SinkHit {
  readonly does: string
  readonly ordinary: boolean
}

/**
 * What code does that uses this dotted name, e.g. `os.system`, `eval`, `socket`; undefined for one that only computes. `os.*` asks for a module that is handed on as a whole.
 */
export function sinkOf(reach: string): SinkHit | undefined {
  const dot = reach.indexOf('.')
  const module = dot < 0 ? reach : reach.slice(0, dot)
  const rest = dot < 0 ? '' : reach.slice(dot + 1)
  const [first = ''] = rest.split('.')
  const builtin = dot < 0 ? rows.get('')?.find(({ names }) => names.has(reach)) : undefined
  const hit = builtin ?? rows.get(module)?.find(({ names, all }) => all || names.has(first))
  return hit && { does: hit.sink.does, ordinary: hit.sink.ordinary === true }
}

function index(): ReadonlyMap<string, { sink: Sink; names: ReadonlySet<string>; all: boolean }[]> {
  const found = new Map<string, { sink: Sink; names: ReadonlySet<string>; all: boolean }[]>()
  for (const sink of SINKS) {
    for (const [module, list] of Object.entries(sink.names)) {
      const names = new Set(list.split(/\s+/))
      const row = { sink, names, all: list === '*' }
      const known = found.get(module)
      if (known) known.push(row)
      else found.set(module, [row])
    }
  }
  return found
}
