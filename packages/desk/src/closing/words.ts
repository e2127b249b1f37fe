/** What the page says on which a request is closed or reopened. */
import { sayIn, type Phrases, type Say } from '@brightline/wording'
import { codeWords } from '../screen/code-words.ts'
import {
  closingReasons,
  closingSteps,
  reopeningReasons,
  type ClosingReason,
  type ClosingStep,
  type ReopeningReason,
} from './reason.ts'

type Key =
  | ('twin-of-this' | 'back' | 'close' | 'close-lead' | 'why' | 'why-missing' | 'twin' | 'twin-hint' | 'propose')
  | (
      | 'twin-missing'
      | 'twin-self'
      | 'twin-gone'
      | 'twin-closed'
      | 'is-twin'
      | 'has-outcome'
      | 'what-follows'
      | 'twin-only'
    )
  | ('proposed-lead' | 'wait' | 'confirm' | 'keep-open' | 'keep-open-lead' | 'own-proposal')
  | ('closed-lead' | 'duties-ended' | 'duties-go-on' | 'no-duties' | 'vault-stays')
  | ('reopen' | 'reopen-lead' | 'why-reopen' | 'not-seen' | 'of-copy' | 'papers-are-there')
  | ('counts-received' | 'counts-as-its-twin' | 'counts-not' | 'as-twin')
  | `step-${ClosingStep}`
  | ClosingReason
  | `hint-${ClosingReason}`
  | ReopeningReason

const en: Record<Key, string> = {
  'twin-of-this': '{twin} was closed as the same request. It is counted here.',
  back: 'Back to {reference}',
  close: 'Close this request',
  'close-lead':
    'For a request that nobody has to decide. You propose it, and a supervisor or counsel confirms. It can be reopened, and every step stands in the log.',
  why: 'Why is it closed?',
  'why-missing': 'Choose why it is closed',
  'opened-twice': 'It was opened twice',
  'hint-opened-twice': 'The other request goes on and is counted; name it below.',
  'request-withdrawn': 'The agency that asked took it back',
  'hint-request-withdrawn': 'It counts as received. What the law already demands goes on.',
  'sent-elsewhere': 'It was meant for another agency',
  'hint-sent-elsewhere': 'It came here and counts as received. What the law already demands goes on.',
  'wrong-person': 'It was opened on the wrong person',
  'hint-wrong-person':
    'Nothing was asked about this person. What was asked about somebody else is a request of its own.',
  test: 'It was a test',
  'hint-test': 'Nothing came in.',
  twin: 'The other request',
  'twin-hint': 'Its reference, for example {example}. Only where it was opened twice.',
  'twin-only': 'Leave the other request empty: it belongs to a request that was opened twice',
  'twin-missing': 'Enter the reference of the other request',
  'twin-self': 'That is this request. Enter the reference of the other one',
  'twin-gone': 'There is no such request at your desk',
  'twin-closed': 'That request is closed, or a copy. Enter one that is open',
  'is-twin': 'Closed as this request, and counted by it: {twins}. Reopen that first',
  'has-outcome':
    'It is on record that somebody was held or handed over on this request, so it stays counted. Correct the outcome first, if it is wrong',
  propose: 'Propose to close it',
  'what-follows': 'What follows',
  'proposed-lead': 'Until a second person confirms, nothing can be entered or decided on it.',
  wait: 'A supervisor or counsel confirms it, somebody else than whoever proposed it.',
  'own-proposal': 'You proposed it, so another supervisor or counsel confirms it.',
  confirm: 'Confirm: it is closed',
  'keep-open': 'It stays open',
  'keep-open-lead': 'If it stays open, it goes on where it was left.',
  'closed-lead': 'Nothing can be entered or decided on it. Everything that was stays on record.',
  'duties-ended': 'Its duties end with it: nothing is owed of it.',
  'duties-go-on':
    'Its duties go on, because the law attaches them to a request that was received: {count:count duty} open.',
  'no-duties': 'It has no open duty.',
  'vault-stays': 'Who it is about stays sealed until the day that was set for it. Closing changes nothing of that.',
  'counts-received': 'Reports count it as received, and name it as closed.',
  'counts-as-its-twin': 'Reports count it once, as {twin}, and name both.',
  'counts-not': 'Reports do not count it, and name it among what was opened by mistake.',
  reopen: 'Reopen it',
  'reopen-lead': 'It goes on where it was left, its duties are counted anew, and reports count it again.',
  'why-reopen': 'Why is it reopened?',
  'not-the-same': 'It is not the same request as the other one',
  'request-stands': 'The request stands: somebody does ask',
  'counsel-says': 'Counsel or a court says so',
  'not-seen':
    'Somebody changed this request since the page was loaded. Nothing was recorded. Look at it as it stands now.',
  'of-copy': 'A copy is closed with the request that came first.',
  'papers-are-there':
    'Papers were given on it already. Tell whoever got one, and ask counsel, before it is closed as a mistake.',
  'as-twin': '{reason}, as {twin}',
  'step-proposed': 'Closing proposed: {reason}',
  'step-confirmed': 'Closed: {reason}',
  'step-kept-open': 'It stays open: the closing was not confirmed',
  'step-reopened': 'Reopened: {reason}',
}

const es: Record<Key, string> = {
  'twin-of-this': '{twin} se cerró como la misma solicitud. Se cuenta aquí.',
  back: 'Volver a {reference}',
  close: 'Cerrar esta solicitud',
  'close-lead':
    'Para una solicitud que nadie tiene que decidir. Usted la propone, y un supervisor o el asesor jurídico la confirma. Se puede reabrir, y cada paso consta en el registro.',
  why: '¿Por qué se cierra?',
  'why-missing': 'Elija por qué se cierra',
  'opened-twice': 'Se abrió dos veces',
  'hint-opened-twice': 'La otra solicitud sigue y se cuenta; indíquela abajo.',
  'request-withdrawn': 'La agencia que la hizo la retiró',
  'hint-request-withdrawn': 'Cuenta como recibida. Lo que la ley ya exige sigue en pie.',
  'sent-elsewhere': 'Era para otra agencia',
  'hint-sent-elsewhere': 'Llegó aquí y cuenta como recibida. Lo que la ley ya exige sigue en pie.',
  'wrong-person': 'Se abrió sobre la persona equivocada',
  'hint-wrong-person': 'No se pidió nada sobre esta persona. Lo que se pidió sobre otra es una solicitud aparte.',
  test: 'Era una prueba',
  'hint-test': 'No llegó nada.',
  twin: 'La otra solicitud',
  'twin-hint': 'Su referencia, por ejemplo {example}. Solo si se abrió dos veces.',
  'twin-only': 'Deje vacía la otra solicitud: es para una que se abrió dos veces',
  'twin-missing': 'Ponga la referencia de la otra solicitud',
  'twin-self': 'Esa es esta solicitud. Ponga la referencia de la otra',
  'twin-gone': 'No existe esa solicitud en su escritorio',
  'twin-closed': 'Esa solicitud está cerrada, o es una copia. Ponga una que esté abierta',
  'is-twin': 'Se cerró como esta misma, y se cuenta con ella: {twins}. Reabra eso primero',
  'has-outcome':
    'Consta que alguien fue retenido o entregado por esta solicitud, así que se sigue contando. Corrija primero el resultado, si está mal',
  propose: 'Proponer cerrarla',
  'what-follows': 'Qué sigue',
  'proposed-lead': 'Hasta que una segunda persona confirme, no se puede ingresar ni decidir nada en ella.',
  wait: 'La confirma un supervisor o el asesor jurídico, otra persona que quien la propuso.',
  'own-proposal': 'Usted la propuso, así que la confirma otro supervisor o el asesor jurídico.',
  confirm: 'Confirmar: se cierra',
  'keep-open': 'Sigue abierta',
  'keep-open-lead': 'Si sigue abierta, continúa donde quedó.',
  'closed-lead': 'No se puede ingresar ni decidir nada en ella. Todo lo que hubo queda en el registro.',
  'duties-ended': 'Sus deberes terminan con ella: no se debe nada por ella.',
  'duties-go-on':
    'Sus deberes siguen, porque la ley los une a una solicitud que se recibió: {count:count duty} por cumplir.',
  'no-duties': 'No tiene ningún deber por cumplir.',
  'vault-stays': 'De quién trata queda sellado hasta el día que se fijó. El cierre no cambia eso.',
  'counts-received': 'Los informes la cuentan como recibida, y la nombran como cerrada.',
  'counts-as-its-twin': 'Los informes la cuentan una vez, como {twin}, y nombran las dos.',
  'counts-not': 'Los informes no la cuentan, y la nombran entre lo que se abrió por error.',
  reopen: 'Reabrirla',
  'reopen-lead': 'Continúa donde quedó, sus deberes se cuentan de nuevo y los informes vuelven a contarla.',
  'why-reopen': '¿Por qué se reabre?',
  'not-the-same': 'No es la misma solicitud que la otra',
  'request-stands': 'La solicitud vale: alguien sí la hace',
  'counsel-says': 'Lo dice el asesor jurídico o un tribunal',
  'not-seen':
    'Alguien cambió esta solicitud desde que se cargó la página. No se registró nada. Mírela como está ahora.',
  'of-copy': 'Una copia se cierra con la solicitud que llegó primero.',
  'papers-are-there':
    'Ya se entregaron documentos por ella. Avise a quien recibió uno y pregunte al asesor jurídico antes de cerrarla como error.',
  'as-twin': '{reason}, como {twin}',
  'step-proposed': 'Cierre propuesto: {reason}',
  'step-confirmed': 'Cerrada: {reason}',
  'step-kept-open': 'Sigue abierta: el cierre no se confirmó',
  'step-reopened': 'Reabierta: {reason}',
}

/** Every phrase in every language. */
export const closingPhrases: Phrases<Key> = { en, es }
const words = {
  en: { duty: { one: 'duty is', other: 'duties are' } },
  es: { duty: { one: 'deber', many: 'deberes', other: 'deberes' } },
}

/** The voice of this page. */
export function sayClosing(lang: string): Say<Key> {
  return sayIn(closingPhrases, lang, words)
}

/** Says why a request was closed or reopened. */
export function closingReasonWords(reason: string, lang: string): string {
  return codeWords([...closingReasons, ...reopeningReasons], reason, sayClosing(lang), lang)
}

/** Says why, in the middle of a sentence, and as which other request. */
function whyClosed(
  { reason, twin }: { readonly reason: string | null; readonly twin: string | null },
  lang: string,
): string {
  const why = closingReasonWords(reason ?? '', lang)
  const inner = why.slice(0, 1).toLocaleLowerCase(lang) + why.slice(1)
  return twin === null ? inner : sayClosing(lang)('as-twin', { reason: inner, twin })
}

/** Says a step of a closing. */
export function closingWords(
  { step, ...why }: { readonly step: string; readonly reason: string | null; readonly twin: string | null },
  lang: string,
): string {
  const say = sayClosing(lang)
  return codeWords(closingSteps, step, (one) => say(`step-${one}`, { reason: whyClosed(why, lang) }), lang)
}
