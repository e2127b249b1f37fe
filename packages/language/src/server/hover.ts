/** The meaning of a name, beside the cursor. */
import type { AstNode } from 'langium'
import { AstNodeHoverProvider } from 'langium/lsp'
import { nameOf } from '../names/cited-name.ts'
import * as syntax from '../generated/ast.ts'
import { list } from '../print/layout.ts'
import { printItem } from '../print/provision.ts'

/** The question of a fact, the phrase of an act, the definition of a term, a rule with its citation and mark. */
export class PolicyHoverProvider extends AstNodeHoverProvider {
  protected getAstNodeHoverContent(node: AstNode): string | undefined {
    if (syntax.isFact(node)) return factText(node)
    if (syntax.isAct(node)) return `**${node.name}**: ${languagesOf(node.phrase)}`
    if (syntax.isAgency(node) || syntax.isTimedEvent(node) || syntax.isValue(node)) return languagesOf(node.label)
    if (syntax.isSource(node)) return `${node.title}, read ${node.date}\n\n<${node.url}>`
    if (syntax.isInstrument(node)) return `**${node.title}**\n\n${node.cite}`
    if (syntax.isTerm(node)) return policyText(node)
    if (syntax.isCitable(node))
      return `**${nameOf(node)}**${citeText(node)}\n\n${policyText(node)}\n\n${markText(node.mark)}`
    return undefined
  }
}

function languagesOf({ en, es, translations }: syntax.Texts): string {
  return [en, ...(es === undefined ? [] : [es]), ...translations.map(({ text }) => text)].join(' / ')
}

function factText(fact: syntax.Fact): string {
  const known = fact.knownBy === undefined ? '' : `\n\nKnown by ${languagesOf(fact.knownBy)}.`
  const guarded = fact.protected ? '\n\n**Protected: neither asked nor stored, unless a cited law forces it.**' : ''
  return `**${fact.name}**: ${languagesOf(fact.question)}\n\n${answersText(fact.type)}${known}${guarded}`
}

function answersText(type: syntax.FactType): string {
  if (syntax.isOneOfType(type)) return `One of ${list(type.values.map(({ name }) => `\`${name}\``))}.`
  if (syntax.isNumberType(type)) {
    return `A number from ${type.min} to ${type.max}${type.unit === undefined ? '' : ` ${type.unit}`}${type.never ? ', or never' : ''}.`
  }
  return syntax.isYesNoType(type) ? 'Yes or no.' : 'A date.'
}

function citeText(item: syntax.Citable): string {
  if (item.cite !== undefined) return `: ${item.cite}`
  const section = item.$container
  return section.cite === undefined ? ` of ${section.$container.title}` : `: ${section.cite}`
}

function markText(mark: syntax.Mark | undefined): string {
  if (mark === undefined) return 'No mark: nothing says how far its text was read.'
  const source = mark.source?.ref
  const words = { read: 'Read', inferred: 'Inferred', reported: 'Reported', unverified: 'Unverified' }[mark.kind]
  return source === undefined ? `${words}.` : `${words} in ${source.title} (${source.date}).`
}

function policyText(item: syntax.SectionItem): string {
  return `\`\`\`policy\n${printItem(0, item).join('\n')}\n\`\`\``
}
