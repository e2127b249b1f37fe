/** Turns the values of a row into the number of one field. */
import type { Dictionary } from '../table/csv/dictionary.ts'
import { inWords, none, type FieldPlan } from '../mapping/plan.ts'
import type { BadValues } from './bad-values.ts'
import { isBlank } from './day.ts'
import { joined, single, type FieldReader } from './known-values.ts'
import type { Labels } from './labels.ts'
import { valueReader } from './value-reader.ts'
import { yearsReader } from './years-reader.ts'

/** Makes the reader of a field. `labels` gathers the texts of label fields. */
export function fieldReader(
  plan: FieldPlan,
  dictionaries: readonly Dictionary[],
  labels: Labels,
  bad: BadValues,
): FieldReader {
  switch (plan.kind) {
    case 'years':
      return yearsReader(plan, dictionaries, bad)
    case 'label':
      return joined(plan.slots, dictionaries, (text) => {
        const named = text.split(' / ').filter((part) => part.trim() !== '')
        return labels.numberOf(named.join(' / '))
      })
    case 'lookup':
      return joined(plan.slots, dictionaries, (text, slot, code) => {
        const found = plan.table[text.toUpperCase()]
        if (found === undefined && plan.mustFit && !isBlank(text)) bad.note(slot, code, 'DATA-0017')
        return found ?? none
      })
    case 'words':
      return joined(plan.slots, dictionaries, (text, slot, code) => {
        const padded = inWords(text)
        const found = plan.words.find(({ any }) => any.some((word) => padded.includes(word)))
        if (found === undefined && plan.mustFit && text !== '') bad.note(slot, code, 'DATA-0008')
        return found?.is ?? plan.other
      })
    case 'table':
    case 'number':
    case 'day':
    case 'by-date':
    case 'month':
    case 'window':
      return single(plan.slot, dictionaries, valueReader(plan, bad))
  }
}
