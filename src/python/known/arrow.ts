// Safe names of PyArrow.
import type { SafeTable } from '../table.ts'

/**
 * PyArrow, whose arrays, tables and types are pickled as calls of builders (array.pxi, table.pxi, types.pxi, scalar.pxi). They keep what they are given,
 * or ask it for its Arrow form by the methods that `own-methods.ts` knows. What reads files, streams or foreign memory is on the dangerous list.
 */
export const arrow: SafeTable = {
  packages: 'pyarrow',
  groups: [
    {
      use: 'call',
      reason: 'builder of Arrow data: makes a type, a buffer, an array or a table of what it is given',
      names: `
        pyarrow.lib: DictionaryScalar._reconstruct KeyValueMetadata _reconstruct_record_batch _reconstruct_table _restore_array binary
          bool8 chunked_array decimal128 decimal256 decimal32 decimal64 dictionary field fixed_shape_tensor json_ large_list
          large_list_view list_ list_view map_ opaque py_buffer run_end_encoded scalar schema struct timestamp type_for_alias union uuid`,
    },
    {
      use: 'class',
      reason: 'class of Arrow data: only named, its constructor refuses to be called',
      names: `
        pyarrow.lib: DictionaryScalar`,
    },
  ],
}
