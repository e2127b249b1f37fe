/** The algebra of decisions, on random law. */
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Instrument, Library, Rule } from '@brightline/language'
import { decide } from '../src/decide/decide.ts'
import type { Decision } from '../src/decide/decision.ts'
import type { FactState, Knowledge } from '../src/fact/knowledge.ts'
import { interpret } from '../src/interpret/interpret.ts'
import { datesOfChange, rulesOf, stackOf } from '../src/stack/stack.ts'
import { answeredOf } from '../src/stack/answered.ts'
import { isIncomplete, verdictOf } from '../src/stack/verdict.ts'
import { completions, distinct, meets, needsPower, sensibly, tryAll } from './brute-force.ts'
import { askedOn, caseOf, draws, knowing, knowledgeFrom, laws, limitsOf, runs, times, type Law } from './random-law.ts'

describe('adding facts', () => {
  it('never overturns a decided case, unless a doubt rule had settled it', () => {
    fc.assert(
      fc.property(laws, draws, draws, (law, drawn, more) => {
        const stack = stackOf(law.library, law.place, law.asOf)
        const knowledge = knowledgeFrom(law.library, drawn)
        const grown = learned(law, knowledge, more)
        fc.pre(completions(law, grown).length > 0)
        const before = decide(stack, law.act, knowledge)
        fc.pre(before.verdict !== 'needs-facts' && !before.flags.includes('settled-by-doubt'))
        expect(decide(stack, law.act, grown).verdict).toBe(before.verdict)
      }),
      runs(150),
    )
  })

  it('never makes a verdict possible that was not, unless a doubt rule had settled it', () => {
    fc.assert(
      fc.property(laws, draws, draws, (law, drawn, more) => {
        const stack = stackOf(law.library, law.place, law.asOf)
        const knowledge = knowledgeFrom(law.library, drawn)
        const grown = learned(law, knowledge, more)
        fc.pre(completions(law, grown).length > 0)
        const before = decide(stack, law.act, knowledge)
        fc.pre(!before.flags.includes('settled-by-doubt'))
        expect(before.possible).toEqual(expect.arrayContaining([...decide(stack, law.act, grown).possible]))
      }),
      runs(150),
    )
  })

  it('changes nothing where no provision and no impossible combination reads the fact', () => {
    fc.assert(
      fc.property(laws, draws, (law, drawn) => {
        const stack = stackOf(law.library, law.place, law.asOf)
        const knowledge = knowledgeFrom(law.library, drawn)
        const grown = new Map<string, FactState>([...knowledge, ['nobody reads this', { kind: 'value', value: 'yes' }]])
        expect(decide(stack, law.act, grown)).toEqual(decide(stack, law.act, knowledge))
      }),
      runs(200),
    )
  })
})

describe('a missing fact', () => {
  it('never yields permission or a duty to act: those need every possible case to agree', () => {
    fc.assert(
      fc.property(laws, draws, (law, drawn) => {
        const stack = stackOf(law.library, law.place, law.asOf)
        const knowledge = knowledgeFrom(law.library, drawn)
        const { verdict } = decide(stack, law.act, knowledge)
        const verdicts = distinct(tryAll(law, stack, knowledge))
        fc.pre(verdicts.length > 0)
        if (verdict === 'permitted' || verdict === 'required') expect(verdicts).toEqual([verdict])
      }),
      runs(150),
    )
  })

  it('is settled by a doubt rule only to a prohibition or to a conflict for counsel', () => {
    fc.assert(
      fc.property(laws, draws, (law, drawn) => {
        const decision = decide(stackOf(law.library, law.place, law.asOf), law.act, knowledgeFrom(law.library, drawn))
        if (decision.flags.includes('settled-by-doubt')) expect(['prohibited', 'conflict']).toContain(decision.verdict)
      }),
      runs(150),
    )
  })
})

describe('the same law in another order or under other names', () => {
  const ways: readonly { readonly name: string; readonly change: (library: Library) => Library }[] = [
    { name: 'instruments in reverse order', change: (of) => ({ ...of, instruments: of.instruments.toReversed() }) },
    { name: 'rules, duties and doubts in reverse order', change: (of) => eachInstrument(of, reversed) },
    { name: 'other ids', change: renamed },
    {
      name: 'facts in reverse order',
      change: (of) => ({ ...of, vocabulary: { ...of.vocabulary, facts: of.vocabulary.facts.toReversed() } }),
    },
  ]
  for (const { name, change } of ways) {
    it(`decides the same with ${name}`, () => {
      fc.assert(
        fc.property(laws, draws, (law, drawn) => {
          const knowledge = knowledgeFrom(law.library, drawn)
          const mayTellOfOthers = limitsOf(law.library).length > 0
          const decideIn = (library: Library): object =>
            substance(
              decide(stackOf(library, law.place, law.asOf), law.act, knowledge),
              name === 'other ids',
              mayTellOfOthers,
            )
          expect(decideIn(change(law.library))).toEqual(decideIn(law.library))
        }),
        runs(150),
      )
    })
  }
})

describe('taking away an exception', () => {
  it('changes only cases inside the condition of the overriding rule', () => {
    fc.assert(
      fc.property(laws, draws, fc.nat(20), (law, drawn, which) => {
        const overriding = law.library.instruments
          .flatMap(({ rules }) => rules)
          .filter(({ overrides }) => overrides.length > 0)
        const exception = overriding[which % Math.max(overriding.length, 1)]
        fc.pre(exception !== undefined)
        const facts = caseOf(law.library, drawn)
        const without = eachInstrument(law.library, (instrument) => ({
          ...instrument,
          rules: instrument.rules.filter(({ id }) => id !== exception.id),
        }))
        const before = interpret(stackOf(law.library, law.place, law.asOf), law.act, facts)
        const after = interpret(stackOf(without, law.place, law.asOf), law.act, facts)
        const isInside =
          meets(exception.condition, sensibly(law, facts)) &&
          (exception.agencies?.includes(`${facts.get('agency')}`) ?? true)
        if (!isInside) expect(after).toMatchObject({ state: before.state, live: before.live, duties: before.duties })
      }),
      runs(150),
    )
  })
})

describe('what gives no power', () => {
  it('never lets an act be done that needs one: some live rule permits or requires it', () => {
    let met = 0
    fc.assert(
      fc.property(laws, draws, (law, drawn) => {
        fc.pre(needsPower(law))
        const stack = stackOf(law.library, law.place, law.asOf)
        const { state, live } = interpret(stack, law.act, caseOf(law.library, drawn))
        if (!['permitted', 'required'].includes(verdictOf(state, true))) return
        met += 1
        const giving = rulesOf(stack).filter(({ id, modal }) => live.has(id) && (modal === 'may' || modal === 'must'))
        expect(giving.filter(({ acts }) => acts.includes(law.act))).not.toEqual([])
      }),
      runs(400),
    )
    expect(met).toBeGreaterThan(times(10))
  })

  it('only lifts and bars: without it, what was required or permitted by a rule still is, or is now forbidden or unclear', () => {
    const barring = ['nobody-may-forbid', 'need-not', 'not-forbidden']
    fc.assert(
      fc.property(laws, draws, (law, drawn) => {
        fc.pre(needsPower(law))
        const facts = caseOf(law.library, drawn)
        const bare = eachInstrument(law.library, (instrument) => ({
          ...instrument,
          rules: instrument.rules.filter(({ modal, overrides }) => !barring.includes(modal) || overrides.length > 0),
        }))
        const [before, after] = [law.library, bare].map((library) => {
          return verdictOf(interpret(stackOf(library, law.place, law.asOf), law.act, facts).state, true)
        })
        if (before === 'permitted') expect(['permitted', 'prohibited', 'conflict']).toContain(after)
        if (before === 'prohibited') expect(after).toBe('prohibited')
      }),
      runs(400),
    )
  })
})

describe('what is not encoded', () => {
  it('changes no verdict and no duty, and is said of every permission and silence that it could change', () => {
    let met = 0
    fc.assert(
      fc.property(laws, draws, (law, drawn) => {
        const facts = caseOf(law.library, drawn)
        const encoded = eachInstrument(law.library, (instrument) => ({ ...instrument, notEncoded: [] }))
        const [stack, without] = [law.library, encoded].map((library) => stackOf(library, law.place, law.asOf))
        if (stack === undefined || without === undefined) throw new Error('two stacks')
        const [before, after] = [interpret(stack, law.act, facts), interpret(without, law.act, facts)]
        const power = needsPower(law)
        expect(verdictOf(before.state, power)).toBe(verdictOf(after.state, power))
        expect(before).toMatchObject({ live: after.live, duties: after.duties, counsel: after.counsel })
        expect(isIncomplete(after.state)).toBe(false)
        if (isIncomplete(before.state)) met += 1
        if (isIncomplete(before.state)) expect(before.notEncoded).not.toEqual([])
        const isOpen = ['permitted', 'no-rule'].includes(verdictOf(before.state, power))
        if (isOpen) expect(isIncomplete(before.state)).toBe(before.notEncoded.length > 0)
      }),
      runs(400),
    )
    expect(met).toBeGreaterThan(times(6))
  })
})

describe('as of a date', () => {
  it('decides before the enactment of an instrument as without it', () => {
    fc.assert(
      fc.property(laws, draws, fc.nat(4), (law, drawn, which) => {
        const { instruments } = law.library
        const fresh = instruments[which % Math.max(instruments.length, 1)]
        fc.pre(fresh !== undefined)
        const enacted = eachInstrument(law.library, (instrument) =>
          instrument === fresh ? inForceFrom(instrument, '2030-01-01') : instrument,
        )
        const others = { ...law.library, instruments: instruments.filter((instrument) => instrument !== fresh) }
        const knowledge = knowledgeFrom(law.library, drawn)
        const before = stackOf(enacted, law.place, law.asOf)
        const never = stackOf(others, law.place, law.asOf)
        expect(before.policyHash).toBe(never.policyHash)
        // That it is not in force yet is all that is said of it.
        const [silent, without] = [before, never].map((stack) => {
          const decision = decide(stack, law.act, knowledge)
          return {
            ...decision,
            silence: decision.silence.map((kind) => (kind === 'not-in-force' ? 'law-silent' : kind)),
          }
        })
        expect(silent).toEqual(without)
      }),
      runs(200),
    )
  })

  it('changes nothing between two dates of change', () => {
    fc.assert(
      fc.property(laws, draws, (law, drawn) => {
        const dates = datesOfChange(law.library, law.place)
        const knowledge = knowledgeFrom(law.library, drawn)
        for (const asOf of askedOn) {
          const since = dates.findLast((date) => date <= asOf) ?? '1900-01-01'
          const now = decide(stackOf(law.library, law.place, asOf), law.act, knowledge)
          expect(decide(stackOf(law.library, law.place, since), law.act, knowledge)).toEqual(now)
        }
      }),
      runs(150),
    )
  })
})

describe('deciding', () => {
  it('gives the same answer twice, from the same stack and from a new one', () => {
    fc.assert(
      fc.property(laws, draws, (law, drawn) => {
        const knowledge = knowledgeFrom(law.library, drawn)
        const stack = stackOf(law.library, law.place, law.asOf)
        const first = decide(stack, law.act, knowledge)
        expect(decide(stack, law.act, knowledge)).toEqual(first)
        expect(decide(stackOf(law.library, law.place, law.asOf), law.act, knowledge)).toEqual(first)
      }),
      runs(150),
    )
  })

  it('answers a complete case as the interpreter does, whatever impossible combination it breaks', () => {
    fc.assert(
      fc.property(laws, draws, (law, drawn) => {
        const stack = stackOf(law.library, law.place, law.asOf)
        const facts = caseOf(law.library, drawn)
        const decision = decide(stack, law.act, knowing(facts))
        if (decision.possible.length === 0) {
          expect(decision.verdict).toBe('needs-facts')
          return
        }
        const { state, counsel, notEncoded } = interpret(stack, law.act, facts)
        const { verdict, silence } = answeredOf(state, needsPower(law))
        expect(decision.verdict).toBe(verdict)
        expect(decision.counsel.length > 0).toBe(counsel)
        expect(decision.silence.map((kind) => (kind === 'not-in-force' ? 'law-silent' : kind))).toEqual(silence)
        const known = new Set(notEncoded.map(({ id }) => id))
        expect(decision.missing.filter(({ provision }) => !known.has(provision))).toEqual([])
      }),
      runs(300),
    )
  })
})

/** Some unknown facts answered by draws: not what nobody offers, and no private body, which were no part of what was unknown. */
function learned(law: Law, knowledge: Knowledge, more: Readonly<Record<string, number>>): Knowledge {
  const { agencies, facts } = law.library.vocabulary
  const answers = [...caseOf(law.library, more)].filter(([name, value]) => {
    const state = knowledge.get(name)
    const isUnknown = state === undefined || state.kind === 'cannot-say'
    if (facts.some((fact) => fact.name === name && fact.isVolunteered)) return false
    if (name === 'agency' && agencies.some((kind) => kind.name === value && kind.isPrivate)) return false
    return isUnknown && Math.floor((more[name] ?? 0) / 8) % 2 === 0
  })
  return new Map<string, FactState>([...knowledge, ...knowing(new Map(answers))])
}

/** What a decision says, without the order in which it is said. */
function substance(decision: Decision, isRenamed: boolean, mayTellOfOthers: boolean): object {
  const { ask, policyHash, limit, deciders, ...rest } = decision
  const name = (id: string): string => (isRenamed ? original(id) : id)
  const sorted = (items: readonly unknown[]): readonly string[] =>
    items.map((item) => name(JSON.stringify(item))).sort()
  expect(policyHash).toHaveLength(64)
  return {
    verdict: decision.verdict,
    // Which facts are asked for what they tell of others, through impossible combinations, depends on the order of facts.
    asks: ask !== null && !mayTellOfOthers,
    limits: sorted(limit?.limits ?? []),
    deciders,
    reasons: sorted(decision.reasons.map((reason) => ({ ...reason, by: sorted(reason.by) }))),
    duties: sorted(decision.duties),
    nearest: decision.nearest.length < 8 ? sorted(decision.nearest) : [],
    readings: sorted(decision.readings.map(({ without, verdicts }) => ({ without: sorted(without), verdicts }))),
    possible: sorted(rest.possible),
    flags: rest.flags,
  }
}

function eachInstrument(library: Library, change: (instrument: Instrument) => Instrument): Library {
  return { ...library, instruments: library.instruments.map(change) }
}

function reversed(instrument: Instrument): Instrument {
  const { rules, duties, doubts, notEncoded } = instrument
  return {
    ...instrument,
    rules: rules.toReversed(),
    duties: duties.toReversed(),
    doubts: doubts.toReversed(),
    notEncoded: notEncoded.toReversed(),
  }
}

/** Ids begin with the place, which is no name: `us/law-1` becomes `us/zz-law-1`. */
function renamed(library: Library): Library {
  const name = (id: string): string => id.replace('law-', 'zz-law-')
  return eachInstrument(library, (instrument) => ({
    ...instrument,
    id: name(instrument.id),
    rules: instrument.rules.map((rule): Rule => {
      return { ...rule, id: name(rule.id), instrument: name(rule.instrument), overrides: rule.overrides.map(name) }
    }),
    duties: instrument.duties.map((duty) => ({ ...duty, id: name(duty.id) })),
    doubts: instrument.doubts.map((doubt) => ({ ...doubt, id: name(doubt.id) })),
    notEncoded: instrument.notEncoded.map((one) => ({ ...one, id: name(one.id) })),
  }))
}

function original(text: string): string {
  return text.replaceAll('zz-law-', 'law-')
}

function inForceFrom(instrument: Instrument, from: string): Instrument {
  const later = { inForce: [{ from, through: null }], contested: [] }
  return {
    ...instrument,
    rules: instrument.rules.map((rule) => ({ ...rule, ...later })),
    duties: instrument.duties.map((duty) => ({ ...duty, ...later })),
    doubts: instrument.doubts.map((doubt) => ({ ...doubt, ...later })),
    notEncoded: instrument.notEncoded.map((one) => ({ ...one, ...later })),
  }
}
