/** The algorithms as Node has them. Browsers take those of `verifier.ts`. */
import { nodeEd25519 } from './note/ed25519-node.ts'
import { mlDsa44 } from './note/ml-dsa-44.ts'
import type { Algorithms } from './note/signature.ts'

/** Ed25519 by `node:crypto` and ML-DSA-44. */
export const nodeAlgorithms: Algorithms = { ed25519: nodeEd25519, mlDsa44 }
