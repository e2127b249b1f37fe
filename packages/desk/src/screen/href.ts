/**
 * Addresses in pages: paths of the desk, and pages over https. Whatever else comes is a fault of ours, and fails.
 *
 * INVARIANT: no template writes an address that did not come through here.
 */

/** Values behind the question mark. */
export type Query = Readonly<Record<string, string | number>>

/**
 * Makes an address of a path, with values.
 *
 * @example
 * href('/duties', { days: 7 }) // => '/duties?days=7'
 */
export function href(path: string, query: Query = {}): string {
  if (!isOwnPath(path) && !isSecureAddress(path)) throw new Error('an address that no page may hold')
  const values = Object.entries(query).map(([name, value]) => [name, String(value)] as const)
  const behind = new URLSearchParams(Object.fromEntries(values)).toString()
  return behind === '' ? path : `${path}${path.includes('?') ? '&' : '?'}${behind}`
}

/** Takes a path that came from outside, such as where to go after signing in; anything else leads home. */
export function ownPath(path: string | undefined): string {
  return path !== undefined && isOwnPath(path) ? path : '/'
}

// Browsers read a second slash, also a backslash, as the beginning of a host, and skip tabs and line ends.
function isOwnPath(path: string): boolean {
  return /^\/(?![/\\])[\u0021-\u007e]*$/.test(path) && !path.includes('\\')
}

/** Tells whether an address is one over https, without signs that a page would have to escape. */
export function isSecureAddress(address: string): boolean {
  return /^https:\/\/[\u0021-\u007e]+$/.test(address) && URL.canParse(address)
}
