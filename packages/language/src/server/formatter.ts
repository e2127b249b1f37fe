/** Lays out a whole document; a part of one has no layout of its own. */
import type { LangiumDocument } from 'langium'
import type { Formatter } from 'langium/lsp'
import type { TextEdit } from 'vscode-languageserver-types'
import { formatPolicy } from '../print/format.ts'

/** Gives a document its canonical layout; a text that cannot be read stays as it is. */
export class PolicyFormatter implements Formatter {
  readonly formatOnTypeOptions = undefined

  formatDocument({ textDocument }: LangiumDocument): TextEdit[] {
    const before = textDocument.getText()
    const formatted = formatPolicy(before, textDocument.uri)
    if (!formatted.ok || formatted.value === before) return []
    const range = { start: { line: 0, character: 0 }, end: textDocument.positionAt(before.length) }
    return [{ range, newText: formatted.value }]
  }

  formatDocumentRange(document: LangiumDocument): TextEdit[] {
    return this.formatDocument(document)
  }

  formatDocumentOnType(): TextEdit[] {
    return []
  }
}
