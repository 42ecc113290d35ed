// Safe names of PyArrow.
import type { SafeTable } from '../table.ts'

/**
 * PyArrow pickles arrays, tables and types as calls of builders (array.pxi, table.pxi, types.pxi, scalar.pxi). These
 * keep their arguments, or call the methods of them that `own-methods.ts` lists. Functions that read files, streams or
 * foreign memory are in the table of dangers.
 */
export const arrow: SafeTable = {
  packages: 'pyarrow',
  groups: [
    {
      use: 'call',
      reason: 'builder of Arrow data: builds a type, a buffer, an array or a table from its arguments',
      names: `
        pyarrow.lib: DictionaryScalar._reconstruct KeyValueMetadata _reconstruct_record_batch _reconstruct_table _restore_array binary
          bool8 chunked_array decimal128 decimal256 decimal32 decimal64 dictionary field fixed_shape_tensor json_ large_list
          large_list_view list_ list_view map_ opaque py_buffer run_end_encoded scalar schema struct timestamp type_for_alias union uuid`,
    },
    {
      use: 'class',
      reason: 'class of Arrow data: an import is harmless, and its constructor raises an error',
      names: `
        pyarrow.lib: DictionaryScalar`,
    },
  ],
}
