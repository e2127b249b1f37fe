/** PDF files made for tests: lines of text, a box that may be ticked, and whatever else somebody hides in one. */

export interface MadePdf {
  readonly lines: readonly string[]
  readonly isTicked?: boolean
  /** Entries of the catalogue, such as a program to run on opening. */
  readonly catalogue?: string
}

/** Makes a PDF of one page. */
export function madePdf({ lines, isTicked = false, catalogue = '' }: MadePdf): Buffer {
  const text = lines.map((line, at) => `1 0 0 1 50 ${740 - at * 20} Tm (${line.replaceAll(/[()\\]/g, '\\$&')}) Tj`)
  const stream = `BT /F1 10 Tf ${text.join(' ')} ET`
  const state = isTicked ? '/Yes' : '/Off'
  return assemble([
    `<< /Type /Catalog /Pages 2 0 R /AcroForm << /Fields [6 0 R] >> ${catalogue} >>`,
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R /Annots [6 0 R] /Resources << /Font << /F1 5 0 R >> >> >>',
    `<< /Length ${stream.length} >>\nstream\n${stream}\nendstream`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
    `<< /Type /Annot /Subtype /Widget /FT /Btn /T (box) /V ${state} /AS ${state} /Rect [50 500 60 510] /AP << /N << /Yes 7 0 R /Off 7 0 R >> >> >>`,
    '<< /Type /XObject /Subtype /Form /BBox [0 0 10 10] /Length 0 >>\nstream\n\nendstream',
  ])
}

/** Puts numbered objects together, with the table of where they are. */
export function assemble(objects: readonly string[]): Buffer {
  let file = '%PDF-1.7\n'
  const places = objects.map((object, at) => {
    const place = file.length
    file += `${at + 1} 0 obj\n${object}\nendobj\n`
    return place
  })
  const start = file.length
  const rows = places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`).join('')
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${rows}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${start}\n%%EOF\n`
  return Buffer.from(file, 'latin1')
}
