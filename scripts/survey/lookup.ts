// Answers what a parsed `.models` file says of a name: which hooks a class has, and whether the package has the name at all.
import type { CodeRow, Models } from './models-file.ts'

/** Hooks beside setters that run when a pickle builds an instance without its constructor and gives it a state, or drops it. */
const RESTORING: ReadonlySet<string> = new Set(['__new__', '__setstate__', '__setattr__', '__getattr__', '__getattribute__', '__del__'])

/** Whether a pickle that builds an instance without its constructor, gives it a state and drops it runs the hook. A state of slots runs setters. */
function isRestoring(hook: string): boolean {
  return RESTORING.has(hook) || hook.startsWith('set:')
}

/** Whether any surveyed version has the name, as a class, function or value, under its module or exported again. */
export function hasName(models: Models, module: string, name: string): boolean {
  const key = `${module}:${name}`
  return models.classes.has(key) || models.functions.has(key) || models.values.has(key) || models.also.has(key)
}

/** Names of the definitions of a name that may be a re-export, `module:name`. */
export function definitionsOf(models: Models, module: string, name: string): readonly string[] {
  const found = new Set([`${module}:${name}`])
  for (const key of found) for (const target of models.also.get(key) ?? []) found.add(target)
  return [...found].filter((key) => models.classes.has(key))
}

/** Hooks of a class in any surveyed version: for each, what its first definer in the order of resolution does. Undefined for no class of the file. */
export function hooksOf(models: Models, module: string, name: string): readonly CodeRow[] | undefined {
  const classes = definitionsOf(models, module, name)
  if (classes.length === 0) return undefined
  const found = new Set<CodeRow>()
  for (const row of classes.flatMap((key) => models.classes.get(key) ?? [])) {
    for (const version of row.versions ?? models.versions) {
      const seen = new Set<string>()
      for (const definer of row.definers) {
        const rows = (models.hooks.get(definer) ?? []).filter((hook) => hook.versions === undefined || hook.versions.includes(version))
        for (const hook of rows) if (hook.present && !seen.has(hook.name)) found.add(hook)
        for (const hook of rows) seen.add(hook.name)
      }
    }
  }
  return [...found]
}

/**
 * What restoring an instance does, in any surveyed version. `plain`: no code of the class runs. `stores`: code runs, and does nothing with the
 * values of the state but keep them. `uses`: it does more, or the survey could not tell.
 */
export function restoringOf(models: Models, module: string, name: string): 'plain' | 'stores' | 'uses' | undefined {
  const hooks = hooksOf(models, module, name)
  if (hooks === undefined) return undefined
  const elsewhere = (models.also.get(`${module}:${name}`) ?? []).some((target) => !models.classes.has(target))
  const rows = definitionsOf(models, module, name).flatMap((key) => models.classes.get(key) ?? [])
  if (elsewhere || rows.some((row) => UNSURE.some((trait) => row.traits.has(trait)))) return 'uses'
  const restoring = hooks.filter((hook) => isRestoring(hook.name))
  if (restoring.length === 0) return 'plain'
  return restoring.every(keepsValues) ? 'stores' : 'uses'
}

const UNSURE = ['meta', 'decorated', 'unknown-base']

/** Whether a hook does nothing but keep what the state holds: values in a dict, the value of a setter, and what attributes hold. */
function keepsValues(hook: CodeRow): boolean {
  const parameters = hook.effects.flatMap(({ ports }) => ports.filter((port) => !port.includes('[') && !port.startsWith('self')))
  // The first parameter of `__setattr__` is a name, that of `__setstate__` the dict itself.
  const values = hook.name.startsWith('set:') ? parameters : hook.name === '__setattr__' ? parameters.slice(1) : []
  return hook.effects.every(({ ports, effects }) =>
    ports.every((port) => {
      if (port === 'self') return effects.every((effect) => effect === 'sets-attributes' || effect === 'stores')
      if (port.includes('[') || port.startsWith('self.') || values.includes(port)) return effects.every((effect) => effect === 'stores')
      return !effects.includes('unknown')
    }),
  )
}
