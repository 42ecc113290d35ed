import type { FactEmitter } from '../emit/fact-emitter.ts'
import { madeClass } from '../resolve/instance-class.ts'
import type { CallableSet } from './callables.ts'
import { ANY, joinCallables } from './callables.ts'
import { GlobalRef, type Result } from './values.ts'

/** Classes of one stream that are remembered: a large model has some hundred. */
const MAX_CLASSES = 4096

/**
 * What instances were given can change afterwards: an object that lies in a state gets a state of its own, a list there gets more items. Which instance has it
 * nobody follows, so that it is said of the classes of all that were given something before.
 */
export class LaterCallables {
  private readonly classes: GlobalRef[] = []
  private readonly emitter: FactEmitter

  constructor(emitter: FactEmitter) {
    this.emitter = emitter
  }

  /** An instance was given arguments, or a state that is more than a literal. */
  given(instance: Result, offset: number): void {
    const { callee } = instance
    const cls = madeClass(instance) ?? (callee instanceof GlobalRef ? callee : undefined)
    if (cls === undefined || cls.hasFilledInstances || cls.isHarmlessValue) return
    cls.hasFilledInstances = true
    if (this.classes.length < MAX_CLASSES) this.classes.push(cls)
    else this.emitter.later(cls, ANY, offset)
  }

  /** Something that was given away before gets names. */
  gained(callables: CallableSet, offset: number): void {
    this.emitter.escape(callables)
    for (const cls of this.classes) {
      const all = joinCallables(cls.laterCallables, callables)
      if (all === cls.laterCallables) continue
      cls.laterCallables = all
      this.emitter.later(cls, callables, offset)
    }
  }
}
