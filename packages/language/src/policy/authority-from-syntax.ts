/** Authorities from their syntax. */
import { AstUtils } from 'langium'
import * as syntax from '../generated/ast.ts'
import { idOf } from './identity-from-syntax.ts'
import { toMark } from './instrument-from-syntax.ts'
import type { Authority, Treatment } from './policy.ts'
import { toTexts } from './texts-from-syntax.ts'

/** Lowers one file of authorities whose names were resolved; what could not be resolved is left out. */
export function toAuthorities(node: syntax.Authorities, file: string): readonly Authority[] {
  return node.authorities.map((authority) => ({
    id: `${node.name}/${authority.name}`,
    name: authority.title,
    cite: authority.cite,
    by: toTexts(authority.by),
    decided: authority.date,
    place: node.name,
    binding: authority.binding,
    acts: authority.acts.map((act) => act.$refText),
    provisions: authority.bearings.flatMap(provisionIds),
    instruments: authority.bearings.flatMap(({ target, instrument }) =>
      target === undefined ? [instrument.$refText] : [],
    ),
    encodedIn: authority.encoded?.$refText ?? null,
    treatments: authority.treatments.map(toTreatment),
    holding: toTexts(authority.holding),
    mark: toMark(authority.mark),
    file,
  }))
}

function provisionIds({ target }: syntax.Bearing): readonly string[] {
  const item = target?.ref
  const home = item === undefined ? undefined : AstUtils.getContainerOfType(item, syntax.isInstrument)
  return item === undefined || home === undefined ? [] : [idOf(home, item)]
}

function toTreatment({ kind, date, cite }: syntax.Treatment): Treatment {
  return { kind, date, cite }
}
