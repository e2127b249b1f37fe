/** Reads a PDF as its readers' programs do: text, tags, title, language and fonts. */
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'

export interface ReadPdf {
  readonly pages: number
  readonly text: string
  readonly title: string
  readonly lang: string
  readonly isMarked: boolean
  /** The tags of all pages, each once. */
  readonly tags: readonly string[]
}

export async function readPdf(bytes: Uint8Array): Promise<ReadPdf> {
  const options = { data: new Uint8Array(bytes), isEvalSupported: false, useSystemFonts: false, verbosity: 0 }
  const task = getDocument(options)
  const document = await task.promise
  const lines: string[] = []
  const tags = new Set<string>()
  for (let number = 1; number <= document.numPages; number += 1) {
    const page = await document.getPage(number)
    const { items } = await page.getTextContent()
    lines.push(items.map((item) => ('str' in item ? `${item.str}${item.hasEOL ? '\n' : ''}` : '')).join(''))
    collect(await page.getStructTree(), tags)
  }
  const { info } = await document.getMetadata()
  const marks: unknown = await document.getMarkInfo()
  const isMarked = marks instanceof Map && marks.get('Marked') === true
  const lang = langIn(info)
  await task.destroy()
  return {
    pages: lines.length,
    text: `${lines
      .join('\n\n')
      .replaceAll(/[ \t]+\n/g, '\n')
      .trim()}\n`,
    title: 'Title' in info ? String(info.Title) : '',
    lang,
    isMarked,
    tags: [...tags].toSorted(),
  }
}

/** The fonts that a PDF holds, by their names without the mark of the subset. */
export function fontsIn(bytes: Uint8Array): readonly string[] {
  const names = [
    ...Buffer.from(bytes)
      .toString('latin1')
      .matchAll(/\/(?:BaseFont|FontName) ?\/([^\s/>[]+)/g),
  ]
  return [
    ...new Set(names.map(([, name = '']) => name.replace(/^[A-Z]{6}\+/, '').replace(/-Identity-H$/, ''))),
  ].toSorted()
}

function langIn(info: object): string {
  return 'Language' in info && typeof info.Language === 'string' ? info.Language : ''
}

function collect(node: unknown, tags: Set<string>): void {
  if (typeof node !== 'object' || node === null) return
  if ('role' in node && typeof node.role === 'string') tags.add(node.role)
  if ('children' in node && Array.isArray(node.children)) for (const child of node.children) collect(child, tags)
}
