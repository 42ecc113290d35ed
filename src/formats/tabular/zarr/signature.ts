// The file names by which Zarr metadata are recognised.
const NAMES = new Set(['.zarray', '.zmetadata', 'zarr.json'])

/** Is the file called like the metadata of an array or of a store? */
export function isMetadata(name: string): boolean {
  return NAMES.has(name)
}
