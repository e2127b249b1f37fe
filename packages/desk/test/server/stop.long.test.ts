/** The end of a server does not wait for ever: neither for who stopped in the middle, nor for who sends a byte now and then. */
import { connect } from 'node:net'
import { expect, it } from 'vitest'
import { startTestDesk } from './test-desk.ts'

for (const [who, every] of [
  ['somebody who never finishes a request', null],
  ['somebody who sends a byte now and then', 2_000],
] as const)
  it(`does not wait for ever for ${who}`, async () => {
    const desk = await startTestDesk()
    const at = Number(new URL(await desk.app.listen({ host: '127.0.0.1', port: 0 })).port)
    const slow = connect(at, '127.0.0.1')
    slow.on('error', () => undefined)
    await new Promise((resolve) => slow.once('connect', resolve))
    slow.write('POST /sign-in HTTP/1.1\r\nhost: localhost\r\ncontent-length: 1000\r\n')
    const drip = every === null ? undefined : setInterval(() => slow.write('x'), every)
    await new Promise((resolve) => setImmediate(resolve))
    const begun = performance.now()
    await desk.app.close()
    const taken = performance.now() - begun
    clearInterval(drip)
    slow.destroy()
    await desk.end()
    console.log(`ended after ${Math.round(taken)} ms`)
    // Connections are cut after 15 seconds; the rest is for a machine that is busy. The process ends after 30.
    expect(taken).toBeLessThan(25_000)
  })
