/**
 * The door for browsers: checks receipts and proofs, and imports nothing of Node.
 *
 * SHA-256, HMAC and ML-DSA-44 come from two small libraries, Ed25519 from the browser.
 */
export { standardAlgorithms } from './signature/algorithms.ts'
export { leafHash } from './merkle/hash.ts'
export { verifyConsistency, verifyInclusion } from './merkle/proof.ts'
export { parsePolicy } from './policy/policy.ts'
export { parseProof, verifyProof } from './proof/proof-file.ts'
export { parseReceipt, verifyReceipt } from './receipt/receipt.ts'
export { plain } from './wording/plain.ts'
