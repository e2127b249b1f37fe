/** The words of a hover around the law, in every language in which they were written. */
import type { Texts } from '../policy/texts.ts'
import { fillIn } from './spoken.ts'

/** A phrase in the two languages that are complete. */
type Phrase = Texts & { readonly es: string }

/** A key of a phrase. */
type HoverPhrase =
  | 'yes-or-no'
  | 'one-of'
  | 'number'
  | 'number-or-never'
  | 'date'
  | 'known-by'
  | 'judged-by'
  | 'protected'
  | 'volunteered'
  | 'said'
  | 'makes-sense'
  | 'power'
  | 'lasts'
  | 'private'
  | 'asks'
  | 'asks-for'
  | 'read-on'
  | 'no-mark'
  | 'read'
  | 'inferred'
  | 'reported'
  | 'unverified'
  | 'in-source'
  | 'part-of'
  | 'of-instrument'
  | 'led-in'

const phrases: Readonly<Record<HoverPhrase, Phrase>> = {
  'yes-or-no': { en: 'Yes or no.', es: 'Sí o no.' },
  'one-of': { en: 'One of {values}.', es: 'Una de estas respuestas: {values}.' },
  number: { en: 'A number from {from} to {to}{unit}.', es: 'Un número de {from} a {to}{unit}.' },
  'number-or-never': {
    en: 'A number from {from} to {to}{unit}, or never.',
    es: 'Un número de {from} a {to}{unit}, o nunca.',
  },
  date: { en: 'A date.', es: 'Una fecha.' },
  'known-by': { en: 'Known by {who}.', es: 'Lo sabe {who}.' },
  'judged-by': {
    en: '**Judged by {who}**: never guessed, and open until that person has judged.',
    es: '**Lo juzga {who}**: nunca se adivina, y queda abierto hasta que esa persona juzgue.',
  },
  protected: {
    en: '**Protected: neither asked nor stored, unless a cited law forces it.**',
    es: '**Protegido: no se pregunta ni se guarda, salvo que lo exija una ley citada.**',
  },
  volunteered: {
    en: '**Volunteered: never asked; it counts as no until it is offered.**',
    es: '**Se ofrece sin pedirlo: nunca se pregunta; cuenta como no hasta que se ofrece.**',
  },
  said: { en: 'Said: {text}', es: 'Se dice: {text}' },
  'makes-sense': { en: 'Asked only when {condition}.', es: 'Se pregunta solo cuando {condition}.' },
  power: { en: '**Needs power**: {cite}', es: '**Necesita una facultad**: {cite}' },
  lasts: {
    en: 'It lasts for a time, so a rule may limit it.',
    es: 'Dura un tiempo, así que una norma puede limitarlo.',
  },
  private: { en: 'No public body.', es: 'No es un organismo público.' },
  asks: { en: 'A form with this answer asks {acts}.', es: 'Un formulario con esta respuesta pide {acts}.' },
  'asks-for': { en: 'It asks for {spans}.', es: 'Pide {spans}.' },
  'read-on': { en: '{title}, read {date}', es: '{title}, leído el {date}' },
  'no-mark': {
    en: 'No mark: nothing says how far its text was read.',
    es: 'Sin marca: nada dice hasta qué punto se leyó su texto.',
  },
  read: { en: 'Read', es: 'Leído' },
  inferred: { en: 'Inferred', es: 'Inferido' },
  reported: { en: 'Reported', es: 'Según informes' },
  unverified: { en: 'Unverified', es: 'Sin verificar' },
  'in-source': { en: '{mark} in {title} ({date}).', es: '{mark} en {title} ({date}).' },
  'part-of': { en: 'part of {cite}', es: 'parte de {cite}' },
  'of-instrument': { en: '{name} of {title}', es: '{name} de {title}' },
  'led-in': { en: 'Its lead-in:', es: 'Lo encabeza:' },
}

/** Says a phrase in a language. */
export type SayHover = (key: HoverPhrase, values?: Readonly<Record<string, string>>) => string

/** Makes the words of a hover in a language; English where nobody wrote it. */
export function hoverWords(lang: string): SayHover {
  return (key, values) => fillIn(phrases[key], lang, values)
}
