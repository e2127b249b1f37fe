/** A place that nobody encoded: what binds it from above is, as far as that goes. */
import { placesAbove } from '@brightline/engine'
import type { Place, Texts } from '@brightline/language'
import { readAtlas, type Division, type State } from './atlas.ts'
import { nameOfPart } from './place-name.ts'

/** What can be said of a place without its own law. */
export interface NotEncoded {
  /** Its name, with its state where that is known: `Seattle, Washington`. */
  readonly name: Texts
  readonly division: Division | null
  /** The encoded places above it, the nearest first. */
  readonly layers: readonly Place[]
  /** The state whose law is not encoded either; null where it is, and for a state itself. */
  readonly missingState: Texts | null
  readonly isState: boolean
  /** The county around it, as far as it is known; its law binds its own staff, and no city in it. */
  readonly counties: readonly Division[]
}

/** Says what binds a place of the atlas. */
export function notEncodedDivision(places: readonly Place[], division: Division): NotEncoded {
  const { byGeoid } = readAtlas()
  const { kind, state, counties } = division
  const isState = kind === 'state'
  const around = kind === 'city' ? counties.flatMap((geoid) => byGeoid.get(geoid) ?? []) : []
  return {
    name: divisionTitle(division),
    division,
    layers: layersAbove(places, division.id),
    missingState: isState || places.some(({ id }) => id === `us/${state.postal}`) ? null : state.title,
    isState,
    counties: around,
  }
}

/** A place that only its name is known of, inside one that is encoded, and perhaps in a state that is not. */
export interface Inside {
  readonly name: string
  readonly around: Place
  readonly state: State | null
}

/** Says what binds a place that is in no list. */
export function notEncodedInside(places: readonly Place[], { name, around, state }: Inside): NotEncoded {
  const layers = layersAbove(places, `${around.id}/${name}`)
  const own = { name: { en: nameOfPart(name) }, layers, missingState: state?.title ?? null }
  return { ...own, division: null, isState: false, counties: [] }
}

/** Names a place with its state, and with its kind where another there has the name: `Springfield, Illinois`. */
export function divisionTitle({ kind, name, full, isOnly, state }: Division): Texts {
  if (kind === 'state') return name
  const en = isOnly || full.endsWith(' city') ? name.en : full
  const es = kind === 'city' ? en : (name['es'] ?? name.en)
  return { en: `${en}, ${state.title.en}`, es: `${es}, ${state.title['es'] ?? state.title.en}` }
}

/** Lists the encoded places above an id, the nearest first. */
function layersAbove(places: readonly Place[], id: string): readonly Place[] {
  const above = placesAbove(id).slice(0, -1).toReversed()
  return above.flatMap((one) => places.filter((place) => place.id === one))
}
