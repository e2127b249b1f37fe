/** The usual papers and what becomes of them, act by act: papers of which the same is to be said stand together. */
import { directionOf, type Direction, type Move } from '@brightline/engine/analysis'
import { textIn } from '@brightline/language'
import { languageOf } from '../phrase/by-language.ts'
import { shareWords } from '../line/share.ts'
import type { ActDocument, PaperDocument, WayDocument } from './document.ts'
import { movedWords } from './moved.ts'
import { comparisonPhrases } from './phrases.ts'
import { short } from './region-lines.ts'
import { say } from './say.ts'

/** Some papers and what becomes of them. */
export interface PaperLine {
  /** Short titles of the papers, or what stands for all of them; empty for every case of the act. */
  readonly papers: readonly string[]
  readonly ways: readonly Way[]
  /** The share of cases in which only duties or terms are others; null where there is none. */
  readonly otherwise: string | null
}

/** One way in which a verdict changes, and in how many of the cases. */
interface Way {
  readonly from: string
  readonly to: string
  readonly share: string
  readonly direction: Direction
  /** The largest share as a number from 0 to 1. */
  readonly part: number
}

/** Lists what becomes of each paper of an act. Papers that all fare alike are called by their question. */
export function paperLines(act: ActDocument, lang: string): readonly PaperLine[] {
  const alike = Map.groupBy(act.papers, ({ fact, ways, otherwise }) => {
    const moved = ways.map(moveKey)
    return `${fact} ${moved.join()} ${ways.length === 0 && otherwise !== '0'}`
  })
  return [...alike.values()].map((group) => {
    const line = toLine(group, lang)
    const [first] = group
    const all = act.papers.filter(({ fact }) => fact === first?.fact)
    if (first === undefined || group.length < 2 || group.length < all.length) return line
    return { ...line, papers: [say('anyAnswer', lang, { question: short(textIn(first.question, lang)) })] }
  })
}

/** Says what becomes of every case of an act. */
export function anyPaper(act: ActDocument, lang: string): PaperLine {
  const cases = [BigInt(act.cases)]
  const otherwise = BigInt(act.onlyDutiesChanged) + BigInt(act.onlyTermsChanged)
  return {
    papers: [],
    ways: waysOf(act).map((way) => toWay(way, [BigInt(way.count)], cases, lang)),
    otherwise: otherwise === 0n ? null : shares([otherwise], cases, lang),
  }
}

/** Sums the ways of an act up, whichever sections decide; the most cases first. */
export function waysOf({ verdicts }: ActDocument): readonly WayDocument[] {
  const ways = new Map<string, Move & { readonly count: bigint }>()
  for (const change of verdicts) {
    const { from, fromSilence, to, toSilence } = change
    const known = ways.get(moveKey(change))?.count ?? 0n
    ways.set(moveKey(change), { from, fromSilence, to, toSilence, count: known + BigInt(change.count) })
  }
  return [...ways.values()]
    .toSorted((a, b) => (a.count === b.count ? 0 : a.count > b.count ? -1 : 1))
    .map((way) => ({ ...way, count: way.count.toString() }))
}

/** Writes a move as text, equal for equal moves. */
export function moveKey({ from, fromSilence, to, toSilence }: Move): string {
  return [from, ...fromSilence, to, ...toSilence].join(' ')
}

function toLine(group: readonly PaperDocument[], lang: string): PaperLine {
  const cases = group.map((paper) => BigInt(paper.cases))
  const others = group.map(({ otherwise }) => BigInt(otherwise))
  return {
    papers: group.map(({ label }) => paperTitle(textIn(label, lang))),
    ways: (group[0]?.ways ?? []).map((way, at) => {
      const counts = group.map(({ ways }) => BigInt(ways[at]?.count ?? 0))
      return toWay(way, counts, cases, lang)
    }),
    otherwise: others.every((count) => count === 0n) ? null : shares(others, cases, lang),
  }
}

function toWay(way: Move, counts: readonly bigint[], cases: readonly bigint[], lang: string): Way {
  const parts = counts.map((count, at) => Number((count * 10_000n) / (cases[at] ?? 1n)) / 10_000)
  return {
    ...movedWords(way, lang),
    share: shares(counts, cases, lang),
    direction: directionOf(way.from, way.to),
    part: Math.max(...parts),
  }
}

/** Says the least and the largest of some shares, or the one that they all are. */
function shares(counts: readonly bigint[], cases: readonly bigint[], lang: string): string {
  const spoken = languageOf(comparisonPhrases, lang)
  const sorted = counts
    .map((count, at) => ({ count, of: cases[at] ?? 1n }))
    .toSorted((a, b) => Number(a.count * b.of - b.count * a.of > 0n) - Number(a.count * b.of - b.count * a.of < 0n))
  const [least, most] = [sorted[0], sorted.at(-1)].map((one) =>
    one === undefined ? '' : shareWords(one.count, one.of, spoken),
  )
  return least === most ? `${most}` : say('requestsFrom', lang, { least: `${least}`, most: `${most}` })
}

/** Shortens the label of a paper to its title: what stands before the first comma or bracket. */
function paperTitle(label: string): string {
  return /^[^,(]*[^,(\s]/.exec(label)?.[0] ?? label
}
