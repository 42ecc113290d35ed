import type { Artifact } from '../../../types/artifact.ts'
import type { Probe } from '../../../types/format.ts'

/** Extensions under which a file claims to be a model. */
const MODEL_EXTENSIONS = new Set(
  '.pt .pth .ptl .pt2 .bin .ckpt .pkl .pickle .joblib .dill .model .h5 .hdf5 .keras .onnx .pb .tflite .safetensors .gguf .npy .npz .mar .nemo .weights .params .dat .data .llamafile'.split(
    ' ',
  ),
)
/** Software packages: programs are what they are for. */
const PACKAGES = /\.(?:whl|egg|conda|jar|war|apk|aar|nupkg|deb|rpm|vsix|crx|xpi|gem|node|nbm)$/i

/** Is code out of place here: inside an archive, or in a file that claims to be a model? Programs of a repository are not our affair. */
export function isPackedCode(probe: Probe): boolean {
  return probe.member || MODEL_EXTENSIONS.has(probe.extension)
}

/** Is this a member of a software package? */
export function inPackage({ path }: Artifact): boolean {
  return path.slice(0, -1).some((name) => PACKAGES.test(name))
}
