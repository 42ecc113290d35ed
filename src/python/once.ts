// Builds a value at its first use: few files need every table, and building all of them would slow down the start.

/** Returns a function that calls `make` the first time it is called, and returns the same value every time. */
export function once<T>(make: () => T): () => T {
  let built: { readonly value: T } | undefined
  return () => {
    built ??= { value: make() }
    return built.value
  }
}
