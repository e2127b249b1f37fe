/** The kinds of events that are on record: what somebody did here, and what the clock noted. */
import { roles, type Role } from '../people/role.ts'

/** Every kind. Some are written by functions of the database; a test looks for their names there. */
export const eventKinds = [
  'sign-in',
  'set-up',
  'user-added',
  'role-changed',
  'role-granted',
  'role-removed',
  'session-ended',
  'recovery-link-made',
  'recovery-by-server',
  'password-recovered',
  'password-changed',
  'passkey-added',
  'passkey-removed',
  'account-closed',
  'provider-linked',
  'provider-unlinked',
  'invitation-accepted',
  'agency-changed',
  'desk-added',
  'law-reloaded',
  'law-refused',
  'deciders-set',
  'key-rotated',
  'clock-set-back',
  'retention-set',
  'restore-tested',
  'request-copy',
  'paper-removed',
  'report-filed',
  'calendar-address-made',
  'calendar-address-ended',
  'duty-reminded',
  'duty-escalated',
] as const

/** One kind. */
export type EventKind = (typeof eventKinds)[number]

/** As whom events are written: the roles, and the clock of the desk. */
export const eventRoles: readonly EventRole[] = [...roles, 'clock']

/** One of them. */
export type EventRole = Role | 'clock'
