/** Addresses of law: `/law/<place or instrument>/<date>/<section>`. They stay good: a date is part of them. */
import { isDate } from '@brightline/engine'
import { href, type Query } from '../screen/href.ts'

/** What an address of law names. */
export interface LawAddress {
  /** The id of a place or an instrument. */
  readonly name: string
  /** The date whose law it is; null for today. */
  readonly asOf: string | null
  /** The number of a section, which may hold slashes; null for the whole. */
  readonly section: string | null
}

/**
 * Reads what stands behind `/law/`; null where it is no address of law.
 *
 * @example
 * readLawAddress('us/il/trust-act/2026-11-29/805/15')
 * // => { name: 'us/il/trust-act', asOf: '2026-11-29', section: '805/15' }
 */
export function readLawAddress(rest: string): LawAddress | null {
  const found = /^([a-z0-9-]+(?:\/[a-z0-9-]+)*?)(?:\/(\d{4}-\d{2}-\d{2})(?:\/(.{1,100}))?)?\/?$/.exec(rest)
  const [, name, asOf, section] = found ?? []
  if (name === undefined || (asOf !== undefined && !isDate(asOf))) return null
  return { name, asOf: asOf ?? null, section: section ?? null }
}

/** Makes the address of a place, an instrument or a section on a date. */
export function lawHref(name: string, asOf: string, section: string | null = null, query: Query = {}): string {
  const path = section === null ? [name, asOf] : [name, asOf, section.split('/').map(encodeURIComponent).join('/')]
  return href(`/law/${path.join('/')}`, query)
}

/** Makes the name by which a page marks a provision, so that a link can lead to it. */
export function anchorOf(section: string, label: string): string {
  return `s-${section}${label}`.replaceAll(/[^A-Za-z0-9.()-]/g, '-')
}
