/** Three decisions on real law that show what the command does. */
import type { RequestPart } from '@brightline/engine'
import type { Texts } from '@brightline/language'

/** One decision with the sentence that introduces it. */
export interface WorkedDecision {
  readonly title: Texts
  readonly request: RequestPart
}

const detainer = {
  asOf: '2026-11-25',
  agency: 'sheriff',
  form: 'i-247a',
  facts: { 'request.from': 'immigration-authority', 'court.order': 'no', 'agency.has-287g': 'no' },
} as const

/** The decisions, in the order in which they are shown. */
export const workedDecisions: readonly WorkedDecision[] = [
  {
    title: {
      en: 'A California sheriff receives a Form I-247A with no warrant. May the jail hold the person for ICE?',
      es: 'Un alguacil de California recibe un formulario I-247A sin orden. ¿Puede la cárcel retener a la persona para ICE?',
    },
    request: {
      ...detainer,
      place: 'us/ca',
      acts: ['hold'],
      facts: { ...detainer.facts, 'warrant.form': 'none' },
    },
  },
  {
    title: {
      en: 'The same form; a magistrate has found probable cause of a violent felony. May the jail tell ICE the release date?',
      es: 'El mismo formulario; un juez halló causa probable de un delito grave violento. ¿Puede la cárcel decir a ICE la fecha de salida?',
    },
    request: {
      ...detainer,
      place: 'us/ca',
      acts: ['notify-release'],
      facts: { ...detainer.facts, 'warrant.form': 'none', 'ca.held-to-answer': 'violent-felony' },
    },
  },
  {
    title: {
      en: 'A Texas sheriff, the evening before Thanksgiving 2024: a Form I-247A with a Form I-200, release at six.',
      es: 'Un alguacil de Texas, la víspera de Acción de Gracias de 2024: un formulario I-247A con un formulario I-200, salida a las seis.',
    },
    request: {
      ...detainer,
      asOf: '2024-11-27',
      place: 'us/tx',
      acts: ['hold'],
      facts: { ...detainer.facts, 'warrant.form': 'i-200', 'person.in-custody': 'yes' },
      events: { release: '2024-11-27T18:00' },
    },
  },
]
