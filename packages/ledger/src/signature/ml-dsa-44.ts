/** ML-DSA-44 (FIPS 204) by a library without native parts; it runs in Node and in browsers. */
import { ml_dsa44 } from '@noble/post-quantum/ml-dsa.js'
import type { SignatureAlgorithm } from './signature.ts'

/** ML-DSA-44 over the whole message, empty context, deterministic. */
export const mlDsa44: SignatureAlgorithm = {
  publicKey: async (seed) => ml_dsa44.keygen(seed).publicKey,
  sign: async (seed, message) => ml_dsa44.sign(message, ml_dsa44.keygen(seed).secretKey, { extraEntropy: false }),
  verify: async (publicKey, message, signature) => {
    try {
      return ml_dsa44.verify(signature, message, publicKey)
    } catch {
      return false
    }
  },
}
