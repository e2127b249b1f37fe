/** A small provider on loopback for tests: it signs in whoever the test says, and can be told to do wrong. */
import { createHash, randomUUID } from 'node:crypto'
import { createServer, type IncomingMessage } from 'node:http'
import { exportJWK, generateKeyPair, SignJWT } from 'jose'

/** What the next answers are like. */
interface Mood {
  subject: string
  nonce?: string
  audience?: string
  /** Signs with a key that the provider does not show. */
  isForged?: boolean
}

export interface TestProvider {
  readonly issuer: string
  readonly mood: Mood
  /** Answers as the page of the provider would: gives the address to which the browser is sent back. */
  readonly approve: (address: string) => string
  readonly stop: () => Promise<void>
}

interface Grant {
  readonly nonce: string
  readonly challenge: string
  readonly redirect: string
}

export const client = { id: 'desk', secret: 'a secret of the test' } as const

export async function startTestProvider(): Promise<TestProvider> {
  const [shown, hidden] = await Promise.all([generateKeyPair('RS256'), generateKeyPair('RS256')])
  const key = { ...(await exportJWK(shown.publicKey)), kid: 'one', alg: 'RS256', use: 'sig' }
  const mood: Mood = { subject: 'somebody' }
  const grants = new Map<string, Grant>()
  const server = createServer((request, response) => {
    const answer = async (): Promise<unknown> => {
      if (request.url === '/.well-known/openid-configuration') return metadata(issuer())
      if (request.url === '/keys') return { keys: [key] }
      return await token(await bodyOf(request))
    }
    answer().then(
      (body) => {
        const isFault = typeof body === 'object' && body !== null && 'error' in body
        response.writeHead(isFault ? 400 : 200, { 'content-type': 'application/json' }).end(JSON.stringify(body))
      },
      () => response.writeHead(500).end(),
    )
  })
  const token = async (form: URLSearchParams): Promise<unknown> => {
    const grant = grants.get(form.get('code') ?? '')
    grants.delete(form.get('code') ?? '')
    const hash = createHash('sha256')
      .update(form.get('code_verifier') ?? '')
      .digest('base64url')
    if (grant === undefined || hash !== grant.challenge || form.get('redirect_uri') !== grant.redirect)
      return { error: 'invalid_grant' }
    const signed = await new SignJWT({ nonce: mood.nonce ?? grant.nonce })
      .setProtectedHeader({ alg: 'RS256', kid: 'one' })
      .setIssuer(issuer())
      .setSubject(mood.subject)
      .setAudience(mood.audience ?? client.id)
      .setIssuedAt()
      .setExpirationTime('2m')
      .sign(mood.isForged === true ? hidden.privateKey : shown.privateKey)
    return { access_token: randomUUID(), token_type: 'Bearer', id_token: signed }
  }
  const issuer = (): string => {
    const at = server.address()
    return `http://127.0.0.1:${typeof at === 'object' && at !== null ? at.port : 0}`
  }
  const approve = (address: string): string => {
    const { searchParams } = new URL(address)
    const code = randomUUID()
    const read = (name: string): string => searchParams.get(name) ?? ''
    if (read('code_challenge_method') !== 'S256' || read('response_type') !== 'code') throw new Error('no PKCE')
    grants.set(code, { nonce: read('nonce'), challenge: read('code_challenge'), redirect: read('redirect_uri') })
    const back = new URL(read('redirect_uri'))
    back.search = new URLSearchParams({ code, state: read('state') }).toString()
    return `${back.pathname}${back.search}`
  }
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const stop = async (): Promise<void> => {
    server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
  }
  return { issuer: issuer(), mood, approve, stop }
}

function metadata(issuer: string): unknown {
  return {
    issuer,
    authorization_endpoint: `${issuer}/authorize`,
    token_endpoint: `${issuer}/token`,
    jwks_uri: `${issuer}/keys`,
    end_session_endpoint: `${issuer}/end`,
    response_types_supported: ['code'],
    subject_types_supported: ['public'],
    id_token_signing_alg_values_supported: ['RS256'],
  }
}

async function bodyOf(request: IncomingMessage): Promise<URLSearchParams> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(Buffer.from(chunk))
  return new URLSearchParams(Buffer.concat(chunks).toString())
}
