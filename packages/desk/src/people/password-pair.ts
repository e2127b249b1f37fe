/** The two fields by which somebody chooses a password. */
import type { Markup } from '@brightline/documents/html'
import { textField, type Faults } from '../screen/form.ts'
import { shortestPassword } from './password.ts'
import { passwordFault } from './password-rules.ts'
import { sayPeople } from './words.ts'

/** What was typed into them. */
export interface PasswordPair {
  readonly password?: string
  readonly again?: string
}

/** Makes the fields, for a first password or for another one. */
export function passwordFields(
  lang: string,
  faults: Faults,
  label: 'password' | 'new-password' = 'password',
): readonly Markup[] {
  const say = sayPeople(lang)
  const hint = say('password-hint', { least: shortestPassword })
  const shared = { kind: 'password', autocomplete: 'new-password' } as const
  return [
    textField({ name: 'password', label: say(label), hint, ...shared }, faults),
    textField({ name: 'again', label: say('password-again'), ...shared }, faults),
  ]
}

/** Names what is wrong with a choice. */
export function passwordFaults(
  lang: string,
  { password = '', again = '' }: PasswordPair,
  signInName: string,
): readonly (readonly [string, string])[] {
  const say = sayPeople(lang)
  const fault = passwordFault(password, signInName)
  if (fault !== null) return [['password', say(fault, { least: shortestPassword })]]
  return password === again ? [] : [['again', say('password-differs')]]
}
