/** What kind of file came, by its first bytes alone: what it is called, and what the browser says of it, count nothing. */

/** The kinds of papers that are taken. */
export type MediaType = 'application/pdf' | 'image/png' | 'image/jpeg' | 'image/tiff'

/** The first bytes of each kind, in hexadecimal digits. */
const beginnings: readonly (readonly [string, MediaType])[] = [
  ['255044462d', 'application/pdf'],
  ['89504e470d0a1a0a', 'image/png'],
  ['ffd8ff', 'image/jpeg'],
  ['49492a00', 'image/tiff'],
  ['4d4d002a', 'image/tiff'],
]

/** The ends that a saved copy of each kind has. */
const endings: Readonly<Record<MediaType, string>> = {
  'application/pdf': 'pdf',
  'image/png': 'png',
  'image/jpeg': 'jpg',
  'image/tiff': 'tif',
}

/**
 * Tells the kind of a file; null for every other kind, pages and drawings of the web among them.
 *
 * @example
 * mediaTypeOf(Buffer.from('%PDF-1.7')) // => 'application/pdf'
 * mediaTypeOf(Buffer.from('<svg>')) // => null
 */
export function mediaTypeOf(bytes: Uint8Array): MediaType | null {
  const start = Buffer.from(bytes.subarray(0, 8)).toString('hex')
  return beginnings.find(([beginning]) => start.startsWith(beginning))?.[1] ?? null
}

/** Tells if a browser can show the kind as a picture. */
export function isPicture(mediaType: MediaType): boolean {
  return mediaType === 'image/png' || mediaType === 'image/jpeg'
}

/** Reads the kind from the database. */
export function toMediaType(text: string): MediaType {
  const found = beginnings.find(([, mediaType]) => mediaType === text)
  if (found === undefined) throw new Error('a paper of a kind that is not taken')
  return found[1]
}

/** The ending of a saved copy. */
export function endingOf(mediaType: MediaType): string {
  return endings[mediaType]
}
