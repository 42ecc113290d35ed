// Types of the table of dangers, and the effects that it distinguishes.
/**
 * The kind of content that uses a name. Pickles call it with arguments of the file; the others are code, or name a
 * callback.
 */
export type Carrier = 'pickle' | 'bytecode' | 'source' | 'config' | 'template'

/** What a name does. `does` describes the name itself, `can` a module that is dangerous as a whole. */
export interface Effect {
  readonly does: string
  readonly can: string
}

/** Every effect in the table of dangers. */
export const EFFECTS = {
  program: { does: 'runs a program', can: 'run programs' },
  code: { does: 'runs Python code', can: 'run Python code' },
  makes: { does: 'builds functions from data', can: 'build functions from data' },
  pickle: { does: 'loads another pickle', can: 'load other pickles' },
  imports: { does: 'imports any module by name', can: 'import any module by name' },
  attributes: { does: 'gets any attribute (can reach any function)', can: 'get any attribute (and so reach any function)' },
  calls: { does: 'calls a function that it receives', can: 'call functions that it receives' },
  changes: { does: 'changes the running program', can: 'change the running program' },
  stops: { does: 'stops the program', can: 'stop the program' },
  native: { does: 'calls native code', can: 'call native code' },
  files: { does: 'reads or writes files', can: 'read or write files' },
  network: { does: 'opens a network connection', can: 'open network connections' },
  scanner: { does: 'turns off a pickle scanner', can: 'turn off a pickle scanner' },
} as const satisfies Readonly<Record<string, Effect>>

/**
 * Names with the same effect: module → names, separated by whitespace. A name includes its attributes (`Path.open`,
 * then `.x`). `*` is the module with all submodules and attributes, if none of them is data; `!name` excludes a name
 * from `*`. The row that matches the longest part of a name applies. Names beside `*` are functions that attacks are
 * known to call: only these are reported in values of a configuration, which can mean anything.
 */
export interface DangerGroup {
  readonly effect: keyof typeof EFFECTS
  /** Carriers in which programs often use these names, so they are not reported there. Never `pickle`. */
  readonly ordinary?: string
  /** Documentation or source code that shows the effect. */
  readonly source: string
  readonly names: Readonly<Record<string, string>>
}

/**
 * Modules that are dangerous however they are reached, e.g. as `shutil.os`. Their names are unusual for other classes
 * or attributes.
 */
export const MODULE_OBJECTS = `os posix nt sys subprocess builtins __builtin__ importlib ctypes socket ssl shutil pickle cPickle marshal runpy pty
  multiprocessing asyncio threading thread urllib urllib2 pdb gc inspect imp tempfile webbrowser pkgutil zipimport posixsubprocess commands popen2
  requests httplib ftplib smtplib cloudpickle dill sqlite3`
