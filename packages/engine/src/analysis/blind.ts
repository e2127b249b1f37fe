/** The dependence of an answer on a fact, shown by two cases that differ in it alone. */
import type { Verdict } from '@brightline/language'
import type { CompiledAct, Leaf } from '../diagram/compile.ts'
import { leafValue, type Diagram, type DiagramStore } from '../diagram/store.ts'
import { answeredKey, answeredOf } from '../stack/answered.ts'
import { verdictOf } from '../stack/verdict.ts'
import { toWitness, type Witness } from '../diagram/witness.ts'

/** Two cases that differ in one fact. */
export interface Dependence {
  readonly fact: string
  readonly one: { readonly witness: Witness; readonly verdict: Verdict }
  /** Null where the other value makes the case impossible: the fact shows through a declared constraint. */
  readonly other: { readonly witness: Witness; readonly verdict: Verdict } | null
}

/** Finds two cases that differ in one of some facts and in the answer or in what is possible; null where none do. */
export function dependence(compiled: CompiledAct, facts: readonly string[]): Dependence | null {
  const levels = new Set(facts.flatMap((fact) => compiled.space.levelOf.get(fact) ?? []))
  if (levels.size === 0) return null
  const said = compiled.leaves.map((leaf) => inWords(leaf, compiled.needsPower))
  const differ = (a: number, b: number): boolean => said[a] !== said[b]
  // Two answers that differ say more than an answer and an impossible case.
  return search(compiled, levels, (a, b) => differ(a, b) && a !== 0 && b !== 0) ?? search(compiled, levels, differ)
}

/** Says a leaf as people see it: a permission is the same with and without a ceiling. */
function inWords(leaf: Leaf, needsPower: boolean): string {
  if (leaf.kind === 'impossible') return ''
  const duties = leaf.duties.map(({ id }) => id).join()
  return `${answeredKey(answeredOf(leaf.state, needsPower))} ${leaf.counsel} ${duties}`
}

function search(
  compiled: CompiledAct,
  levels: ReadonlySet<number>,
  differ: (one: number, other: number) => boolean,
): Dependence | null {
  const { store } = compiled
  const seen = new Set<Diagram>()
  const path = store.arities.map(() => -1)
  const walk = (a: Diagram): Dependence | null => {
    if (a < 0 || seen.has(a)) return null
    seen.add(a)
    const level = store.level(a)
    const found = levels.has(level) ? split(compiled, a, path, differ) : null
    if (found !== null) return found
    for (let cell = 0; cell < (store.arities[level] ?? 0); cell++) {
      path[level] = cell
      const below = walk(store.child(a, cell))
      if (below !== null) return below
    }
    path[level] = -1
    return null
  }
  return walk(compiled.diagram)
}

/** Finds two cells of a node's fact under which some case has answers that differ. */
function split(
  compiled: CompiledAct,
  node: Diagram,
  above: readonly number[],
  differ: (one: number, other: number) => boolean,
): Dependence | null {
  const { store, space } = compiled
  const level = store.level(node)
  const arity = store.arities[level] ?? 0
  for (let first = 0; first < arity; first++) {
    for (let second = 0; second < arity; second++) {
      const found = differing(store, store.child(node, first), store.child(node, second), differ)
      if (found === null) continue
      const side = (cell: number, value: number): Dependence['one'] | null => {
        const cells = above.map((chosen, at) => (at === level ? cell : at > level ? (found.path[at] ?? -1) : chosen))
        const at = compiled.leaves[value]
        if (at?.kind !== 'answer') return null
        return { witness: toWitness(compiled, cells), verdict: verdictOf(at.state, compiled.needsPower) }
      }
      const one = side(first, found.one)
      if (one !== null) return { fact: space.variables[level]?.name ?? '', one, other: side(second, found.other) }
    }
  }
  return null
}

interface Differing {
  readonly path: readonly number[]
  readonly one: number
  readonly other: number
}

/** Finds a case in which two diagrams have leaves that differ. */
function differing(
  store: DiagramStore,
  left: Diagram,
  right: Diagram,
  differ: (one: number, other: number) => boolean,
): Differing | null {
  const path = store.arities.map(() => -1)
  const dead = new Set<string>()
  const walk = (a: Diagram, b: Diagram): Differing | null => {
    if (a === b) return null
    if (a < 0 && b < 0) {
      const [one, other] = [leafValue(a), leafValue(b)]
      return differ(one, other) ? { path: [...path], one, other } : null
    }
    const key = `${a} ${b}`
    if (dead.has(key)) return null
    dead.add(key)
    const [levelA, levelB] = [store.level(a), store.level(b)]
    const level = Math.min(levelA, levelB)
    for (let cell = 0; cell < (store.arities[level] ?? 0); cell++) {
      path[level] = cell
      const found = walk(levelA === level ? store.child(a, cell) : a, levelB === level ? store.child(b, cell) : b)
      if (found !== null) return found
    }
    path[level] = -1
    return null
  }
  return walk(left, right)
}
