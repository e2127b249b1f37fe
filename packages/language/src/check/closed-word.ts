/** Words that must be among a few, such as ranks and units. */
import type { AstNode } from 'langium'
import { nearest } from '../names/nearest.ts'
import { units } from '../policy/unit.ts'
import type { Report } from './report.ts'

/** A word of a node that must be one of a closed list. */
interface ClosedWord {
  readonly property: string
  readonly word: string | undefined
  readonly words: readonly string[]
}

/** Reports a word that is not among those of its list. */
export function checkWord(report: Report, node: AstNode, { property, word, words }: ClosedWord): void {
  if (word === undefined || words.includes(word)) return
  report('POL-0213', node, { kind: property, word, meant: nearest(word, words), words }, { property })
}

/** The most of a unit that a law names; longer spans leave the calendar. */
const most = 9999

/** Checks that a span of time is in a unit in which the law counts, and is a time that passes. */
export function checkSpan(span: AstNode & { readonly amount?: number; readonly unit?: string }, report: Report): void {
  const { amount } = span
  if (amount !== undefined && (amount < 1 || amount > most)) {
    report('POL-0363', span, { amount: String(amount), most }, { property: 'amount' })
  }
  const plural = span.unit === undefined || span.unit.endsWith('s') ? span.unit : `${span.unit}s`
  checkWord(report, span, { property: 'unit', word: plural, words: units })
}
