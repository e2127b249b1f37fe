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
import { groupsOf, termsOf } from '../names/scope.ts'
import { quote } from '../print/layout.ts'

/** The words that can follow a label. */
const afterLabel = [
  ...['staff', 'despite', 'subject to', 'nobody may forbid', 'nothing here forbids'],
  ...['duty', 'in doubt whether', 'term', 'group', 'not encoded'],
]

const label = String.raw`(?:\([A-Za-z0-9.]{1,6}(?:-[0-9.]{1,4})?\))+(?:-[a-z][a-z0-9-]*)?`
const behindLabel = new RegExp(String.raw`^\s*${label}\s+$`)
const behindAllOf = /\bdespite\b.*\ball\s+of\s+$/

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
    if (list === undefined) return list
    if (behindLabel.test(before)) return withWords(list, afterLabel)
    return behindAllOf.test(before) ? withWords(list, ['this instrument', ...sectionsOf(document)]) : list
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
      if (syntax.isAuthorities(root) && type === syntax.Source.$type) return sourceCandidates(root)
      return syntax.isInstrument(root) ? localCandidates(type, root, offset) : []
    }
    const known = this.#index
      .allElements(type)
      .map((description) => ({ label: description.name, meaning: meaningOf(description) }))
      .toArray()
    return type === syntax.Bound.$type && syntax.isInstrument(root) ? [...groupCandidates(root), ...known] : known
  }

  /** Finds the fact that is being tested: the last that is named before the cursor. */
  #factBefore(text: string): syntax.Fact | undefined {
    const name = text.match(/\b[a-z][a-z0-9-]*\.[a-z][a-z0-9-]*/g)?.at(-1)
    const found = this.#index.allElements(syntax.Fact.$type).find((description) => description.name === name)
    return syntax.isFact(found?.node) ? found.node : undefined
  }
}

/** Adds words of the language to a list, in the place of those that begin one of them. */
function withWords(list: CompletionList, words: readonly string[]): CompletionList {
  const items = words.map((word) => ({ label: word, kind: CompletionItemKind.Keyword }))
  const isBegun = (name: string): boolean => words.some((word) => word === name || word.startsWith(`${name} `))
  return { ...list, items: [...list.items.filter((item) => !isBegun(item.label)), ...items] }
}

function sectionsOf(document: LangiumDocument): readonly string[] {
  const root = document.parseResult.value
  return syntax.isInstrument(root) ? root.sections.map(({ number }) => number) : []
}

function groupCandidates(root: syntax.Instrument): readonly Candidate[] {
  return groupsOf(root).map(({ name, title }) => ({ label: name, meaning: title.en }))
}

function sourceCandidates({ sources }: syntax.Instrument | syntax.Authorities): readonly Candidate[] {
  return sources.map(({ name, title }) => ({ label: name, meaning: title }))
}

function localCandidates(type: string, root: syntax.Instrument, offset: number): readonly Candidate[] {
  if (type === syntax.Term.$type) return termsOf(root).map(({ name }) => ({ label: quote(name), meaning: null }))
  if (type === syntax.Source.$type) return sourceCandidates(root)
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
