/** The record of a case in a file: canonical JSON, so that two people commit to the same bytes. */
import { parseCanonical, type Canonical } from '@brightline/ledger'
import { orRefuse } from './refusal.ts'
import { readSmallFile } from './small-file.ts'

/** Reads a record; line ends after it are passed over. */
export function readRecord(file: string): Canonical {
  const bytes = readSmallFile(file, 'record')
  const end = bytes.findLastIndex((byte) => byte !== 0x0a && byte !== 0x0d)
  return orRefuse(parseCanonical(bytes.subarray(0, end + 1)))
}
