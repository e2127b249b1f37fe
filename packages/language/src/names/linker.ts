/** Finds what an unknown name is, and what was probably meant. */
import {
  AstUtils,
  DefaultLinker,
  type AstNodeDescription,
  type LangiumCoreServices,
  type LinkingError,
  type ReferenceInfo,
} from 'langium'
import type { PolicyCode } from '../errors.ts'
import type { Finding, OptionalValues } from '../file-problem.ts'
import * as syntax from '../generated/ast.ts'
import { nearest } from './nearest.ts'

const codeByType: Readonly<Record<string, PolicyCode>> = {
  [syntax.Act.$type]: 'POL-0201',
  [syntax.Fact.$type]: 'POL-0202',
  [syntax.Value.$type]: 'POL-0203',
  [syntax.Bound.$type]: 'POL-0204',
  [syntax.Agency.$type]: 'POL-0204',
  [syntax.Term.$type]: 'POL-0205',
  [syntax.Source.$type]: 'POL-0206',
  [syntax.Citable.$type]: 'POL-0207',
  [syntax.TimedEvent.$type]: 'POL-0208',
  [syntax.Instrument.$type]: 'POL-0209',
}

/** A longer list of names helps less than where to look them up. */
const mostChoices = 8

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
    const code = codeByType[type]
    if (code === undefined) throw new Error(`no code for references to ${type}`)
    const name = info.reference.$refText
    const known = this.#namesKnown(info, code)
    // Among labels of one letter every label is near.
    const meant = name.length < 4 ? null : nearest(name, known)
    const choices = known.length > 0 && known.length <= mostChoices ? known : null
    const problem: Finding = { code, values: { name, ...whereLooked(info), meant, choices } }
    return { ...error, info, message: code, ...{ problem } }
  }

  #namesKnown(info: ReferenceInfo, code: PolicyCode): readonly string[] {
    const isLabel = info.reference.$refText.startsWith('(')
    const scope = this.#services.references.ScopeProvider.getScope(info)
    const known = scope.getAllElements().map((element) => element.name)
    // A label is looked up among the labels, a section among the sections.
    return known.filter((one) => code !== 'POL-0207' || one.startsWith('(') === isLabel).toArray()
  }
}

/** Tells where a name was looked up: among the values of a fact, or the rules of a section or another instrument. */
function whereLooked({ container, property, reference }: ReferenceInfo): OptionalValues {
  if (property === 'values' && syntax.isFactTest(container)) return { fact: container.fact.$refText }
  if (property === 'value' && syntax.isFactGiven(container)) return { fact: container.fact.$refText }
  if (property !== 'target' || !(syntax.isRuleRef(container) || syntax.isBearing(container))) return {}
  if (container.instrument !== undefined) return { instrument: container.instrument.$refText }
  const section = AstUtils.getContainerOfType(container, syntax.isSection)
  const isOfSection = section !== undefined && reference.$refText.startsWith('(')
  return isOfSection ? { section: section.number } : {}
}
