// Finds the bytes that a pickle passes to functions that unpickle or otherwise load them.
import { BYTEARRAY_LITERAL, BYTES_LITERAL, isLazy, lazyLength } from '../value/literal-codes.ts'
import type { ReadLiteral } from '../value/text.ts'
import { isBytes, textOf } from '../value/text.ts'
import type { GlobalRef, Value } from '../value/values.ts'
import { Blob, BYTES, Dict, NONE, Result } from '../value/values.ts'
import type { PickleListener } from '../vm/listener.ts'
import { canonical, resolveBytes } from './evaluate.ts'

/** Maximum length of a payload that is copied; a longer one is passed on by its position. */
const MAX_COPIED = 32 * 1024

/**
 * Functions that load what bytes contain, under their C names. Whether calling them is acceptable is for the policy to
 * say.
 */
const LOADERS = new Set(
  [
    '_pickle.loads _pickle.load _pickle._loads pickle.loads pickle.load pickle._loads pickle._load pickle.Unpickler _pickle.Unpickler',
    'cPickle.loads cPickle.load dill.loads dill._dill.loads dill.load cloudpickle.loads cloudpickle.cloudpickle.loads joblib.load',
    'torch.load torch.serialization.load torch.storage._load_from_bytes torch.jit.load pandas.read_pickle numpy.load',
    'marshal.loads multiprocessing.reduction.ForkingPickler.loads lib2to3.pgen2.grammar.Grammar.loads numba.core.serialize._unpickle__CustomPickled',
  ].flatMap((line) => line.split(' ')),
)

/** Key of a state whose value skorch unpickles, whatever its class (skorch/net.py, `NeuralNet.__setstate__`). */
const UNPICKLED_ENTRY = '__cuda_dependent_attributes__'

/** Whether it is a function that loads what bytes contain. */
export function isLoader(name: string): boolean {
  return LOADERS.has(name)
}

/**
 * Passes on the bytes that are the whole state of an instance: a class can only parse them, and wrappers unpickle them
 * (gymnasium and stable_baselines3, `CloudpickleWrapper`; Bio.Align.substitution_matrices, `Array`).
 */
export function emitStatePayloads(cls: GlobalRef, state: Value, read: ReadLiteral, listener: PickleListener, offset: number): void {
  if (isBytes(state) || (state instanceof Result && resolveBytes(state, read) !== undefined))
    emitPayloads(canonical(cls), [state], read, listener, offset)
  if (!(state instanceof Dict)) return
  for (let at = 0; at + 1 < state.entries.length; at += 2) {
    const key = state.entries[at] ?? NONE
    if (isLazy(key) && lazyLength(key) === UNPICKLED_ENTRY.length && textOf(key, read) === UNPICKLED_ENTRY)
      emitPayloads(canonical(cls), [state.entries[at + 1] ?? NONE], read, listener, offset)
  }
}

/** Passes on the payloads in the arguments of a loader, and reports one that could not be read. */
export function emitPayloads(loader: string, args: readonly Value[], read: ReadLiteral, listener: PickleListener, offset: number): void {
  for (const arg of args.slice(0, 3)) {
    if (arg instanceof Blob && arg.length > MAX_COPIED && (arg.flavour === BYTES_LITERAL || arg.flavour === BYTEARRAY_LITERAL)) {
      listener.nested({ offset: arg.offset, length: arg.length }, loader, offset)
      continue
    }
    const bytes = resolveBytes(arg, read)
    if (bytes === undefined && arg === args[0] && (arg === BYTES || arg instanceof Blob || arg instanceof Result)) {
      listener.observe({
        kind: 'incomplete',
        why: 'limit',
        detail: `what ${loader} is given was not looked into: it is too long, or is computed in a way that is not known`,
        offset,
      })
    }
    if (bytes !== undefined && bytes.length > 0) listener.nested(bytes, loader, offset)
  }
}
