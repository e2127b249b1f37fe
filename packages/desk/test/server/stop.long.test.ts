/** The end of a server does not wait for ever: each request has its bound, below that of the whole end. */
import { connect } from 'node:net'
import { expect, it } from 'vitest'
import { startTestDesk } from './test-desk.ts'

it('does not wait for ever for somebody who never finishes a request', { timeout: 120_000 }, async () => {
  const other = await startTestDesk()
  const at = Number(new URL(await other.app.listen({ host: '127.0.0.1', port: 0 })).port)
  const slow = connect(at, '127.0.0.1')
  slow.on('error', () => undefined)
  await new Promise((resolve) => slow.once('connect', resolve))
  slow.write('POST /sign-in HTTP/1.1\r\nhost: localhost\r\ncontent-length: 10\r\n')
  await new Promise((resolve) => setImmediate(resolve))
  const begun = Date.now()
  await other.end()
  expect(Date.now() - begun).toBeLessThan(30_000)
  slow.destroy()
})
