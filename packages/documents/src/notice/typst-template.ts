/**
 * The template of the PDF.
 *
 * INVARIANT: it is the only source that is ever compiled. What a paper says comes in as data, so that no character of it
 * can be read as markup; the template asks for no clock, no file and no package.
 */
export const typstTemplate: string = String.raw`
#let paper = json(bytes(sys.inputs.paper))
#let ink = rgb("#12201c")
#let soft = rgb("#44524c")
#set document(title: paper.title.text, author: paper.agency, date: none)
// Without it letters with a dot below would be drawn in two parts, and read aloud as other letters.
#set text(font: paper.fonts, fallback: false, features: (ccmp: 0), lang: paper.lang, size: 10.5pt, fill: ink)
#set page(
  paper: "us-letter",
  margin: (x: 21mm, top: 18mm, bottom: 20mm),
  footer: context {
    set text(size: 8.5pt, fill: soft)
    let (page, pages) = (counter(page).get().first(), counter(page).final().first())
    [#paper.reference · #paper.madeOn]
    h(1fr)
    paper.foot.replace("{page}", str(page)).replace("{pages}", str(pages))
  },
)
#set par(leading: 0.62em, spacing: 1em)
#set block(spacing: 1em)
#set list(spacing: 0.75em)
// A section sign stays with its number.
#show "§ ": "§\u{a0}"
#show heading.where(level: 1): set text(size: 19pt)
#show heading.where(level: 1): set block(above: 1.1em, below: 0.9em)
#show heading.where(level: 2): set text(size: 12.5pt)
#show heading.where(level: 2): set block(above: 1.3em, below: 0.7em, sticky: true)

#let said(words) = {
  words.text
  if words.beside != none {
    linebreak()
    text(lang: "en", size: 0.85em, weight: "regular", fill: soft, words.beside)
  }
}
#let inline(words) = {
  words.text
  if words.beside != none [ #text(lang: "en", size: 0.9em, words.beside)]
}
#let rule = line(length: 100%, stroke: 0.6pt + ink)
#let square = box(width: 10pt, height: 10pt, stroke: 1.2pt + ink, baseline: 1pt)
#let lines(labels) = grid(
  columns: (1fr, 1fr), column-gutter: 8mm, row-gutter: 4mm,
  ..labels.map(label => block(breakable: false, {
    text(size: 9pt, fill: soft, said(label))
    v(8mm)
    rule
  })),
)
#let facts(rows) = terms(
  separator: [: ], hanging-indent: 0pt, spacing: 0.65em,
  ..rows.map(row => terms.item(
    text(weight: "regular", fill: soft, inline(row.label)),
    if row.value == "" { box(width: 70mm, stroke: (bottom: 0.6pt + ink), height: 0.9em) } else { row.value },
  )),
)
#let answers(columns, rows) = {
  let many = columns.len() > 5
  set text(size: 8pt) if many
  table(
  columns: if columns.len() == 3 { (1.2fr, 1fr, 1.2fr) } else if many { (auto,) + (1fr,) * (columns.len() - 1) } else { (1.6fr,) + (1fr,) * (columns.len() - 1) }, stroke: (x: none, y: 0.5pt + rgb("#d2d9d5")), inset: (x: 0pt, y: 5pt), column-gutter: if many { 3mm } else { 5mm },
  table.header(..columns.map(name => text(weight: "bold", said(name)))),
  ..rows.flatten().map(said),
)}
#let code(block) = image(
  bytes("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 " + str(block.size) + " " + str(block.size)
    + "\"><path d=\"" + block.path + "\"/></svg>"),
  format: "svg", width: 40mm, alt: block.name.text,
)
#let show-block(item) = {
  if item.kind == "heading" { heading(level: 2, said(item.words)) }
  else if item.kind == "lead" { par(text(size: 11.5pt, said(item.words))) }
  else if item.kind == "paragraph" { par(said(item.words)) }
  else if item.kind == "small" { par(text(size: 9pt, fill: soft, said(item.words))) }
  else if item.kind == "answer" {
    block(stroke: (left: 2.5pt + ink), inset: (left: 9pt, y: 3pt), par(strong(said(item.words))))
  }
  else if item.kind == "note" { block(width: 100%, stroke: 1.2pt + ink, inset: 8pt, par(said(item.words))) }
  else if item.kind == "facts" { facts(item.facts) }
  else if item.kind == "list" { list(..item.items.map(said)) }
  else if item.kind == "choices" {
    block(breakable: false, {
      if item.hint != none { par(said(item.hint)) }
      list(marker: square, body-indent: 8pt, spacing: 1.1em, ..item.items.map(choice => text(size: 11.5pt, said(choice))))
    })
  }
  else if item.kind == "lines" { lines(item.labels) }
  else if item.kind == "table" { answers(item.columns, item.rows) }
  else if item.kind == "code" { code(item) }
}

#block(width: 100%, stroke: (bottom: 1.2pt + ink), inset: (bottom: 5pt), {
  text(weight: "bold", paper.agency)
  h(1fr)
  paper.place
})
#heading(level: 1, said(paper.title))
#for item in paper.blocks { show-block(item) }
`
