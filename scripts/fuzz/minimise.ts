/** The smallest input that `fails` still says true of, as far as cutting pieces of halving size comes; at most `budget` tries. */
export async function minimise(bytes: Uint8Array, fails: (bytes: Uint8Array) => Promise<boolean>, budget = 400): Promise<Uint8Array> {
  let best = bytes
  let tries = 0
  for (let size = Math.ceil(best.length / 2); size >= 1; size = size === 1 ? 0 : Math.ceil(size / 2)) {
    for (let at = 0; at < best.length && tries < budget; ) {
      const shorter = Buffer.concat([best.subarray(0, at), best.subarray(at + size)])
      tries++
      if (shorter.length > 0 && (await fails(shorter))) best = shorter
      else at += size
    }
    if (tries >= budget) break
  }
  return best
}
