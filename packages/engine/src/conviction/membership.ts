/**
 * The membership of a conviction in the classes that a fact is derived from.
 *
 * A table decides the offences it lists and no others: a listed offence whose level or date is outside its lines does
 * not count, but an offence that no line lists, or one of another place, may be the same conduct under another name.
 */
import { isWithin, type Conviction, type Derivation, type Offence } from '@brightline/language'

/** The answer whether a conviction counts, with its reason. */
export type Membership =
  /** It counts, by these lines of the table. */
  | { readonly kind: 'counts'; readonly rows: readonly Offence[] }
  /** The table lists the offence, and not in these classes at this level and date. */
  | { readonly kind: 'does-not-count' }
  | { readonly kind: 'may-count'; readonly why: 'other-place' | 'not-listed' | 'level-missing' }

/** Tells whether a conviction counts as one of the classes of a derivation. */
export function membershipOf(
  conviction: Conviction,
  { classes, table }: Derivation,
  offences: readonly Offence[],
): Membership {
  if (table === null) return { kind: 'may-count', why: 'not-listed' }
  if (!isInPlace(conviction.place, table)) return { kind: 'may-count', why: 'other-place' }
  const listed = mostExactly(offences, conviction.offence)
  if (listed.length === 0) return { kind: 'may-count', why: 'not-listed' }
  const rows = listed.filter((row) => classes.includes(row.class) && isWithin([row.force], conviction.date))
  const possibleLevels = conviction.level === null ? levels : [conviction.level]
  const countsAt = (level: string): boolean => rows.some((row) => row.level === null || row.level === level)
  if (possibleLevels.every(countsAt)) {
    return { kind: 'counts', rows: rows.filter((row) => row.level === null || possibleLevels.includes(row.level)) }
  }
  return possibleLevels.some(countsAt) ? { kind: 'may-count', why: 'level-missing' } : { kind: 'does-not-count' }
}

/**
 * Writes a statute or name without what records write in different ways: case, blanks, `§`, `sec.` and the dots of
 * abbreviations. Dots and blanks between digits stay, because they tell section 245.6 from section 2456.
 *
 * @example
 * offenceKey('Cal. Penal Code § 245.6 (d)') // => 'calpenalcode245.6(d)'
 * offenceKey('CAL PENAL CODE SEC. 245.6(d)') // => 'calpenalcode245.6(d)'
 */
export function offenceKey(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[‐‑‒–—]/g, '-')
    .replaceAll(/§|\bsec(?:s|tions?)?(?![a-z])\.?/g, ' ')
    .replaceAll(/(?<!\d)\.|\.(?!\d)/g, ' ')
    .trim()
    .replaceAll(/(?<!\d)\s+|\s+(?!\d)/g, '')
    .replaceAll(/\s+/g, ' ')
}

/** The levels a conviction can have. */
const levels = ['felony', 'misdemeanor']

/**
 * Finds the lines that name an offence: those of its own subdivision, or else those of the nearest section around it,
 * because a line for a whole section is about each of its subdivisions.
 */
function mostExactly(offences: readonly Offence[], offence: string): readonly Offence[] {
  for (let key = offenceKey(offence); key !== ''; key = withoutSubdivision(key)) {
    const named = offences.filter((row) => keysOf(row).includes(key))
    if (named.length > 0) return named
  }
  return []
}

function keysOf(row: Offence): readonly string[] {
  const known = keysByRow.get(row)
  if (known !== undefined) return known
  const keys = [offenceKey(row.statute), offenceKey(row.name)]
  keysByRow.set(row, keys)
  return keys
}

const keysByRow = new WeakMap<Offence, readonly string[]>()

function withoutSubdivision(key: string): string {
  const shorter = key.replace(/\([^()]*\)$/, '')
  return shorter === key ? '' : shorter
}

/** Tells whether a record is of a place; one that names none is read as one of the place whose table is asked. */
function isInPlace(place: string | null, table: string): boolean {
  return place === null || place === table || place.startsWith(`${table}/`)
}
