/** Modules through which Python code gets out of its own data: to processes, files, the network, other code or the interpreter. */
const MODULES = words(`os posix nt sys subprocess pty fcntl signal resource ctypes _ctypes cffi mmap winreg _winapi platform getpass pwd
  shutil tempfile pathlib glob fileinput io codecs zipfile tarfile sqlite3 dbm shelve
  socket _socket ssl select selectors socketserver asyncio urllib urllib2 urllib3 http httplib httpx aiohttp requests ftplib smtplib poplib
  imaplib telnetlib nntplib xmlrpc xmlrpclib webbrowser paramiko fabric boto3 botocore websocket websockets grpc zmq pycurl
  importlib imp runpy pkgutil zipimport pickle _pickle cPickle cloudpickle dill joblib marshal jsonpickle yaml code codeop builtins
  __builtin__ commands popen2 multiprocessing threading _thread thread concurrent atexit sched inspect gc site pip setuptools distutils
  base64 binascii pexpect psutil sh plumbum keyring pdb timeit git docker kubernetes`)

/** Built-in functions that do the same. */
export const OUTWARD_BUILTINS = words('exec eval compile execfile __import__ open input raw_input breakpoint')

/** Attributes that are worth telling even when their module stands further away than one name. */
const TELLING =
  words(`system popen Popen run call check_call check_output getoutput getstatusoutput spawn spawnl spawnv execl execv execve execvp
  startfile fork forkpty posix_spawn kill remove unlink rmtree rename replace chmod putenv urlopen urlretrieve get post put request
  create_connection connect socket socketpair import_module loads load run_path run_module CDLL WinDLL b64decode Process Thread open mkstemp
  copyfile move makedirs write_text write_bytes`)

/** Most names that one piece of code is said to reach. */
export const MAX_REACHES = 64

/** Is this the name of a module that leads out (its first part is looked at)? */
export function isOutward(module: string): boolean {
  const dot = module.indexOf('.')
  return MODULES.has(dot < 0 ? module : module.slice(0, dot))
}

/**
 * Dotted names out of a list of names in the order in which code first uses them, as a code object has it: a module that leads out, with the
 * attribute that follows it. An approximation: which attribute belongs to which object is not in the list.
 */
export function chains(names: readonly string[], isBuiltin: (name: string, index: number) => boolean): readonly string[] {
  const found: string[] = []
  let root: string | undefined
  let direct = false
  names.forEach((name, index) => {
    if (isOutward(name)) {
      if (root !== undefined && direct) found.push(root)
      root = name
      direct = true
    } else if (OUTWARD_BUILTINS.has(name) && (name === 'exec' || name === '__import__' || isBuiltin(name, index))) {
      found.push(name)
    } else if (root !== undefined && (direct || TELLING.has(name))) {
      found.push(`${root}.${name}`)
      if (direct && name === 'path') root = `${root}.${name}`
      else direct = false
    }
  })
  if (root !== undefined && direct) found.push(root)
  return found
}

function words(text: string): ReadonlySet<string> {
  return new Set(text.split(/\s+/).filter((word) => word !== ''))
}
