// Builds sets of qualified names, and tests whether a module belongs to a package.
/**
 * Returns the names of a small table (module → names, separated by whitespace) as a set of `module name`.
 * A set, because lookups are hostile: an object also has `constructor` and `toString`.
 */
export function namesOf(table: Readonly<Record<string, string>>): ReadonlySet<string> {
  return new Set(Object.entries(table).flatMap(([module, names]) => names.split(/\s+/).map((name) => `${module} ${name}`)))
}

/**
 * Returns true if the module is the package `home` or in it. A common prefix is not enough: `numpyro` is not in
 * `numpy`.
 */
export function isWithin(module: string, home: string): boolean {
  return module === home || (module.startsWith(home) && module[home.length] === '.')
}
