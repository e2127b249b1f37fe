/** A browser without a browser: it keeps cookies, reads the word of the last form, and follows where it is sent. */
import type { LightMyRequestResponse } from 'fastify'
import type { App } from '../../src/server/room.ts'

export interface Answer {
  readonly status: number
  readonly page: string
  /** What came, as it came. */
  readonly bytes: Buffer
  readonly headers: LightMyRequestResponse['headers']
}

type Headers = Readonly<Record<string, string>>

export class Visitor {
  readonly cookies = new Map<string, string>()
  word = ''
  readonly #app: App
  readonly #headers: Headers

  constructor(app: App, headers: Headers = {}) {
    this.#app = app
    this.#headers = { accept: 'text/html', host: 'localhost:8470', ...headers }
  }

  async get(path: string, headers: Headers = {}): Promise<Answer> {
    return this.#note(await this.#app.inject({ method: 'GET', url: path, headers: this.#sent(headers) }))
  }

  /** Posts a form with the word of the last page. */
  async post(path: string, fields: Readonly<Record<string, string>> = {}, headers: Headers = {}): Promise<Answer> {
    const payload = new URLSearchParams({ 'form-word': this.word, ...fields }).toString()
    const type = { 'content-type': 'application/x-www-form-urlencoded' }
    return this.#note(
      await this.#app.inject({ method: 'POST', url: path, payload, headers: this.#sent({ ...type, ...headers }) }),
    )
  }

  /** Posts bytes as they are. */
  async postBytes(path: string, payload: Buffer, headers: Headers): Promise<Answer> {
    return this.#note(await this.#app.inject({ method: 'POST', url: path, payload, headers: this.#sent(headers) }))
  }

  /** Follows a redirection. */
  async follow(answer: Answer): Promise<Answer> {
    return await this.get(String(answer.headers['location']))
  }

  #sent(headers: Headers): Record<string, string> {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    return { ...this.#headers, ...headers, ...(cookie === '' ? {} : { cookie }) }
  }

  #note(response: LightMyRequestResponse): Answer {
    for (const { name, value, maxAge } of response.cookies) {
      if (value === '' || maxAge === 0) this.cookies.delete(name)
      else this.cookies.set(name, value)
    }
    this.word = /name="form-word" value="([^"]+)"/.exec(response.body)?.[1] ?? this.word
    return { status: response.statusCode, page: response.body, bytes: response.rawPayload, headers: response.headers }
  }
}
