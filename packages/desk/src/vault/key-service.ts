/** What keeps master keys. A file is one; a service outside the city's machines can be another. */

/** The key of a case under a master key, and which master key it is. */
interface WrappedKey {
  readonly wrapped: Buffer
  readonly masterKeyId: string
}

/**
 * Wraps and unwraps keys of cases. The purpose is the same both times, and a key that was wrapped for another is refused.
 *
 * INVARIANT: no master key leaves the service. Each call is bounded by its signal.
 */
export interface KeyService {
  /** Wraps under the newest master key. */
  readonly wrap: (key: Buffer, purpose: string, signal: AbortSignal) => Promise<WrappedKey>
  /** Unwraps under whichever master key it was; null where it does not open. */
  readonly unwrap: (key: WrappedKey, purpose: string, signal: AbortSignal) => Promise<Buffer | null>
  /** Names the newest master key. */
  readonly newest: (signal: AbortSignal) => Promise<string>
}

/** The most that a key service may take. */
export const longestKeyCall = 5_000
