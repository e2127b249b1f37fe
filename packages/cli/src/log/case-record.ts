/** The record of a case in a file: canonical JSON, so that two people commit to the same bytes. */
import { parseCanonical, readSmallFile, type Canonical } from '@brightline/ledger'
import { orRefuse, orUsage } from './problem-lines.ts'

/** Reads a record; line ends after it are passed over. */
export async function readRecord(file: string): Promise<Canonical> {
  const bytes = orUsage(await readSmallFile(file))
  const end = bytes.findLastIndex((byte) => byte !== 0x0a && byte !== 0x0d)
  return orRefuse(parseCanonical(bytes.subarray(0, end + 1)))
}
