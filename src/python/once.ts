// Builds a value at its first use: most tables are not needed for most files, and building all would slow down the start.

/** Returns a function that calls `make` the first time it is called, and returns the same value every time. */
export function once<T>(make: () => T): () => T {
  let built: { readonly value: T } | undefined
  return () => {
    built ??= { value: make() }
    return built.value
  }
}
