/** Connections that stay open: a form that came while the server was busy is read, however long nobody asked. */
import { once } from 'node:events'
import { connect, type AddressInfo, type Socket } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { startTestDesk, type TestDesk } from './test-desk.ts'

let desk: TestDesk
let port = 0
beforeAll(async () => {
  desk = await startTestDesk()
  await desk.app.listen({ host: '127.0.0.1', port: 0 })
  const bound = desk.app.server.address()
  if (isAddress(bound)) port = bound.port
}, 60_000)
afterAll(async () => await desk?.end())

const isAddress = (bound: AddressInfo | string | null): bound is AddressInfo =>
  typeof bound === 'object' && bound !== null

const asked = 'GET /healthz HTTP/1.1\r\nhost: localhost\r\n\r\n'
const form = 'name=night&password=quiet'
const sent = `POST /sign-in HTTP/1.1\r\nhost: localhost\r\ncontent-type: application/x-www-form-urlencoded\r\ncontent-length: ${form.length}\r\n\r\n${form}`

/** Opens a connection on which something was answered, and which is closed a second later. */
async function openKept(): Promise<Socket> {
  desk.app.server.keepAliveTimeout = 1
  const socket = connect(port, '127.0.0.1')
  socket.write(asked)
  await once(socket, 'data')
  return socket
}

/** Waits for what comes next on a connection: the first line of an answer, or its end. */
async function nextOf(socket: Socket): Promise<string> {
  return await new Promise((resolve) => {
    socket.once('data', (data) => resolve(String(data).split('\r\n')[0] ?? ''))
    socket.once('error', (error) => resolve(error.message))
    socket.once('close', () => resolve('closed'))
  })
}

it('stays open for longer than proxies keep theirs', () => {
  expect(desk.app.server.keepAliveTimeout).toBeGreaterThan(120_000)
})

it('waits for a large paper on a slow line, and not for somebody who says nothing', () => {
  expect(desk.app.server).toMatchObject({ headersTimeout: 15_000, requestTimeout: 300_000, timeout: 20_000 })
})

it('is closed where nothing more is asked', async () => {
  expect(await nextOf(await openKept())).toBe('closed')
})

it('is not closed over a form that came while the server was busy', async () => {
  const socket = await openKept()
  await wait(700)
  const next = nextOf(socket)
  await new Promise<void>((resolve) => {
    setImmediate(() => {
      socket.write(sent)
      // The server does nothing else until the time of the connection is over.
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 1_000)
      resolve()
    })
  })
  expect(await next).toMatch(/^HTTP\/1\.1 403 /)
  socket.destroy()
})
