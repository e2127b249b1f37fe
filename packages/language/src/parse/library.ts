/** Reads policy texts and tables into a library, with every finding. */
import { URI, type LangiumDocument } from 'langium'
import * as syntax from '../generated/ast.ts'
import type { Diagnostic } from '../diagnostic.ts'
import { toInstrument } from '../policy/instrument-from-syntax.ts'
import { joinVocabularies, toPlace, toVocabulary } from '../policy/vocabulary-from-syntax.ts'
import type { Holiday, Library, Offence } from '../policy/policy.ts'
import { readHolidays } from '../tables/holidays.ts'
import { readOffences } from '../tables/offences.ts'
import type { Reading, TextFile } from './read.ts'
import { toDiagnostics } from './diagnostics.ts'
import { checkLibrary } from '../check/library.ts'
import { createPolicyServices } from './services.ts'

/** Does what `readLibrary` of the door says. */
export async function readFiles(files: readonly TextFile[]): Promise<Reading> {
  const { shared } = createPolicyServices()
  const factory = shared.workspace.LangiumDocumentFactory
  const documents = files
    .filter((file) => file.path.endsWith('.policy'))
    .map((file) => ({ file, document: factory.fromString<syntax.Document>(file.text, URI.file(`/${file.path}`)) }))
  for (const { document } of documents) shared.workspace.LangiumDocuments.addDocument(document)
  await shared.workspace.DocumentBuilder.build(
    documents.map(({ document }) => document),
    { validation: true },
  )
  const tables = readTables(files)
  const library = { ...toLibrary(documents), ...tables }
  return {
    library,
    diagnostics: [
      ...documents.flatMap(({ file, document }) => toDiagnostics(file.path, document)),
      ...tables.diagnostics,
      ...checkLibrary(library),
    ],
  }
}

interface Parsed {
  readonly file: TextFile
  readonly document: LangiumDocument<syntax.Document>
}

function toLibrary(documents: readonly Parsed[]): Pick<Library, 'vocabulary' | 'places' | 'instruments'> {
  // A tree with holes has no meaning: its file is named by its diagnostics instead.
  const roots = documents
    .filter(({ document: { parseResult } }) => parseResult.lexerErrors.length + parseResult.parserErrors.length === 0)
    .map(({ file, document }) => ({ file, root: document.parseResult.value }))
  return {
    vocabulary: joinVocabularies(roots.flatMap(({ root }) => (syntax.isVocabulary(root) ? [toVocabulary(root)] : []))),
    places: roots.flatMap(({ file, root }) => (syntax.isPlace(root) ? [toPlace(root, file.path)] : [])),
    instruments: roots.flatMap(({ file, root }) => (syntax.isInstrument(root) ? [toInstrument(root, file.path)] : [])),
  }
}

function readTables(files: readonly TextFile[]): Pick<Library, 'offences' | 'holidays'> & { diagnostics: Diagnostic[] } {
  const offences: Record<string, readonly Offence[]> = {}
  const holidays: Record<string, readonly Holiday[]> = {}
  const diagnostics: Diagnostic[] = []
  for (const { path, text } of files) {
    const place = path.slice(0, path.lastIndexOf('/'))
    if (path.endsWith('/offences.csv')) {
      const read = readOffences(path, text)
      offences[place] = read.rows
      diagnostics.push(...read.diagnostics)
    }
    if (path.endsWith('/holidays.csv')) {
      const read = readHolidays(path, text)
      holidays[place] = read.rows
      diagnostics.push(...read.diagnostics)
    }
  }
  return { offences, holidays, diagnostics }
}
