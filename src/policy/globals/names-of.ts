/**
 * The names of a small table (module → names, separated by blanks), each as `module name`. A set, since what is asked for is hostile: an object would answer
 * for `constructor` and `toString` as well.
 */
export function namesOf(table: Readonly<Record<string, string>>): ReadonlySet<string> {
  return new Set(Object.entries(table).flatMap(([module, names]) => names.split(/\s+/).map((name) => `${module} ${name}`)))
}
