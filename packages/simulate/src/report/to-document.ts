/** Makes the document of a replay. In a public one small counts are suppressed before anything else. */
import { formFact } from '@brightline/engine'
import type { Replay } from '../replay/replay.ts'
import { actDocument } from './act-document.ts'
import type { ActReplayDocument, ReplayDocument, ReplayNames } from './document.ts'
import { printoutDocument, workloadDocument } from './printout-document.ts'

/** Makes the document. For the public, values of cells are not repeated either. */
export function toReplayDocument(replay: Replay, isPublic: boolean): ReplayDocument {
  const acts = replay.acts.map((act) => actDocument(act, isPublic))
  return {
    version: 2,
    isPublic,
    printout: printoutDocument(replay.printout, acts, isPublic),
    acts,
    workload: workloadDocument(replay, acts, isPublic),
    problems: isPublic ? [] : replay.problems,
    names: namesOf(replay, acts),
  }
}

/** Gathers the words for the names that the acts speak of. */
function namesOf({ vocabulary }: Replay, acts: readonly ActReplayDocument[]): ReplayNames {
  const { agencies, facts } = vocabulary
  const missing = new Set(acts.flatMap(({ sides }) => sides.flatMap((side) => side.missing.map(({ fact }) => fact))))
  const form = facts.find(({ name }) => name === formFact)?.type
  const spoken = new Set(acts.map(({ act }) => act))
  return {
    acts: Object.fromEntries(
      vocabulary.acts.filter(({ name }) => spoken.has(name)).map(({ name, phrase }) => [name, phrase]),
    ),
    forms: Object.fromEntries(form?.kind === 'one-of' ? form.values.map(({ name, label }) => [name, label]) : []),
    facts: Object.fromEntries(
      facts.filter(({ name }) => missing.has(name)).map(({ name, question }) => [name, question]),
    ),
    agencies: Object.fromEntries(agencies.map(({ name, label }) => [name, label])),
  }
}
