// Answers what a parsed `.models` file says of a name: which hooks a class has, and whether the package has the name at all.
import type { CodeRow, Models } from './models-file.ts'

/** Hooks that run when a pickle builds an instance without its constructor and gives it a state, or drops it. */
export const RESTORING: ReadonlySet<string> = new Set([
  '__new__',
  '__setstate__',
  '__setattr__',
  '__getattr__',
  '__getattribute__',
  '__del__',
])

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

/** Whether a pickle that builds an instance and gives it a state runs nothing of the class, in any surveyed version. */
export function isPlain(models: Models, module: string, name: string): boolean {
  const hooks = hooksOf(models, module, name)
  const elsewhere = (models.also.get(`${module}:${name}`) ?? []).some((target) => !models.classes.has(target))
  const rows = definitionsOf(models, module, name).flatMap((key) => models.classes.get(key) ?? [])
  return (
    hooks !== undefined &&
    !elsewhere &&
    !hooks.some((hook) => RESTORING.has(hook.name)) &&
    !rows.some((row) => ['meta', 'decorated', 'unknown-base'].some((trait) => row.traits.has(trait)))
  )
}
