/** Suggestions at the cursor: words of the language, and names with what they mean. */
import type { AstNode, AstNodeDescription, IndexManager, LangiumDocument } from 'langium'
import {
  DefaultCompletionProvider,
  type CompletionAcceptor,
  type CompletionContext,
  type LangiumServices,
  type NextFeature,
} from 'langium/lsp'
import { CompletionItemKind, type CompletionList, type CompletionParams } from 'vscode-languageserver'
import type { GrammarAST } from 'langium'
import { nameOf } from '../names/cited-name.ts'
import * as syntax from '../generated/ast.ts'
import { termsOf } from '../names/scope.ts'
import { quote } from '../print/layout.ts'

/** The words that can follow a label. */
const afterLabel = ['staff', 'despite', 'subject', 'duty', 'in doubt whether', 'term']

interface Candidate {
  readonly label: string
  readonly meaning: string | null
}

/**
 * Offers names by what the grammar asks for, not by the tree around the cursor.
 *
 * A rule that is being written is no tree yet, so the tree would mislead.
 */
export class PolicyCompletionProvider extends DefaultCompletionProvider {
  readonly #index: IndexManager

  constructor(services: LangiumServices) {
    super(services)
    this.#index = services.shared.workspace.IndexManager
  }

  override async getCompletion(
    document: LangiumDocument,
    params: CompletionParams,
  ): Promise<CompletionList | undefined> {
    const list = await super.getCompletion(document, params)
    const { line, character } = params.position
    const before = document.textDocument.getText({ start: { line, character: 0 }, end: { line, character } })
    if (list === undefined || !/^\s*(?:\([A-Za-z0-9.]{1,6}\))+(?:-[a-z][a-z0-9-]*)?\s+$/.test(before)) return list
    const words = afterLabel.map((label) => ({ label, kind: CompletionItemKind.Keyword }))
    return { ...list, items: [...list.items.filter(({ label }) => !afterLabel.includes(label)), ...words] }
  }

  protected override completionForCrossReference(
    context: CompletionContext,
    next: NextFeature<GrammarAST.CrossReference>,
    acceptor: CompletionAcceptor,
  ): void {
    for (const { label, meaning } of this.#candidates(next.feature.type.$refText, context)) {
      const detail = meaning === null ? {} : { detail: meaning }
      acceptor(context, { label, kind: CompletionItemKind.Reference, sortText: '0', ...detail })
    }
  }

  #candidates(type: string, { document, offset }: CompletionContext): readonly Candidate[] {
    const root = document.parseResult.value
    if (type === syntax.Value.$type) {
      const fact = this.#factBefore(document.textDocument.getText().slice(0, offset))
      const values = syntax.isOneOfType(fact?.type) ? fact.type.values : []
      return values.map(({ name, label }) => ({ label: name, meaning: label.en }))
    }
    if (type === syntax.Term.$type || type === syntax.Source.$type || type === 'Citable') {
      return syntax.isInstrument(root) ? localCandidates(type, root, offset) : []
    }
    return this.#index
      .allElements(type)
      .map((description) => ({ label: description.name, meaning: meaningOf(description) }))
      .toArray()
  }

  /** Finds the fact that is being tested: the last that is named before the cursor. */
  #factBefore(text: string): syntax.Fact | undefined {
    const name = text.match(/\b[a-z][a-z0-9-]*\.[a-z][a-z0-9-]*/g)?.at(-1)
    const found = this.#index.allElements(syntax.Fact.$type).find((description) => description.name === name)
    return syntax.isFact(found?.node) ? found.node : undefined
  }
}

function localCandidates(type: string, root: syntax.Instrument, offset: number): readonly Candidate[] {
  if (type === syntax.Term.$type) return termsOf(root).map(({ name }) => ({ label: quote(name), meaning: null }))
  if (type === syntax.Source.$type) return root.sources.map(({ name, title }) => ({ label: name, meaning: title }))
  const here = root.sections.findLast(({ $cstNode }) => ($cstNode?.offset ?? 0) <= offset)
  return root.sections.flatMap((section) =>
    section.items
      .filter((item) => syntax.isCitable(item))
      .map((item) => ({
        label: section === here ? (item.label ?? nameOf(item)) : nameOf(item),
        meaning: section.title,
      })),
  )
}

function meaningOf({ node }: AstNodeDescription): string | null {
  const named: AstNode | undefined = node
  if (syntax.isInstrument(named)) return named.title
  if (syntax.isAct(named)) return named.phrase.en
  if (syntax.isFact(named)) return named.question.en
  return syntax.isAgency(named) || syntax.isTimedEvent(named) ? named.label.en : null
}
