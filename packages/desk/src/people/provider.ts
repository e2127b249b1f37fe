/** The sign-in of the city, over OpenID Connect: authorization code with PKCE, state and nonce. */
import * as client from 'openid-client'
import { sql } from 'kysely'
import type { Database } from '../database/transaction.ts'

/** What is agreed on with a provider. */
export interface ProviderOptions {
  readonly issuer: string
  readonly clientId: string
  readonly clientSecret: string
  /** The claim whose value names a person; an administrator enters the value for each. */
  readonly claim: string
  readonly scope: string
}

/** What is kept between the way to the provider and the way back. */
interface Going {
  readonly address: URL
  readonly state: string
  readonly nonce: string
  readonly verifier: string
}

/** A provider. Each function throws where the provider does not answer or its answer is wrong. */
export interface Provider {
  readonly issuer: string
  readonly go: (back: string) => Promise<Going>
  /** Gives the value of the claim of whoever came back; null where there is none that may be believed. */
  readonly comeBack: (address: URL, kept: Omit<Going, 'address'>) => Promise<string | null>
  /** Where one signs out there too; null where the provider has no such page. */
  readonly wayOut: (back: string) => Promise<string | null>
}

/** So long is waited for an answer of the provider. */
const seconds = 8

/** Opens a provider. It is asked who it is when somebody first signs in, and again until it answers. */
export function openProvider(options: ProviderOptions): Provider {
  let known: Promise<client.Configuration> | undefined
  const configuration = async (): Promise<client.Configuration> => {
    known ??= discover(options)
    try {
      return await known
    } catch (error) {
      known = undefined
      throw error
    }
  }
  return {
    issuer: options.issuer,
    go: async (back) => await goTo(await configuration(), options, back),
    comeBack: async (address, { state, nonce, verifier }) => {
      const checks = { pkceCodeVerifier: verifier, expectedState: state, expectedNonce: nonce, idTokenExpected: true }
      const tokens = await client.authorizationCodeGrant(await configuration(), address, checks)
      return valueOf(tokens.claims(), options.claim)
    },
    wayOut: async (back) => {
      const config = await configuration()
      if (config.serverMetadata().end_session_endpoint === undefined) return null
      return client.buildEndSessionUrl(config, { post_logout_redirect_uri: back }).href
    },
  }
}

async function discover({ issuer, clientId, clientSecret }: ProviderOptions): Promise<client.Configuration> {
  const address = new URL(issuer)
  // A provider without https is believed on this machine alone.
  const isHere = address.protocol === 'http:' && ['localhost', '127.0.0.1'].includes(address.hostname)
  // The signature of who somebody is counts, also where the answer came over https.
  const execute = [client.enableNonRepudiationChecks, ...(isHere ? [client.allowInsecureRequests] : [])]
  const auth = client.ClientSecretBasic(clientSecret)
  return await client.discovery(address, clientId, undefined, auth, { execute, timeout: seconds })
}

async function goTo(config: client.Configuration, { scope }: ProviderOptions, back: string): Promise<Going> {
  const verifier = client.randomPKCECodeVerifier()
  const [state, nonce] = [client.randomState(), client.randomNonce()]
  const address = client.buildAuthorizationUrl(config, {
    redirect_uri: back,
    scope,
    state,
    nonce,
    code_challenge: await client.calculatePKCECodeChallenge(verifier),
    code_challenge_method: 'S256',
  })
  return { address, state, nonce, verifier }
}

/** Reads the claim. An address of mail counts only where the provider says that it was checked. */
function valueOf(claims: Readonly<Record<string, unknown>> | undefined, claim: string): string | null {
  const value = claims?.[claim]
  if (typeof value !== 'string' || value === '') return null
  return claim === 'email' && claims?.['email_verified'] !== true ? null : value
}

/** Finds the user that a provider means; null where an administrator linked nobody, or the account was closed. */
export async function findByProvider(database: Database, issuer: string, value: string): Promise<string | null> {
  const { rows } = await sql<{ user: string | null }>`
    select desk.find_by_provider(${issuer}, ${value}) as user`.execute(database)
  return rows[0]?.user ?? null
}
