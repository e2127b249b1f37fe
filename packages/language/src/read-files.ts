/** Reads policy texts and tables into a library, with every problem. */
import { GrammarUtils, URI, type AstNode, type LangiumDocument } from 'langium'
import * as syntax from './generated/ast.ts'
import type { PolicyProblem } from './file-problem.ts'
import { positionOf } from './policy/identity-from-syntax.ts'
import { toInstrument } from './policy/instrument-from-syntax.ts'
import { toAuthorities } from './policy/authority-from-syntax.ts'
import { joinVocabularies, toPlace, toVocabulary } from './policy/vocabulary-from-syntax.ts'
import type { Holiday, Library, Offence } from './policy/policy.ts'
import { readHolidays } from './tables/holidays.ts'
import { readOffences } from './tables/offences.ts'
import type { Reading, TextFile } from './text-file.ts'
import { checkLibrary, type Declaration, type Surroundings } from './check/library.ts'
import { problemsOf, unreadableAmong } from './parse/problems.ts'
import { tooDeep } from './parse/nesting.ts'
import { isReadable } from './readable.ts'
import { createPolicyServices } from './services.ts'

/** Does what `readLibrary` of the door says. */
export async function readFiles(given: readonly TextFile[]): Promise<Reading> {
  const nested = given.flatMap(({ path, text }) => tooDeep(path, text) ?? [])
  const files = given.filter(({ path }) => !nested.some(({ where }) => where.file === path))
  const { shared } = createPolicyServices()
  const factory = shared.workspace.LangiumDocumentFactory
  const documents = files
    .filter((file) => file.path.endsWith('.policy'))
    .map(({ path, text }) => ({ path, document: factory.fromString<syntax.Document>(text, URI.file(`/${path}`)) }))
  for (const { document } of documents) shared.workspace.LangiumDocuments.addDocument(document)
  await shared.workspace.DocumentBuilder.build(
    documents.map(({ document }) => document),
    { validation: true },
  )
  const tables = readTables(files)
  const library = { ...toLibrary(documents), offences: tables.offences, holidays: tables.holidays }
  const unreadable = unreadableAmong(documents)
  return {
    library,
    problems: [
      ...nested,
      ...documents.flatMap(({ path, document }) => problemsOf(path, document, document.diagnostics ?? [], unreadable)),
      ...tables.problems,
      ...checkLibrary(library, surroundingsOf(documents, tables.problems)),
    ],
  }
}

interface Parsed {
  readonly path: string
  readonly document: LangiumDocument<syntax.Document>
}

interface Root {
  readonly path: string
  readonly root: syntax.Document
}

/** Picks the files that could be read. A tree with holes has no meaning: its file is named by its problems instead. */
function readableRoots(documents: readonly Parsed[]): readonly Root[] {
  return documents
    .filter(({ document }) => isReadable(document))
    .map(({ path, document }) => ({ path, root: document.parseResult.value }))
}

function toLibrary(
  documents: readonly Parsed[],
): Pick<Library, 'vocabulary' | 'places' | 'instruments' | 'authorities'> {
  const roots = readableRoots(documents)
  return {
    vocabulary: joinVocabularies(
      roots.flatMap(({ path, root }) => (syntax.isVocabulary(root) ? [toVocabulary(root, path)] : [])),
    ),
    places: roots.flatMap(({ path, root }) => (syntax.isPlace(root) ? [toPlace(root, path)] : [])),
    instruments: roots.flatMap(({ path, root }) => (syntax.isInstrument(root) ? [toInstrument(root, path)] : [])),
    authorities: roots.flatMap(({ path, root }) => (syntax.isAuthorities(root) ? toAuthorities(root, path) : [])),
  }
}

function surroundingsOf(documents: readonly Parsed[], tableErrors: readonly PolicyProblem[]): Surroundings {
  const roots = readableRoots(documents)
  const rootByPath = new Map(roots.map(({ path, root }) => [path, root]))
  return {
    unreadable: new Set([...unreadableAmong(documents).paths, ...tableErrors.map(({ where }) => where.file)]),
    declarations: roots.flatMap(({ path, root }) => (syntax.isVocabulary(root) ? declarationsOf(root, path) : [])),
    positionOf(file, property) {
      const start = GrammarUtils.findNodeForProperty(rootByPath.get(file)?.$cstNode, property)?.range.start
      return { file, line: (start?.line ?? 0) + 1, column: (start?.character ?? 0) + 1 }
    },
  }
}

function declarationsOf(root: syntax.Vocabulary, file: string): readonly Declaration[] {
  const declare = (noun: string, nodes: readonly (AstNode & { readonly name: string })[]): readonly Declaration[] =>
    nodes.map((node) => ({ noun, name: node.name, position: positionOf(node, file) }))
  return [
    ...declare('agency', root.agencies),
    ...declare('act', root.acts),
    ...declare('fact', root.facts),
    ...declare('event', root.events),
  ]
}

function readTables(
  files: readonly TextFile[],
): Pick<Library, 'offences' | 'holidays'> & { problems: readonly PolicyProblem[] } {
  const offences: Record<string, readonly Offence[]> = {}
  const holidays: Record<string, readonly Holiday[]> = {}
  const problems: PolicyProblem[] = []
  for (const { path, text } of files) {
    const place = path.slice(0, path.lastIndexOf('/'))
    if (path.endsWith('/offences.csv')) {
      const read = readOffences(path, text)
      offences[place] = read.rows
      problems.push(...read.problems)
    }
    if (path.endsWith('/holidays.csv')) {
      const read = readHolidays(path, text)
      holidays[place] = read.rows
      problems.push(...read.problems)
    }
  }
  return { offences, holidays, problems }
}
