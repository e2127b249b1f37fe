/** The usual papers and what becomes of them as lines, a block an act: first every case of the act, then its papers. */
import { textIn } from '@brightline/language'
import type { Painter } from '../line/painter.ts'
import { wrapped } from '../line/wrap.ts'
import type { ActDocument } from './document.ts'
import { movedWords } from './moved.ts'
import { anyPaper, moveKey, paperLines, waysOf, type PaperLine } from './papers.ts'
import { say, shareOf } from './say.ts'

/** At most so many ways of changing stand behind a paper. */
const waysShown = 3

/** One entry of a block: what stands together, already broken into lines. */
export type Entry = readonly string[]

/** The layout of entries. */
export interface BlockLayout {
  readonly lang: string
  readonly paint: Painter
  readonly width: number
}

/** Makes the block of an act. Its first entry is of every case and can stand alone. */
function paperBlock(act: ActDocument, { lang, paint, width }: BlockLayout): readonly Entry[] {
  const title = paint('bold', textIn(act.phrase, lang))
  const entry = (text: string, depth: number): Entry => wrapped(`${' '.repeat(depth)}${text}`, width, depth + 2)
  return [
    entry(`${title}: ${wayText(anyPaper(act, lang), lang, true)}`, 2),
    ...paperLines(act, lang).map((line) => entry(`${line.papers.join(', ')}: ${wayText(line, lang, false)}`, 4)),
  ]
}

/** Makes the blocks of a comparison: acts whose papers the law tells apart, then those where any paper is the same. */
export function paperBlocks(acts: readonly ActDocument[], layout: BlockLayout): readonly (readonly Entry[])[] {
  const told = acts.filter(({ papers }) => papers.length > 0)
  const others = acts.filter(({ papers }) => papers.length === 0)
  const alike = Map.groupBy(others, (act) => waysOf(act).map(moveKey).join())
  return [
    ...told.map((act) => paperBlock(act, layout)),
    ...[...alike.values()].map((group) => [alikeEntry(group, layout)]),
  ]
}

/** Names the acts whose verdicts change in the same ways, each with the share of its cases that change. */
function alikeEntry(group: readonly ActDocument[], { lang, paint, width }: BlockLayout): Entry {
  const acts = group.map((act) => {
    const share = shareOf(act.verdictChanged === '0' ? otherwiseOf(act) : act.verdictChanged, act.cases, lang)
    return say('actIn', lang, { act: textIn(act.phrase, lang), share })
  })
  const [first] = group
  const ways = first === undefined ? [] : waysOf(first)
  const said = ways.map((way) => say('way', lang, movedWords(way, lang)))
  const title = said.length === 0 ? say('otherwise', lang) : said.join(', ')
  return wrapped(`  ${paint('bold', title)}: ${acts.join('; ')}`, width, 4)
}

function otherwiseOf({ onlyDutiesChanged, onlyTermsChanged }: ActDocument): string {
  return (BigInt(onlyDutiesChanged) + BigInt(onlyTermsChanged)).toString()
}

/** Says what becomes of some papers. Other duties and terms are said for all of them, or where nothing else changes. */
export function wayText({ ways, otherwise }: PaperLine, lang: string, isOfAll: boolean): string {
  const said = ways.slice(0, waysShown).map(({ from, to, share }) => say('wayIn', lang, { from, to, share }))
  const more = ways.length - said.length
  const isOtherSaid = otherwise !== null && (isOfAll || ways.length === 0)
  const all = [
    ...said,
    ...(more > 0 ? [say('moreWays', lang, { ways: more })] : []),
    ...(isOtherSaid ? [say('otherwiseIn', lang, { share: otherwise })] : []),
  ]
  return all.length === 0 ? say('asBefore', lang) : all.join(', ')
}

/**
 * Takes as much of the blocks as fits into some lines: first one entry an act, in the order of the vocabulary, then the
 * papers of the acts in turn.
 */
export function blocksWithin(
  blocks: readonly (readonly Entry[])[],
  most: number,
  { lang }: BlockLayout,
): readonly string[] {
  const taken = blocks.map(() => 0)
  const longest = Math.max(0, ...blocks.map(({ length }) => length))
  // A line is kept for what is left out.
  let left = most - 1
  for (let at = 0; at < longest; at++) {
    for (const [index, block] of blocks.entries()) {
      const entry = block[at]
      // A block is cut off where an entry no longer fits, so that none of it is passed over.
      if (entry === undefined || taken[index] !== at || entry.length > left) continue
      taken[index] = at + 1
      left -= entry.length
    }
  }
  const more = taken.filter((count) => count === 0).length
  const lines = blocks.flatMap((block, index) => block.slice(0, taken[index]).flat())
  return more === 0 ? lines : [...lines, `  ${say('moreActs', lang, { acts: more })}`]
}
