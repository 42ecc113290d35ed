// Decides whether code belongs to a model or to a software package.
import type { Artifact } from '../../../types/artifact.ts'
import type { Probe } from '../../../types/format.ts'

/** Extensions of the parts of models, and of a model that is a program. No format has them. */
const PARTS: ReadonlySet<string> = new Set(['.dat', '.data', '.params', '.llamafile'])
/** Software packages: programs are what they are for. */
const PACKAGES = /\.(?:whl|egg|conda|jar|war|apk|aar|nupkg|deb|rpm|vsix|crx|xpi|gem|node|nbm)$/i

/** Is code out of place here: inside an archive, or in a file that claims to be a model? Programs of a repository are not our affair. */
export function isPackedCode(probe: Probe): boolean {
  return probe.member || probe.namesModel || PARTS.has(probe.extension)
}

/** Is this a member of a software package? */
export function inPackage({ path }: Artifact): boolean {
  return path.slice(0, -1).some((name) => PACKAGES.test(name))
}
