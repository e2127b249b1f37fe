/**
 * The log must never become a registry of people. An attacker has all of it, every tile and every entry, knows how the
 * log is made, knows every candidate, and tries.
 *
 * Each attack is run against entries as we make them, where it must find nothing, and against logs made the wrong way,
 * where it must succeed; an attack that cannot win proves nothing.
 */
import { describe, expect, it } from 'vitest'
import { bytesToHex, concatBytes } from '@noble/hashes/utils.js'
import { hmacSha256, sha256 } from '../src/bytes/sha256.ts'
import { sameBytes, toUint64, toUtf8 } from '../src/bytes/bytes.ts'
import { printCanonical } from '../src/entry/canonical.ts'
import { commit, newCaseKey } from '../src/entry/commitment.ts'
import type { DecisionEntry } from '../src/entry/entry.ts'
import { parseEntry, printEntry } from '../src/entry/entry.ts'
import { valueOf } from '../src/problem/problem.ts'
import { leafHash } from '../src/merkle/hash.ts'
import { readTile } from '../src/tiles/reader.ts'
import { present } from './present.ts'
import { decisionOf, randomBytes } from './sample-entry.ts'
import { sampleLog, temporaryStorage } from './sample.ts'

const people = Array.from({ length: 100 }, (_, at) => ({
  name: `Person ${at}`,
  born: '1990-01-01',
  number: `A${100_000_000 + at}`,
}))
type Person = (typeof people)[number]
/** Half of the people come twice. */
const events = [...people, ...people.slice(0, 50)]

interface Seen {
  readonly entries: readonly DecisionEntry[]
  readonly leaves: readonly Uint8Array[]
}

/** As a desk makes entries: a fresh key and a fresh nonce for each. */
function asWeDo(person: Person, serial: number): DecisionEntry {
  return decisionOf(serial, 'us/ca/springfield', valueOf(commit(newCaseKey(randomBytes), person)))
}

/** Logs all events, and answers what the world can see: entries and leaf hashes. */
async function publish(make: (person: Person, serial: number) => DecisionEntry): Promise<Seen> {
  const storage = await temporaryStorage()
  const log = await sampleLog(storage)
  const bytes = events.map((person, at) => valueOf(printEntry(make(person, at + 1))))
  await Promise.all(bytes.map(async (entry) => valueOf(await log.append(entry))))
  valueOf(await log.publish())
  const leaves = valueOf(await readTile(storage, events.length, 0, 0))
  await log.close()
  const entries = bytes.map((entry) => valueOf(parseEntry(entry))).filter((entry) => entry.kind === 'decision')
  return { entries, leaves }
}

/** What may stand for a person, bare and as commitments are made: the label, then the record. */
const guesses = people.flatMap((person) => {
  const record = valueOf(printCanonical(person))
  const bare = [person.name, person.number, `${person.name} ${person.born}`].map(toUtf8)
  return [...bare, record, concatBytes(toUtf8('brightline/case/v1\n'), record)]
})
const hashes = new Set(guesses.map((guess) => bytesToHex(sha256(guess))))

/** Tries every candidate against every commitment: as a hash, and under every key that the log itself shows. */
function namesFound({ entries, leaves }: Seen): number {
  return entries.filter(({ commitment, nonce, policy, serial }, at) => {
    const shown = [
      new Uint8Array(32),
      nonce,
      concatBytes(nonce, nonce),
      policy,
      toUint64(serial),
      present(leaves[at - 1] ?? leaves[0]),
    ]
    return (
      hashes.has(bytesToHex(commitment)) ||
      shown.some((key) => guesses.some((guess) => sameBytes(hmacSha256(key, guess), commitment)))
    )
  }).length
}

/** Says that two entries are of one person when they share anything but what all share; counts what is right. */
function linksFound({ entries }: Seen): number {
  const marks = entries.map(({ commitment, nonce }) => [bytesToHex(commitment), bytesToHex(nonce)])
  const isLinked = (a: number, b: number): boolean => present(marks[a]).some((mark) => marks[b]?.includes(mark))
  let right = 0
  for (const [a, person] of events.entries()) {
    for (let b = a + 1; b < events.length; b++) if (isLinked(a, b) && events[b] === person) right += 1
  }
  return right
}

/** The leaf hashes alone are public: guesses whole entries. All fields but the nonce are told to the attacker. */
function leavesGuessed({ entries, leaves }: Seen): number {
  return entries.filter((entry, at) => {
    const counted = concatBytes(new Uint8Array(8), toUint64(entry.serial))
    const hashed = sha256(toUtf8(`${entry.day}${entry.serial}`)).slice(0, 16)
    const before = entries[at - 1]?.nonce ?? counted
    return [new Uint8Array(16), counted, hashed, before, entry.commitment.slice(0, 16)].some((nonce) =>
      sameBytes(leafHash(valueOf(printEntry({ ...entry, nonce }))), present(leaves[at])),
    )
  }).length
}

/** Somebody watched the counter and knows the days on which each came; names a person where only one fits. */
function daysMatched({ entries }: Seen, dayOf: (event: number) => string): number {
  return entries.filter(({ day }) => events.filter((_, event) => dayOf(event) === day).length === 1).length
}

const good = await publish(asWeDo)
const oneKey = newCaseKey(randomBytes)
const commitBy = (key: Uint8Array) => (person: Person, serial: number) => ({
  ...asWeDo(person, serial),
  commitment: hmacSha256(key, concatBytes(toUtf8('brightline/case/v1\n'), valueOf(printCanonical(person)))),
})

describe('whoever has the whole log and knows every candidate', () => {
  it('finds no person behind an entry', () => {
    expect(namesFound(good)).toBe(0)
  })

  it.each([
    {
      name: 'a hash of a number',
      make: (person: Person, serial: number) => ({
        ...asWeDo(person, serial),
        commitment: sha256(toUtf8(person.number)),
      }),
    },
    { name: 'a commitment under no key', make: commitBy(new Uint8Array(32)) },
    {
      name: 'a commitment under the nonce',
      make: (person: Person, serial: number) => {
        const entry = asWeDo(person, serial)
        return { ...commitBy(entry.nonce)(person, serial), nonce: entry.nonce }
      },
    },
  ])('would find everybody behind $name', async ({ make }) => {
    expect(namesFound(await publish(make))).toBe(150)
  })

  it('cannot tell that two entries are of one person', () => {
    expect(linksFound(good)).toBe(0)
  })

  it.each([
    { name: 'one key served all cases', make: commitBy(oneKey) },
    {
      name: 'the nonce were of the person',
      make: (person: Person, serial: number) => ({
        ...asWeDo(person, serial),
        nonce: hmacSha256(oneKey, toUtf8(person.number)).slice(0, 16),
      }),
    },
  ])('could if $name', async ({ make }) => {
    expect(linksFound(await publish(make))).toBe(50)
  })

  it('cannot guess an entry out of its leaf hash', () => {
    expect(leavesGuessed(good)).toBe(0)
  })

  it.each([
    { name: 'without a nonce', nonceOf: () => new Uint8Array(16) },
    { name: 'with a nonce that counts', nonceOf: (serial: number) => concatBytes(new Uint8Array(8), toUint64(serial)) },
    {
      name: 'with a nonce made of day and serial',
      nonceOf: (serial: number) => sha256(toUtf8(`2026-03-02${serial}`)).slice(0, 16),
    },
  ])('could $name', async ({ nonceOf }) => {
    expect(
      leavesGuessed(await publish((person, serial) => ({ ...asWeDo(person, serial), nonce: nonceOf(serial) }))),
    ).toBe(150)
  })

  it('learns from day and serial no more than the order in which a desk worked', () => {
    expect(good.entries.map(({ serial }) => serial)).toEqual(good.entries.map((_, at) => at + 1))
    // All other public fields are the same for all: whoever knows the day of each person has everybody to choose from.
    const common = good.entries.map(({ place, day, rules, verdict }) => [place, day, rules, verdict].join())
    expect(new Set(common).size).toBe(1)
    expect(daysMatched(good, () => '2026-03-02')).toBe(0)
  })

  it('does name a person who was known to come on a day with one event: docs/ledger/what-it-proves.md says so', async () => {
    const dayOf = (event: number): string =>
      `20${10 + Math.floor(event / 12)}-${String((event % 12) + 1).padStart(2, '0')}-01`
    const quiet = await publish((person, serial) => ({ ...asWeDo(person, serial), day: dayOf(serial - 1) }))
    expect(daysMatched(quiet, dayOf)).toBe(150)
  })
})
