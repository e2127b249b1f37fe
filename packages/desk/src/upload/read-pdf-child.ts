/**
 * A program by itself: a PDF comes in by standard input, and hints go out by standard output. It is started with no
 * right but to read its own code, and whoever started it ends it when it takes too long or too much.
 */
import { getDocument, type PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { hintsOf, type PageText } from './hint.ts'

/** Forms have few pages; what comes after them is attachments. */
const mostPages = 6
const mostPieces = 5_000

async function readPages(data: Uint8Array): Promise<readonly PageText[]> {
  const loading = getDocument({
    data,
    useSystemFonts: false,
    disableFontFace: true,
    enableXfa: false,
    useWasm: false,
    useWorkerFetch: false,
    isOffscreenCanvasSupported: false,
    isImageDecoderSupported: false,
    stopAtErrors: false,
    maxImageSize: 1,
    verbosity: 0,
  })
  const document = await loading.promise
  const pages: PageText[] = []
  for (let number = 1; number <= Math.min(document.numPages, mostPages); number += 1)
    pages.push(await readPage(await document.getPage(number)))
  await loading.destroy()
  return pages
}

async function readPage(page: PDFPageProxy): Promise<PageText> {
  const { items } = await page.getTextContent()
  const pieces = items.slice(0, mostPieces).flatMap((item) => {
    if (!('str' in item)) return []
    const [, , , , across, up] = numbersOf(item.transform)
    return [{ text: item.str, across: across ?? 0, up: Math.round((up ?? 0) / 3) }]
  })
  const heights = [...new Set(pieces.map(({ up }) => up))].toSorted((one, other) => other - one)
  const lines = heights.map((height) => {
    const line = pieces.filter(({ up }) => up === height).toSorted((one, other) => one.across - other.across)
    return line.map(({ text }) => text).join(' ')
  })
  return { lines: lines.filter((line) => line.trim() !== ''), ticked: await countTicked(page) }
}

async function countTicked(page: PDFPageProxy): Promise<number> {
  const fields: readonly unknown[] = await page.getAnnotations()
  return fields.slice(0, mostPieces).filter((field) => {
    const entries = new Map<string, unknown>(Object.entries(typeof field === 'object' && field !== null ? field : {}))
    const value = entries.get('fieldValue')
    return entries.get('checkBox') === true && typeof value === 'string' && value !== '' && value !== 'Off'
  }).length
}

function numbersOf(values: readonly unknown[]): readonly number[] {
  return values.map((value) => (typeof value === 'number' ? value : 0))
}

const chunks: Uint8Array[] = []
for await (const chunk of process.stdin) if (chunk instanceof Uint8Array) chunks.push(chunk)
const hints = hintsOf(await readPages(new Uint8Array(Buffer.concat(chunks))))
process.stdout.write(`\nhints ${JSON.stringify(hints)}\n`, () => process.exit(0))
