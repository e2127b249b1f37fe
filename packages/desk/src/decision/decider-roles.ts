/** Which role at this agency stands for whoever the law lets decide. */
import { bindsKind, rulesOf, type Stack } from '@brightline/engine'
import { byCharacters, type Texts } from '@brightline/language'
import { statement } from '../database/statement.ts'
import { together, type Ask, type Who, type Work } from '../database/transaction.ts'
import type { DeciderRoles, SecondRole } from './second-person.ts'

/** Reads the table of the agency. Whoever is not in it is a supervisor. */
export async function readDeciderRoles(work: Work): Promise<DeciderRoles> {
  return await together(work, async (ask) => await askDeciderRoles(ask))
}

const roles = statement((work) => work.selectFrom('decider_roles').select(['decider', 'role']))

/** Reads it together with what else is asked. */
export async function askDeciderRoles(ask: Ask): Promise<DeciderRoles> {
  const rows = await ask(roles({}))
  return new Map(rows.map(({ decider, role }) => [decider, role]))
}

/** Lists whom the law lets decide at a kind of agency, each once, by their English words. */
export function decidersNamed(stack: Stack, agency: string): readonly Texts[] {
  const named = rulesOf(stack).flatMap(({ decider, agencies }) =>
    decider !== null && bindsKind(agencies, agency, stack.vocabulary) ? [decider] : [],
  )
  const byWords = new Map(named.map((texts) => [texts.en, texts]))
  return [...byWords.values()].toSorted((a, b) => byCharacters(a.en, b.en))
}

/** Says which role stands for a decider from now on. What was decided before stays as it is. */
export async function setDeciderRole(work: Work, who: Who, decider: string, role: SecondRole): Promise<void> {
  await work
    .insertInto('decider_roles')
    .values({ agency_id: who.agency, decider, role })
    .onConflict((conflict) => conflict.columns(['agency_id', 'decider']).doUpdateSet({ role }))
    .execute()
}
