/** Places that exist by what people call them, encoded or not. */
import { nearest } from '@brightline/language'
import type { Atlas, Division, State } from './atlas.ts'
import { idOf, slug, slugsOf, stemOf, waysOf } from './place-name.ts'

/** Finds the places of a name: in the state that it names, or anywhere. Nobody says the kind of `Boise City`. */
export function divisionsNamed(atlas: Atlas, text: string): readonly Division[] {
  const found = divisionsCalled(atlas, text)
  if (found.some(({ kind }) => kind !== 'county') || idOf(text).startsWith('us/')) return found
  const [split] = splitsOf(atlas, slug(text))
  const [first, end] = split === undefined ? [slug(text), ''] : [split.first, `-${split.state.postal}`]
  const cities = divisionsCalled(atlas, `${first}-city${end}`)
  const all = [...new Set([...cities, ...found])]
  return all.length > 0 ? all : divisionsCalled(atlas, `${first}-county${end}`)
}

function divisionsCalled(atlas: Atlas, text: string): readonly Division[] {
  const named = indexOf(atlas)
  const path = /^us\/([a-z]{2})\/([^/]+)$/.exec(idOf(text))
  const asked = path === null ? slug(text) : `${slug(path[2] ?? '')}-${path[1] ?? ''}`
  const [whole, inside] = [lookUp(named, asked), insideStates(atlas, asked, named)]
  // `us/ga` is the state and no city of two letters.
  const state = /^us\/([a-z]{2})$/.exec(idOf(text))?.[1]
  if (state !== undefined) return atlas.divisions.filter(({ id }) => id === `us/${state}`)
  const found = [...new Set([...(path === null ? whole : []), ...inside])]
  // Whoever says `Georgia` means the state, and no town of Vermont.
  const states = found.filter(({ kind }) => kind === 'state')
  return states.length > 0 ? states : found
}

/** Finds the name of a place of the atlas that a mistyped name is near to; null where none is, or several are. */
export function divisionNear(atlas: Atlas, text: string): Division | null {
  const name = slug(text)
  if (name.length < 5) return null
  const [split] = splitsOf(atlas, name)
  const first = split?.first ?? name
  const candidates = atlas.divisions.filter(({ state }) => split === undefined || state === split.state)
  const names = indexOf(atlas)
  const meant = nearest(
    first,
    candidates.flatMap((one) => namesOfDivision(one)),
    first.length < 8 ? 1 : 2,
  )
  const found = meant === null ? [] : (names.get(meant) ?? []).filter((one) => candidates.includes(one))
  return found.length === 1 ? (found[0] ?? null) : null
}

/** Gives the state that a text names around a place: in a path, or behind the name. */
export function stateNamed(atlas: Atlas, text: string): State | null {
  const postal = /^us\/([a-z]{2})\//.exec(idOf(text))?.[1]
  if (postal !== undefined) return atlas.states.find((state) => state.postal === postal) ?? null
  return splitsOf(atlas, slug(text))[0]?.state ?? null
}

/** Gives what stands before the state in a name. */
export function nameInState(atlas: Atlas, text: string): string {
  return splitsOf(atlas, slug(text))[0]?.first ?? slug(text)
}

type Index = ReadonlyMap<string, readonly Division[]>

const indexes = new WeakMap<Atlas, Index>()

function indexOf(atlas: Atlas): Index {
  const known = indexes.get(atlas)
  if (known !== undefined) return known
  const made = new Map<string, Division[]>()
  for (const division of atlas.divisions)
    for (const name of namesOfDivision(division)) {
      const found = made.get(name)
      if (found === undefined) made.set(name, [division])
      else found.push(division)
    }
  indexes.set(atlas, made)
  return made
}

function namesOfDivision({ kind, name, full, division, state }: Division): readonly string[] {
  if (kind === 'state') return namesOfState(state)
  const own = [
    ...slugsOf(name),
    slug(full),
    ...(kind === 'city' && !full.endsWith(' township') ? shortNames(name.en, division) : []),
  ]
  // Nobody says the kind of a municipio.
  return [...new Set(full.endsWith(' Municipio') ? [...own, slug(full.replace(/ \S+$/, ''))] : own)]
}

/**
 * Lists what people call a city with a longer name: `Ventura` and `San Buenaventura` of `San Buenaventura (Ventura)`, and
 * `Lexington` of `Lexington-Fayette urban`, as its Open Civic Data id has it.
 */
function shortNames(name: string, division: string): readonly string[] {
  const [, outer, inner] = /^(.+) \((.+)\)$/.exec(name) ?? []
  const inId = slug(division.slice(division.lastIndexOf(':') + 1).replaceAll('_', '-'))
  const shorter = slug(name).startsWith(`${inId}-`) ? [inId] : []
  return [...shorter, ...[outer, inner].flatMap((one) => (one === undefined ? [] : [slug(one)]))]
}

/** Lists the names of a state; `U.S. Virgin Islands` are also `US Virgin Islands` and `Virgin Islands`. */
function namesOfState({ title, postal }: State): readonly string[] {
  const own = slugsOf(title)
  const plain = own.flatMap((name) => (name.startsWith('u-s-') ? [name.replace('u-s', 'us'), name.slice(4)] : []))
  return [...new Set([...own, ...plain, postal])]
}

function lookUp(named: Index, name: string): readonly Division[] {
  return waysOf(name).flatMap((one) => named.get(one) ?? [])
}

interface Split {
  readonly first: string
  readonly state: State
}

/** Splits a name at the state with whose name it ends: the longest, as `west-virginia` ends with another. */
function splitsOf({ states }: Atlas, name: string): readonly Split[] {
  const found = states.flatMap((state) =>
    namesOfState(state)
      .filter((end) => name.endsWith(`-${end}`))
      .map((end) => ({ first: name.slice(0, -end.length - 1), state })),
  )
  const shortest = Math.min(...found.map(({ first }) => first.length))
  return found.filter(({ first }) => first.length === shortest).slice(0, 1)
}

function insideStates(atlas: Atlas, name: string, named: Index): readonly Division[] {
  return splitsOf(atlas, name).flatMap(({ first, state }) => {
    const isThere = (one: Division): boolean => one.kind !== 'state' && one.state === state
    const found = lookUp(named, first).filter(isThere)
    if (found.length > 0) return found
    // `Harris, TX` is the county where no city has the name.
    const counties = lookUp(named, `${stemOf(first)}-county`).filter(isThere)
    return counties.length > 0 ? counties : insideCounties(first, named).filter(isThere)
  })
}

/** Finds `springfield-sangamon-county`: a name that ends with that of its county. */
function insideCounties(name: string, named: Index): readonly Division[] {
  const words = name.split('-')
  return words.flatMap((_, at) => {
    const around = new Set((named.get(words.slice(at).join('-')) ?? []).map(({ geoid }) => geoid))
    if (at === 0 || around.size === 0) return []
    return lookUp(named, words.slice(0, at).join('-')).filter(({ counties }) =>
      counties.some((geoid) => around.has(geoid)),
    )
  })
}
