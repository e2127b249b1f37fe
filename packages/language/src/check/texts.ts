/** Translations: known languages, each once. */
import type * as syntax from '../generated/ast.ts'
import type { PolicyCode } from '../errors.ts'
import type { OptionalValues } from '../file-problem.ts'
import { canonicalLanguage } from '../policy/language-code.ts'
import type { Report } from './report.ts'

/** Checks the languages of one text. */
export function checkTexts({ es, translations }: syntax.Texts, report: Report): void {
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
