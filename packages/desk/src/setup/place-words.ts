/** What the page says on which set-up chooses a place. */
import { sayIn, type Phrases, type Say } from '@brightline/wording'

const en = {
  title: 'Where is this desk?',
  lead: 'The law of the place decides every answer, so it is chosen first, and it stays.',
  search: 'Name of the place',
  'search-hint':
    'A city, county, state or university, or an agency there: Cook County, Illinois; Chicago Public Schools',
  'search-wrong': 'Enter the name of a place',
  'search-none': 'No place is called {name}. Enter another name, or that of its city, county or state',
  go: 'Search',
  'found-title': 'Places called {name}',
  'agency-lead':
    '“{name}” is an agency ({kind}). Choose the place whose law binds it; its kind and name then stand in the form.',
  'agency-others': 'Other places of this name, and not encoded',
  'agency-several': 'Several places have this name, and none of them is encoded',
  'agency-place': 'Its place',
  'agency-places': 'Which place is meant?',
  'agency-above': 'Above it',
  'agency-above-lead':
    'For an agency that is not of the place itself, such as a school district that no ordinance of the city binds. Have counsel say which it is.',
  'partly-title': 'Places with {name} in their names',
  meant: 'Did you mean {name}?',
  'also-title': 'Also called {name}, and not encoded',
  'several-title': 'Several places are called {name}, and none of them is encoded',
  'several-lead': 'Choose the one that is meant, to see which law above it is encoded.',
  'left-out': '{count} more. Enter the name with its state.',
  'layers-title': 'Encoded above it',
  'layers-lead': 'This law binds there. A desk can work with it, and every answer leaves the rest open.',
  all: 'All {count} encoded places',
  filtered: 'Places shown: {count}',
  place: 'Place',
  instruments: 'Instruments',
  read: 'Read in their text',
  checked: 'Law checked through',
  'checked-never': 'never recorded',
  choose: 'Choose {place}',
  chosen: 'Place whose law binds it',
  law: 'Its law here',
  'law-size': '{instruments:count instrument}, {read} of the rules read in the text',
  'law-checked': 'checked through {date}',
  change: 'Choose another place',
} as const

/** A key of this page. */
export type SetUpPlaceKey = keyof typeof en

const es: Record<SetUpPlaceKey, string> = {
  title: '¿Dónde está este escritorio?',
  lead: 'La ley del lugar decide toda respuesta; por eso se elige primero, y queda.',
  search: 'Nombre del lugar',
  'search-hint':
    'Una ciudad, un condado, un estado o una universidad, o una agencia de allí: Cook County, Illinois; escuelas de Chicago',
  'search-wrong': 'Escriba el nombre de un lugar',
  'search-none': 'Ningún lugar se llama {name}. Escriba otro nombre, o el de su ciudad, condado o estado',
  go: 'Buscar',
  'found-title': 'Lugares llamados {name}',
  'agency-lead':
    '«{name}» es una agencia ({kind}). Elija el lugar cuya ley la obliga; su tipo y su nombre pasan al formulario.',
  'agency-others': 'Otros lugares de este nombre, no codificados',
  'agency-several': 'Varios lugares tienen este nombre, y ninguno está codificado',
  'agency-place': 'Su lugar',
  'agency-places': '¿Cuál lugar es?',
  'agency-above': 'Por encima',
  'agency-above-lead':
    'Para una agencia que no es del lugar mismo, como un distrito escolar al que ninguna ordenanza de la ciudad obliga. Que el asesor jurídico diga cuál es.',
  'partly-title': 'Lugares con {name} en su nombre',
  meant: '¿Quiso decir {name}?',
  'also-title': 'También se llaman {name}, y no están codificados',
  'several-title': 'Varios lugares se llaman {name}, y ninguno está codificado',
  'several-lead': 'Elija el que corresponde, para ver qué ley superior está codificada.',
  'left-out': '{count} más. Escriba el nombre con su estado.',
  'layers-title': 'Codificado por encima',
  'layers-lead': 'Esta ley obliga allí. Un escritorio puede trabajar con ella, y toda respuesta deja abierto lo demás.',
  all: 'Los {count} lugares codificados',
  filtered: '{count} lugares a la vista',
  place: 'Lugar',
  instruments: 'Instrumentos',
  read: 'Leídas en su texto',
  checked: 'Ley revisada hasta',
  'checked-never': 'nunca se anotó',
  choose: 'Elegir {place}',
  chosen: 'Lugar cuya ley la obliga',
  law: 'Su ley aquí',
  'law-size': '{instruments:count instrument}, {read} de las normas leídas en el texto',
  'law-checked': 'revisada hasta el {date}',
  change: 'Elegir otro lugar',
}

/** Every phrase in every language. */
export const setUpPlacePhrases: Phrases<SetUpPlaceKey> = { en, es }

const words = {
  en: { instrument: { one: 'instrument', other: 'instruments' } },
  es: { instrument: { one: 'instrumento', other: 'instrumentos' } },
}

/** The voice of this page. */
export function saySetUpPlace(lang: string): Say<SetUpPlaceKey> {
  return sayIn(setUpPlacePhrases, lang, words)
}
