// The closed union of all facts that readers report and the policy judges, one family to a file beside it.
import type { ArchiveObservation } from './archive.ts'
import type { CodeObservation } from './code.ts'
import type { ConfigObservation } from './config.ts'
import type { GraphObservation } from './graph.ts'
import type { PickleObservation } from './pickle.ts'
import type { StructureObservation } from './structure.ts'

/** What is in the bytes: no severity, no advice. Offsets are relative to the artifact that is being read. */
export type Observation =
  | PickleObservation
  | ArchiveObservation
  | CodeObservation
  | ConfigObservation
  | GraphObservation
  | StructureObservation
