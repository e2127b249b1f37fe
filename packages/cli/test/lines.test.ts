/** Lines of a stream, whatever pieces it comes in, and lines to a stream at its pace. */
import { PassThrough } from 'node:stream'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { lineWriter } from '../src/terminal/line-writer.ts'
import { linesOf } from '../src/terminal/lines-of.ts'

async function* inPieces(bytes: Buffer, sizes: readonly number[]): AsyncGenerator<Buffer> {
  let from = 0
  for (let index = 0; from < bytes.length; index++) {
    const size = sizes[index % sizes.length] ?? 1
    yield bytes.subarray(from, from + size)
    from += size
  }
}

async function read(text: string, sizes: readonly number[], longest = 1000): Promise<readonly string[]> {
  const lines: string[] = []
  for await (const line of linesOf(inPieces(Buffer.from(text), sizes), longest)) {
    expect(line.number).toBe(lines.length + 1)
    lines.push(line.kind === 'text' ? line.text : line.kind)
  }
  return lines
}

describe('the lines of a stream', () => {
  it('are those of the text, in whatever pieces it comes', async () => {
    const line = fc.string({ unit: fc.constantFrom('a', 'é', '名', '\u{1F5FD}', ' ') })
    const sizes = fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1 })
    await fc.assert(
      fc.asyncProperty(fc.array(line), fc.constantFrom('\n', '\r\n'), sizes, async (lines, end, pieces) => {
        expect(await read(lines.map((one) => one + end).join(''), pieces)).toEqual(lines)
      }),
    )
  })

  it('end without a line end', async () => {
    expect(await read('a\nb', [1])).toEqual(['a', 'b'])
    expect(await read('', [1])).toEqual([])
  })

  it('keep nothing of one that is too long', async () => {
    expect(await read(`a\n${'x'.repeat(50)}\nb\n`, [7], 20)).toEqual(['a', 'too-long', 'b'])
    expect(await read(`${'x'.repeat(20)}\n`, [7], 20)).toEqual(['x'.repeat(20)])
  })
})

describe('a writer of lines', () => {
  it('waits while nobody reads, and loses nothing', async () => {
    const output = new PassThrough({ highWaterMark: 1 })
    const writer = lineWriter(output)
    const line = Buffer.from(`${'x'.repeat(40_000)}\n`)
    expect(writer.write(line)).toBeNull()
    const waiting = writer.write(line)
    expect(waiting).not.toBeNull()
    let read = 0
    output.on('data', (chunk: Buffer) => {
      read += chunk.length
    })
    await waiting
    await writer.end()
    expect(read).toBe(2 * line.length)
  })
})
