/** Reads from the environment which sign-in of the city there is. */
import { readFileSync } from 'node:fs'
import { Obstacle, reasonOf } from '../obstacle.ts'
import { openProvider, type Provider } from './provider.ts'

type Environment = Readonly<Record<string, string | undefined>>

/** Reads the sign-in of the city; null where none is set. What cannot be right is named with its variable, and the desk does not start. */
export function readProvider(environment: Environment): Provider | null {
  const issuer = environment['DESK_OIDC_ISSUER']
  if (issuer === undefined || issuer === '') return null
  if (!isIssuer(issuer)) throw new Obstacle('site-wrong', { name: 'DESK_OIDC_ISSUER' })
  const read = (name: string): string => {
    const value = environment[name]
    if (value === undefined || value === '') throw new Obstacle('setting-missing', { name })
    return value
  }
  return openProvider({
    issuer,
    clientId: read('DESK_OIDC_CLIENT_ID'),
    clientSecret: readSecret(read('DESK_OIDC_CLIENT_SECRET_FILE')),
    claim: environment['DESK_OIDC_CLAIM'] ?? 'sub',
    scope: environment['DESK_OIDC_SCOPE'] ?? 'openid',
  })
}

function readSecret(file: string): string {
  try {
    return readFileSync(file, 'utf8').trim()
  } catch (error) {
    throw new Obstacle('secret-closed', { file, why: reasonOf(error) })
  }
}

/** Over https, or on this machine. */
function isIssuer(text: string): boolean {
  return text.startsWith('https://') || /^http:\/\/(?:localhost|127\.0\.0\.1)(?:[:/]|$)/.test(text)
}
