/** What the command says to people, in both languages. */
import type { Effect, Flag } from '@brightline/engine'
import type { Mark, Modal, Verdict } from '@brightline/language'

export type Lang = 'en' | 'es'

/** The words of one language. */
export interface Words {
  readonly asOf: string
  readonly or: string
  readonly until: string
  readonly verdict: Readonly<Record<Verdict, string>>
  readonly possibleVerdict: Readonly<Record<Verdict, string>>
  readonly decider: string
  readonly possible: string
  readonly ask: string
  readonly askedByForce: string
  readonly nearest: string
  readonly effect: Readonly<Record<Effect, string>>
  readonly mark: Readonly<Record<Mark['kind'], string>>
  readonly flag: Readonly<Record<Flag, string>>
  readonly perhaps: string
  readonly read: string
  readonly allCounted: string
  readonly without: string
  readonly duty: string
  readonly ifDone: string
  readonly modal: Readonly<Record<Modal, string>>
}

/** By language. */
export const words: Readonly<Record<Lang, Words>> = {
  en: {
    asOf: 'as of',
    or: 'or',
    until: 'until',
    verdict: {
      required: 'MUST',
      prohibited: 'MUST NOT',
      permitted: 'MAY',
      'no-rule': 'NO RULE on whether to',
      conflict: 'CONFLICT, counsel decides whether to',
      'needs-facts': 'NEEDS FACTS to say whether to',
    },
    possibleVerdict: {
      required: 'must',
      prohibited: 'must not',
      permitted: 'may',
      'no-rule': 'no rule',
      conflict: 'conflict: counsel decides',
      'needs-facts': 'needs facts',
    },
    decider: 'who decides',
    possible: 'still possible',
    ask: 'ask next',
    askedByForce: 'protected: asked only because the law forces it',
    nearest: 'this would change it',
    effect: { decides: 'because', overridden: 'gives way:', displaced: 'displaced:' },
    mark: { read: 'read', reported: 'reported, text not read', unverified: 'UNVERIFIED' },
    flag: {
      unverified: 'a deciding rule is unverified: confirm it with counsel',
      reported: 'a deciding rule is known from reports only: its text was not read',
      contested: 'the force of a deciding text is contested',
      'settled-by-doubt': 'settled by a rule for doubt: what nobody has shown is treated as absent',
      'protected-fact': 'a protected fact was used because a cited law forces it',
    },
    perhaps: 'depends on what is not known',
    read: 'read',
    allCounted: 'with every text counted',
    without: 'without',
    duty: 'duty',
    ifDone: 'if you do it',
    modal: { must: 'must', 'must-not': 'must not', may: 'may' },
  },
  es: {
    asOf: 'al',
    or: 'o',
    until: 'hasta',
    verdict: {
      required: 'DEBE',
      prohibited: 'NO DEBE',
      permitted: 'PUEDE',
      'no-rule': 'NINGUNA NORMA sobre si',
      conflict: 'CONFLICTO, el asesor jurídico decide si',
      'needs-facts': 'FALTAN DATOS para saber si',
    },
    possibleVerdict: {
      required: 'debe',
      prohibited: 'no debe',
      permitted: 'puede',
      'no-rule': 'ninguna norma',
      conflict: 'conflicto: decide el asesor jurídico',
      'needs-facts': 'faltan datos',
    },
    decider: 'quién decide',
    possible: 'aún posible',
    ask: 'pregunte ahora',
    askedByForce: 'protegido: se pregunta solo porque la ley obliga',
    nearest: 'esto lo cambiaría',
    effect: { decides: 'porque', overridden: 'cede:', displaced: 'desplazada:' },
    mark: { read: 'leído', reported: 'según informes, texto no leído', unverified: 'SIN VERIFICAR' },
    flag: {
      unverified: 'una norma decisiva no está verificada: confírmela con el asesor jurídico',
      reported: 'una norma decisiva se conoce solo por informes: no se leyó su texto',
      contested: 'la vigencia de un texto decisivo está en disputa',
      'settled-by-doubt': 'resuelto por una regla de duda: lo que nadie ha mostrado se trata como ausente',
      'protected-fact': 'se usó un dato protegido porque una ley citada lo exige',
    },
    perhaps: 'depende de lo que no se sabe',
    read: 'leído',
    allCounted: 'si cuentan todos los textos',
    without: 'sin',
    duty: 'deber',
    ifDone: 'si lo hace',
    modal: { must: 'debe', 'must-not': 'no debe', may: 'puede' },
  },
}
