/** The lines of a stream, one after the other, with bounded memory. */

/** A line of text by its number, or what is no such line. */
export type Line =
  | { readonly kind: 'text'; readonly number: number; readonly text: string }
  | { readonly kind: 'too-long' | 'not-text'; readonly number: number }

const lineFeed = 0x0a

/** Reads lines of UTF-8 text; of a line with more bytes than `longest`, nothing is kept. */
export async function* linesOf(input: AsyncIterable<Buffer | string>, longest: number): AsyncGenerator<Line> {
  let number = 0
  let parts: Buffer[] = []
  let length = 0
  const add = (part: Buffer): void => {
    length += part.length
    if (length <= longest) parts.push(part)
    else parts = []
  }
  const finish = (): Line => {
    number += 1
    const line = length > longest ? ({ kind: 'too-long', number } as const) : lineOf(Buffer.concat(parts), number)
    parts = []
    length = 0
    return line
  }
  for await (const chunk of input) {
    const bytes = typeof chunk === 'string' ? Buffer.from(chunk) : chunk
    let from = 0
    for (let end = bytes.indexOf(lineFeed); end >= 0; end = bytes.indexOf(lineFeed, from)) {
      add(bytes.subarray(from, end))
      yield finish()
      from = end + 1
    }
    if (from < bytes.length) add(bytes.subarray(from))
  }
  if (length > 0) yield finish()
}

const decoder = new TextDecoder('utf-8', { fatal: true })

function lineOf(bytes: Buffer, number: number): Line {
  try {
    return { kind: 'text', number, text: decoder.decode(bytes).replace(/\r$/, '') }
  } catch {
    return { kind: 'not-text', number }
  }
}
