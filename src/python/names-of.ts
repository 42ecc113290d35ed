// Builds sets of qualified names, and tests whether a module belongs to a package.
/**
 * The names of a small table (module → names, separated by blanks), each as `module name`. A set, since what is asked for is hostile: an object would answer
 * for `constructor` and `toString` as well.
 */
export function namesOf(table: Readonly<Record<string, string>>): ReadonlySet<string> {
  return new Set(Object.entries(table).flatMap(([module, names]) => names.split(/\s+/).map((name) => `${module} ${name}`)))
}

/** Is the module this package, or in it? A beginning is not enough: `numpyro` and `numpy_financial` are not NumPy. */
export function isWithin(module: string, home: string): boolean {
  return module === home || (module.startsWith(home) && module[home.length] === '.')
}
