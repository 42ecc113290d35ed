// Decides whether code belongs to a model or to a software package.
import type { Artifact } from '../../../types/artifact.ts'
import type { Probe } from '../../../types/format.ts'

/** Extensions of parts of models, and of models that are programs, which belong to no format. */
const PARTS: ReadonlySet<string> = new Set(['.dat', '.data', '.params', '.llamafile'])
/** Extensions of software packages, in which programs are expected. */
const PACKAGES = /\.(?:whl|egg|conda|jar|war|apk|aar|nupkg|deb|rpm|vsix|crx|xpi|gem|node|nbm)$/i

/**
 * Returns whether the file is in a container or has the name of a model. Other programs of a repository are not
 * scanned.
 */
export function isPackedCode(probe: Probe): boolean {
  return probe.member || probe.namesModel || PARTS.has(probe.extension)
}

/** Returns whether the artifact is a member of a software package. */
export function inPackage({ path }: Artifact): boolean {
  return path.slice(0, -1).some((name) => PACKAGES.test(name))
}
