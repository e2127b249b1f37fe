/**
 * A language server for policy files, over standard input and output.
 *
 * Open the folder of the law (`law/`) in the editor: every file in it is read.
 */
import { startLanguageServer } from 'langium/lsp'
import { NodeFileSystem } from 'langium/node'
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node'
import { createServerServices } from './services.ts'
import type { Say } from './validator.ts'

/**
 * Starts the server. It serves until the editor ends it. It speaks `lang`, or the language of the editor where that is
 * null; the sentences of what it finds are made outside.
 */
export function startServer(say: Say, lang: string | null): void {
  const connection = createConnection(ProposedFeatures.all, process.stdin, process.stdout)
  startLanguageServer(createServerServices({ connection, ...NodeFileSystem }, say, lang))
}
