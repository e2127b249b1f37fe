/** Tries a case under the law: what it answers, and which facts can still change that. */
import {
  actsOfForm,
  factsThatDecide,
  formFact,
  readRequest,
  toQuestion,
  tryAnswer,
  type Decision,
  type DecisionDocument,
  type Question,
  type Request,
  type Stack,
} from '@brightline/engine'
import { parseRequest } from '@brightline/engine/request'
import type { Fact, Problem } from '@brightline/language'
import type { ReadLaw } from '../case/law-in-use.ts'
import type { TriedCase } from './what-if-address.ts'

/** A fact that can be set, with what it is set to. */
export interface SetFact {
  readonly question: Question
  readonly type: Fact['type'] | undefined
  readonly value: string
}

/** What a case came to. */
export interface Tried {
  readonly tried: TriedCase
  readonly facts: readonly SetFact[]
  /** So many more facts could change the answer. */
  readonly left: number
  readonly acts: readonly string[]
  /** What each answer to the next question would lead to, by the act that waits for it. */
  readonly branches: readonly Branch[]
  /** Null where the case cannot be decided; `problems` say why. */
  readonly answer: DecisionDocument | null
  readonly problems: readonly Problem[]
}

/** What one answer to the next question on an act would lead to. */
export interface Branch {
  readonly act: string
  readonly question: Question
  readonly answer: Question['answers'][number]
  readonly decision: Decision
}

/** So many facts that could change the answer are offered beside those that are set. */
const mostOffered = 8

/** Decides a case, or says why it is none. */
export function tryCase(law: ReadLaw, place: string, asOf: string, tried: TriedCase): Tried {
  const stack = law.stackAt(place, asOf)
  const parsed = parseRequest({
    place,
    asOf,
    agency: tried.agency,
    facts: Object.fromEntries(tried.facts),
    ...(tried.act === '' ? {} : { acts: [tried.act] }),
  })
  const request = parsed.ok ? readRequest(law.library, parsed.value, { stackAt: law.stackAt }) : parsed
  const answer = request.ok ? tryAnswer(request.value) : request
  const open = request.ok && answer.ok ? openFacts(request.value, tried) : []
  const shown = [
    formFact,
    ...[...tried.facts.keys()].filter((name) => name !== formFact),
    ...open.slice(0, mostOffered),
  ]
  return {
    tried,
    facts: [...new Set(shown)].flatMap((name) => setFact(stack, name, tried)),
    left: Math.max(0, open.length - mostOffered),
    acts: request.ok ? request.value.acts : (actsOfForm(stack.vocabulary, tried.facts.get(formFact) ?? '') ?? []),
    branches: answer.ok ? answer.value.decisions.flatMap((one) => branchesOf(law, place, asOf, { tried, one })) : [],
    answer: answer.ok ? answer.value : null,
    problems: answer.ok ? [] : answer.problems,
  }
}

/** Answers the next question in every way, where it has few. */
function branchesOf(
  law: ReadLaw,
  place: string,
  asOf: string,
  { tried, one: { act, ask } }: { readonly tried: TriedCase; readonly one: Decision },
): readonly Branch[] {
  if (ask === null || ask.answers.length > mostBranches) return []
  return ask.answers.flatMap((answer) => {
    const facts = { ...Object.fromEntries(tried.facts), [ask.fact]: answer.value }
    const answered = law.answer({ place, asOf, agency: tried.agency, acts: [act], facts })
    const decision = answered.ok ? answered.value.decisions[0] : undefined
    return decision === undefined ? [] : [{ act, question: ask, answer, decision }]
  })
}

const mostBranches = 6

/** Lists the facts that can still change the answer on any of the acts, best first, one act after another. */
function openFacts({ stack, acts, knowledge }: Request, { facts }: TriedCase): readonly string[] {
  const byAct = acts.map((act) => factsThatDecide(stack, act, knowledge))
  const longest = Math.max(0, ...byAct.map(({ length }) => length))
  const inTurn = Array.from({ length: longest }, (_, at) => byAct.flatMap((names) => names[at] ?? [])).flat()
  return [...new Set(inTurn)].filter((name) => !facts.has(name) && name !== formFact && isAskable(stack, name))
}

/** Tells if a fact may be asked: a protected one is not, and what is computed from records is not typed. */
function isAskable(stack: Stack, name: string): boolean {
  const fact = stack.vocabulary.facts.find((one) => one.name === name)
  return fact !== undefined && !fact.isProtected && fact.derivation === null
}

function setFact(stack: Stack, name: string, { facts }: TriedCase): readonly SetFact[] {
  const question = isAskable(stack, name) ? toQuestion(stack, name) : null
  if (question === null) return []
  const type = stack.vocabulary.facts.find((fact) => fact.name === name)?.type
  return [{ question, type, value: facts.get(name) ?? '' }]
}
