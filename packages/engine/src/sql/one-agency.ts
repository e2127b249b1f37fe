/** The law on one kind of agency, which is much smaller than that on all. */
import { bindsKind } from '../fact/condition.ts'
import type { Stack } from '../stack/layer.ts'

/** Leaves out of a stack what does not bind a kind of agency; nothing where it is null. */
export function lawOn(stack: Stack, agency: string | null): Stack {
  if (agency === null) return stack
  const isBinding = ({ agencies }: { readonly agencies: readonly string[] | null }): boolean =>
    bindsKind(agencies, agency, stack.vocabulary)
  const layers = stack.layers.map((layer) => ({
    ...layer,
    instruments: layer.instruments.map((standing) => ({
      ...standing,
      rules: standing.rules.filter(isBinding),
      duties: standing.duties.filter(isBinding),
      notEncoded: standing.notEncoded.filter(isBinding),
    })),
  }))
  return { ...stack, layers }
}
