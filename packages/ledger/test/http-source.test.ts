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

describe('a log over http', () => {
  it.each([
    {
      name: 'an endless answer',
      send: (to: ServerResponse) => sendForEver(to.writeHead(200), million),
      code: 'too long',
    },
    {
      name: 'an endless answer in small parts',
      send: (to: ServerResponse) => sendForEver(to.writeHead(200), Buffer.alloc(7)),
      code: /too long|timeout/,
    },
    {
      name: 'a short answer that unpacks to a long one',
      send: (to: ServerResponse) => to.writeHead(200, { 'content-encoding': 'gzip' }).end(bomb),
      code: 'too long',
    },
    { name: 'silence', send: () => undefined, code: 'timeout' },
    {
      name: 'an answer that never ends',
      send: (to: ServerResponse) => to.writeHead(200, { 'content-length': 9 }).write('x'),
      code: 'timeout',
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
  ])('refuses $name', async ({ send, code }) => {
    answer = send
    bytesSent = 0
    const source = httpSource(`http://127.0.0.1:${port}/`, { timeoutMilliseconds: 500 })
    await expect(source.read('checkpoint')).rejects.toMatchObject({ code: expect.stringMatching(code) })
    expect(bytesSent).toBeLessThan(60_000_000)
  })

  it('tells a server that is not there, a file that is not there, and a file', async () => {
    const gone = createServer()
    await new Promise<void>((resolve) => gone.listen(0, '127.0.0.1', resolve))
    const left = gone.address()
    await new Promise((resolve) => gone.close(resolve))
    const nowhere = httpSource(`http://127.0.0.1:${typeof left === 'object' && left !== null ? left.port : 0}/`)
    await expect(nowhere.read('checkpoint')).rejects.toMatchObject({ code: 'ECONNREFUSED' })
    const source = httpSource(`http://127.0.0.1:${port}/log`)
    answer = (to) => sendForEver(to.writeHead(404), million)
    expect(await source.read('checkpoint')).toBeUndefined()
    answer = (to) => to.end(Buffer.alloc(300_000, 7))
    expect(await source.read('checkpoint')).toEqual(new Uint8Array(300_000).fill(7))
  })
})
