/** The names of places in letters that can be compared. */
import type { Place, Texts } from '@brightline/language'

/** Writes a name in the letters of ids: small, without accents, words joined by `-`, `St.` in full. */
export function slug(text: string): string {
  return text
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '')
    .replaceAll(/(^|-)st(?=-)/g, '$1saint')
}

/** Writes what was typed as an id, without judging it. */
export function idOf(text: string): string {
  return text
    .trim()
    .toLowerCase()
    .replaceAll(/^\/+|\/+$/g, '')
}

/** Takes the kind of place from the end of a name: `cook` of `cook-county`. */
export function stemOf(name: string): string {
  return name.replace(/-(?:city|county|parish|borough)$/, '')
}

const kindInFront =
  /^(?:the-)?(city|ciudad|town|village|county|condado|parish|parroquia|borough)-(?:of|de)-(?:la-|los-)?/
const kindBehind: Readonly<Record<string, string>> = {
  ...{ county: '-county', condado: '-county', parish: '-parish', parroquia: '-parish', borough: '-borough' },
}

/** Lists the ways in which a name may be meant: `county of cook` and `condado de Cook` are `cook-county`. */
export function waysOf(name: string): readonly string[] {
  const kind = kindInFront.exec(name)
  if (kind === null) return [name]
  const rest = name.slice(kind[0].length)
  const whole = name.slice(name.search(/-(?:of|de)-/)).replace(/^-(?:of|de)-/, '')
  const behind = kindBehind[kind[1] ?? ''] ?? ''
  return [...new Set([name, `${rest}${behind}`, `${whole}${behind}`])]
}

/** Lists the titles of a place in letters that can be compared. A title in another script leaves nothing. */
export function slugsOf(title: Texts): readonly string[] {
  return Object.values(title)
    .map(slug)
    .filter((name) => name !== '')
}

/**
 * Lists the names of a place: the last part of its id and its titles, with and without what kind of place it is, their
 * initials, and what it covers. Those stand in full, as other places have the names of counties.
 */
export function namesOf({ id, title, covers }: Place): readonly string[] {
  const own = [slug(id.split('/').at(-1) ?? ''), ...slugsOf(title)].filter((name) => name !== '')
  const covered = covers.flatMap(({ name }) => slugsOf(name))
  return [...new Set([...own, ...own.map(stemOf), ...own.flatMap(initialsOf), ...covered])]
}

/** Gives `nyc` of `new-york-city`; two letters would be a state. */
function initialsOf(name: string): readonly string[] {
  const words = name.split('-')
  return words.length < 3 ? [] : [words.map((word) => word.charAt(0)).join('')]
}

/** Writes a part of an id as a name: `Harris County` of `harris-county`, and `GA` of `ga`. */
export function nameOfPart(part: string): string {
  if (part.length === 2) return part.toUpperCase()
  return part
    .split('-')
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join(' ')
}
