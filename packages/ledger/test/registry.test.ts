/**
 * The log must never become a registry of people. An attacker has all of it, knows every candidate, and tries.
 *
 * Each attack is run twice: against entries as we make them, where it must do no better than chance, and against a log
 * made the wrong way, where it must succeed; an attack that cannot win proves nothing.
 */
import { describe, expect, it } from 'vitest'
import { hmacSha256, sha256 } from '../src/bytes/sha256.ts'
import { sameBytes, toHex, toUtf8 } from '../src/bytes/bytes.ts'
import { printCanonical } from '../src/entry/canonical.ts'
import { commit, newCaseKey } from '../src/entry/commitment.ts'
import type { DecisionEntry } from '../src/entry/entry.ts'
import { parseEntry, printEntry } from '../src/entry/entry.ts'
import { valueOf } from '../src/errors.ts'
import { leafHash } from '../src/merkle/hash.ts'
import { readTile } from '../src/tiles/reader.ts'
import { decisionOf, randomBytes } from './sample-entry.ts'
import { sampleLog, temporaryStorage } from './sample.ts'

const people = Array.from({ length: 200 }, (_, at) => ({
  name: `Person ${at}`,
  born: '1990-01-01',
  number: `A${100_000_000 + at}`,
}))
/** Half of the people come twice. */
const events = [...people.keys(), ...people.keys()].slice(0, 300)
const guesses = people.flatMap((person) => [
  person.name,
  person.number,
  `${person.name} ${person.born}`,
  valueOf(printCanonical(person)),
])
const guessBytes = guesses.map((guess) => (typeof guess === 'string' ? toUtf8(guess) : guess))

interface Seen {
  readonly entries: readonly DecisionEntry[]
  readonly leaves: readonly Uint8Array[]
}

/** Logs all events with a way to commit, and answers what the world can see: entries and leaf hashes. */
async function publish(commitTo: (person: number) => Uint8Array, nonce?: Uint8Array): Promise<Seen> {
  const storage = await temporaryStorage()
  const log = await sampleLog(storage)
  const bytes = events.map((person, at) => {
    const entry = decisionOf(at + 1, 'us/ca/springfield', commitTo(person))
    return valueOf(printEntry(nonce === undefined ? entry : { ...entry, nonce }))
  })
  await Promise.all(bytes.map(async (entry) => valueOf(await log.append(entry))))
  valueOf(await log.publish())
  const tiles = [valueOf(await readTile(storage, 300, 0, 0)), valueOf(await readTile(storage, 300, 0, 1))]
  await log.close()
  const entries = bytes.map((entry) => valueOf(parseEntry(entry))).filter((entry) => entry.kind === 'decision')
  return { entries, leaves: tiles.flat() }
}

/** Tries every identity against every commitment, as hash and under every key that the log itself shows. */
function namesFound({ entries, leaves }: Seen): number {
  const keys = [
    new Uint8Array(32),
    ...entries.slice(0, 3).flatMap(({ nonce, policy }) => [nonce, policy]),
    ...leaves.slice(0, 3),
  ]
  const images = new Set<string>()
  for (const guess of guessBytes) {
    images.add(toHex(sha256(guess)))
    for (const key of keys) {
      images.add(toHex(hmacSha256(key, guess)))
      images.add(toHex(hmacSha256(guess, key)))
    }
  }
  return entries.filter(({ commitment }) => images.has(toHex(commitment))).length
}

/** Says that two entries are of one person when any field but the common ones is the same; counts what is right. */
function linksFound({ entries }: Seen): number {
  const byCommitment = new Map<string, number[]>()
  for (const [at, { commitment }] of entries.entries()) {
    byCommitment.set(toHex(commitment), [...(byCommitment.get(toHex(commitment)) ?? []), at])
  }
  const pairs = [...byCommitment.values()].filter((group) => group.length > 1)
  return pairs.filter(([a = 0, b = 0]) => events[a] === events[b]).length
}

/** The leaf hashes alone are public: guesses the whole entry, whose other fields the attacker is told. */
function leavesGuessed({ entries, leaves }: Seen, nonceGuess: Uint8Array): number {
  return entries.filter((entry, at) => {
    const guess = leafHash(valueOf(printEntry({ ...entry, nonce: nonceGuess })))
    return sameBytes(guess, leaves[at] ?? guess.subarray(1))
  }).length
}

describe('whoever has the whole log and knows every candidate', () => {
  const record = (person: number) => ({ ...(people[person] ?? { name: '', born: '', number: '' }) })

  it('finds no person behind an entry, and does behind a hash of an identity', async () => {
    const good = await publish((person) => valueOf(commit(newCaseKey(randomBytes), record(person))))
    expect(namesFound(good)).toBe(0)
    const bad = await publish((person) => sha256(toUtf8(people[person]?.number ?? '')))
    expect(namesFound(bad)).toBe(300)
  })

  it('cannot tell that two entries are of one person, and can under one key for all', async () => {
    const good = await publish((person) => valueOf(commit(newCaseKey(randomBytes), record(person))))
    expect(linksFound(good)).toBe(0)
    const key = newCaseKey(randomBytes)
    const bad = await publish((person) => valueOf(commit(key, record(person))))
    expect(linksFound(bad)).toBe(100)
  })

  it('cannot guess an entry out of its leaf hash, and can without a nonce', async () => {
    const noNonce = new Uint8Array(16)
    const good = await publish(() => randomBytes(32))
    expect(leavesGuessed(good, noNonce)).toBe(0)
    const bad = await publish(() => new Uint8Array(32), noNonce)
    expect(leavesGuessed(bad, noNonce)).toBe(300)
  })

  it('learns from day and serial no more than the order in which a desk worked', async () => {
    const { entries } = await publish((person) => valueOf(commit(newCaseKey(randomBytes), record(person))))
    expect(new Set(entries.map(({ day }) => day)).size).toBe(1)
    expect(entries.map(({ serial }) => serial)).toEqual(entries.map((_, at) => at + 1))
    // Guessing by the same day and verdict puts each entry among all others: no better than chance.
    expect(new Set(entries.map(({ day, verdict, rules, place }) => [day, verdict, rules, place].join())).size).toBe(1)
  })
})
