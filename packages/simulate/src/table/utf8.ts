/** Text as UTF-8, whatever it was written in: spreadsheets also save UTF-16, and older programs Windows-1252. */
import { isUtf8 } from 'node:buffer'

/** Bytes that say how a text is written. */
const marks: readonly (readonly [bytes: readonly number[], encoding: Encoding])[] = [
  [[0xef, 0xbb, 0xbf], 'utf-8'],
  [[0xff, 0xfe], 'utf-16le'],
  [[0xfe, 0xff], 'utf-16be'],
]

/** An encoding of text. */
export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252'

/** Turns a stream of text into UTF-8 without a byte-order mark, and tells how it was written. */
export async function* asUtf8(
  stream: AsyncIterable<Buffer>,
  onEncoding: (encoding: Encoding) => void,
): AsyncGenerator<Buffer> {
  let decoder: InstanceType<typeof TextDecoder> | null = null
  let isBegun = false
  for await (const piece of stream) {
    let bytes = piece
    if (!isBegun && bytes.length > 0) {
      isBegun = true
      const { encoding, markBytes } = encodingOf(bytes)
      bytes = bytes.subarray(markBytes)
      onEncoding(encoding)
      if (encoding !== 'utf-8') decoder = new TextDecoder(encoding)
    }
    yield decoder === null ? bytes : Buffer.from(decoder.decode(bytes, { stream: true }))
  }
  const rest = decoder?.decode() ?? ''
  if (rest !== '') yield Buffer.from(rest)
}

function encodingOf(bytes: Buffer): { readonly encoding: Encoding; readonly markBytes: number } {
  const mark = marks.find(([start]) => start.every((byte, index) => bytes[index] === byte))
  if (mark !== undefined) return { encoding: mark[1], markBytes: mark[0].length }
  // Without a mark: every other byte of UTF-16 is nought, as long as the text is mostly Latin.
  const start = bytes.subarray(0, 2000)
  const zeros = [0, 0]
  for (const [index, byte] of start.entries()) if (byte === 0) zeros[index % 2] = (zeros[index % 2] ?? 0) + 1
  const [even = 0, odd = 0] = zeros
  const many = start.length * 0.3
  if (odd > many && even === 0) return { encoding: 'utf-16le', markBytes: 0 }
  if (even > many && odd === 0) return { encoding: 'utf-16be', markBytes: 0 }
  // What is no UTF-8 was most likely written in the encoding that Windows had before.
  return { encoding: isBeginOfUtf8(bytes) ? 'utf-8' : 'windows-1252', markBytes: 0 }
}

/** Tells whether bytes may begin a UTF-8 text: their end may cut a letter. */
function isBeginOfUtf8(bytes: Buffer): boolean {
  return [0, 1, 2, 3].some((cut) => isUtf8(bytes.subarray(0, Math.max(bytes.length - cut, 0))))
}
