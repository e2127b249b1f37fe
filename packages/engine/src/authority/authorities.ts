/**
 * What courts and attorneys general said, beside an answer. It decides nothing: a ruling that decides is an instrument.
 */
import { byCharacters, type Authority, type Library, type Mark, type Texts, type Treatment } from '@brightline/language'
import type { Decision, Reason } from '../decide/decision.ts'
import { placesAbove } from '../stack/stack.ts'

/** An authority as it stands at a place on a day. */
export interface AuthorityThere {
  readonly authority: Authority
  /** True where it binds the place, and was neither overruled nor superseded. */
  readonly isBinding: boolean
  /** What became of it until that day, or null while it stands whole. */
  readonly treatment: Treatment | null
}

/** An authority about acts of a request. */
export interface CitedAuthority {
  /** The id of the authority. */
  readonly authority: string
  readonly name: string
  readonly cite: string
  /** The court or office that gave it. */
  readonly by: Texts
  readonly decided: string
  readonly holding: Texts
  /** False where it persuades and does not bind. */
  readonly isBinding: boolean
  readonly treatment: Treatment | null
  /** The acts of the request that it concerns. */
  readonly acts: readonly string[]
  /** The rules among the reasons on which it bears. */
  readonly rules: readonly string[]
  /** The instrument that states it as rules, or null. */
  readonly encodedIn: string | null
  readonly mark: Mark['kind']
  readonly source: Reason['source']
}

/** The place and the day of an answer, and its decisions. */
interface Answered {
  readonly place: string
  readonly asOf: string
  readonly decisions: readonly Pick<Decision, 'act' | 'reasons'>[]
}

/**
 * Lists what was decided until a day and is shown at a place: what binds first, then what stands, then what has a source,
 * then what lies in the folder of the place nearest to it, then the youngest. One of the same name in the folder of a
 * place below takes the place of the one above: there it can bear on law of its own.
 */
export function authoritiesAt(
  { authorities }: Pick<Library, 'authorities'>,
  { place, asOf }: Pick<Answered, 'place' | 'asOf'>,
): readonly AuthorityThere[] {
  const listed = listedByLaw.get(authorities) ?? new Map<string, readonly AuthorityThere[]>()
  listedByLaw.set(authorities, listed)
  const key = `${place} ${asOf}`
  const known = listed.get(key) ?? listThere(authorities, { place, asOf })
  listed.set(key, known)
  return known
}

const listedByLaw = new WeakMap<Library['authorities'], Map<string, readonly AuthorityThere[]>>()

function listThere(
  authorities: Library['authorities'],
  { place, asOf }: Pick<Answered, 'place' | 'asOf'>,
): readonly AuthorityThere[] {
  const places = placesAbove(place)
  const shown = authorities.filter((one) => places.includes(one.place) && one.decided <= asOf)
  const lowest = new Map(shown.toSorted(higherFirst).map((one) => [nameIn(one), one]))
  return [...lowest.values()]
    .map((authority): AuthorityThere => {
      const treatment = treatmentUntil(authority, asOf)
      const binds = authority.binding.some((bound) => places.includes(bound))
      return { authority, treatment, isBinding: binds && !isLost(treatment) }
    })
    .toSorted(bindingFirst)
}

/** Lists the authorities about the acts and the reasons of an answer: what binds first, then what bears on a reason. */
export function authoritiesOn(library: Pick<Library, 'authorities'>, answered: Answered): readonly CitedAuthority[] {
  const cited = authoritiesAt(library, answered).flatMap((there) => citedFor(there, answered))
  return cited.toSorted((a, b) => Number(b.isBinding) - Number(a.isBinding) || hasRules(b) - hasRules(a))
}

function hasRules({ rules }: CitedAuthority): number {
  return rules.length > 0 ? 1 : 0
}

function citedFor(there: AuthorityThere, { decisions }: Answered): readonly CitedAuthority[] {
  const { authority, isBinding, treatment } = there
  const bearing = decisions.map(({ act, reasons }) => ({
    act,
    rules: reasons.filter((one) => bearsOn(authority, one)),
  }))
  const acts = bearing.filter(({ act, rules }) => authority.acts.includes(act) || rules.length > 0)
  if (acts.length === 0) return []
  const { id, name, cite, by, decided, holding, encodedIn, mark } = authority
  return [
    {
      ...{ authority: id, name, cite, by, decided, holding, isBinding, treatment },
      acts: acts.map(({ act }) => act),
      rules: [...new Set(acts.flatMap(({ rules }) => rules.map(({ rule }) => rule)))],
      ...{ encodedIn, mark: mark.kind },
      source: mark.source === null ? null : { title: mark.source.title, url: mark.source.url, read: mark.source.read },
    },
  ]
}

/** Tells whether an authority bears on a reason: on its rule or its instrument, or because it is stated there. */
function bearsOn({ provisions, instruments, encodedIn }: Authority, { rule }: Reason): boolean {
  const instrument = rule.slice(0, rule.indexOf(' '))
  return provisions.includes(rule) || instruments.includes(instrument) || encodedIn === instrument
}

function bindingFirst(a: AuthorityThere, b: AuthorityThere): number {
  return (
    Number(b.isBinding) - Number(a.isBinding) ||
    lostLast(a, b) ||
    unverifiedLast(a, b) ||
    higherFirst(b.authority, a.authority) ||
    youngestFirst(a, b)
  )
}

/** The name of an authority in its file. */
function nameIn({ id, place }: Authority): string {
  return id.slice(place.length + 1)
}

function higherFirst(a: Authority, b: Authority): number {
  return a.place.length - b.place.length
}

function treatmentUntil({ treatments }: Authority, asOf: string): Treatment | null {
  const past = treatments.filter(({ date }) => date <= asOf).toSorted((a, b) => byCharacters(a.date, b.date))
  return past.findLast(isLost) ?? past.at(-1) ?? null
}

/** Tells whether nothing of an authority is left. */
function isLost(treatment: Treatment | null): boolean {
  return treatment !== null && treatment.kind !== 'limited'
}

function lostLast(a: AuthorityThere, b: AuthorityThere): number {
  return Number(isLost(a.treatment)) - Number(isLost(b.treatment))
}

function unverifiedLast(a: AuthorityThere, b: AuthorityThere): number {
  return Number(a.authority.mark.kind === 'unverified') - Number(b.authority.mark.kind === 'unverified')
}

function youngestFirst(a: AuthorityThere, b: AuthorityThere): number {
  return byCharacters(b.authority.decided, a.authority.decided) || byCharacters(a.authority.id, b.authority.id)
}
