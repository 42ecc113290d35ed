import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { discover } from '../../../src/node/discover.ts'
import { scanFiles } from '../../../src/node/scan-files.ts'
import { defaultPolicy } from '../../../src/policy/policy.ts'
import { asm, callOf, type Line } from '../../helpers/asm.ts'
import { buildZip } from '../../helpers/zip-builder.ts'

type Folder = Readonly<Record<string, string | Uint8Array>>

const zip = (members: Folder): Uint8Array => buildZip(Object.entries(members).map(([name, data]) => ({ name, data })))
const torch = (pickle: Uint8Array, more: Folder = {}): Uint8Array => zip({ 'archive/data.pkl': pickle, ...more, 'archive/version': '3\n' })
const EVIL = callOf('os', 'system', 'echo modelgate-marker')
const pickle = (...lines: readonly Line[]): Uint8Array => asm('PROTO 2', ...lines, 'STOP')
const instance = (name: string): readonly Line[] => [`GLOBAL ${name}`, 'EMPTY_TUPLE', 'NEWOBJ', 'EMPTY_DICT', 'BUILD']
const item = (key: string, ...value: readonly Line[]): readonly Line[] => [`BINUNICODE ${key}`, ...value, 'SETITEM']
const tensor: readonly Line[] = [
  ...['GLOBAL torch._utils _rebuild_tensor_v2', 'MARK', 'MARK', 'BINUNICODE storage', 'GLOBAL torch FloatStorage', 'BINUNICODE 0'],
  ...['BINUNICODE cpu', 'BININT1 4', 'TUPLE', 'BINPERSID', 'BININT1 0', 'BININT1 4', 'TUPLE1', 'BININT1 1', 'TUPLE1', 'NEWFALSE'],
  ...['GLOBAL collections OrderedDict', 'EMPTY_TUPLE', 'REDUCE', 'TUPLE', 'REDUCE'],
]
const weights = torch(pickle('EMPTY_DICT', ...item('w', ...tensor)), { 'archive/data/0': new Uint8Array(16) })

/** What DeepSpeed's engine and its optimizers of stages 1 to 3 write (save_checkpoint). */
const deepspeed: Folder = {
  latest: 'global_step1',
  'global_step1/mp_rank_00_model_states.pt': weights,
  'global_step1/zero_pp_rank_0_mp_rank_00_optim_states.pt': torch(
    pickle(
      'EMPTY_DICT',
      ...item('loss_scaler', ...instance('deepspeed.runtime.fp16.loss_scaler LossScaler')),
      ...item('dynamic', ...instance('deepspeed.runtime.fp16.loss_scaler DynamicLossScaler')),
      ...item('mapping', 'GLOBAL deepspeed.utils.tensor_fragment fragment_address', 'EMPTY_TUPLE', 'NEWOBJ', 'EMPTY_DICT', 'BUILD'),
    ),
  ),
}

/** What Megatron-LM writes (megatron/training/checkpointing.py). */
const megatron: Folder = {
  'latest_checkpointed_iteration.txt': '1',
  'iter_0000001/mp_rank_00/model_optim_rng.pt': torch(
    pickle(
      'EMPTY_DICT',
      ...item('args', ...instance('argparse Namespace')),
      ...item('model', 'EMPTY_DICT'),
      ...item('rng_state', 'EMPTY_LIST'),
    ),
  ),
}

/** What torch.distributed.checkpoint writes: an index and, for each rank, torch files in a row. */
const distributed: Folder = {
  '.metadata': pickle(
    ...['GLOBAL torch.distributed.checkpoint.metadata Metadata', 'EMPTY_TUPLE', 'NEWOBJ', 'EMPTY_DICT'],
    ...item(
      'state_dict_metadata',
      'EMPTY_DICT',
      ...item('step', ...instance('torch.distributed.checkpoint.metadata BytesStorageMetadata')),
    ),
    ...item('storage_data', 'EMPTY_DICT', ...item('step', ...instance('torch.distributed.checkpoint.filesystem _StorageInfo'))),
    'BUILD',
  ),
  '__0_0.distcp': Buffer.concat([weights, weights]),
}

const RUNS = 'import os\nos.system("echo modelgate-marker")\n'
const manifest = JSON.stringify({ runtime: 'python', model: { modelName: 'm', serializedFile: 'm.pt', handler: 'image_classifier' } })
const served: Folder = { 'm.mar': zip({ 'MAR-INF/MANIFEST.json': manifest, 'm.pt': weights, 'index_to_name.json': '{"0": "cat"}' }) }
const exported: Folder = {
  'm.pt2': zip({
    'm/archive_format': 'pt2',
    'm/archive_version': '0',
    'm/data/weights/weight_0': new Uint8Array(16),
    'm/data/sample_inputs/model.pt': weights,
  }),
}
const packaged: Folder = {
  'm.pt': zip({ 'p/model/model.pkl': pickle('EMPTY_DICT'), 'p/.data/extern_modules': 'torch\n', 'p/.data/version': '6\n' }),
}

/** `relu(x) + 1`, written by ExecuTorch 1.5.1. */
const PROGRAM = Buffer.from(
  'PAAAAEVUMTJlaDAwIAAAAJgFAAAAAAAAAAYAAAAAAAAIAAAAAAAAAAAAAAAQABgAAAAUABAADAAIAAQAEAAAABQAAAAwAAAATAAAAEwAAABMAAAAJP7//wQA' +
    'AAACAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAABAAAADAAAAAgAEAAAAAQACAAAAAgAAAAAAAAAAAAAAAAAAAAAAAAAAQAAABwAAAAAABYAKAAkACAAHAAYABQA' +
    'EAAMAAgABAAWAAAAJAAAADQAAAA0AAAAxAAAAIgBAACMAQAAkAEAAGADAACsBAAAAgAAAAAAAAAAAAAAMAAAAAAAAAAAAAAAAwAAAGwAAAAsAAAABAAAANj8' +
    '//8IAAAADAAAAAMAAABvdXQACQAAAGF0ZW46OmFkZAAAAPz8//8IAAAADAAAAAMAAABvdXQAIQAAAGRpbV9vcmRlcl9vcHM6Ol90b19kaW1fb3JkZXJfY29w' +
    'eQAAADj9//8IAAAADAAAAAMAAABvdXQACgAAAGF0ZW46OnJlbHUAAAEAAAAQAAAAAAAKABAADAAIAAQACgAAAAwAAACkAAAApAAAAAMAAABsAAAAOAAAAAQA' +
    'AADQ/f//CAAAAAAAAAGc/f//CAAAAAIAAAAFAAAAAgAAAAMAAAAHAAAABgAAAAYAAAAA/v//CAAAAAAAAAHM/f//CAAAAAEAAAAFAAAAAAAAAAQAAAAFAAAA' +
    'AwAAAAMAAAAw/v//EAAAAAAAAAEIAAgAAAAEAAgAAAAEAAAAAwAAAAEAAAACAAAAAgAAAAAAAAAAAAAAAQAAAAYAAAABAAAAAQAAAAgAAACQAQAANAEAANgA' +
    'AACgAAAAiAAAAGgAAAAoAAAABAAAAPD+//8MAAAAAAIGABAABAAGAAAAAQAAAAAAAAAAAAAAuP7//wgAAAAAAAAFYv///xAAAAAUAAAAGAAAAAAAAAb6/v//' +
    'AQAAAAIAAAAAAQAAAgAAAAEAAAACAAAA9P7//wgAAAAAAAAHIv///wQAAAAAAAAAAAAAABD///8MAAAAAAAAAwQABAAEAAAAJP///wgAAAAAAAAFzv///xAA' +
    'AAAYAAAAGAAAAAAAAAYE////EAAAAAEAAAAAAAAAAAAAALD///8YAAAAAAUSABQAEwAAAAwACAAAAAAABAASAAAAEAAAABgAAAAcAAAAAAAABkj///8gAAAA' +
    'AQAAAAIAAAAAAQAAAgAAAAEAAAACAAAACAAKAAkABAAIAAAAGAAAAAAFEgASABEAAAAMAAgAAAAAAAQAEgAAABQAAAAYAAAAHAAAAAAGBgAIAAQABgAAAAEA' +
    'AAACAAAAAAEAAAIAAAABAAAAAgAAAAgADAALAAQACAAAABgAAAAAAAAFEAAUABMAAAAMAAgAAAAEABAAAAABAAAADAAAAAwAAAAAAAAEAAAAAAAAAAAIAAwA' +
    'CAAEAAgAAAAIAAAARAAAADkAAABbMSwgeyJ0eXBlIjogbnVsbCwgImNvbnRleHQiOiBudWxsLCAiY2hpbGRyZW5fc3BlYyI6IFtdfV0AAAD+AAAAWzEsIHsi' +
    'dHlwZSI6ICJidWlsdGlucy50dXBsZSIsICJjb250ZXh0IjogIm51bGwiLCAiY2hpbGRyZW5fc3BlYyI6IFt7InR5cGUiOiAiYnVpbHRpbnMudHVwbGUiLCAi' +
    'Y29udGV4dCI6ICJudWxsIiwgImNoaWxkcmVuX3NwZWMiOiBbeyJ0eXBlIjogbnVsbCwgImNvbnRleHQiOiBudWxsLCAiY2hpbGRyZW5fc3BlYyI6IFtdfV19' +
    'LCB7InR5cGUiOiAiYnVpbHRpbnMuZGljdCIsICJjb250ZXh0IjogIltdIiwgImNoaWxkcmVuX3NwZWMiOiBbXX1dfV0AAAcAAABmb3J3YXJkAAAAAAAAAAAA' +
    'AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA' +
    'AAAAAAAAAQAAAAAAAAA=',
  'base64',
)

const folders: string[] = []
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true })
})

/** `severity rule file` of all that a scan of the folder finds, medium and above. */
async function found(files: Folder): Promise<readonly string[]> {
  const root = mkdtempSync(join(tmpdir(), 'modelgate-folders-'))
  folders.push(root)
  for (const [name, data] of Object.entries(files)) {
    mkdirSync(dirname(join(root, name)), { recursive: true })
    writeFileSync(join(root, name), data)
  }
  const paths = discover(root).files
  const reports = await scanFiles(paths, { root, policy: defaultPolicy })
  return reports.flatMap(({ path, findings, incomplete }) => [
    ...findings
      .filter(({ severity }) => severity !== 'low')
      .map(({ severity, rule }) => `${severity} ${rule} ${path.slice(path.lastIndexOf('/') + 1)}`),
    ...incomplete.map(({ why }) => `${why} ${path}`),
  ])
}

describe('a folder', () => {
  it.each<[string, Folder]>([
    ['of DeepSpeed', deepspeed],
    ['of Megatron', megatron],
    ['of torch.distributed.checkpoint', distributed],
    ['with an archive of TorchServe that brings no code', served],
    ['with an exported program', exported],
    ['with a package of pickles', packaged],
    ['with a program of ExecuTorch', { 'm.pte': PROGRAM }],
  ])('%s is quiet', async (_, files) => expect(await found(files)).toEqual([]))

  const legacy = Buffer.concat([
    pickle('LONG 119547037146038801333356'),
    pickle('BININT2 1001'),
    pickle('EMPTY_DICT'),
    EVIL,
    pickle('EMPTY_LIST'),
  ])
  it.each<[string, string, Folder, string]>([
    [
      'the model states of DeepSpeed',
      'mp_rank_00_model_states.pt',
      { ...deepspeed, 'global_step1/mp_rank_00_model_states.pt': torch(EVIL) },
      '',
    ],
    [
      'an optimizer of DeepSpeed',
      'bf16_zero_pp_rank_0_mp_rank_00_optim_states.pt',
      { 'global_step1/bf16_zero_pp_rank_0_mp_rank_00_optim_states.pt': torch(EVIL) },
      '',
    ],
    ['a pickle in the place of the name of the newest step', 'latest', { ...deepspeed, latest: EVIL }, ''],
    ['the states of Megatron', 'model_optim_rng.pt', { ...megatron, 'iter_0000001/mp_rank_00/model_optim_rng.pt': torch(EVIL) }, ''],
    ['the states of an old Megatron', 'model_optim_rng.pt', { 'iter_0000001/mp_rank_00/model_optim_rng.pt': legacy }, ''],
    ['the index of a distributed checkpoint', '.metadata', { ...distributed, '.metadata': EVIL }, ''],
    [
      'the index, beside its own classes',
      '.metadata',
      { '.metadata': asm('PROTO 2', ...instance('torch.distributed.checkpoint.metadata Metadata'), EVIL.subarray(2)) },
      '',
    ],
    ['a part of a distributed checkpoint', '__0_0.distcp', { ...distributed, '__0_0.distcp': Buffer.concat([weights, torch(EVIL)]) }, ''],
    ['a bare pickle among the parts', '__1_0.distcp', { ...distributed, '__1_0.distcp': EVIL }, ''],
    ['the model of a TorchServe archive', 'm.mar', { 'm.mar': zip({ 'MAR-INF/MANIFEST.json': manifest, 'm.pt': torch(EVIL) }) }, ''],
    [
      'a module beside the handler',
      'm.mar',
      { 'm.mar': zip({ 'MAR-INF/MANIFEST.json': manifest, 'm.pt': weights, 'model.py': RUNS }) },
      'code/dangerous',
    ],
    [
      'the inputs of an exported program',
      'm.pt2',
      { 'm.pt2': zip({ 'm/archive_format': 'pt2', 'm/archive_version': '0', 'm/data/sample_inputs/model.pt': torch(EVIL) }) },
      '',
    ],
    [
      'a constant of an exported program',
      'm.pt2',
      { 'm.pt2': zip({ 'm/archive_format': 'pt2', 'm/archive_version': '0', 'm/data/constants/opaque_obj_0': EVIL }) },
      '',
    ],
    [
      'the weights of an exported program of old',
      'm.pt2',
      { 'm.pt2': zip({ 'serialized_exported_program.json': '{}', 'serialized_state_dict.pt': torch(EVIL), version: '1' }) },
      '',
    ],
    [
      'a pickle of a package',
      'm.pt',
      { 'm.pt': zip({ 'p/model/model.pkl': EVIL, 'p/.data/extern_modules': 'torch\n', 'p/.data/version': '6\n' }) },
      '',
    ],
    [
      'a module of a package',
      'm.pt',
      {
        'm.pt': zip({
          'p/model/model.pkl': pickle('EMPTY_DICT'),
          'p/own/net.py': RUNS,
          'p/.data/extern_modules': 'torch\n',
          'p/.data/version': '6\n',
        }),
      },
      'code/dangerous',
    ],
  ])('with a command in %s is critical', async (_, file, files, rule) => {
    expect(await found(files)).toContain(`critical ${rule === '' ? 'pickle/dangerous-call' : rule} ${file}`)
  })

  it('with a library of AOTInductor is high: nobody can see what it does', async () => {
    const elf = Buffer.concat([Buffer.from('\x7fELF\x02\x01\x01', 'latin1'), Buffer.alloc(60)])
    const files = {
      'm.pt2': zip({ 'm/archive_format': 'pt2', 'm/archive_version': '0', 'm/data/aotinductor/model/model.wrapper.so': elf }),
    }
    expect(await found(files)).toEqual(['high code/native m.pt2'])
  })

  it('with a program of ExecuTorch that asks for an operator of another library is medium', async () => {
    const other = Buffer.from(PROGRAM.toString('latin1').replace('aten::add', 'evil::add'), 'latin1')
    expect(await found({ 'm.pte': other })).toEqual(['medium graph/custom-op m.pte'])
    expect(await found({ 'm.pte': PROGRAM.subarray(0, 900) })).toContainEqual(expect.stringMatching(/^(?:truncated|malformed|high)/))
  })
})
