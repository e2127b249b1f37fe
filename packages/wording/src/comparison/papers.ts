/** The usual papers and what becomes of them, act by act: papers of which the same is to be said stand together. */
import { directionOf, type Direction } from '@brightline/engine/analysis'
import { textIn, type Verdict } from '@brightline/language'
import { languageOf } from '../phrase/by-language.ts'
import { shareWords } from '../line/share.ts'
import { possibleWords } from '../decision/verdict.ts'
import type { ActDocument, PaperDocument, WayDocument } from './document.ts'
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
    const moved = ways.map(({ from, to }) => `${from} ${to}`)
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
    ways: waysOf(act).map(({ from, to, count }) => toWay({ from, to }, [BigInt(count)], cases, lang)),
    otherwise: otherwise === 0n ? null : shares([otherwise], cases, lang),
  }
}

/** Sums the ways of an act up, whichever sections decide; the most cases first. */
export function waysOf({ verdicts }: ActDocument): readonly WayDocument[] {
  const ways = new Map<string, { readonly from: Verdict; readonly to: Verdict; readonly count: bigint }>()
  for (const { from, to, count } of verdicts) {
    const known = ways.get(`${from} ${to}`)?.count ?? 0n
    ways.set(`${from} ${to}`, { from, to, count: known + BigInt(count) })
  }
  return [...ways.values()]
    .toSorted((a, b) => (a.count === b.count ? 0 : a.count > b.count ? -1 : 1))
    .map(({ from, to, count }) => ({ from, to, count: count.toString() }))
}

function toLine(group: readonly PaperDocument[], lang: string): PaperLine {
  const cases = group.map((paper) => BigInt(paper.cases))
  const others = group.map(({ otherwise }) => BigInt(otherwise))
  return {
    papers: group.map(({ label }) => paperTitle(textIn(label, lang))),
    ways: (group[0]?.ways ?? []).map(({ from, to }, at) => {
      const counts = group.map(({ ways }) => BigInt(ways[at]?.count ?? 0))
      return toWay({ from, to }, counts, cases, lang)
    }),
    otherwise: others.every((count) => count === 0n) ? null : shares(others, cases, lang),
  }
}

function toWay(
  { from, to }: { readonly from: Verdict; readonly to: Verdict },
  counts: readonly bigint[],
  cases: readonly bigint[],
  lang: string,
): Way {
  const parts = counts.map((count, at) => Number((count * 10_000n) / (cases[at] ?? 1n)) / 10_000)
  return {
    from: possibleWords(from, lang),
    to: possibleWords(to, lang),
    share: shares(counts, cases, lang),
    direction: directionOf(from, to),
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
