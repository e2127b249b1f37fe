/** Asks a desk over HTTP, with connections that stay open, as browsers do. */
import { Agent, request } from 'node:http'
import { formWord } from '../../src/people/token.ts'
import type { Worker } from './workplace.ts'

const agent = new Agent({ keepAlive: true, maxSockets: 64 })
const longest = 20_000

/** What a desk answered. */
export interface Answered {
  readonly status: number
  readonly page: string
}

/** Opens a page as somebody. */
export async function getPage(address: string, path: string, { token }: Worker): Promise<Answered> {
  return await send(address, path, token, null)
}

/** Sends a form as somebody. */
export async function postForm(
  address: string,
  path: string,
  { token }: Worker,
  fields: Readonly<Record<string, string>>,
): Promise<Answered> {
  return await send(address, path, token, new URLSearchParams({ 'form-word': formWord(token), ...fields }).toString())
}

async function send(address: string, path: string, token: string, body: string | null): Promise<Answered> {
  const type = body === null ? {} : { 'content-type': 'application/x-www-form-urlencoded' }
  const options = {
    ...{ agent, method: body === null ? 'GET' : 'POST', timeout: longest },
    headers: { accept: 'text/html', cookie: `desk-session=${token}`, ...type },
  }
  return await new Promise((resolve, reject) => {
    const asked = request(new URL(path, address), options, (answer) => {
      const parts: Buffer[] = []
      answer.on('data', (part: Buffer) => parts.push(part))
      answer.on('error', reject)
      answer.on('end', () => resolve({ status: answer.statusCode ?? 0, page: Buffer.concat(parts).toString() }))
    })
    asked.on('timeout', () => asked.destroy(new Error('no answer in time')))
    asked.on('error', reject)
    asked.end(body ?? undefined)
  })
}
