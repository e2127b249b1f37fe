/** The frame of a page: its head and its look. */

const style = `
:root { color-scheme: light; }
body { font-family: "Public Sans", system-ui, sans-serif; line-height: 1.45; max-inline-size: 60rem; margin-inline: auto; padding: 1rem; color: #1b1b1b; background: #fff; }
h1, h2, h3, h4 { line-height: 1.2; margin-block: 1.6em 0.4em; break-after: avoid; }
h2 { border-block-start: 3px solid #162e51; padding-block-start: 0.6em; }
.es { font-weight: 400; color: #565c65; font-size: 0.85em; }
.note { border-inline-start: 6px solid #162e51; background: #eff6fb; padding: 0.6em 1em; }
dl { display: grid; grid-template-columns: minmax(10rem, 1fr) 3fr; gap: 0.3em 1em; }
dt { font-weight: 700; }
dd { margin: 0; overflow-wrap: anywhere; }
dd ul { margin: 0; padding-inline-start: 1.1em; }
figure { margin: 1.2em 0; break-inside: avoid; }
figcaption { font-weight: 700; }
svg { display: block; min-inline-size: 36rem; max-inline-size: 100%; block-size: auto; }
.wide { overflow-x: auto; }
.wide:focus-visible { outline: 3px solid #0050d8; }
table { border-collapse: collapse; margin-block-end: 0.6em; font-size: 0.85rem; font-variant-numeric: tabular-nums; }
th, td { border-block-end: 1px solid #c9c9c9; padding: 0.25em 0.45em; text-align: end; vertical-align: top; }
th:first-child, td.text { text-align: start; }
td.text { min-inline-size: 6rem; }
th[scope="colgroup"] { text-align: center; }
th[scope="row"] { font-weight: 400; min-inline-size: 8rem; }
th[scope="row"].month { white-space: nowrap; min-inline-size: 0; }
.download { margin-block: 0.3em 1em; font-size: 0.85rem; }
.swatch { display: inline-block; inline-size: 1em; block-size: 1em; border: 1px solid #162e51; vertical-align: text-bottom; margin-inline-start: 0.8em; }
.dark { background: #162e51; } .light { background: #a8c0dc; } .grey { background: #71767a; }
nav ul { padding-inline-start: 1.1em; }
@media (max-width: 40rem) { dl { display: block; } dd { margin-block-end: 0.6em; } }
@media print { nav { display: none; } svg { min-inline-size: 0; } table { font-size: 8pt; } th, td { padding: 0.15em 0.3em; } th[scope="row"] { min-inline-size: 0; } body { max-inline-size: none; padding: 0; font-size: 10pt; } .download { display: none; } .wide { overflow: visible; } thead { display: table-header-group; } tr { break-inside: avoid; } }
`

/** A whole page. */
export function page(title: string, body: string): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<style>${style}</style>
</head>
<body>
<main>
${body}
</main>
</body>
</html>
`
}
