/** Lead-ins, and what they lead into. */
import * as syntax from '../generated/ast.ts'
import { labelIsUnder } from './label.ts'

/** An item of a section to which a lead-in can be joined. */
export type Led = syntax.Rule | syntax.Duty | syntax.NotEncoded

/** Tells whether lead-ins are joined to an item: to rules, to what is not encoded, and to duties that a request gives rise to. */
export function isLed(item: syntax.SectionItem): item is Led {
  if (syntax.isDuty(item)) return syntax.isOnRequest(item.trigger) || syntax.isAfterAct(item.trigger)
  return syntax.isRule(item) || syntax.isNotEncoded(item)
}

/** Lists the lead-ins under which an item stands. */
export function leadInsOver(item: Led): readonly syntax.LeadIn[] {
  const section = item.$container
  return section.leadIns.filter((leadIn) => leadsInto(leadIn, item))
}

/** Lists the items that a lead-in of their section leads into. */
export function itemsUnder(leadIn: syntax.LeadIn): readonly Led[] {
  return leadIn.$container.items.filter(isLed).filter((item) => leadsInto(leadIn, item))
}

function leadsInto({ label }: syntax.LeadIn, item: Led): boolean {
  return label === undefined || labelIsUnder(item.label ?? '', label)
}

/** Lists the conditions of an item, with those of the lead-ins above it. */
export function conditionsOf(item: Led): readonly syntax.Condition[] {
  return [item, ...leadInsOver(item)]
    .flatMap(({ when, unless }) => [when, unless])
    .filter((condition) => condition !== undefined)
}
