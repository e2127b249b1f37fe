/** Says what an unknown name is, and what was probably meant. */
import {
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
  [syntax.Act.$type]: { code: 'POL-0201', noun: 'unknown act', help: 'the acts are listed by `brightline vocabulary`' },
  [syntax.Fact.$type]: { code: 'POL-0202', noun: 'unknown fact', help: 'declare it in the vocabulary of the place' },
  [syntax.Value.$type]: { code: 'POL-0203', noun: 'unknown value', help: 'the values stand under the fact in the vocabulary' },
  [syntax.Agency.$type]: { code: 'POL-0204', noun: 'unknown agency', help: 'the agencies are listed by `brightline vocabulary`' },
  [syntax.Term.$type]: { code: 'POL-0205', noun: 'undefined term', help: 'define it with `term "…" means …` in this file' },
  [syntax.Source.$type]: { code: 'POL-0206', noun: 'unknown source', help: 'name the source at the top of this file' },
  [syntax.Citable.$type]: { code: 'POL-0207', noun: 'no such rule', help: 'refer to `(a)` in the same section or to `section 30.1(a)`' },
  [syntax.TimedEvent.$type]: { code: 'POL-0208', noun: 'unknown event', help: 'the events stand in law/vocabulary/facts.policy' },
  [syntax.Instrument.$type]: { code: 'POL-0209', noun: 'unknown instrument', help: 'an instrument is named by the path of its file' },
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
    if (kind === undefined) return error
    const name = info.reference.$refText
    const scope = this.#services.references.ScopeProvider.getScope(info)
    const meant = nearest(
      name,
      scope
        .getAllElements()
        .map((element) => element.name)
        .toArray(),
    )
    const problem: NameProblem = { code: kind.code, help: meant === null ? kind.help : `did you mean \`${meant}\`?` }
    return { ...error, info, message: `${kind.noun} \`${name}\`${detail(info)}`, ...{ problem } }
  }
}

function detail(info: ReferenceInfo): string {
  const container = info.container
  if (info.property === 'values' && syntax.isFactTest(container)) return ` of \`${container.fact.$refText}\``
  if (info.property === 'value' && syntax.isFactGiven(container)) return ` of \`${container.fact.$refText}\``
  return ''
}
