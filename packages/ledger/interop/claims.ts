/** Writes a log of ours with cosignatures, and what we claim of it, for the Go program to check. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { standardAlgorithms } from '../src/signature/algorithms.ts'
import { toBase64 } from '../src/bytes/base64.ts'
import { valueOf } from '../src/problem/problem.ts'
import { realDisk } from '../src/files/disk.ts'
import { openFileStorage } from '../src/files/file-storage.ts'
import { openLog } from '../src/log/log.ts'
import type { Published } from '../src/log/publisher.ts'
import { leafHash } from '../src/merkle/hash.ts'
import { proveConsistency, proveInclusion } from '../src/merkle/proof.ts'
import type { SignatureKind } from '../src/note/key.ts'
import { printVerifierKey } from '../src/note/key.ts'
import type { NoteSigner } from '../src/signature/signature.ts'
import { newSigner } from '../src/signature/signature.ts'
import { printProof } from '../src/proof/proof-file.ts'
import { proveIndex } from '../src/proof/prove.ts'
import { readEntry, subtreeReader } from '../src/tiles/reader.ts'

const origin = 'log.springfield.example'
const sizes = [0, 1, 2, 255, 256, 257, 1_000, 66_000]
const indexes = [0, 1, 255, 256, 511, 65_535, 65_536, 65_999]

/** Fills `FOLDER/log` and writes `FOLDER/claims.json`. */
export async function writeClaims(folder: string): Promise<void> {
  mkdirSync(join(folder, 'log'))
  const storage = valueOf(await openFileStorage(realDisk(join(folder, 'log'))))
  const signers = [
    await signerOf(1, origin, 'ed25519'),
    await signerOf(2, 'library.example', 'ed25519-cosignature'),
    await signerOf(3, 'clinic.example', 'ml-dsa-44'),
  ]
  const now = (): number => Math.floor(Date.now() / 1000)
  const log = valueOf(
    await openLog({ storage, origin, signers, algorithms: standardAlgorithms, now, anyEntries: true }),
  )
  const published: Published[] = []
  let count = 0
  for (const size of sizes) {
    const appends = Array.from(
      { length: size - count },
      async (_, at) => await log.append(encode(`entry ${count + at}`)),
    )
    for (const index of await Promise.all(appends)) valueOf(index)
    count = size
    published.push(valueOf(await log.publish()))
  }
  const read = subtreeReader(storage, count)
  const older = []
  for (const { checkpoint } of published) {
    const hashes = valueOf(await proveConsistency(checkpoint.size, count, read))
    older.push({ size: checkpoint.size, root: toBase64(checkpoint.root), hashes: hashes.map(toBase64) })
  }
  const inclusions = []
  for (const index of indexes) {
    const hashes = valueOf(await proveInclusion(index, count, read))
    const leaf = leafHash(valueOf(await readEntry(storage, count, index)))
    inclusions.push({ index, leaf: toBase64(leaf), hashes: hashes.map(toBase64) })
  }
  const proof = new TextDecoder().decode(printProof(valueOf(await proveIndex(storage, 65_535))))
  const proofLeaf = toBase64(leafHash(encode('entry 65535')))
  const [key = '', ...cosigners] = signers.map((signer) => printVerifierKey(signer.key))
  writeFileSync(
    join(folder, 'claims.json'),
    JSON.stringify({ origin, key, cosigners, older, inclusions, proof, proofLeaf }),
  )
  await log.close()
}

async function signerOf(seed: number, name: string, kind: SignatureKind): Promise<NoteSigner> {
  const made = await newSigner(name, kind, new Uint8Array(32).fill(seed), standardAlgorithms)
  if (made === undefined) throw new Error('the algorithm is not at hand')
  return made.signer
}

function encode(text: string): Uint8Array {
  return new TextEncoder().encode(text)
}
