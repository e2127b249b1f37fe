/** `brightline log prove`: the proof of one entry, or its receipt. */
import { writeFileSync } from 'node:fs'
import {
  leafHash,
  makeReceipt,
  standardAlgorithms,
  printProof,
  printReceipt,
  verifyProof,
  verifyReceipt,
  type Opening,
  type Policy,
  type TileSource,
} from '@brightline/ledger'
import { exitCode, tell, UsageError } from '../output.ts'
import { withPlace } from './place.ts'
import { readRecord } from './record.ts'
import { orRefuse } from './refusal.ts'
import { writeSecretFile } from './secret.ts'
import { codeOf, readSmallFile } from './small-file.ts'
import { readTrust, type TrustFlags } from './trust.ts'

/** What to make. */
export interface ProveFlags extends TrustFlags {
  readonly out?: string
  readonly receipt: boolean
  readonly record?: string
  readonly caseKey?: string
}

/** Makes a proof file, checks it as its reader will, and writes it. */
export async function prove(target: string, indexText: string, flags: ProveFlags): Promise<number> {
  if (!/^(?:0|[1-9][0-9]{0,14})$/.test(indexText)) throw new UsageError(`\`${indexText}\` is not the index of an entry`)
  const opening = readOpening(flags)
  const isReceipt = flags.receipt || opening !== undefined
  const bytes = await withPlace(target, {}, async ({ source, folder }) => {
    return await makeFile(source, Number(indexText), readTrust(flags, folder), opening, isReceipt)
  })
  if (flags.out === undefined) process.stdout.write(new TextDecoder().decode(bytes))
  else if (opening === undefined) writeNew(flags.out, bytes)
  else writeSecretFile(flags.out, bytes)
  if (flags.out !== undefined)
    tell(`wrote \`${flags.out}\`${opening === undefined ? '' : ': it is for the person concerned alone'}`)
  return exitCode.fine
}

async function makeFile(
  source: TileSource,
  index: number,
  policy: Policy,
  opening: Opening | undefined,
  isReceipt: boolean,
): Promise<Uint8Array> {
  const receipt = orRefuse(await makeReceipt(source, index, opening))
  const { proof, entry } = receipt
  const checked = isReceipt
    ? orRefuse(await verifyReceipt(receipt, policy, standardAlgorithms)).log
    : orRefuse(await verifyProof(proof, leafHash(entry), policy, standardAlgorithms))
  if (!checked.witnessed) tell('the checkpoint is UNWITNESSED: a reader who asks for witnesses will refuse it')
  return isReceipt ? orRefuse(printReceipt(receipt)) : printProof(proof)
}

function readOpening({ record, caseKey, out }: ProveFlags): Opening | undefined {
  if (record === undefined && caseKey === undefined) return undefined
  if (record === undefined || caseKey === undefined) throw new UsageError('--record and --case-key belong together')
  if (out === undefined) throw new UsageError('a receipt with a record is written to a file', 'name it with --out')
  const key = Buffer.from(new TextDecoder().decode(readSmallFile(caseKey, 'case key')).trim(), 'base64')
  if (key.length !== 32) throw new UsageError(`\`${caseKey}\` does not hold the base64 of 32 bytes`)
  return { caseKey: new Uint8Array(key), record: readRecord(record) }
}

function writeNew(file: string, bytes: Uint8Array): void {
  try {
    writeFileSync(file, bytes, { flag: 'wx' })
  } catch (error) {
    const code = codeOf(error)
    if (code === 'EEXIST') throw new UsageError(`\`${file}\` is there already`, 'nothing was written')
    throw new UsageError(`\`${file}\` cannot be written: ${code}`)
  }
}
