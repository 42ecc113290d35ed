// Types of the table of dangers, and the effects that it distinguishes.
/** What carries a name to where it is used. A pickle calls it with arguments of the file; the others are code, or name what a library calls. */
export type Carrier = 'pickle' | 'bytecode' | 'source' | 'config' | 'template'

/** What a name does: `does` is said of the name itself, `can` of a module that is dangerous as a whole. */
export interface Effect {
  readonly does: string
  readonly can: string
}

export const EFFECTS = {
  program: { does: 'runs a program', can: 'run programs' },
  code: { does: 'runs Python code', can: 'run Python code' },
  makes: { does: 'makes functions out of data', can: 'make functions out of data' },
  pickle: { does: 'loads another pickle', can: 'load other pickles' },
  imports: { does: 'imports any module by name', can: 'import any module by name' },
  attributes: { does: 'gets any attribute (can reach any function)', can: 'get any attribute (and so reach any function)' },
  calls: { does: 'calls a function that it is given', can: 'call functions that it is given' },
  changes: { does: 'changes the running program', can: 'change the running program' },
  stops: { does: 'stops the program', can: 'stop the program' },
  native: { does: 'calls native code', can: 'call native code' },
  files: { does: 'reads or writes files', can: 'read or write files' },
  network: { does: 'opens a network connection', can: 'open network connections' },
  scanner: { does: 'switches a pickle scanner off', can: 'switch a pickle scanner off' },
} as const satisfies Readonly<Record<string, Effect>>

/**
 * Names that do the same dangerous thing: module → names, separated by blanks. `*` is the module with all its submodules and attributes, only where
 * nothing of it is data; `!name` takes a name out of it. A listed name includes everything behind it (`Path.open` of `pathlib`, then `.x`). Of two rows
 * that fit, the one that says more of the name holds. Names beside `*` are functions that are known to be called: in the values of a configuration, which may
 * mean anything, these alone are told.
 */
export interface DangerGroup {
  readonly effect: keyof typeof EFFECTS
  /** Carriers, separated by blanks, in which programs use these names every day, so that they mean nothing there. Never `pickle`. */
  readonly ordinary?: string
  /** Where what they do is written. */
  readonly source: string
  readonly names: Readonly<Record<string, string>>
}

/**
 * Modules that are dangerous in hand even when another module gives them out (`shutil.os`), and whose names nobody gives to a class or attribute of
 * his own.
 */
export const MODULE_OBJECTS = `os posix nt sys subprocess builtins __builtin__ importlib ctypes socket ssl shutil pickle cPickle marshal runpy pty
  multiprocessing asyncio threading thread urllib urllib2 pdb gc inspect imp tempfile webbrowser pkgutil zipimport posixsubprocess commands popen2
  requests httplib ftplib smtplib cloudpickle dill sqlite3`
