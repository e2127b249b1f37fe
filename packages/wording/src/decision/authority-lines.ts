/** What courts and attorneys general said of the acts of a request. */
import type { CitedAuthority, DecisionDocument } from '@brightline/engine'
import { textIn } from '@brightline/language'
import type { Pen } from './look.ts'

/** So many authorities stand under an answer for a counter; the data has all. */
const mostShown = 3

/** Writes the first of them. One that the reasons state as a rule is not told again. */
export function fewAuthorityLines({ authorities, decisions }: DecisionDocument, pen: Pen): readonly string[] {
  const reasons = decisions.flatMap((decision) => decision.reasons.map(({ rule }) => rule.slice(0, rule.indexOf(' '))))
  const untold = authorities.filter(({ encodedIn }) => encodedIn === null || !reasons.includes(encodedIn))
  const left = untold.length - mostShown
  return [
    ...untold.slice(0, mostShown).flatMap((authority) => authorityLines(authority, pen)),
    ...(left > 0 ? pen.line(2, pen.say('more-authorities', { left })) : []),
  ]
}

/** Writes an authority: its name and citation, what it says, and how it stands here. */
export function authorityLines(authority: CitedAuthority, pen: Pen): readonly string[] {
  const { name, cite, holding } = authority
  const { say, item, line, lang, paint } = pen
  return [
    ...item(2, '-', say('authority', { name, cite })),
    ...line(4, textIn(holding, lang)),
    ...line(4, standingWords(authority, pen)).map((one) => paint('dim', one)),
  ]
}

/** Says whether an authority binds, what became of it, and where its text was not read. */
function standingWords({ isBinding, treatment, mark }: CitedAuthority, { say }: Pen): string {
  const became = treatment === null ? [] : [say(`treatment-${treatment.kind}`, { ...treatment })]
  // Where nothing of it is left, it does not persuade either.
  const isLeft = treatment === null || treatment.kind === 'limited'
  const words = [...(isLeft ? [say(isBinding ? 'binding' : 'persuasive')] : []), ...became].join('; ')
  return mark === 'read' ? words : say(`mark-${mark}`, { text: words })
}
