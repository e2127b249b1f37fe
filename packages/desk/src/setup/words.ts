/** What the page of set-up says. */
import { sayIn, type Phrases, type Say } from '@brightline/wording'

const en = {
  title: 'Set up this desk',
  lead: 'One agency, its first desk, and you as its administrator. The place and the kind of agency stay; all else can be changed later.',
  agency: 'Name of the agency',
  'agency-hint': 'As it stands on its letters, such as Springfield Jail',
  kind: 'Kind of agency',
  'kind-hint': 'It decides which rules bind',
  'kind-none': 'Choose a kind',
  zone: 'Time zone',
  desk: 'Name of the first desk',
  'desk-hint': 'Such as Records desk',
  prefix: 'Letters of its references',
  'prefix-hint': 'Two to four capitals: SJ makes SJ-26-0001',
  you: 'You',
  name: 'Your name for signing in',
  'name-hint': 'Small letters, digits, dots and hyphens',
  go: 'Set up',
  'agency-wrong': 'Enter the name of the agency',
  'place-wrong': 'Choose a place of the list',
  'kind-wrong': 'Choose the kind of agency',
  'zone-wrong': 'Choose a time zone',
  'desk-wrong': 'Enter the name of the first desk',
  'prefix-wrong': 'Enter two to four capital letters',
  'name-wrong': 'Enter a name of small letters, digits, dots and hyphens',
} as const

/** A key of this page. */
export type SetUpKey = keyof typeof en

const es: Record<SetUpKey, string> = {
  title: 'Prepare este escritorio',
  lead: 'Una agencia, su primer escritorio, y usted como administrador. El lugar y el tipo de agencia quedan; lo demás se puede cambiar después.',
  agency: 'Nombre de la agencia',
  'agency-hint': 'Como está en sus cartas, por ejemplo Cárcel de Springfield',
  kind: 'Tipo de agencia',
  'kind-hint': 'Decide qué normas obligan',
  'kind-none': 'Elija un tipo',
  zone: 'Zona horaria',
  desk: 'Nombre del primer escritorio',
  'desk-hint': 'Por ejemplo Escritorio de registros',
  prefix: 'Letras de sus referencias',
  'prefix-hint': 'De dos a cuatro mayúsculas: SJ forma SJ-26-0001',
  you: 'Usted',
  name: 'Su nombre para iniciar sesión',
  'name-hint': 'Letras minúsculas, cifras, puntos y guiones',
  go: 'Preparar',
  'agency-wrong': 'Escriba el nombre de la agencia',
  'place-wrong': 'Elija un lugar de la lista',
  'kind-wrong': 'Elija el tipo de agencia',
  'zone-wrong': 'Elija una zona horaria',
  'desk-wrong': 'Escriba el nombre del primer escritorio',
  'prefix-wrong': 'Escriba de dos a cuatro letras mayúsculas',
  'name-wrong': 'Escriba un nombre de letras minúsculas, cifras, puntos y guiones',
}

/** Every phrase in every language. */
export const setUpPhrases: Phrases<SetUpKey> = { en, es }

/** The voice of this page. */
export function saySetUp(lang: string): Say<SetUpKey> {
  return sayIn(setUpPhrases, lang)
}
