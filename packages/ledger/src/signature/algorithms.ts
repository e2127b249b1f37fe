/** The algorithms that signatures are made and checked with, in Node and in browsers alike. */
import { ed25519 } from './ed25519.ts'
import { mlDsa44 } from './ml-dsa-44.ts'
import type { Algorithms } from './signature.ts'

/** Ed25519 by WebCrypto and ML-DSA-44. */
export const standardAlgorithms: Algorithms = { ed25519, mlDsa44 }
