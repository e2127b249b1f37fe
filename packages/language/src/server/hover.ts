/** The meaning of a name, beside the cursor. */
import type { AstNode } from 'langium'
import { AstNodeHoverProvider, type LangiumServices } from 'langium/lsp'
import { nameOf } from '../names/cited-name.ts'
import { isLed, leadInsOver } from '../names/lead-ins.ts'
import { labelOfText } from '../names/label.ts'
import * as syntax from '../generated/ast.ts'
import { conditionText } from '../print/condition.ts'
import { printAuthority } from '../print/authorities.ts'
import { printItem, printLeadIn } from '../print/provision.ts'
import { askedText } from '../print/vocabulary.ts'
import { hoverWords, type SayHover } from './hover-words.ts'
import type { Spoken } from './spoken.ts'

/** The question of a fact, the phrase of an act, the definition of a term, a rule with its citation and mark. */
export class PolicyHoverProvider extends AstNodeHoverProvider {
  readonly #spoken: Spoken

  constructor(services: LangiumServices, spoken: Spoken) {
    super(services)
    this.#spoken = spoken
  }

  protected getAstNodeHoverContent(node: AstNode): string | undefined {
    const { lang } = this.#spoken
    const say = hoverWords(lang)
    if (syntax.isFact(node)) return factText(node, say, lang)
    if (syntax.isAct(node)) return actText(node, say)
    if (syntax.isValue(node)) return valueText(node, say, lang)
    if (syntax.isAgency(node)) return paragraphs(languagesOf(node.label), node.private && say('private'))
    if (syntax.isTimedEvent(node)) return languagesOf(node.label)
    if (syntax.isSource(node)) {
      const { title, date, url } = node
      return `${say('read-on', { title, date })}\n\n<${url}>`
    }
    if (syntax.isInstrument(node)) return `**${node.title}**\n\n${node.cite}`
    if (syntax.isAuthority(node)) return paragraphs(policyText(printAuthority(node)), markText(node.mark, say))
    if (syntax.isTerm(node) || syntax.isGroup(node)) return policyText(printItem(0, node))
    return syntax.isCitable(node) || syntax.isNotEncoded(node) ? provisionText(node, say) : undefined
  }
}

function languagesOf({ en, es, translations }: syntax.Texts): string {
  return [en, ...(es === undefined ? [] : [es]), ...translations.map(({ text }) => text)].join(' / ')
}

function factText(fact: syntax.Fact, say: SayHover, lang: string): string {
  const { knownBy, judge, sense, statement } = fact
  return paragraphs(
    `**${fact.name}**: ${languagesOf(fact.question)}`,
    answersText(fact.type, say, lang),
    knownBy !== undefined && say('known-by', { who: languagesOf(knownBy) }),
    judge !== undefined && say('judged-by', { who: languagesOf(judge) }),
    sense !== undefined && say('makes-sense', { condition: `\`${conditionText(sense)}\`` }),
    statement !== undefined && say('said', { text: languagesOf(statement) }),
    fact.protected && say('protected'),
    fact.volunteered && say('volunteered'),
  )
}

function answersText(type: syntax.FactType, say: SayHover, lang: string): string {
  if (syntax.isOneOfType(type))
    return say('one-of', {
      values: either(
        type.values.map(({ name }) => name),
        lang,
      ),
    })
  if (syntax.isNumberType(type)) {
    const unit = type.unit === undefined ? '' : ` ${type.unit}`
    return say(type.never ? 'number-or-never' : 'number', { from: String(type.min), to: String(type.max), unit })
  }
  return say(syntax.isYesNoType(type) ? 'yes-or-no' : 'date')
}

function actText({ name, phrase, lasts, power }: syntax.Act, say: SayHover): string {
  return paragraphs(
    `**${name}**: ${languagesOf(phrase)}`,
    lasts && say('lasts'),
    power !== undefined && say('power', { cite: power }),
  )
}

function valueText({ label, acts, spans }: syntax.Value, say: SayHover, lang: string): string {
  const names = acts.map(({ $refText }) => $refText)
  return paragraphs(
    languagesOf(label),
    names.length > 0 && say('asks', { acts: either(names, lang) }),
    spans.length > 0 && say('asks-for', { spans: spans.map((span) => `\`${askedText(span)}\``).join(', ') }),
  )
}

function provisionText(item: syntax.Citable | syntax.NotEncoded, say: SayHover): string {
  const leadIns = isLed(item) ? leadInsOver(item) : []
  return paragraphs(
    `**${nameOf(item)}**: ${citeText(item, say)}`,
    policyText(printItem(0, item)),
    leadIns.length > 0 && `${say('led-in')}\n\n${policyText(leadIns.flatMap((leadIn) => printLeadIn(0, leadIn)))}`,
    !syntax.isNotEncoded(item) && markText(item.mark, say),
  )
}

/** Writes the citation of a provision. Where its label is ours in part, so is the provision only a part of what is cited. */
function citeText(item: syntax.Citable | syntax.NotEncoded, say: SayHover): string {
  const { label = '', $container: section } = item
  const inSection = section.cite === undefined ? null : `${section.cite}${labelOfText(label)}`
  const name = labelOfText(nameOf(item))
  const cite = item.cite ?? inSection ?? say('of-instrument', { name, title: section.$container.title })
  return label === labelOfText(label) ? cite : say('part-of', { cite })
}

function markText(mark: syntax.Mark | undefined, say: SayHover): string {
  if (mark === undefined) return say('no-mark')
  const source = mark.source?.ref
  const word = say(mark.kind)
  return source === undefined ? `${word}.` : say('in-source', { mark: word, title: source.title, date: source.date })
}

/** Joins names, of which one is meant. */
function either(names: readonly string[], lang: string): string {
  const quoted = names.map((name) => `\`${name}\``)
  return new Intl.ListFormat(lang, { type: 'disjunction' }).format(quoted)
}

function policyText(lines: readonly string[]): string {
  return `\`\`\`policy\n${lines.join('\n')}\n\`\`\``
}

/** Joins what there is to say, a paragraph each. */
function paragraphs(...texts: readonly (string | false)[]): string {
  return texts.filter((text) => text !== false).join('\n\n')
}
