// Dangers of the standard library: attributes, callbacks, settings and native memory of the running program.
import type { DangerGroup } from './table.ts'

/**
 * Functions of the standard library that reach the attributes, callbacks, settings and memory of the running program.
 */
export const stdlibProgram: readonly DangerGroup[] = [
  {
    effect: 'attributes',
    ordinary: 'source bytecode',
    source: 'library reference: Built-in Functions',
    names: { builtins: 'vars globals locals str.format str.format_map', __builtin__: 'unicode.format' },
  },
  {
    effect: 'attributes',
    ordinary: 'source bytecode config',
    source: 'library reference: string, inspect, gc; in text, these are words',
    names: {
      string: 'Formatter',
      inspect: '* !Signature !Parameter !_ParameterKind !BoundArguments !_empty !ArgSpec !FullArgSpec !ArgInfo',
      gc: '*',
      'unittest.mock': '*',
    },
  },
  {
    effect: 'attributes',
    ordinary: 'source bytecode template config',
    source: 'library reference: Built-in Functions; it returns names only',
    names: { builtins: 'dir' },
  },
  {
    effect: 'calls',
    source: 'library reference: asyncore, asynchat, socketserver; Lib/sched.py; Modules/signalmodule.c',
    names: { sched: '*', _signal: '*', asyncore: '*', asynchat: '*', socketserver: '*' },
  },
  {
    effect: 'calls',
    ordinary: 'source',
    source: 'library reference: Concurrent Execution, atexit; programs run their own functions in threads and processes',
    names: {
      atexit: '*',
      threading:
        'Thread Timer settrace setprofile settrace_all_threads setprofile_all_threads excepthook _start_new_thread _start_joinable_thread',
      _thread: '*',
      _dummy_thread: '*',
      dummy_threading: '*',
      'concurrent.futures': '*',
      multiprocessing: 'Process *',
      _multiprocessing: '*',
      asyncio: '*',
      _asyncio: '*',
    },
  },
  {
    effect: 'calls',
    ordinary: 'source config',
    source: 'library reference: signal; in text, it is a word',
    names: {
      signal: `signal raise_signal alarm setitimer pthread_kill pthread_sigmask set_wakeup_fd siginterrupt sigwait pause default_int_handler
        sigqueue pidfd_send_signal`,
    },
  },
  {
    effect: 'calls',
    ordinary: 'source bytecode config',
    source: 'library reference: contextlib, weakref, itertools, functools, operator, csv; in code, the callback is a function of that code',
    names: {
      contextlib: 'ExitStack AsyncExitStack',
      weakref: 'finalize',
      itertools: 'starmap filterfalse takewhile dropwhile groupby accumulate imap ifilter',
      functools: 'cmp_to_key singledispatch singledispatchmethod cached_property update_wrapper wraps',
      operator: 'call',
      csv: 'DictWriter',
    },
  },
  {
    effect: 'changes',
    ordinary: 'source bytecode',
    source: 'library reference: Built-in Functions',
    names: { builtins: 'setattr delattr' },
  },
  {
    effect: 'changes',
    ordinary: 'source bytecode config',
    source: 'library reference: sys, copyreg, logging, warnings; programs read and change their own settings',
    names: {
      sys: '* !intern !maxsize !maxint !float_info !hash_info !int_info !thread_info !version_info',
      operator: 'setitem delitem iconcat',
      copyreg: `add_extension remove_extension clear_extension_cache pickle constructor dispatch_table _extension_registry _inverted_registry
        _extension_cache`,
      logging: 'setLoggerClass setLogRecordFactory addLevelName captureWarnings basicConfig shutdown',
      warnings: 'showwarning formatwarning simplefilter filterwarnings catch_warnings',
    },
  },
  {
    effect: 'changes',
    ordinary: 'source',
    source: 'library reference: Unix-specific Services, faulthandler',
    names: { faulthandler: '*', resource: '*', fcntl: '*', syslog: '*' },
  },
  {
    effect: 'stops',
    ordinary: 'source bytecode template',
    source: 'library reference: Constants added by the site module',
    names: { builtins: 'exit quit', _sitebuiltins: '*' },
  },
  {
    effect: 'native',
    source: 'library reference: ctypes; Modules/_ctypes',
    names: { ctypes: 'CDLL PyDLL WinDLL OleDLL cdll pydll windll oledll LibraryLoader *', _ctypes: '*', _ctypes_test: '*', dl: '*' },
  },
  {
    effect: 'native',
    ordinary: 'source',
    source: 'library reference: mmap, msvcrt',
    names: { msvcrt: '*', mmap: '*' },
  },
]
