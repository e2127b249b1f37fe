/** Decides each distinct case under one policy or two; equal facts are decided once. */
import { decide, factsThatDecide, possibleDuties, type Knowledge, type Stack } from '@brightline/engine'
import { actTogether, type ActTogether, type Reach } from '@brightline/engine/analysis'
import type { Duty, Verdict } from '@brightline/language'
import { bitsOf } from './verdict-pair.ts'

/** The outcome of one side of a case. */
export interface SideDecided {
  /** The answer that a counter gets with only these facts; doubt rules count. */
  readonly answer: Verdict
  readonly duties: readonly { readonly duty: Duty; readonly isCertain: boolean }[]
  /** Facts that can still change the verdict, best question first. */
  readonly open: readonly string[]
}

/** Cases that change alike, as a comparison of the two policies found them. */
export interface ChangedCases {
  readonly reach: (knowledge: Knowledge) => Reach
}

/** A case under both policies. */
export interface CaseDecided {
  /** Pairs of verdicts that are possible, as bits; 0 where the facts cannot be true together. */
  readonly pairs: number
  readonly before: SideDecided
  readonly after: SideDecided
  /** For each of the changes that are looked for, whether the case is among them. */
  readonly reaches: readonly Reach[]
}

/** Decides the cases of one act under two stacks; equal facts are decided once. */
export class ActDecider {
  readonly #act: string
  readonly #before: Stack
  readonly #after: Stack
  readonly #together: ActTogether
  readonly #changes: readonly ChangedCases[]
  readonly #known = new Map<string, CaseDecided>()

  constructor(act: string, before: Stack, after: Stack, changes: readonly ChangedCases[]) {
    this.#act = act
    this.#changes = changes
    this.#before = before
    this.#after = after
    this.#together = actTogether(act, before, after)
  }

  /** Decides a case; `key` stands for its knowledge. */
  decide(key: string, knowledge: () => Knowledge): CaseDecided {
    const known = this.#known.get(key)
    if (known !== undefined) return known
    const decided = this.#decide(knowledge())
    this.#known.set(key, decided)
    return decided
  }

  #decide(knowledge: Knowledge): CaseDecided {
    const before = sideDecided(this.#before, this.#act, knowledge)
    return {
      pairs: bitsOf(this.#together.possiblePairs(knowledge)),
      before,
      after: this.#before === this.#after ? before : sideDecided(this.#after, this.#act, knowledge),
      reaches: this.#changes.map(({ reach }) => reach(knowledge)),
    }
  }
}

function sideDecided(stack: Stack, act: string, knowledge: Knowledge): SideDecided {
  return {
    answer: decide(stack, act, knowledge).verdict,
    duties: possibleDuties(stack, act, knowledge),
    open: factsThatDecide(stack, act, knowledge),
  }
}
