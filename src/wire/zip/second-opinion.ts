// Asks yauzl, an independent zip reader, which entries it lists in an irregular archive.
import type { ByteSource } from '../../bytes/source.ts'
import { decodeName } from './names.ts'

/** The entries that yauzl, a strict reader, lists in an archive with irregularities. */
export interface SecondOpinion {
  readonly names: ReadonlySet<string>
  readonly count: number
  /** Its error message, when it refused the archive. */
  readonly refusal: string | undefined
  /** True when `names` are all names that it lists. */
  readonly complete: boolean
}

/** Maximum number of entries that are listed, at some 50 µs each. */
const MOST_ENTRIES = 2_000

/** Lists `source` with yauzl, up to 2,000 entries. Never rejects: whatever goes wrong is a refusal. */
export async function secondOpinion(source: ByteSource): Promise<SecondOpinion> {
  // Loaded here, since nearly no run needs it. A CommonJS module is the default export in a bundle; in Node it has
  // names too.
  const loaded = await import('yauzl')
  const { fromRandomAccessReader, RandomAccessReader } = loaded.default ?? loaded
  const names = new Set<string>()
  let count = 0
  return new Promise((resolve) => {
    const settle = (refusal: string | undefined, complete: boolean): void => resolve({ names, count, refusal, complete })
    const refuse = (error: unknown): void => settle(error instanceof Error ? error.message : String(error), false)

    class SourceReader extends RandomAccessReader {
      // Answers asynchronously, or yauzl would recurse once per entry. What it throws arrives here.
      override read(buffer: Buffer, offset: number, length: number, position: number, callback: (error: Error | null) => void): void {
        setImmediate(() => {
          try {
            const got = source.readInto(buffer.subarray(offset, offset + length), position)
            callback(got === length ? null : new Error('unexpected EOF'))
          } catch (error) {
            refuse(error)
          }
        })
      }
    }

    // Names are read as bytes, so that an invalid one does not end the listing.
    fromRandomAccessReader(new SourceReader(), source.size, { lazyEntries: true, autoClose: false, decodeStrings: false }, (error, zip) => {
      if (error) return refuse(error)
      zip.on('entry', (entry: { fileNameRaw: Uint8Array; generalPurposeBitFlag: number }) => {
        count++
        names.add(decodeName(entry.fileNameRaw, entry.generalPurposeBitFlag))
        if (count >= MOST_ENTRIES) settle(undefined, false)
        else zip.readEntry()
      })
      zip.on('end', () => settle(undefined, true))
      zip.on('error', refuse)
      zip.readEntry()
    })
  })
}

/** Returns a clause for the detail of a finding; `entry` is the name it is about, or empty. */
export function describeOpinion(opinion: SecondOpinion, entry: string): string {
  const { refusal, count, complete, names } = opinion
  if (refusal !== undefined)
    return count === 0 ? `yauzl refuses the archive: ${refusal}` : `yauzl lists ${count} entries, then refuses the archive: ${refusal}`
  const listed = `yauzl lists ${complete ? '' : 'more than '}${count} ${count === 1 && complete ? 'entry' : 'entries'}`
  return complete && entry !== '' && !names.has(entry) ? `${listed}, without this one` : listed
}
