/** What is said of places, by language. */
import type { ByLanguage } from '../phrase/by-language.ts'
import type { Words } from '../phrase/fill.ts'
import type { Phrases } from '../phrase/phrases.ts'
import type { PlaceRelation } from './document.ts'
import type { PlaceKind } from './place-kind.ts'

const en = {
  id: 'id',
  name: 'name',
  kind: 'kind',
  instruments: 'instruments',
  rules: 'rules',
  read: 'read',
  checked: 'checked through',
  relation: 'how it stands',
  distance: 'distance',
  miles: 'about {miles:count mile}',
  'not-encoded': '{name} is not encoded',
  above: 'Encoded above it, and binding there:',
  'nothing-above': 'No law above it is encoded either.',
  'unknown-own':
    'Unknown: what {name} itself has adopted, such as ordinances, policies, orders and contracts. Have counsel look for it.',
  'unknown-state':
    'Unknown: the law of {state}, and what {name} itself has adopted, such as ordinances, policies, orders and contracts. Have counsel look for both.',
  'unknown-law': 'Unknown: the law of {name}. Have counsel look for it.',
  'county-encoded':
    'It lies in {county}, which is encoded as `{place}`: that law binds the staff of the county, who often run the jail, and not those of the city.',
  'county-missing': 'It lies in {county}, which is not encoded. A county often runs the jail.',
  'also-named': 'Also of this name, and not encoded:',
  'several-named': 'Several places are called {name}, and none of them is encoded. Name the state with it:',
  'more-named': '{count} more',
  'taken-as': '{name} is taken as `{place}`; others of this name are not encoded: {others}',
  'taken-as-more': '{name} is taken as `{place}`; others of this name are not encoded: {others} and {count} more',
  'says-agency': '{name} says a kind of agency: {kind}, `{id}` in a request. Its place:',
  partly: 'No place is called {name}. These have it in their names:',
  around: 'Encoded around {name}, the nearest first',
  'bound-by': 'Places whose own law binds a {agency}, as of {date}',
  'bound-in': '{place} (`{id}`): {bound} of {instruments:count instrument}',
  'none-bound': 'No law of these places binds a {agency}.',
} as const

const es: Readonly<Record<keyof typeof en, string>> = {
  id: 'id',
  name: 'nombre',
  kind: 'tipo',
  instruments: 'instrumentos',
  rules: 'normas',
  read: 'leídas',
  checked: 'revisado hasta',
  relation: 'relación',
  distance: 'distancia',
  miles: 'unas {miles:count mile}',
  'not-encoded': 'No está codificado: {name}',
  above: 'Codificado por encima, y vigente allí:',
  'nothing-above': 'Tampoco está codificada ninguna ley superior.',
  'unknown-own':
    'No se sabe: lo que el lugar mismo ({name}) haya adoptado, como ordenanzas, políticas, órdenes y contratos. Que el asesor jurídico lo busque.',
  'unknown-state':
    'No se sabe: la ley de {state}, ni lo que el lugar mismo ({name}) haya adoptado, como ordenanzas, políticas, órdenes y contratos. Que el asesor jurídico busque ambas cosas.',
  'unknown-law': 'No se sabe: la ley de {name}. Que el asesor jurídico la busque.',
  'county-encoded':
    'Alrededor: {county}, codificado como `{place}`. Esa ley obliga al personal del condado, que a menudo lleva la cárcel, y no al de la ciudad.',
  'county-missing': 'Alrededor: {county}, sin codificar. A menudo el condado lleva la cárcel.',
  'also-named': 'También se llaman así, y no están codificados:',
  'several-named': 'Varios lugares se llaman {name}, y ninguno está codificado. Añada el estado:',
  'more-named': '{count} más',
  'taken-as': '{name} se toma por `{place}`; otros de este nombre no están codificados: {others}',
  'taken-as-more': '{name} se toma por `{place}`; otros de este nombre no están codificados: {others} y {count} más',
  'says-agency': '{name} nombra un tipo de agencia: {kind}, `{id}` en una solicitud. Su lugar:',
  partly: 'Ningún lugar se llama {name}. Estos lo tienen en su nombre:',
  around: 'Codificado alrededor de {name}, primero lo más cercano',
  'bound-by': 'Lugares cuya propia ley obliga a este tipo de agencia: {agency}, al {date}',
  'bound-in': '{place} (`{id}`): {bound} de {instruments:count instrument}',
  'none-bound': 'Ninguna ley de estos lugares obliga a este tipo de agencia: {agency}.',
}

/** What is said. */
export const placePhrases: Phrases<keyof typeof en> = { en, es }

/** What is counted. */
export const placeWords: ByLanguage<Words> = {
  en: { instrument: { one: 'instrument', other: 'instruments' }, mile: { one: 'mile', other: 'miles' } },
  es: {
    instrument: { one: 'instrumento', many: 'instrumentos', other: 'instrumentos' },
    mile: { one: 'milla', many: 'millas', other: 'millas' },
  },
}

/** The kinds of place. */
export const placeKindPhrases: Phrases<PlaceKind> = {
  en: {
    country: 'country',
    state: 'state',
    county: 'county',
    city: 'city or town',
    'school-district': 'school district',
    institution: 'university or other institution',
  },
  es: {
    country: 'país',
    state: 'estado',
    county: 'condado',
    city: 'ciudad o pueblo',
    'school-district': 'distrito escolar',
    institution: 'universidad u otra institución',
  },
}

/** How a place stands to another. */
export const placeRelationPhrases: Phrases<PlaceRelation> = {
  en: {
    named: 'this place',
    above: 'above it: binds there',
    county: 'its county: binds county staff',
    'same-county': 'same county',
    'same-state': 'same state',
    elsewhere: 'another state',
  },
  es: {
    named: 'este lugar',
    above: 'por encima: obliga allí',
    county: 'su condado: obliga al personal del condado',
    'same-county': 'mismo condado',
    'same-state': 'mismo estado',
    elsewhere: 'otro estado',
  },
}
