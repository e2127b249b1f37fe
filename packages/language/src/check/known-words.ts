/** The words of all vocabularies that a check of one file needs to know. */
import { WorkspaceCache, type AstNode, type LangiumCoreServices } from 'langium'
import * as syntax from '../generated/ast.ts'

/** Questions about the words of all vocabularies. */
export interface KnownWords {
  /** Tells whether some form asks for an act. */
  readonly isAsked: (act: string) => boolean
  /** Tells whether a name is that of a kind of agency. */
  readonly isAgency: (name: string) => boolean
}

/** Looks the words up once for all files, and again when a file has changed. */
export function knownWords({ shared }: LangiumCoreServices): KnownWords {
  const cache = new WorkspaceCache<string, ReadonlySet<string>>(shared)
  const nodes = (type: string): readonly (AstNode | undefined)[] =>
    shared.workspace.IndexManager.allElements(type)
      .map(({ node }) => node)
      .toArray()
  const asked = (): ReadonlySet<string> => new Set(nodes(syntax.Fact.$type).flatMap(actsAsked))
  const agencies = (): ReadonlySet<string> =>
    new Set(nodes(syntax.Agency.$type).flatMap((node) => (syntax.isAgency(node) ? [node.name] : [])))
  return {
    isAsked: (act) => cache.get('acts', asked).has(act),
    isAgency: (name) => cache.get('agencies', agencies).has(name),
  }
}

function actsAsked(fact: AstNode | undefined): readonly string[] {
  if (!syntax.isFact(fact) || !syntax.isOneOfType(fact.type)) return []
  return fact.type.values.flatMap(({ acts }) => acts.map(({ $refText }) => $refText))
}
