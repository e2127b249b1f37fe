/** The tables of docs/combining.md, made from the code that every evaluator uses. */
import {
  answers,
  combine,
  instrumentState,
  mergeReadings,
  modalBit,
  notEncodedBit,
  rankState,
  silenceOf,
  stateBit,
  states,
  verdictOf,
  type State,
} from '../packages/engine/src/stack/verdict.ts'

const letters = ['R', 'P', 'M', 'Mc', 'C', 'N', 'F', '?'] as const

/** Names an answer by what stands in it: the sets of letters of the page. */
function nameOf(state: State): string {
  const bits = stateBit(state)
  const parts = letters.filter((_, index) => (bits >> index) & 1)
  const [first, ...rest] = parts.includes('P') ? ['P', ...parts.filter((part) => part !== 'P')] : parts
  return first === undefined ? '-' : [first, ...rest].join('+')
}

const rules = [
  ['must', modalBit('must', 'floor', true)],
  ['must not', modalBit('must-not', 'floor', true)],
  ['may', modalBit('may', 'floor', true)],
  ['may, ceiling', modalBit('may', 'ceiling', true)],
  ['need not', modalBit('need-not', 'floor', true)],
  ['nobody may forbid', modalBit('nobody-may-forbid', 'floor', true)],
  ['nothing here forbids', modalBit('not-forbidden', 'floor', true)],
  ['not encoded', notEncodedBit],
] as const

/** Answers without what is not encoded; it stands beside them as the page says. */
const plain = answers.filter((state) => (stateBit(state) & notEncodedBit) === 0)
const displacing = plain.filter((state) => combine(state, prohibited()) !== prohibited())
const forbidding = states.filter((state) => !answers.some((one) => one === state))
const shown = forbidding.filter((state) => ['P+M', 'P+Mc', 'P+N', 'P+F', 'P+?', 'P+M+?'].includes(nameOf(state)))

function prohibited(): State {
  return 2
}

/** The tables by name, in Markdown. */
export function combiningTables(): Readonly<Record<string, string>> {
  return {
    rules: table(
      ['', ...rules.map(([name]) => name)],
      rules.map(([name, bit]) => [`**${name}**`, ...rules.map(([, other]) => nameOf(instrumentState(bit | other)))]),
    ),
    rank: pairs(
      answers.filter((state) => !nameOf(state).includes('+')),
      (one, other) => rankState(stateBit(one) | stateBit(other)),
    ),
    layers: pairs(plain, combine),
    displaced: grid(
      displacing.filter((state) => stateBit(state) !== 1 && nameOf(state) !== 'C'),
      shown,
      combine,
    ),
    'readings-power': pairs(plain, (one, other) => mergeReadings(one, other, true)),
    'readings-other': pairs(plain, (one, other) => mergeReadings(one, other, false)),
    answers: table(
      ['answer', 'an act that needs a power', 'any other act'],
      answers.map((state) => [`**${nameOf(state)}**`, said(state, true), said(state, false)]),
    ),
  }
}

function said(state: State, needsPower: boolean): string {
  const why = silenceOf(state, needsPower)
  const verdict = verdictOf(state, needsPower)
  const open = verdict === 'permitted' && (stateBit(state) & notEncodedBit) !== 0 ? ', something is not encoded' : ''
  return `${words[verdict]}${why.length === 0 ? open : `: ${why.map((kind) => words[kind]).join(', ')}`}`
}

const words = {
  required: 'must',
  prohibited: 'must not',
  permitted: 'may',
  conflict: 'conflict: counsel decides',
  'no-rule': 'no rule',
  'not-encoded': 'something is not encoded',
  'no-power': 'no power found',
  'duty-lifted': 'the duty is lifted',
  'not-in-force': 'not in force',
  'law-silent': 'the law is silent',
} as const

function pairs(of: readonly State[], combined: (one: State, other: State) => State): string {
  return grid(of, of, combined)
}

function grid(
  rows: readonly State[],
  columns: readonly State[],
  combined: (one: State, other: State) => State,
): string {
  return table(
    ['', ...columns.map(nameOf)],
    rows.map((one) => [`**${nameOf(one)}**`, ...columns.map((other) => nameOf(combined(one, other)))]),
  )
}

/** Lays a table out as the formatter of the house does. */
function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = head.map((cell, at) => Math.max(3, cell.length, ...rows.map((row) => row[at]?.length ?? 0)))
  const line = (cells: readonly string[]): string => {
    return `| ${cells.map((cell, at) => cell.padEnd(widths[at] ?? 0)).join(' | ')} |`
  }
  return [line(head), line(widths.map((width) => '-'.repeat(width))), ...rows.map(line)].join('\n')
}

/** Puts the tables into a page, each between its marks. */
export function withTables(page: string): string {
  return Object.entries(combiningTables()).reduce((text, [name, made]) => {
    const marked = new RegExp(`(<!-- table ${name} -->\n)[^]*?(<!-- end -->)`)
    if (!marked.test(text)) throw new Error(`the page has no marks for the table ${name}`)
    return text.replace(marked, (_, before: string, after: string) => `${before}\n${made}\n\n${after}`)
  }, page)
}
