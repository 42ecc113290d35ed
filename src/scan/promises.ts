import { CHAT_FILES } from '../formats/config/model-config/signature.ts'
import { formats } from '../formats/index.ts'
import { extensionOf } from './probe.ts'

/**
 * Extensions that formats claim and that promise nothing, since other programs use them too: without a mark in its bytes such a file is just
 * unrecognised. A format with an extension of its own makes a promise without further ado.
 */
export const SHARED_EXTENSIONS: ReadonlySet<string> = new Set(
  [
    // Archives, compressions and packages of anything.
    '.7z .bz2 .gz .gzip .jar .lz4 .lzma .mar .rar .tar .tbz2 .tgz .txz .whl .xz .z .zip .zlib .zst .zstd .zz',
    // Tables and other data of sciences, each in several formats.
    '.arrow .feather .h5ad .hdf .he5 .ipc .loom .mat .nc .parquet .rda .rdata .rds',
    // Databases of any program, and those of R's packages.
    '.db .dbm .gdbm .lmdb .mdb .rdb .sqlite .sqlite3',
    // Text of many kinds.
    '.cfg .dvc .gin .j2 .jinja .jinja2 .json .lgb .param .pbtext .pbtxt .pmml .prototxt .py .textproto .txt .vec .xgb .xml .yaml .yml',
    // Words that other trades use too.
    '.bin .cmf .cpb .dnn .engine .index .lite .meta .model .msgpack .net .pb .plan .pyc .ser .spm .th .trt .ubj .weights',
  ].flatMap((row) => row.split(' ')),
)

/** Further extensions of models, whose formats go by the content alone: PyTorch, TensorFlow, hickle, PaddlePaddle, torch.export, skops. */
const FURTHER = ['.ckpt', '.hkl', '.pdparams', '.pt2', '.ptl', '.skops']

/** Files that Hugging Face and TensorFlow load by their whole name, under extensions that promise nothing. */
const MODELS = /^(?:(?:\w+_)?pytorch_model(?:[.-][\w.-]+)?|adapter_model|training_args|optimizer|scheduler)\.bin$|^saved_model\.pb$/i

/** Configurations and templates that are loaded by their name. */
const COMPANIONS =
  /^(?:config|adapter_config|generation_config|(?:modular_)?model_index)\.json$|^MLmodel$|^(?:model_config|hyperparams)\.yaml$|chat[_-]?template/i

let promised: ReadonlySet<string> | undefined

/** Does a file of this name have to be a model? `extension` is in lower case. */
export function promisesModel(name: string, extension: string): boolean {
  promised ??= new Set([...formats.flatMap(({ extensions }) => extensions.filter((each) => !SHARED_EXTENSIONS.has(each))), ...FURTHER])
  return promised.has(extension) || ((extension === '.bin' || extension === '.pb') && MODELS.test(name))
}

/** Is a file of this name loaded as a model, or with one? `name` is without its folder. */
export function isLoadedByName(name: string): boolean {
  return promisesModel(name, extensionOf(name)) || COMPANIONS.test(name) || CHAT_FILES.test(name)
}
