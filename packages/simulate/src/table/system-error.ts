/** Errors of the file system and of zlib, told from bugs. */

/** An error with a code of the system. */
export type SystemError = Error & { readonly code: string }

/** Tells an error of the file system or of zlib from a bug. */
export function isSystemError(error: unknown): error is SystemError {
  return (
    error instanceof Error &&
    'code' in error &&
    typeof error.code === 'string' &&
    /^(?:E[A-Z]+|Z_\w+)$/.test(error.code)
  )
}
