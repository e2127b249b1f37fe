import { createServer } from 'node:http'
import type { ServerResponse } from 'node:http'
import { gzipSync } from 'node:zlib'
import { afterAll, describe, expect, it } from 'vitest'
import { httpSource } from '../src/mirror/http-source.ts'

/** Owned by the tests: how the server answers now, and how much of it went out. */
let answer: (response: ServerResponse) => void = (response) => response.end()
let bytesSent = 0

const server = createServer((_, response) => answer(response))
await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
afterAll(() => {
  server.closeAllConnections()
  server.close()
})
const address = server.address()
const port = typeof address === 'object' && address !== null ? address.port : 0

function sendForEver(response: ServerResponse, part: Uint8Array): void {
  const send = (): void => {
    do bytesSent += part.length
    while (response.write(part))
  }
  response.on('drain', send)
  send()
}

const million = Buffer.alloc(1_000_000)
const bomb = gzipSync(Buffer.alloc(200_000_000))

/** A time that is over when it is told to be, and else never. */
function newDeadline(): { readonly deadline: () => AbortSignal; readonly end: () => void } {
  const controller = new AbortController()
  const end = (): void => controller.abort(new DOMException('the time is over', 'TimeoutError'))
  return { deadline: () => controller.signal, end }
}

describe('a log over http', () => {
  it.each([
    { name: 'an endless answer', send: (to: ServerResponse) => sendForEver(to.writeHead(200), million) },
    {
      name: 'an endless answer in small parts',
      send: (to: ServerResponse) => sendForEver(to.writeHead(200), Buffer.alloc(7)),
      maximumLength: 100_000,
    },
    {
      name: 'a short answer that unpacks to a long one',
      send: (to: ServerResponse) => to.writeHead(200, { 'content-encoding': 'gzip' }).end(bomb),
    },
    {
      name: 'an answer that breaks off',
      send: (to: ServerResponse) => to.writeHead(200, { 'content-length': 9 }).write('x', () => to.destroy()),
      code: 'UND_ERR_SOCKET',
    },
    {
      name: 'a way to another place',
      send: (to: ServerResponse) => to.writeHead(302, { location: 'http://127.0.0.1:1/' }).end(),
      code: 'unknown error',
    },
    { name: 'an error', send: (to: ServerResponse) => sendForEver(to.writeHead(500), million), code: 'HTTP 500' },
  ])('refuses $name', async ({ send, code = 'too long', maximumLength = 20_000_000 }) => {
    answer = send
    bytesSent = 0
    const source = httpSource(`http://127.0.0.1:${port}/`, { deadline: newDeadline().deadline, maximumLength })
    await expect(source.read('checkpoint')).rejects.toMatchObject({ code })
    expect(bytesSent).toBeLessThan(60_000_000)
  })

  it.each([
    { name: 'silence', send: () => undefined },
    {
      name: 'an answer that never ends',
      send: (to: ServerResponse) => to.writeHead(200, { 'content-length': 9 }).write('x'),
    },
  ])('refuses $name when the time is over', async ({ send }) => {
    const { deadline, end } = newDeadline()
    answer = (response) => {
      send(response)
      end()
    }
    const asked: number[] = []
    const source = httpSource(`http://127.0.0.1:${port}/`, {
      timeoutMilliseconds: 500,
      deadline: (milliseconds) => {
        asked.push(milliseconds)
        return deadline()
      },
    })
    await expect(source.read('checkpoint')).rejects.toMatchObject({ code: 'timeout' })
    expect(asked).toEqual([500])
  })

  it('tells a server that is not there, a file that is not there, and a file', async () => {
    const gone = createServer()
    await new Promise<void>((resolve) => gone.listen(0, '127.0.0.1', resolve))
    const left = gone.address()
    await new Promise((resolve) => gone.close(resolve))
    const { deadline } = newDeadline()
    const place = `http://127.0.0.1:${typeof left === 'object' && left !== null ? left.port : 0}/`
    const nowhere = httpSource(place, { deadline })
    await expect(nowhere.read('checkpoint')).rejects.toMatchObject({ code: 'ECONNREFUSED' })
    const source = httpSource(`http://127.0.0.1:${port}/log`, { deadline })
    answer = (to) => sendForEver(to.writeHead(404), million)
    expect(await source.read('checkpoint')).toBeUndefined()
    answer = (to) => to.end(Buffer.alloc(300_000, 7))
    expect(await source.read('checkpoint')).toEqual(new Uint8Array(300_000).fill(7))
  })
})
