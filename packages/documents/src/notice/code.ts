/** An address as a QR code: squares in one path. */
import { encode } from 'uqr'

/** The longest address that is drawn: longer ones make squares too small for a telephone. */
const longestAddress = 200

/** The squares of a code, and how many lie side by side. */
export interface Code {
  readonly size: number
  /** An SVG path of squares, four empty ones around. */
  readonly path: string
}

/** Draws an address. Throws for one that is too long: it was made by us. */
export function codeOf(address: string): Code {
  if (address.length > longestAddress) throw new Error('an address too long for a code')
  const { size, data } = encode(address, { ecc: 'M', border: 4 })
  const squares = data.flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? [`M${x} ${y}h1v1h-1z`] : [])))
  return { size, path: squares.join('') }
}
