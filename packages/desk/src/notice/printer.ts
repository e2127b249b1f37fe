/** The printer of papers: its fonts and its compiler are loaded when the first PDF is asked for. */
import { fontFiles, paperPrinter, type PaperPrinter } from '@brightline/documents/pdf'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

export { fontFiles }

let known: PaperPrinter | null = null

/** Gives the printer. */
export function printer(): PaperPrinter {
  known ??= paperPrinter(fontFiles.map(readFont))
  return known
}

/** Reads a font of the papers. */
export function readFont(name: string): Uint8Array {
  return readFileSync(fileURLToPath(import.meta.resolve(`@brightline/documents/fonts/${name}`)))
}
