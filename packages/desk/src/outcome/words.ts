/** What the pages of outcomes say. */
import { sayIn, type Phrases, type Say } from '@brightline/wording'
import { codeWords } from '../screen/code-words.ts'
import { outcomeKinds, outsideAgencies } from './outcome.ts'

const en = {
  title: 'What became of {reference}',
  back: 'Back to {reference}',
  none: 'Nothing is on record yet',
  lead: 'No name, no number. A correction stays on record beside what it corrects.',
  kind: 'What happened?',
  'kind-missing': 'Choose what happened',
  released: 'Released',
  transferred: 'Transferred to another agency',
  held: 'Held past the time of release',
  'bail-posted': 'Bail was posted',
  other: 'Something else',
  'released-hint': 'At the time when the person left.',
  'transferred-hint': 'Into the custody of the agency below.',
  'held-hint': 'At the time when the person would have been released.',
  receiver: 'Agency that received the person',
  'receiver-hint': 'Only for a transfer',
  'receiver-missing': 'Choose the agency that received the person',
  'receiver-none': 'None',
  'to-receiver': 'transferred to {receiver}',
  corrects: 'Does this correct something?',
  'corrects-none': 'No, it is new',
  'corrects-one': '{what}, {when}',
  'not-seen':
    'Somebody recorded something else since this page was loaded. Look at the list above. Yours was not recorded: send it again if it is still true.',
  'corrected-before': 'Somebody corrected that before you. Look at the list, and choose again. Yours was not recorded.',
  when: 'When?',
  'moment-hint': 'For example 11 24 2026 at 22:58. By the clock of the agency: {zone}',
  future: 'Enter a time that has passed',
  record: 'Record',
  new: 'Record an outcome',
  'on-record': 'On record',
  what: 'What',
  at: 'Time',
  state: 'State',
  stands: 'stands',
  superseded: 'corrected',
  asking: 'Agency that asked',
  'asking-lead': 'Reports name it, and never the person.',
  'asking-missing': 'Choose the agency that asked',
  'asking-record': 'Record the agency',
  'asking-unknown': 'Not on record yet.',
  'who-records': 'A clerk, a supervisor or counsel records this.',
  ice: 'Immigration and Customs Enforcement (ICE)',
  cbp: 'Customs and Border Protection (CBP)',
  uscis: 'Citizenship and Immigration Services (USCIS)',
  'us-marshals': 'United States Marshals',
  fbi: 'Federal Bureau of Investigation',
  'other-federal': 'another federal agency',
  'state-prison': 'a state prison',
  'other-state-or-local': 'another state or local agency',
} as const

/** A key of these pages. */
export type OutcomeKey = keyof typeof en

const es: Record<OutcomeKey, string> = {
  title: 'Qué pasó con {reference}',
  back: 'Volver a {reference}',
  none: 'Aún no consta nada',
  lead: 'Ni nombre ni número. Una corrección queda junto a lo que corrige.',
  kind: '¿Qué ocurrió?',
  'kind-missing': 'Elija qué ocurrió',
  released: 'Liberado',
  transferred: 'Entregado a otra agencia',
  held: 'Retenido después de la hora de salida',
  'bail-posted': 'Se pagó la fianza',
  other: 'Otra cosa',
  'released-hint': 'A la hora en que la persona salió.',
  'transferred-hint': 'A la custodia de la agencia de abajo.',
  'held-hint': 'A la hora en que la persona habría salido.',
  receiver: 'Agencia que recibió a la persona',
  'receiver-hint': 'Solo para una entrega',
  'receiver-missing': 'Elija la agencia que recibió a la persona',
  'receiver-none': 'Ninguna',
  'to-receiver': 'entregado a {receiver}',
  corrects: '¿Corrige algo?',
  'corrects-none': 'No, es nuevo',
  'corrects-one': '{what}, {when}',
  'not-seen':
    'Alguien registró otra cosa desde que se cargó esta página. Mire la lista de arriba. Lo suyo no se registró: envíelo otra vez si todavía es cierto.',
  'corrected-before': 'Alguien lo corrigió antes que usted. Mire la lista y elija de nuevo. Lo suyo no se registró.',
  when: '¿Cuándo?',
  'moment-hint': 'Por ejemplo 24 11 2026 a las 22:58. Por el reloj de la agencia: {zone}',
  future: 'Ponga una hora que ya pasó',
  record: 'Registrar',
  new: 'Registrar qué pasó',
  'on-record': 'Consta',
  what: 'Qué',
  at: 'Hora',
  state: 'Estado',
  stands: 'vale',
  superseded: 'corregido',
  asking: 'Agencia que pidió',
  'asking-lead': 'Los informes la nombran, y nunca a la persona.',
  'asking-missing': 'Elija la agencia que pidió',
  'asking-record': 'Registrar la agencia',
  'asking-unknown': 'Todavía no consta.',
  'who-records': 'Lo registra un auxiliar, un supervisor o el asesor jurídico.',
  ice: 'Servicio de Inmigración y Control de Aduanas (ICE)',
  cbp: 'Aduanas y Protección Fronteriza (CBP)',
  uscis: 'Servicio de Ciudadanía e Inmigración (USCIS)',
  'us-marshals': 'Alguaciles de los Estados Unidos (U.S. Marshals)',
  fbi: 'Oficina Federal de Investigación (FBI)',
  'other-federal': 'otra agencia federal',
  'state-prison': 'una prisión estatal',
  'other-state-or-local': 'otra agencia estatal o local',
}

/** Every phrase in every language. */
export const outcomePhrases: Phrases<OutcomeKey> = { en, es }

/** The voice of these pages. */
export function sayOutcome(lang: string): Say<OutcomeKey> {
  return sayIn(outcomePhrases, lang)
}

/** Says an outcome of the record. */
export function outcomeWords(
  { kind, receiver }: { readonly kind: string; readonly receiver: string | null },
  lang: string,
): string {
  const say = sayOutcome(lang)
  if (kind === 'transferred' && receiver !== null) return say('to-receiver', { receiver: agencyWords(receiver, lang) })
  return codeWords(outcomeKinds, kind, say, lang)
}

/** Says an agency by its code. */
export function agencyWords(code: string, lang: string): string {
  return codeWords(outsideAgencies, code, sayOutcome(lang), lang)
}
