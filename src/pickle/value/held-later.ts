import type { Statements } from '../emit/statements.ts'
import { madeClass } from '../resolve/reconstructors.ts'
import type { Held } from './callables.ts'
import { ANY, joinHeld } from './callables.ts'
import { GlobalRef, type Result } from './values.ts'

/** Classes of one stream that are remembered: a large model has some hundred. */
const MAX_CLASSES = 4096

/**
 * What instances were given can change afterwards: an object that lies in a state gets a state of its own, a list there gets more items. Which instance has it
 * nobody follows, so that it is said of the classes of all that were given something before.
 */
export class HeldLater {
  private readonly classes: GlobalRef[] = []
  private readonly facts: Statements

  constructor(facts: Statements) {
    this.facts = facts
  }

  /** An instance was given arguments, or a state that is more than a literal. */
  given(instance: Result, offset: number): void {
    const { callee } = instance
    const cls = madeClass(instance) ?? (callee instanceof GlobalRef ? callee : undefined)
    if (cls === undefined || cls.given || cls.plain) return
    cls.given = true
    if (this.classes.length < MAX_CLASSES) this.classes.push(cls)
    else this.facts.later(cls, ANY, offset)
  }

  /** Something that was given away before gets names. */
  gained(held: Held, offset: number): void {
    this.facts.loosen(held)
    for (const cls of this.classes) {
      const all = joinHeld(cls.gained, held)
      if (all === cls.gained) continue
      cls.gained = all
      this.facts.later(cls, held, offset)
    }
  }
}
