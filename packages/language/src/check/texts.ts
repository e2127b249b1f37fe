/** Texts for people: something said, in known languages, in each once; and citations, which name something. */
import type { AstNode } from 'langium'
import type * as syntax from '../generated/ast.ts'
import type { PolicyCode } from '../errors.ts'
import type { OptionalValues } from '../file-problem.ts'
import { canonicalLanguage } from '../policy/language-code.ts'
import type { Report } from './report.ts'

/** Checks one text with its translations. */
export function checkTexts(texts: syntax.Texts, report: Report): void {
  for (const property of ['en', 'es'] as const) checkSaid(texts, texts[property], property, report)
  for (const translation of texts.translations) checkSaid(translation, translation.text, 'text', report)
  checkLanguages(texts, report)
}

/** The properties of nodes that cite a law. */
const citations = ['cite', 'pin', 'forcedBy', 'power'] as const

/** A node of the tree that cites a law, or can. */
export type Citing = AstNode & Readonly<Partial<Record<(typeof citations)[number], string>>>

/** Checks that what cites a law names one. */
export function checkCitations(node: Citing, report: Report): void {
  for (const property of citations) checkSaid(node, node[property], property, report)
}

function checkSaid(node: AstNode, text: string | undefined, property: string, report: Report): void {
  if (text?.trim() === '') report('POL-0342', node, {}, { property })
}

function checkLanguages({ es, translations }: syntax.Texts, report: Report): void {
  const seen = new Set(['en', ...(es === undefined ? [] : ['es'])])
  for (const translation of translations) {
    const { lang } = translation
    const canonical = canonicalLanguage(lang)
    const find = (code: PolicyCode, values: OptionalValues = {}): void =>
      report(code, translation, values, { property: 'lang' })
    if (canonical === null) {
      find('POL-0317', { code: lang })
      continue
    }
    const written = canonical.toLowerCase()
    if (seen.has(canonical)) find('POL-0318', { code: written })
    else if (canonical === 'es') find('POL-0329')
    else if (written !== lang) find('POL-0319', { code: lang, wanted: written })
    seen.add(canonical)
  }
}
