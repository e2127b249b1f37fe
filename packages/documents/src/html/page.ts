/** The frame of a page that stands alone: no script, no other file, and it prints. */
import { markup, trusted, type Markup } from './markup.ts'
import { style } from './style.ts'

/** The parts of a page. */
export interface PageParts {
  readonly lang: string
  readonly title: string
  /** The words in the band at the top, which name the subject of the page. */
  readonly band: string
  readonly body: Markup
}

const rightToLeft: ReadonlySet<string> = new Set(['ar', 'fa', 'he', 'ps', 'ur'])

/** Makes the page. */
export function pageHtml({ lang, title, band, body }: PageParts): string {
  const dir = rightToLeft.has(lang.split('-')[0] ?? '') ? 'rtl' : 'ltr'
  const page = markup`<!doctype html>
<html lang="${lang}" dir="${dir}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<style>${trusted(style)}</style>
</head>
<body>
<div class="band"><div class="wrap"><b>Brightline</b> <span>${band}</span></div></div>
<main class="wrap">
${body}
</main>
</body>
</html>
`
  return String(page)
}
