/** Renaming: each name as it is written where it stands, with its quotes, its section or its instrument. */
import { AstUtils, CstUtils, GrammarUtils, type AstNode, type CstNode, type LangiumDocument } from 'langium'
import { DefaultRenameProvider, type LangiumServices } from 'langium/lsp'
import type { RenameParams, TextEdit, WorkspaceEdit } from 'vscode-languageserver'
import * as syntax from '../generated/ast.ts'
import { sectionName } from '../names/cited-name.ts'
import { labelIsUnder, labelOfText } from '../names/label.ts'
import { quote } from '../print/layout.ts'

/** Some text of a file, and what takes its place. */
interface Change {
  readonly uri: string
  readonly edit: TextEdit
}

/** A place where a thing is named, as it is written there. */
interface Use {
  readonly uri: string
  readonly range: TextEdit['range']
  readonly written: string
}

/** Renames terms, labels, sections, sources, facts, acts and all other names in every file that uses them. */
export class PolicyRenameProvider extends DefaultRenameProvider {
  readonly #services: LangiumServices

  constructor(services: LangiumServices) {
    super(services)
    this.#services = services
  }

  override async rename(
    document: LangiumDocument,
    { position, newName }: RenameParams,
  ): Promise<WorkspaceEdit | undefined> {
    const target = this.#targetAt(document, document.textDocument.offsetAt(position))
    if (target === undefined) return undefined
    const changes = syntax.isSection(target) ? this.#renameSection(target, newName) : this.#renameNamed(target, newName)
    const byUri = Map.groupBy(changes, ({ uri }) => uri)
    return { changes: Object.fromEntries([...byUri].map(([uri, found]) => [uri, found.map(({ edit }) => edit)])) }
  }

  #targetAt(document: LangiumDocument, offset: number): AstNode | undefined {
    const root = document.parseResult.value.$cstNode
    if (root === undefined) return undefined
    const leaf = CstUtils.findDeclarationNodeAtOffset(root, offset, this.grammarConfig.nameRegexp)
    return leaf === undefined ? undefined : this.references.findDeclarations(leaf)[0]
  }

  #usesOf(target: AstNode): readonly Use[] {
    const references = this.references.findReferences(target, { includeDeclaration: true }).toArray()
    return references.map(({ sourceUri, segment: { range } }) => {
      const written = this.#services.shared.workspace.LangiumDocuments.getDocument(sourceUri)?.textDocument
      return { uri: sourceUri.toString(), range, written: written?.getText(range) ?? '' }
    })
  }

  #renameNamed(target: AstNode, newName: string): readonly Change[] {
    const uses = this.#usesOf(target).map(({ uri, range, written }) => {
      return { uri, edit: { range, newText: rewritten(target, written, newName) } }
    })
    return [...uses, ...this.#changes(target, furnitureOf(target), () => labelOfText(newName))]
  }

  /** Renames a section, wherever its number is written: at its head, in references to what it holds, in saving clauses. */
  #renameSection(section: syntax.Section, newName: string): readonly Change[] {
    const number = sectionName(newName.startsWith('section ') ? newName : `section ${newName}`)
    const uses = section.items.filter(syntax.isCitable).flatMap((item) => this.#usesOf(item))
    const inReferences = uses
      .filter(({ written }) => written.startsWith('section'))
      .map(({ uri, range, written }) => {
        return { uri, edit: { range, newText: written.replace(/^section[ \t]+[^\s"(),;]+/, number) } }
      })
    const head = GrammarUtils.findNodeForProperty(section.$cstNode, 'number')
    const nodes = [...(head === undefined ? [] : [head]), ...savingClausesOver(section)]
    return [...this.#changes(section, nodes, () => number), ...inReferences]
  }

  #changes(target: AstNode, nodes: readonly CstNode[], write: (node: CstNode) => string): readonly Change[] {
    const uri = AstUtils.getDocument(target).uri.toString()
    return nodes.map((node) => ({ uri, edit: { range: node.range, newText: write(node) } }))
  }
}

/** Writes the new name as it stands there: a term keeps its quotes, and a rule the section before its label. */
function rewritten(target: AstNode, written: string, newName: string): string {
  if (syntax.isTerm(target)) return quote(newName.replace(/^"(.*)"$/, '$1'))
  if (!syntax.isCitable(target)) return newName
  const label = written.indexOf('(')
  return label === -1 ? newName : `${written.slice(0, label)}${newName}`
}

/** Finds the label of an item in the outline and the lead-ins of its section, unless another item stands under it too. */
function furnitureOf(target: AstNode): readonly CstNode[] {
  if (!syntax.isCitable(target) && !syntax.isNotEncoded(target)) return []
  const { label, $container: section } = target
  if (label === undefined) return []
  const own = labelOfText(label)
  if (section.items.some((item) => item !== target && labelIsUnder(item.label ?? '', own))) return []
  const inOutline = GrammarUtils.findNodesForProperty(section.$cstNode, 'outline')
  const inLeadIns = section.leadIns.flatMap(({ $cstNode }) => GrammarUtils.findNodesForProperty($cstNode, 'label'))
  return [...inOutline, ...inLeadIns].filter(({ text }) => text === own)
}

/** Finds the number of a section in the saving clauses of its instrument. */
function savingClausesOver(section: syntax.Section): readonly CstNode[] {
  const number = sectionName(section.number)
  return AstUtils.streamAllContents(section.$container)
    .filter(syntax.isAllOf)
    .filter((allOf) => allOf.section !== undefined && sectionName(allOf.section) === number)
    .flatMap(({ $cstNode }) => GrammarUtils.findNodesForProperty($cstNode, 'section'))
    .toArray()
}
