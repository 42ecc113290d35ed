// Reports callables that reach an instance after it was built.
import type { FactEmitter } from '../emit/fact-emitter.ts'
import { madeClass } from '../resolve/reconstructors.ts'
import type { CallableSet } from './callables.ts'
import { ANY, joinCallables } from './callables.ts'
import { GlobalRef, type Result } from './values.ts'

/** Maximum number of classes of one stream that are remembered: a large model has some hundred. */
const MAX_CLASSES = 4096

/**
 * What an instance contains can change afterwards: an object in its state gets a state of its own, a list there gets
 * more items. It is not followed which instance has that object, so the report names the classes of all instances that
 * were filled before.
 */
export class LaterCallables {
  private readonly classes: GlobalRef[] = []
  private readonly emitter: FactEmitter

  constructor(emitter: FactEmitter) {
    this.emitter = emitter
  }

  /** Notes that an instance has got arguments, or a state that is more than a literal. */
  noteFilled(instance: Result, offset: number): void {
    const { callee } = instance
    const cls = madeClass(instance) ?? (callee instanceof GlobalRef ? callee : undefined)
    if (cls === undefined || cls.hasFilledInstances || cls.isHarmlessValue) return
    cls.hasFilledInstances = true
    if (this.classes.length < MAX_CLASSES) this.classes.push(cls)
    else this.emitter.later(cls, ANY, offset)
  }

  /** Reports that an object which is part of others gets callables. */
  add(callables: CallableSet, offset: number): void {
    this.emitter.escape(callables)
    for (const cls of this.classes) {
      const all = joinCallables(cls.laterCallables, callables)
      if (all === cls.laterCallables) continue
      cls.laterCallables = all
      this.emitter.later(cls, callables, offset)
    }
  }
}
