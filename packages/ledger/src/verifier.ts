/**
 * The door for browsers: checks receipts and proofs, and imports nothing of Node.
 *
 * SHA-256, HMAC and ML-DSA-44 come from two small libraries, Ed25519 from the browser.
 */
import { webEd25519 } from './note/ed25519-web.ts'
import { mlDsa44 } from './note/ml-dsa-44.ts'
import type { Algorithms } from './note/signature.ts'

/** The algorithms as a browser has them; they work in Node too. */
export const webAlgorithms: Algorithms = { ed25519: webEd25519, mlDsa44 }

export { leafHash } from './merkle/hash.ts'
export { verifyConsistency, verifyInclusion } from './merkle/proof.ts'
export { parsePolicy } from './policy/policy.ts'
export { parseProof, verifyProof } from './proof/proof-file.ts'
export { parseReceipt, verifyReceipt } from './receipt/receipt.ts'
