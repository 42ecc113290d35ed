import {
  lmdbValues_38 as lmdbValues,
  sqliteValues_38 as sqliteValues,
  Search_48 as Search,
  payloadIn_47 as payloadIn,
  MIN_ENCODED_41 as MIN_ENCODED,
  beginsLikePayload_41 as beginsLikePayload,
  canStart_41 as canStart,
  memorySource_21 as memorySource,
  ScanError_15 as ScanError
} from "./core.js";
import {
  findBeginnings,
  searchPickles
} from "./shared-formats-hidden-pickles.js";

// src/formats/databases-scan.ts
var MIN_VALUE = 20;
var SMALL = 1 << 20;
var MAX_PROBLEMS = 20;
var scanSqlite = async ({ input }, scan) => {
  if (input.kind === "stream") throw new ScanError("unsupported", "a database cannot be read from a stream");
  const problem = problems(scan);
  const values = sqliteValues(input, { problem, tick: () => scan.budget.checkTime() });
  for (const { table, row, column, kind, bytes, offset } of values) {
    const name = `${table.slice(0, 100)}/${row}/${column}`;
    await lookAt(bytes, { name, ...offset === void 0 ? {} : { offset }, ...kind === "blob" ? { value: true } : {} }, scan, problem);
  }
  await new Search(input, scan).rest();
};
var scanLmdb = async ({ input }, scan) => {
  if (input.kind === "stream") throw new ScanError("unsupported", "a database cannot be read from a stream");
  const problem = problems(scan);
  const values = lmdbValues(input, { problem, tick: () => scan.budget.checkTime() });
  for (const { bytes, offset } of values) await lookAt(bytes, { name: `value@${offset}`, offset, value: true }, scan, problem);
  await new Search(input, scan).rest();
};
var scanDbm = async ({ input }, scan) => {
  if (input.kind === "stream") throw new ScanError("unsupported", "a database cannot be read from a stream");
  await searchPickles(input, scan, { offset: 0, unpickled: true });
  scan.account.passOver("searched");
};
function problems(scan) {
  let said = 0;
  return ({ why, message, offset }) => {
    if (++said <= MAX_PROBLEMS) scan.observe({ kind: "incomplete", why, detail: message, ...offset === void 0 ? {} : { offset } });
  };
}
async function lookAt(bytes, hiding, scan, problem) {
  if (bytes.size < MIN_VALUE) return;
  try {
    if (bytes.size > SMALL) {
      await searchPickles(bytes, scan, hiding);
      return;
    }
    const all = bytes.read(0, bytes.size);
    const first = all[0];
    const tried = hiding.value === true && canStart(first);
    const found = (tried || findBeginnings(all, 0, all.length)) && await searchPickles(memorySource(all), scan, hiding) > 0;
    if (!found && all.length >= MIN_ENCODED && beginsLikePayload(all, 0, !hiding.value)) await guess(all, hiding, scan);
  } catch (error) {
    if (!(error instanceof ScanError) || error.why === "timeout") throw error;
    problem(error);
  }
}
async function guess(bytes, { name, value }, scan) {
  const payload = payloadIn(bytes, !value);
  if (payload === void 0) return;
  scan.budget.charge("members", 1);
  await scan.descend({
    name: `${name ?? "value"} decoded`,
    size: payload.length,
    hints: { guess: "constant" },
    open: () => memorySource(payload)
  });
}
export {
  scanDbm,
  scanLmdb,
  scanSqlite
};
