/** Law in which facts choose what each rank says: every pair of the written tables is one case of it. */
import type { Condition, Instrument, Modal, NotEncoded, Rule } from '@brightline/language'
import type { CompleteCase } from '../../src/fact/condition.ts'
import type { Stack } from '../../src/stack/layer.ts'
import { fact, from, instrument, is, notEncoded, oneOf, rule, stackUnder } from '../small-law.ts'
import { answerNames, rankNames, readingNames, rows, written } from './combining-table.ts'

/** A case with what the written tables say of it. */
interface WrittenCase {
  readonly facts: CompleteCase
  readonly says: string
  readonly why: string
}

/** A stack, an act, and its written cases. */
export interface WrittenLaw {
  readonly name: string
  readonly stack: Stack
  readonly act: string
  readonly cases: readonly WrittenCase[]
}

/** Needs a power, and does not. */
const acts = ['hold', 'tell'] as const

const modals: Readonly<Record<string, Partial<Rule> & { readonly modal: Modal }>> = {
  R: { modal: 'must' },
  P: { modal: 'must-not' },
  M: { modal: 'may' },
  Mc: { modal: 'may', reach: 'ceiling' },
  N: { modal: 'need-not' },
  F: { modal: 'nobody-may-forbid' },
}

/** What a name of the tables is put together of. */
function partsOf(name: string): readonly string[] {
  return name === '-' ? [] : name.split('+')
}

function letters(name: string): string {
  return `s${rankNames.indexOf(name)}`
}

/** The cases in which a fact chooses an answer with this part. */
function choosing(choice: string, part: string, names: readonly string[]): Condition {
  return is(choice, ...names.filter((name) => partsOf(name).includes(part)).map(letters))
}

/** One instrument for each part of an answer, so that nothing contradicts inside one; a contradiction is one by itself. */
function rankOf(rank: Instrument['rank'], choice: string, names: readonly string[]): readonly Instrument[] {
  const place = rank === 'state' ? 'us/xx' : 'us/xx/town'
  const make = (part: string, rules: readonly Rule[], unread: readonly NotEncoded[] = []): Instrument =>
    instrument(`${place}/${choice}-${part.toLowerCase()}`, { rank, rules, notEncoded: unread })
  const spoken = Object.entries(modals).map(([part, { modal, ...more }]) =>
    make(part, [rule('(a)', modal, { ...more, acts, condition: choosing(choice, part, names) })]),
  )
  const contradicting = choosing(choice, 'C', names)
  // A rank of many modals takes another way through generated code than one of few.
  const again = make('again', [
    rule('(a)', 'must-not', { acts, condition: choosing(choice, 'P', names) }),
    rule('(b)', 'need-not', { acts, condition: choosing(choice, 'N', names) }),
  ])
  return [
    ...spoken,
    ...(rank === 'city' ? [again] : []),
    make('C', [
      rule('(a)', 'must', { acts, condition: contradicting }),
      rule('(b)', 'must-not', { acts, condition: contradicting }),
    ]),
    make('q', [], [notEncoded('(q)', { acts, condition: choosing(choice, '?', names) })]),
  ]
}

function stackOf(instruments: readonly Instrument[], choices: Readonly<Record<string, readonly string[]>>): Stack {
  const facts = Object.entries(choices).map(([name, values]) => fact(name, oneOf(...values.map(letters))))
  const words = acts.map((name) => {
    const power = name === 'hold' ? 'Ex. Const. 4' : null
    return { name, phrase: { en: name }, topic: 'custody', lasts: true, power }
  })
  return stackUnder(instruments, { facts, acts: words })
}

/** A rank under every answer above it: the upper law is read from one rank. */
function layers(): readonly WrittenLaw[] {
  const stack = stackOf([...rankOf('state', 'up', answerNames), ...rankOf('city', 'low', rankNames)], {
    up: answerNames,
    low: rankNames,
  })
  const cases = rows.flatMap(({ above, says, why }) =>
    rankNames.map((below, index): WrittenCase => {
      const facts = new Map([
        ['up', letters(above)],
        ['low', letters(below)],
      ])
      return { facts, says: says[index] ?? '', why: `${above} over ${below}: ${why}` }
    }),
  )
  return acts.map((act) => ({ name: `two layers, ${act}`, stack, act, cases }))
}

/** Two readings of one text: its contested rules say one thing and override the others, which say another. */
function readings(): readonly WrittenLaw[] {
  const contested = from('2000-01-01')
  const settled = Object.entries(modals).map(([part, { modal, ...more }]) =>
    rule(`(${part})`, modal, { ...more, acts, condition: choosing('without', part, readingNames) }),
  )
  const spoken = Object.entries(modals).map(([part, { modal, ...more }]) =>
    rule(`(${part}-contested)`, modal, { ...more, acts, condition: choosing('with', part, readingNames), contested }),
  )
  const clash = (choice: string, label: string, more: Partial<Rule>): readonly Rule[] =>
    (['must', 'must-not'] as const).map((modal) =>
      rule(`(${label}-${modal})`, modal, { ...more, acts, condition: choosing(choice, 'C', readingNames) }),
    )
  const under = [...settled, ...clash('without', 'clash', {})]
  const over = [...spoken, ...clash('with', 'contested-clash', { contested })]
  const stack = stackOf(
    [
      instrument('us/xx/act', { rank: 'state', rules: [...under, ...over] }),
      instrument('us/xx/other', {
        rank: 'state',
        notEncoded: [notEncoded('(q)', { acts, condition: is('open', letters('?')) })],
      }),
    ].map((one) => ({ ...one, rules: one.rules.map((each) => withOverrides(each, over, under)) })),
    { with: readingNames, without: readingNames, open: ['-', '?'] },
  )
  const cases = (power: boolean): readonly WrittenCase[] =>
    readingNames.flatMap((one) =>
      readingNames.flatMap((other) =>
        ['-', '?'].map((open): WrittenCase => {
          const facts = new Map([
            ['with', letters(one)],
            ['without', letters(other)],
            ['open', letters(open)],
          ])
          // Contested rules that say nothing leave the settled ones as they are.
          const says = written(one === '-' ? other : one, other, power)
          const isOpen = open === '?' && !['R', 'P', 'C'].includes(says)
          return { facts, says: isOpen ? withOpen(says) : says, why: `${one} or ${other}, ${open}` }
        }),
      ),
    )
  return acts.map((act) => ({ name: `two readings, ${act}`, stack, act, cases: cases(act === 'hold') }))
}

function withOpen(says: string): string {
  return says === '-' ? '?' : `${says}+?`
}

/** Lets each contested rule override every settled one. */
function withOverrides(each: Rule, over: readonly Rule[], under: readonly Rule[]): Rule {
  if (!over.some(({ label }) => label === each.label)) return each
  return { ...each, overrides: under.map(({ label }) => `${each.instrument} ${label}`) }
}

/** Each table as law. */
export const writtenLaws: readonly WrittenLaw[] = [...layers(), ...readings()]
