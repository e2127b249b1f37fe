/** The check of `npm start -- --check`, and the program as somebody starts it. */
import { createServer } from 'node:net'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { checkDesk } from '../src/check.ts'
import { recover } from '../src/people/recover.ts'
import { startDesk } from '../src/start.ts'

const folder = mkdtempSync(join(tmpdir(), 'check-'))
afterAll(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }))

it(
  'starts, decides one invented request over HTTP, says the cited answer, and ends',
  { timeout: 240_000 },
  async () => {
    const lines = await checkDesk({ log: () => undefined, lang: 'es', folder: null, port: 0 })
    expect(lines[0]).toMatch(/http:\/\/localhost:\d+\/api\/decide:$/)
    expect(lines.join('\n')).toMatch(/NO DEBE/)
    expect(lines.join('\n')).toMatch(/Ex\. Gov\. Code §\s30\.1\(a\)/)
    const notice = lines.slice(lines.indexOf('El aviso de una solicitud inventada empieza así:'))
    expect(notice.join('\n')).toMatch(/Springfield/)
    expect(notice.join('\n')).toMatch(/COPIA|copia/)
  },
)

it('names a port that is taken, with its repair, and leaves nothing running', { timeout: 240_000 }, async () => {
  const other = createServer()
  await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve))
  const bound = other.address()
  const port = typeof bound === 'object' && bound !== null ? bound.port : 0
  const options = { folder: join(folder, 'desk'), log: () => undefined }
  await expect(startDesk({ ...options, port })).rejects.toMatchObject({ kind: 'port-taken' })
  await new Promise((resolve) => other.close(resolve))
  // The folder is free again, and what was made there is used.
  const desk = await startDesk({ ...options, port: 0, hasDemonstration: true })
  expect(desk.demonstrationAddress).toMatch(/\/demonstration\//)
  expect(desk.setUpAddress).toMatch(/\/set-up\//)
  await desk.stop()
  const again = await startDesk({ ...options, port: 0 })
  expect(again.demonstrationAddress).not.toBe(desk.demonstrationAddress)
  await again.stop()
  // Nobody is set up there, and the command leaves nothing running either.
  for (const where of [options.folder, join(folder, 'never')])
    await expect(recover({ folder: where }, 'chief')).rejects.toMatchObject({ kind: 'recover-nobody' })
})
