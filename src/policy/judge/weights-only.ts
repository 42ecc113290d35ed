// Predicts whether `torch.load(…, weights_only=True)` accepts a file.
import type { Observation } from '../../facts/observation.ts'
import type { Callee } from '../../facts/pickle.ts'
import type { TorchVerdict } from '../../types/report.ts'
import type { Judgement } from './judgement.ts'
import { finding } from './judgement.ts'
import { renderCall } from './render.ts'

type Call = Extract<Observation, { kind: 'call' }>

/**
 * Names that `torch.load(…, weights_only=True)` accepts by default: torch/_weights_only_unpickler.py,
 * `_get_allowed_globals`, PyTorch 2.6 to 2.15. Newer versions add data types and remove none.
 */
const ALLOWED: Readonly<Record<string, string>> = {
  _codecs: 'encode',
  builtins: 'bytearray complex set',
  collections: 'Counter OrderedDict',
  torch: `BFloat16Storage BFloat16Tensor BoolStorage BoolTensor ByteStorage ByteTensor CharStorage CharTensor ComplexDoubleStorage ComplexFloatStorage
    DoubleStorage DoubleTensor FloatStorage FloatTensor HalfStorage HalfTensor IntStorage IntTensor LongStorage LongTensor QInt32Storage QInt8Storage
    QUInt2x4Storage QUInt4x2Storage QUInt8Storage ShortStorage ShortTensor Size Tensor bcomplex32 bfloat16 bits16 bits1x8 bits2x4 bits4x2 bits8 bool
    complex128 complex32 complex64 device float16 float32 float4_e2m1fn_x2 float64 float8_e4m3fn float8_e4m3fnuz float8_e5m2 float8_e5m2fnuz
    float8_e8m0fnu int1 int16 int2 int3 int32 int4 int5 int6 int64 int7 int8 per_channel_affine per_channel_affine_float_qparams per_channel_symmetric
    per_tensor_affine per_tensor_symmetric qint32 qint8 quint2x4 quint4x2 quint8 uint1 uint16 uint2 uint3 uint32 uint4 uint5 uint6 uint64 uint7 uint8`,
  'torch._tensor': '_rebuild_from_type_v2',
  'torch._utils': `_rebuild_device_tensor_from_cpu_tensor _rebuild_device_tensor_from_numpy _rebuild_meta_tensor_no_storage _rebuild_parameter
    _rebuild_parameter_with_state _rebuild_qtensor _rebuild_sparse_tensor _rebuild_tensor _rebuild_tensor_v2 _rebuild_tensor_v3
    _rebuild_wrapper_subclass`,
  'torch.cuda': `BFloat16Storage BFloat16Tensor BoolStorage BoolTensor ByteStorage ByteTensor CharStorage CharTensor ComplexDoubleStorage
    ComplexFloatStorage DoubleStorage DoubleTensor FloatStorage FloatTensor HalfStorage HalfTensor IntStorage IntTensor LongStorage LongTensor
    ShortStorage ShortTensor`,
  'torch.cuda.sparse': 'BFloat16Tensor ByteTensor CharTensor DoubleTensor FloatTensor HalfTensor IntTensor LongTensor ShortTensor',
  'torch.nn.parameter': 'Parameter',
  'torch.serialization': '_get_layout',
  'torch.sparse': 'BFloat16Tensor ByteTensor CharTensor DoubleTensor FloatTensor HalfTensor IntTensor LongTensor ShortTensor',
  'torch.storage': 'TypedStorage UntypedStorage',
}

const allowed: ReadonlySet<string> = new Set(
  Object.entries(ALLOWED).flatMap(([module, names]) => names.split(/\s+/).map((name) => `${module}.${name}`)),
)

/** Maximum number of refused names in the report: enough to write `add_safe_globals`. */
const MAX_REFUSED = 50

/** Returns true if PyTorch's list contains the name. */
export function acceptsGlobal(module: string, name: string): boolean {
  return allowed.has(`${module}.${name}`)
}

/** Collects whether the restricted unpickler accepts the pickle of a file that `torch.load` would read. */
export class WeightsOnly {
  private readonly refused = new Set<string>()

  /** Takes an observation of the pickle that `torch.load` reads. */
  observe(observation: Observation): void {
    switch (observation.kind) {
      case 'global':
        if (!acceptsGlobal(observation.module, observation.name)) this.refuse(`${observation.module}.${observation.name}`)
        break
      case 'dynamic-global':
      case 'extension-code':
        this.refuse('a computed name')
        break
      case 'call':
        if (assignsItems(observation) && !isDict(observation.callee))
          this.refuse(renderCall(observation.callee, observation.args, observation.via))
        break
      default:
    }
  }

  verdict(): TorchVerdict {
    return { weightsOnly: this.refused.size === 0, refused: [...this.refused].sort().slice(0, MAX_REFUSED) }
  }

  private refuse(what: string): void {
    if (this.refused.size < MAX_REFUSED * 4) this.refused.add(what)
  }
}

/**
 * Judges items assigned to a tensor (CVE-2026-24747): the restricted unpickler of PyTorch before 2.10 wrote past the
 * end of the storage. Picklers assign items only to dicts. Undefined for every other call.
 */
export function judgeTensorWrite(call: Call): Judgement | undefined {
  if (!assignsItems(call) || call.callee.kind !== 'global') return undefined
  const { module, name } = call.callee
  const isTensor = (module === 'torch._utils' || module === 'torch._tensor') && name.startsWith('_rebuild_')
  if (!isTensor && !(module === 'torch' && (name === 'Tensor' || name.endsWith('Storage')))) return undefined
  const text = renderCall(call.callee, call.args, call.via)
  const why = 'picklers never write into a tensor; PyTorch before 2.10 corrupts memory here (CVE-2026-24747)'
  return finding('pickle/unsafe-arguments', `Loading runs ${text}: ${why}`, text, why, `${module}.${name}`)
}

function assignsItems({ via }: Call): boolean {
  return via === 'setitem' || via === 'append' || via === 'additems'
}

function isDict(callee: Callee): boolean {
  return callee.kind === 'global' && callee.module === 'collections' && (callee.name === 'OrderedDict' || callee.name === 'Counter')
}
