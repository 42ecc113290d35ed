// The file names by which Zarr metadata are recognised.
const NAMES = new Set(['.zarray', '.zmetadata', 'zarr.json'])

/** Returns whether the file has the name of the metadata of a Zarr array or store. */
export function isMetadata(name: string): boolean {
  return NAMES.has(name)
}
