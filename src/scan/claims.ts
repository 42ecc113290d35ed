import type { Probe } from '../types/format.ts'
import type { Observation } from '../types/observation.ts'

/**
 * Extensions that hardly anything but a model has, and what loads a file by each. Data tables, archives and words that other trades use too (.bin, .dat,
 * .model, .pb) are left out: without a mark in its bytes such a file is just unrecognised.
 */
const LOADERS: ReadonlyMap<string, string> = new Map([
  ['.ckpt', 'PyTorch or TensorFlow'],
  ['.cbm', 'CatBoost'],
  ['.caffemodel', 'Caffe'],
  ['.dill', 'dill'],
  ['.gguf', 'llama.cpp'],
  ['.h5', 'HDF5'],
  ['.hdf5', 'HDF5'],
  ['.joblib', 'joblib'],
  ['.keras', 'Keras'],
  ['.mlmodel', 'Core ML'],
  ['.nemo', 'NeMo'],
  ['.npy', 'NumPy'],
  ['.npz', 'NumPy'],
  ['.onnx', 'ONNX'],
  ['.ort', 'ONNX Runtime'],
  ['.pdparams', 'PaddlePaddle'],
  ['.pickle', 'pickle'],
  ['.pkl', 'pickle'],
  ['.pt', 'PyTorch'],
  ['.pt2', 'PyTorch'],
  ['.pte', 'ExecuTorch'],
  ['.pth', 'PyTorch'],
  ['.ptl', 'PyTorch'],
  ['.safetensors', 'safetensors'],
  ['.skops', 'skops'],
  ['.t7', 'Torch7'],
  ['.tflite', 'TensorFlow Lite'],
])

/** Text is common under these two names: translations into Portuguese, and lists of folders that Python's `site` reads. */
const MAY_BE_TEXT: ReadonlySet<string> = new Set(['.pt', '.pth'])

/** Shorter than a signature and a length in any of these formats but pickle, whose reader reads what is there. Placeholders are this short. */
const MIN_SIZE = 16

/**
 * What to say of a file that no format read: a name that promises a model is not believed to be harmless because its bytes are a riddle to us. Of members
 * nothing is said: loaders pick them by place, not by extension.
 */
export function unreadClaim({ extension, head, member }: Probe): Observation | undefined {
  const loader = member ? undefined : LOADERS.get(extension)
  if (loader === undefined || head.length < MIN_SIZE || (MAY_BE_TEXT.has(extension) && isText(head))) return undefined
  return {
    kind: 'incomplete',
    why: 'malformed',
    detail: `called ${extension}, but its bytes are no format known to be loaded by ${loader}`,
    remedy: 'Save the model again, or rename the file if it is none.',
  }
}

function isText(head: Uint8Array): boolean {
  return head.every((byte) => byte >= 32 || byte === 9 || byte === 10 || byte === 13)
}
