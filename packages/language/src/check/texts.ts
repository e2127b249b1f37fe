/** Translations: known languages, each once. */
import type * as syntax from '../generated/ast.ts'
import { canonicalLanguage } from '../policy/language-code.ts'
import type { Report } from './report.ts'

/** Checks the languages of one text. */
export function checkTexts({ es, translations }: syntax.Texts, report: Report): void {
  const seen = new Set(['en', ...(es === undefined ? [] : ['es'])])
  for (const translation of translations) {
    const { lang } = translation
    const canonical = canonicalLanguage(lang)
    const find = (code: string, message: string, help: string): void =>
      report(code, translation, message, help, { property: 'lang' })
    if (canonical === null) {
      find('POL-0317', `\`${lang}\` is no language code`, 'write a BCP 47 code, such as `vi` or `zh-hant`')
      continue
    }
    const written = canonical.toLowerCase()
    if (seen.has(canonical)) find('POL-0318', `the text stands twice in \`${written}\``, 'keep one of the two')
    else if (canonical === 'es') {
      find('POL-0319', 'the Spanish text stands behind its code', 'write it second, without its code')
    } else if (written !== lang) find('POL-0319', `\`${lang}\` is another spelling of a code`, `write \`${written}\``)
    seen.add(canonical)
  }
}
