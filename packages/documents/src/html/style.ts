/** The look of pages: ink on white, hairlines, bars that print in black and white. */

/** The style sheet. Logical properties only; no fonts, no pictures. */
export const style = `
:root { color-scheme: light; --ink: #12201c; --soft: #44524c; --rule: #d2d9d5; --wash: #f4f6f4; --deep: #e8ece9; --pine: #16332b; --link: #0a4a8a; --line: #f4b31a; }
*, *::before, *::after { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; text-size-adjust: 100%; }
body { margin: 0; color: var(--ink); background: #fff; font: 400 1.0625rem/1.5 -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, "Noto Sans", "Liberation Sans", sans-serif; font-variant-numeric: tabular-nums; overflow-wrap: break-word; }
.wrap { max-inline-size: 73rem; margin-inline: auto; padding-inline: 1.5rem; }
.band { background: var(--pine); color: #fff; border-block-end: 4px solid var(--line); font-size: 0.9375rem; padding-block: 0.6rem; }
.band b { margin-inline-end: 1rem; }
main { padding-block: 1.5rem 4rem; }
h1 { font-size: 2.125rem; line-height: 1.15; letter-spacing: -0.015em; margin-block: 0.2em 0.4em; text-wrap: balance; }
h2 { font-size: 1.625rem; line-height: 1.25; margin-block: 3rem 0.5rem; padding-block-start: 0.75rem; border-block-start: 2px solid var(--ink); }
h3 { font-size: 1.25rem; margin-block: 2rem 0.5rem; }
h4 { font-size: 1.0625rem; margin-block: 1.75rem 0.25rem; }
h1, h2, h3, h4, caption { break-after: avoid; }
h2::first-letter, thead th::first-letter { text-transform: uppercase; }
.nowrap { white-space: nowrap; }
p { max-inline-size: 42rem; margin-block: 0.5rem; text-wrap: pretty; }
.over, .soft { color: var(--soft); font-size: 0.9375rem; }
.note { border-inline-start: 4px solid var(--line); background: var(--wash); padding: 0.75rem 1rem; }
a { color: var(--link); text-underline-offset: 0.18em; }
:focus-visible { outline: 3px solid var(--ink); outline-offset: 1px; box-shadow: 0 0 0 7px var(--line); }
code { font-family: ui-monospace, "Cascadia Mono", Consolas, Menlo, "Liberation Mono", monospace; font-size: 0.875em; overflow-wrap: anywhere; }
nav ul { list-style: none; padding: 0; margin-block: 1rem 0; }
nav li { padding-block: 0.2rem; }
nav a { padding-block: 0.2rem; }
dl { display: grid; grid-template-columns: minmax(9rem, 16rem) 1fr; gap: 0.6rem 1.5rem; margin-block: 0.5rem; }
dt { font-weight: 700; }
dd { margin: 0; overflow-wrap: anywhere; }
dd ul { margin: 0; padding-inline-start: 1.1rem; }
.scroll { overflow-x: auto; margin-block: 0.25rem 0.5rem; }
table { border-collapse: collapse; inline-size: 100%; }
table.narrow { max-inline-size: 48rem; }
th, td { padding: 0.5rem 0.6rem; text-align: start; vertical-align: top; border-block-end: 1px solid var(--rule); font-weight: 400; }
th:first-child, td:first-child { padding-inline-start: 0; }
thead th { font-weight: 700; font-size: 0.9375rem; color: var(--soft); vertical-align: bottom; border-block-end: 2px solid var(--ink); }
.number { text-align: end; white-space: nowrap; }
.bar-cell { inline-size: 40%; min-inline-size: 8rem; }
.dense { font-size: 0.9375rem; }
.dense th, .dense td { padding-block: 0.3rem; }
.dense .bar-cell { inline-size: 16rem; }
.bar { display: flex; block-size: 0.9rem; margin-block-start: 0.3rem; background: var(--deep); print-color-adjust: exact; -webkit-print-color-adjust: exact; }
.bar i { display: block; block-size: 100%; flex: none; }
.sure { background: var(--pine); }
.may { background: #fff; border: 2px solid var(--pine); }
.out { background: #8b9a93; }
.key { font-size: 0.9375rem; color: var(--soft); }
.key i { display: inline-block; inline-size: 1.4rem; block-size: 0.8rem; margin-inline-end: 0.35rem; vertical-align: -0.05rem; print-color-adjust: exact; -webkit-print-color-adjust: exact; }
.key span { margin-inline-end: 1.25rem; white-space: nowrap; }
.download { font-size: 0.9375rem; margin-block: 0.25rem 0; }
.hidden { position: absolute; inline-size: 1px; block-size: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
@media (max-width: 40rem) {
  .wrap { padding-inline: 1rem; }
  h1 { font-size: 1.625rem; }
  h2 { font-size: 1.375rem; }
  dl { display: block; }
  dd { margin-block-end: 0.75rem; }
  .dense th:first-child { position: sticky; inset-inline-start: 0; background: #fff; max-inline-size: 9rem; border-inline-end: 1px solid var(--rule); }
  .bar-cell { min-inline-size: 4rem; }
  .dense .bar-cell { inline-size: auto; min-inline-size: 5rem; }
}
@media (forced-colors: active) {
  .bar { border: 1px solid CanvasText; background: Canvas; }
  .sure, .out { background: CanvasText; forced-color-adjust: none; }
  .may { background: Canvas; border: 2px solid CanvasText; }
}
@media print {
  body { font-size: 10pt; }
  .wrap { max-inline-size: none; padding: 0; }
  .band { background: none; color: #000; border-block-end: 2px solid #000; }
  nav, .download { display: none; }
  a { color: inherit; text-decoration: none; }
  .scroll { overflow: visible; }
  .dense, .dense thead th { font-size: 8pt; }
  thead th, .over, .soft, .key { font-size: 9pt; }
  thead, h4 + .key { break-after: avoid; }
  th, td { padding: 0.15rem 0.35rem; }
  .dense .bar-cell { inline-size: 7rem; min-inline-size: 4rem; }
  thead { display: table-header-group; }
  tr { break-inside: avoid; }
}
`
