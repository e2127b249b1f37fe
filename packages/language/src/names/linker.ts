/** Says what an unknown name is, and what was probably meant. */
import {
  AstUtils,
  DefaultLinker,
  type AstNodeDescription,
  type LangiumCoreServices,
  type LinkingError,
  type ReferenceInfo,
} from 'langium'
import * as syntax from '../generated/ast.ts'
import { nearest } from './nearest.ts'

interface Kind {
  readonly code: string
  readonly noun: string
  readonly help: string
}

const kindByType: Readonly<Record<string, Kind>> = {
  [syntax.Act.$type]: {
    code: 'POL-0201',
    noun: 'unknown act',
    help: 'name an act of the vocabulary, or declare it there',
  },
  [syntax.Fact.$type]: {
    code: 'POL-0202',
    noun: 'unknown fact',
    help: 'name a fact of the vocabulary, or declare it there',
  },
  [syntax.Value.$type]: {
    code: 'POL-0203',
    noun: 'unknown value',
    help: 'the values stand under the fact in the vocabulary',
  },
  [syntax.Agency.$type]: {
    code: 'POL-0204',
    noun: 'unknown agency',
    help: 'name an agency of the vocabulary, or declare it there',
  },
  [syntax.Term.$type]: {
    code: 'POL-0205',
    noun: 'undefined term',
    help: 'define it with `term "…" means …` in this file',
  },
  [syntax.Source.$type]: { code: 'POL-0206', noun: 'unknown source', help: 'name the source at the top of this file' },
  [syntax.Citable.$type]: {
    code: 'POL-0207',
    noun: 'there is no rule',
    help: 'refer to `(a)` in the same section, elsewhere to `section 30.1(a)`',
  },
  [syntax.TimedEvent.$type]: {
    code: 'POL-0208',
    noun: 'unknown event',
    help: 'name an event of the vocabulary, or declare it there',
  },
  [syntax.Instrument.$type]: {
    code: 'POL-0209',
    noun: 'unknown instrument',
    help: 'an instrument is named by the path of its file',
  },
}

/** What the linking error carries besides its message. */
export interface NameProblem {
  readonly code: string
  readonly help: string
}

/** Reports unknown names with their code and the nearest known name. */
export class PolicyLinker extends DefaultLinker {
  readonly #services: LangiumCoreServices

  constructor(services: LangiumCoreServices) {
    super(services)
    this.#services = services
  }

  protected override createLinkingError(info: ReferenceInfo, target?: AstNodeDescription): LinkingError {
    const error = super.createLinkingError(info, target)
    const type = this.reflection.getReferenceType(info)
    const kind = kindByType[type]
    if (kind === undefined) throw new Error(`no message for references to ${type}`)
    const name = info.reference.$refText
    const scope = this.#services.references.ScopeProvider.getScope(info)
    const known = scope
      .getAllElements()
      .map((element) => element.name)
      // A label is looked up among the labels, a section among the sections.
      .filter((one) => kind.code !== 'POL-0207' || one.startsWith('(') === name.startsWith('('))
      .toArray()
    // Among labels of one letter every label is near.
    const meant = name.length < 4 ? null : nearest(name, known)
    // A short list says more than where to look it up.
    const isShort = known.length > 0 && known.length <= 8
    const otherwise = isShort ? `it can be ${known.map((one) => `\`${one}\``).join(', ')}` : kind.help
    const problem: NameProblem = { code: kind.code, help: meant === null ? otherwise : `did you mean \`${meant}\`?` }
    return { ...error, info, message: `${kind.noun} \`${name}\`${detail(info)}`, ...{ problem } }
  }
}

function detail({ container, property }: ReferenceInfo): string {
  if (property === 'values' && syntax.isFactTest(container)) return ` of \`${container.fact.$refText}\``
  if (property === 'value' && syntax.isFactGiven(container)) return ` of \`${container.fact.$refText}\``
  if (property !== 'target' || !syntax.isRuleRef(container)) return ''
  if (container.instrument !== undefined) return ` in \`${container.instrument.$refText}\``
  const section = AstUtils.getContainerOfType(container, syntax.isSection)
  const isOfSection = section !== undefined && container.target.$refText.startsWith('(')
  return isOfSection ? ` in ${section.number}` : ' in this instrument'
}
