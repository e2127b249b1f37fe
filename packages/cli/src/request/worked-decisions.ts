/** Three decisions on real law that show what the command does. */
import type { RequestPart } from '@brightline/engine'
import type { Texts } from '@brightline/language'

/** One decision with the sentence that introduces it. */
export interface WorkedDecision {
  readonly title: Texts
  readonly request: RequestPart
}

const noPaper = {
  'request.from': 'immigration-authority',
  'warrant.form': 'none',
  'court.order': 'no',
  'agency.has-287g': 'no',
} as const

const twoDays = {
  place: 'us/ny/new-york-city',
  agency: 'police',
  acts: ['hold'],
  form: 'i-247a',
  facts: {
    'request.from': 'immigration-authority',
    'warrant.form': 'i-200',
    'warrant.signer': 'immigration-officer',
    'warrant.names-person': 'yes',
    'nyc.violent-crime-ever': 'yes',
    'nyc.illegal-reentry': 'yes',
    'nyc.terrorist-match': 'no',
    'agency.has-287g': 'no',
    'court.order': 'no',
  },
} as const

/** The decisions, in the order in which they are shown. */
export const workedDecisions: readonly WorkedDecision[] = [
  {
    title: {
      en: 'The San Francisco sheriff receives a Form I-247A with no warrant. May the jail hold the person for ICE?',
      es: 'El alguacil de San Francisco recibe un formulario I-247A sin orden. ¿Puede la cárcel retener a la persona para ICE?',
    },
    request: {
      place: 'us/ca/san-francisco',
      asOf: '2026-11-01',
      agency: 'sheriff',
      acts: ['hold'],
      form: 'i-247a',
      facts: { ...noPaper, 'ca.held-to-answer': 'none' },
    },
  },
  {
    title: {
      en: 'Orleans Parish in June 2025: a federal settlement says no to detainers, a state law of 2024 says yes.',
      es: 'Parroquia de Orleans, junio de 2025: un acuerdo federal dice no a las órdenes de detención, una ley estatal de 2024 dice sí.',
    },
    request: {
      place: 'us/la/new-orleans',
      asOf: '2025-06-01',
      agency: 'sheriff',
      acts: ['hold'],
      form: 'i-247a',
      facts: { ...noPaper, 'la.detainer-form-complete': 'yes', 'nola.listed-charge': 'no' },
    },
  },
  {
    title: {
      en: 'New York City police on 2018-11-13: the city clause of 48 hours for an old violent crime still counts.',
      es: 'Policía de la Ciudad de Nueva York, 2018-11-13: la cláusula municipal de 48 horas por un delito violento antiguo aún cuenta.',
    },
    request: { ...twoDays, asOf: '2018-11-13' },
  },
  {
    title: {
      en: 'The same case one day later, when a state court had ruled that state law gives no power to hold for ICE.',
      es: 'El mismo caso un día después, cuando un tribunal estatal falló que la ley estatal no da poder para retener para ICE.',
    },
    request: { ...twoDays, asOf: '2018-11-14' },
  },
]
