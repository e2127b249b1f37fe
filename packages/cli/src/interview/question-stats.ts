/** `brightline ask --stats`: how many questions an interview asks, on average. */
import { countQuestions, rulesOf, type QuestionCount, type WeightedCase } from '@brightline/engine'
import { stacksOf, weightedCases } from '@brightline/simulate'
import { exitCode } from '../terminal/output.ts'
import { tableLines } from '@brightline/wording'
import type { Context } from '../context.ts'
import { readStack } from '../flag/place.ts'
import { readDataSet } from '../data/data-set.ts'

/** As the command line gives them. */
export interface StatsFlags {
  readonly asOf?: string
  readonly data?: string
  readonly mapping?: string
  readonly json?: boolean
}

/** So many cases are drawn for each act; the average then moves by a few hundredths. */
const draws = 500

const seed = 1

/** Prints, for each act that the place has rules on, the average number of questions and their average cost. */
export async function askStats(text: string, flags: StatsFlags, context: Context): Promise<number> {
  const { place, asOf, library } = await readStack(text, flags.asOf, context)
  const policy = stacksOf({ library, place, asOf })
  const acts = [...new Set(rulesOf(policy.place).flatMap((rule) => rule.acts))]
  let cases: readonly WeightedCase[] | null = null
  let problems = 0
  if (flags.data !== undefined) {
    const read = await readDataSet(flags, {
      library,
      policies: [policy],
      window: { from: null, through: null },
      lang: 'en',
    })
    cases = weightedCases(library, read.planned, read.cases)
    problems = read.cases.problems.length
  }
  const counted = acts.map((act) => {
    const drawn = { draws, seed, ...(cases === null ? {} : { cases }) }
    const declared = countQuestions(policy.place, act, drawn)
    const informed = cases === null ? null : countQuestions(policy.place, act, { ...drawn, isInformed: true })
    return { act, declared, informed }
  })
  const over = cases === null ? 'uniform cases' : 'data'
  if (flags.json === true) context.printJson({ version: 1, place, asOf, over, draws, acts: counted })
  else for (const line of statsLines(counted, cases !== null)) context.print(line)
  if (problems > 0) context.tell(`${problems} problems in the data; \`brightline simulate\` lists them`)
  return problems > 0 ? exitCode.findings : exitCode.fine
}

interface Counted {
  readonly act: string
  readonly declared: QuestionCount
  readonly informed: QuestionCount | null
}

function statsLines(counted: readonly Counted[], hasData: boolean): readonly string[] {
  const head = [
    'act',
    'questions',
    'cost',
    'longest',
    'undecided',
    ...(hasData ? ['questions, ordered by frequency', 'cost'] : []),
  ]
  const rows = counted.map(({ act, declared, informed }) => [
    act,
    declared.averageQuestions.toFixed(2),
    declared.averageCost.toFixed(2),
    String(declared.longest),
    String(declared.undecided),
    ...(informed === null ? [] : [informed.averageQuestions.toFixed(2), informed.averageCost.toFixed(2)]),
  ])
  const over = hasData
    ? `average over the data, ${draws} cases drawn; facts that the data lacks are drawn evenly`
    : `average over ${draws} cases, every answer as likely`
  return [over, ...tableLines([head, ...rows])]
}
