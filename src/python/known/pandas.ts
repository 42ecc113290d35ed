// Safe names of pandas.
import type { SafeGroup } from '../table.ts'

/** pandas. */
export const pandas: readonly SafeGroup[] = [
  {
    use: 'call',
    reason: 'builds a value or a block of arrays: no user code',
    names: {
      pandas: `ArrowDtype BooleanDtype CategoricalDtype DateOffset DatetimeTZDtype Float32Dtype Float64Dtype Int16Dtype Int32Dtype Int64Dtype Int8Dtype Interval
        IntervalDtype NA Period PeriodDtype SparseDtype StringDtype Timedelta Timestamp UInt16Dtype UInt32Dtype UInt64Dtype UInt8Dtype`,
      'pandas.core.internals.managers': 'BlockManager',
      'pandas._libs.internals': '_unpickle_block',
      'pandas._libs.interval': 'Interval',
      'pandas._libs.missing': 'NA',
      'pandas._libs.sparse': 'IntIndex',
      'pandas._libs.tslibs.nattype': '__nat_unpickle _nat_unpickle',
      // Offsets are built from a count and flags.
      'pandas._libs.tslibs.offsets': `BusinessDay BusinessHour BusinessMonthBegin BusinessMonthEnd DateOffset Day Hour Micro Milli Minute MonthBegin
        MonthEnd Nano QuarterBegin QuarterEnd Second SemiMonthBegin SemiMonthEnd Week YearBegin YearEnd`,
      'pandas._libs.tslibs.period': 'Period',
      'pandas._libs.tslibs.timedeltas': '_timedelta_unpickle',
      'pandas._libs.tslibs.timestamps': '_unpickle_timestamp',
      'pandas.core.dtypes.dtypes': 'PeriodDtype',
      'pandas.core.internals.blocks': 'new_block new_block_2d',
    },
  },
  {
    use: 'class',
    reason: 'pandas object: state is arrays and indexes',
    names: {
      // pandas 3 writes the public names.
      pandas:
        'Categorical CategoricalIndex DataFrame DatetimeIndex Flags Index IntervalIndex MultiIndex PeriodIndex RangeIndex Series TimedeltaIndex',
      'pandas.arrays': `ArrowExtensionArray ArrowStringArray BooleanArray DatetimeArray FloatingArray IntegerArray IntervalArray NumpyExtensionArray
        PeriodArray SparseArray StringArray TimedeltaArray`,
      'pandas._libs.arrays': 'NDArrayBacked',
      'pandas._libs.internals': 'BlockManager BlockPlacement',
      'pandas.core.arrays.boolean': 'BooleanArray BooleanDtype',
      'pandas.core.arrays.categorical': 'Categorical',
      'pandas.core.arrays.datetimes': 'DatetimeArray',
      'pandas.core.arrays.floating': 'Float64Dtype FloatingArray',
      'pandas.core.arrays.integer': 'Int64Dtype IntegerArray',
      'pandas.core.arrays.numpy_': 'NumpyExtensionArray',
      'pandas.core.arrays.period': 'PeriodArray',
      'pandas.core.arrays.sparse.array': 'SparseArray',
      'pandas.core.arrays.sparse.dtype': 'SparseDtype',
      'pandas.core.arrays.string_': 'StringArray',
      'pandas.core.arrays.string_arrow': 'ArrowStringArray',
      'pandas.core.arrays.timedeltas': 'TimedeltaArray',
      'pandas.core.dtypes.dtypes': 'ArrowDtype CategoricalDtype DatetimeTZDtype IntervalDtype NumpyEADtype PandasDtype',
      'pandas.core.frame': 'DataFrame',
      'pandas.core.indexes.base': 'Index',
      'pandas.core.indexes.category': 'CategoricalIndex',
      'pandas.core.indexes.datetimes': 'DatetimeIndex',
      'pandas.core.indexes.frozen': 'FrozenList',
      'pandas.core.indexes.interval': 'IntervalIndex',
      'pandas.core.indexes.multi': 'MultiIndex',
      'pandas.core.indexes.numeric': 'Float64Index Int64Index UInt64Index',
      'pandas.core.indexes.period': 'PeriodIndex',
      'pandas.core.indexes.range': 'RangeIndex',
      'pandas.core.indexes.timedeltas': 'TimedeltaIndex',
      'pandas.core.internals.blocks': 'CategoricalBlock DatetimeTZBlock ExtensionBlock NumericBlock ObjectBlock',
      'pandas.core.internals.managers': 'SingleBlockManager',
      'pandas.core.series': 'Series',
    },
  },
  {
    use: 'first-is-class',
    reason: 'Cython constructor: builds an instance of its argument without `__init__`',
    names: {
      'pandas._libs.arrays': '__pyx_unpickle_NDArrayBacked',
      'pandas._libs.interval': '__pyx_unpickle_IntervalMixin',
    },
  },
  {
    use: 'index',
    reason: 'builds an instance of its argument, an index class',
    names: {
      'pandas.core.indexes.base': '_new_Index',
      'pandas.core.indexes.datetimes': '_new_DatetimeIndex',
      'pandas.core.indexes.interval': '_new_IntervalIndex',
      'pandas.core.indexes.period': '_new_PeriodIndex',
      'pandas.core.indexes.timedeltas': '_new_TimedeltaIndex',
    },
  },
  {
    use: 'call',
    reason: 'offset or type built from numbers, flags and text',
    names: {
      'pandas._libs.tslibs.offsets': `BHalfYearBegin BHalfYearEnd BQuarterBegin BQuarterEnd BYearBegin BYearEnd Easter FY5253 FY5253Quarter HalfYearBegin HalfYearEnd
        LastWeekOfMonth WeekOfMonth`,
      'pandas.core.arrays.string_': 'StringDtype',
    },
  },
  {
    use: 'custom-offset',
    reason: 'offset of a business calendar: reads the holidays of its calendar argument',
    names: {
      'pandas._libs.tslibs.offsets': 'CustomBusinessDay CustomBusinessHour CustomBusinessMonthBegin CustomBusinessMonthEnd',
    },
  },
  {
    use: 'class',
    reason: 'pandas object: state is arrays and indexes, under the names of pandas 1 and 2',
    names: {
      'pandas.core.arrays.arrow.array': 'ArrowExtensionArray',
      'pandas.core.arrays.floating': 'Float32Dtype',
      'pandas.core.arrays.integer': 'Int16Dtype Int32Dtype Int8Dtype UInt16Dtype UInt32Dtype UInt64Dtype UInt8Dtype',
      'pandas.core.arrays.interval': 'IntervalArray',
      'pandas.core.dtypes.dtypes': 'SparseDtype',
    },
  },
  {
    use: 'class',
    reason: 'pandas grouper or window: state is a frame, keys and numbers; `__getattr__` returns a column',
    names: {
      // pandas 3 writes the public names.
      pandas: 'Grouper',
      'pandas.api.typing': `DataFrameGroupBy DatetimeIndexResampler Expanding ExponentialMovingWindow Rolling SeriesGroupBy TimeGrouper
        Window`,
      'pandas._config.config': 'DictWrapper',
      'pandas.core.groupby.generic': 'DataFrameGroupBy SeriesGroupBy',
      'pandas.core.groupby.grouper': 'Grouper Grouping',
      'pandas.core.groupby.ops': 'BaseGrouper BinGrouper',
      'pandas.core.resample': 'DatetimeIndexResampler TimeGrouper',
      'pandas.core.strings.accessor': 'StringMethods',
      'pandas.core.window.ewm': 'ExponentialMovingWindow',
      'pandas.core.window.expanding': 'Expanding',
      'pandas.core.window.rolling': 'Rolling Window',
    },
  },
  {
    use: 'call',
    reason: 'exception or date: keeps its arguments',
    names: { 'pandas.errors': 'ParserError', 'pandas._libs.tslibs.timestamps': 'Timestamp' },
  },
  {
    use: 'reference',
    reason: 'function of columns: an import of it is harmless',
    names: {
      pandas: 'concat cut get_dummies isna qcut to_datetime to_numeric',
    },
  },
]
