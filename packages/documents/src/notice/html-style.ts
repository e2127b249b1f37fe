/** The look of a paper in a browser and from its printer. */

/** Where the fonts of signs that a machine may lack are served; a page that stands alone uses what the machine has. */
export const paperFontPath = '/paper-fonts'

const scripts = [
  { family: 'Paper SC', font: 'NotoSansSC', range: 'U+2E80-2FDF, U+3000-303F, U+31C0-9FFF, U+F900-FAFF, U+FF00-FFEF' },
  { family: 'Paper KR', font: 'NotoSansKR', range: 'U+1100-11FF, U+3130-318F, U+A960-A97F, U+AC00-D7FF' },
] as const

const faces = scripts.flatMap(({ family, font, range }) =>
  (['Regular', 'Bold'] as const).map(
    (face) =>
      `@font-face { font-family: "${family}"; font-weight: ${face === 'Bold' ? 700 : 400}; font-display: block; src: url("${paperFontPath}/${font}-${face}.ttf"); unicode-range: ${range}; }`,
  ),
)

// The fonts of scripts stand first, or some browsers keep empty signs after they have come; their ranges hold no Latin letter.
/** The style sheet: logical properties only; a font is loaded only for signs that are on the page. */
export const paperStyle: string = `
${faces.join('\n')}
:root { color-scheme: light; --ink: #12201c; --soft: #44524c; --rule: #d2d9d5; --line: #f4b31a; }
*, *::before, *::after { box-sizing: border-box; }
html { text-size-adjust: 100%; }
body { margin: 0; background: #fff; color: var(--ink); font: 1.0625rem/1.5 "Paper SC", "Paper KR", -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, "Noto Sans", "Liberation Sans", sans-serif; overflow-wrap: break-word; }
main { max-inline-size: 46rem; margin-inline: auto; padding: 1.5rem 1.5rem 3rem; }
p, ul, dl, h1, h2 { margin: 0; }
.head { display: flex; flex-wrap: wrap; justify-content: space-between; gap: 0.25rem 1rem; padding-block-end: 0.5rem; border-block-end: 2px solid var(--ink); }
h1 { margin-block: 1.5rem 0.75rem; font-size: 2rem; line-height: 1.2; text-wrap: balance; }
h2 { margin-block: 1.75rem 0.5rem; font-size: 1.25rem; line-height: 1.3; }
p { margin-block-start: 0.6rem; }
.lead { font-size: 1.1875rem; }
.small { color: var(--soft); font-size: 0.9375rem; }
.beside { display: block; color: var(--soft); font-size: 0.875em; font-weight: 400; letter-spacing: 0; }
.answer, .note { padding: 0.6rem 1rem; border-inline-start: 4px solid var(--ink); font-weight: 700; }
.note { border: 2px solid var(--ink); font-weight: 400; }
dl { display: grid; grid-template-columns: auto 1fr; gap: 0.25rem 1.25rem; margin-block-start: 0.75rem; }
dt { color: var(--soft); }
dd { margin: 0; min-inline-size: 8rem; overflow-wrap: anywhere; }
dd.empty { border-block-end: 1px solid var(--ink); }
ul { margin-block-start: 0.5rem; padding-inline-start: 1.25rem; }
li { margin-block-start: 0.3rem; }
.choices { padding: 0; list-style: none; }
.choices li { display: flex; gap: 0.75rem; margin-block-start: 0.6rem; }
.box { flex: none; inline-size: 1.25rem; block-size: 1.25rem; margin-block-start: 0.15rem; border: 2px solid var(--ink); }
.lines { display: grid; grid-template-columns: repeat(auto-fit, minmax(15rem, 1fr)); gap: 0.5rem 1.5rem; padding: 0; list-style: none; }
.lines li { min-block-size: 4rem; border-block-end: 1px solid var(--ink); color: var(--soft); font-size: 0.9375rem; }
table { inline-size: 100%; margin-block-start: 1rem; border-collapse: collapse; }
th, td { padding: 0.5rem 1rem 0.5rem 0; border-block-end: 1px solid var(--rule); text-align: start; vertical-align: top; font-weight: 400; }
thead th { border-block-end: 2px solid var(--ink); color: var(--soft); font-weight: 700; }
.code { display: block; inline-size: 11rem; max-inline-size: 100%; margin-block-start: 0.75rem; }
footer { margin-block-start: 2rem; padding-block-start: 0.5rem; border-block-start: 1px solid var(--rule); color: var(--soft); font-size: 0.875rem; }
@media (max-width: 36rem) {
  h1 { font-size: 1.625rem; }
  dl, table, tbody, tr, th, td { display: block; }
  dd { margin-block-end: 0.5rem; }
  thead { display: none; }
  tr { padding-block: 0.5rem; border-block-end: 1px solid var(--rule); }
  th, td { padding: 0.1rem 0; border: 0; }
  tbody th { font-weight: 700; }
}
@media print {
  @page { size: letter; margin: 18mm; }
  main { max-inline-size: none; padding: 0; }
  body { font-size: 10.5pt; }
  h1 { margin-block: 0.8rem 0.4rem; font-size: 20pt; }
  h2 { margin-block: 0.9rem 0.2rem; font-size: 13pt; break-after: avoid; }
  .lines { grid-template-columns: 1fr 1fr; }
  .lines li { min-block-size: 2.6rem; }
  .small, .beside, dt, footer, .lines li, thead th { color: #000; }
  li, tr, .answer, .lines li, .code { break-inside: avoid; }
}
`
