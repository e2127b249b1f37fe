/**
 * The things that a name may refer to, at each place of a policy.
 *
 * Instruments are known everywhere; agencies, acts, facts and events too, or in the place of their vocabulary and in
 * the places in it; terms and sources in their own file; values under their fact; rules by label inside their section
 * and by section number elsewhere.
 */
import {
  AstUtils,
  DefaultScopeComputation,
  DefaultScopeProvider,
  EMPTY_SCOPE,
  MultiMap,
  MultiMapScope,
  type AstNode,
  type AstNodeDescription,
  type LangiumDocument,
  type LocalSymbols,
  type ReferenceInfo,
  type Scope,
} from 'langium'
import * as syntax from '../generated/ast.ts'
import { placeOfWords } from './place-of-words.ts'
import { resolved } from './resolved.ts'
import { sectionName } from './cited-name.ts'

/** Exports vocabulary items, instruments and places, and nothing else. */
export class PolicyScopeComputation extends DefaultScopeComputation {
  override collectExportedSymbols(document: LangiumDocument): Promise<AstNodeDescription[]> {
    const root = document.parseResult.value
    const exported: AstNodeDescription[] = []
    const add = (node: AstNode & { readonly name?: string }): void => {
      if (typeof node.name === 'string') exported.push(this.descriptions.createDescription(node, node.name, document))
    }
    if (syntax.isInstrument(root) || syntax.isPlace(root)) add(root)
    if (syntax.isVocabulary(root)) {
      for (const node of [...root.agencies, ...root.acts, ...root.facts, ...root.events]) add(node)
    }
    return Promise.resolve(exported)
  }

  /** Collects nothing: the scopes below find what a file declares for itself. */
  override collectLocalSymbols(): Promise<LocalSymbols> {
    return Promise.resolve(new MultiMap())
  }
}

/** Finds the candidates for each kind of reference. */
export class PolicyScopeProvider extends DefaultScopeProvider {
  readonly #localByRoot = new WeakMap<AstNode, LocalScopes>()
  readonly #valuesByType = new WeakMap<AstNode, Scope>()

  override getScope(context: ReferenceInfo): Scope {
    switch (this.reflection.getReferenceType(context)) {
      case syntax.Value.$type:
        return this.#valuesOfFact(context.container)
      case syntax.Term.$type:
        return this.#local(context.container).terms
      case syntax.Source.$type:
        return this.#local(context.container).sources
      case syntax.Citable.$type:
        return this.#citables(context.container)
      case syntax.Bound.$type:
        return this.#bound(context)
      default:
        return this.#known(context)
    }
  }

  /** Finds what is declared for everywhere, or in the folder of a place that binds the place of this file. */
  #known(context: ReferenceInfo): Scope {
    const type = this.reflection.getReferenceType(context)
    if (type === syntax.Instrument.$type || type === syntax.Place.$type) return this.getGlobalScope(type, context)
    const { root, folder } = whereOf(AstUtils.getDocument(context.container))
    return this.globalScopeCache.get(`${type} ${root} ${folder}`, () => {
      const known = this.indexManager.allElements(type).filter(({ documentUri: { path } }) => {
        // Words from outside this law folder are not judged.
        const place = path.startsWith(root) ? placeOfWords(path.slice(root.length)) : null
        return place === null || `${folder}/`.startsWith(`${place}/`)
      })
      return new MultiMapScope(known)
    })
  }

  /** Finds the kinds of agency, and the groups of the instrument. */
  #bound(context: ReferenceInfo): Scope {
    const kinds = this.#known(context)
    const { groups } = this.#local(context.container)
    return groups.length === 0 ? kinds : this.createScope(groups, kinds)
  }

  #valuesOfFact(container: AstNode): Scope {
    if (!syntax.isFactTest(container) && !syntax.isFactGiven(container)) return EMPTY_SCOPE
    const type = container.fact?.ref?.type
    if (!syntax.isOneOfType(type)) return EMPTY_SCOPE
    const known = this.#valuesByType.get(type)
    if (known !== undefined) return known
    const scope = this.#scopeOf(type.values.map((value) => [value.name, value] as const))
    this.#valuesByType.set(type, scope)
    return scope
  }

  #citables(container: AstNode): Scope {
    if (!syntax.isRuleRef(container) && !syntax.isBearing(container)) return EMPTY_SCOPE
    if (container.instrument !== undefined) {
      const other = resolved(container.instrument)
      return other === undefined ? EMPTY_SCOPE : this.#local(other).citables
    }
    const section = AstUtils.getContainerOfType(container, syntax.isSection)
    const { citables, citablesIn } = this.#local(container)
    return section === undefined ? citables : (citablesIn.get(sectionName(section.number)) ?? citables)
  }

  #local(node: AstNode): LocalScopes {
    const root = AstUtils.findRootNode(node)
    const known = this.#localByRoot.get(root)
    if (known !== undefined) return known
    const scopes = this.#scopesOf(localNames(root))
    this.#localByRoot.set(root, scopes)
    return scopes
  }

  /** Makes the scopes of a file once: most of its names are looked up many times. */
  #scopesOf({ terms, sources, groups, citables }: LocalNames): LocalScopes {
    const sections = [...new Set(citables.map(([name]) => name.replace(/\(.*$/, '')))]
    const everywhere = this.#scopeOf(citables)
    const inSection = (prefix: string): Scope => {
      const labelled = citables.filter(([name]) => name.startsWith(`${prefix}(`))
      return this.#scopeOf(
        labelled.map(([name, node]) => [name.slice(prefix.length), node] as const),
        everywhere,
      )
    }
    return {
      terms: this.#scopeOf(terms),
      sources: this.#scopeOf(sources),
      groups: this.#descriptionsOf(groups),
      citables: everywhere,
      citablesIn: new Map(sections.map((section) => [section, inSection(section)])),
    }
  }

  #scopeOf(entries: readonly Entry[], outer?: Scope): Scope {
    return new MultiMapScope(this.#descriptionsOf(entries), outer)
  }

  /** Describes nodes by name. A name that is missing in a broken text is nobody's candidate. */
  #descriptionsOf(entries: readonly Entry[]): readonly AstNodeDescription[] {
    return entries.flatMap(([name, node]) =>
      name === undefined ? [] : [this.descriptions.createDescription(node, name)],
    )
  }
}

type Entry = readonly [name: string | undefined, node: AstNode]

/** The names that a file declares for itself, ready to be looked up. */
interface LocalScopes {
  readonly terms: Scope
  readonly sources: Scope
  readonly groups: readonly AstNodeDescription[]
  /** Provisions by section and label. */
  readonly citables: Scope
  /** By section: its provisions by label, and the others behind them. */
  readonly citablesIn: ReadonlyMap<string, Scope>
}

/** Finds the law folder that a file lies in, by its id, and the folder of its place in that. */
function whereOf(document: LangiumDocument): { readonly root: string; readonly folder: string } {
  const { path } = document.uri
  const top = document.parseResult.value
  const isNamed =
    syntax.isInstrument(top) || syntax.isVocabulary(top) || syntax.isPlace(top) || syntax.isAuthorities(top)
  const id = isNamed ? top.name : ''
  const end = [`/${id}.policy`, `/${id}/vocabulary.policy`, `/${id}/authorities.policy`].find((suffix) =>
    path.endsWith(suffix),
  )
  const root = end === undefined ? '/' : path.slice(0, path.length - end.length + 1)
  return { root, folder: placeOfWords(path.slice(root.length)) ?? '' }
}

interface LocalNames {
  readonly terms: readonly (readonly [string, AstNode])[]
  readonly sources: readonly (readonly [string, AstNode])[]
  readonly groups: readonly (readonly [string, AstNode])[]
  readonly citables: readonly (readonly [string, AstNode])[]
}

/** Lists the groups of agencies that an instrument defines. */
export function groupsOf(instrument: syntax.Instrument): readonly syntax.Group[] {
  return instrument.sections.flatMap((section) => section.items.filter(syntax.isGroup))
}

/** Lists the terms of an instrument, in its own order. */
export function termsOf(instrument: syntax.Instrument): readonly syntax.Term[] {
  return [...instrument.terms, ...instrument.sections.flatMap((section) => section.items.filter(syntax.isTerm))]
}

function named(source: syntax.Source): readonly [string, AstNode] {
  return [source.name, source]
}

function localNames(root: AstNode): LocalNames {
  if (syntax.isAuthorities(root)) return { terms: [], sources: root.sources.map(named), groups: [], citables: [] }
  if (!syntax.isInstrument(root)) return { terms: [], sources: [], groups: [], citables: [] }
  return {
    terms: termsOf(root).map((term) => [term.name, term] as const),
    sources: root.sources.map(named),
    groups: groupsOf(root).map((group) => [group.name, group] as const),
    citables: root.sections.flatMap((section) =>
      section.items
        .filter(syntax.isCitable)
        .map((item) => [`${sectionName(section.number)}${item.label ?? ''}`, item] as const),
    ),
  }
}
