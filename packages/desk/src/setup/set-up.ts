/** What set-up asks, and what of it cannot be right. */
import { sql } from 'kysely'
import type { Database } from '../database/transaction.ts'
import { hashPassword } from '../people/password.ts'
import { passwordFaults, type PasswordPair } from '../people/password-pair.ts'
import { tokenHash } from '../people/token.ts'
import { saySetUp, type SetUpKey } from './words.ts'

/** What was typed. */
export interface SetUpForm extends PasswordPair {
  readonly agency?: string
  readonly place?: string
  /** The name that was searched for, where the place that was chosen only lies above it. */
  readonly asked?: string
  readonly kind?: string
  readonly zone?: string
  readonly desk?: string
  readonly prefix?: string
  readonly name?: string
}

/** The time zones of the United States. */
export const zones = [
  'America/New_York',
  'America/Chicago',
  'America/Denver',
  'America/Phoenix',
  'America/Los_Angeles',
  'America/Anchorage',
  'Pacific/Honolulu',
  'America/Puerto_Rico',
  'Pacific/Guam',
] as const

/** Gives the zone of a place, where it is one to choose from. */
export function zoneOf(timeZone: string): string {
  return zones.find((zone) => zone === timeZone) ?? zones[1]
}

const line = /^\S(?:.{0,198}\S)?$/u

/** Each field with what it must look like. */
const shapes = [
  ['agency', line],
  ['place', /^[a-z0-9-]+(?:\/[a-z0-9-]+)*$/],
  ['kind', /^[a-z0-9-]{1,60}$/],
  ['zone', new RegExp(`^(?:${zones.join('|')})$`)],
  ['desk', line],
  ['prefix', /^[A-Z]{2,4}$/],
  ['name', /^[a-z0-9][a-z0-9.-]{0,99}$/],
] as const

/** Names what is wrong with the fields, in their order. */
export function setUpFaults(lang: string, form: SetUpForm): ReadonlyMap<string, string> {
  const say = saySetUp(lang)
  const wrong = shapes.flatMap(([field, shape]) => {
    const key: SetUpKey = `${field}-wrong`
    return shape.test((form[field] ?? '').trim()) ? [] : [[field, say(key)] as const]
  })
  return new Map([...wrong, ...passwordFaults(lang, form, (form.name ?? '').trim())])
}

/** Sets the desk up, for whoever has the link, and gives the id of its administrator; null where the link is used. */
export async function setUp(database: Database, token: string, form: SetUpForm): Promise<string | null> {
  const trimmed = (value = ''): string => value.trim()
  const place = {
    place: trimmed(form.place),
    asked: trimmed(form.asked),
    kind: trimmed(form.kind),
    name: trimmed(form.agency),
    timeZone: trimmed(form.zone),
    desk: trimmed(form.desk),
    prefix: trimmed(form.prefix),
  }
  const hash = await hashPassword(form.password ?? '')
  const { rows } = await sql<{ user: string | null }>`select desk.set_up(
    ${tokenHash(token)}, ${JSON.stringify(place)}::jsonb, ${trimmed(form.name)}, ${hash}) as user`.execute(database)
  return rows[0]?.user ?? null
}
