/** Outlines: every subdivision of the text is mapped, and none is listed that the text cannot have. */
import * as syntax from '../generated/ast.ts'
import { labelIsUnder, labelOfText, parentOf } from '../names/label.ts'
import type { Report } from './report.ts'

/** Checks the outline and the lead-ins of a section against what the section holds. */
export function checkOutline(section: syntax.Section, report: Report): void {
  for (const leadIn of section.leadIns) checkLeadIn(section, leadIn, report)
  const { outline } = section
  if (outline.length === 0) return
  checkLabels(section, report)
  const labels = section.items.flatMap(({ label }) => (label === undefined ? [] : [label]))
  for (const [index, subdivision] of outline.entries()) {
    const isLeaf = !outline.some((other) => other !== subdivision && labelIsUnder(other, subdivision))
    if (isLeaf && !labels.some((label) => labelIsUnder(label, subdivision))) {
      report('POL-0344', section, { label: subdivision }, { property: 'outline', index })
    }
  }
  for (const item of section.items) {
    if (item.label !== undefined && !outline.some((listed) => labelIsUnder(listed, item.label ?? ''))) {
      report('POL-0346', item, { label: labelOfText(item.label) }, { property: 'label' })
    }
  }
}

function checkLeadIn(section: syntax.Section, leadIn: syntax.LeadIn, report: Report): void {
  const { label } = leadIn
  if (leadIn.when === undefined && leadIn.unless === undefined) report('POL-0359', leadIn)
  const isUsed = section.items.some(
    (item) =>
      (syntax.isRule(item) || syntax.isDuty(item) || syntax.isNotEncoded(item)) &&
      (label === undefined || labelIsUnder(item.label ?? '', label)),
  )
  if (!isUsed) report('POL-0355', leadIn, { label: label ?? null })
}

/** Checks that no label is listed twice or invented, and that no number is missing. Those above a listed one are implied. */
function checkLabels(section: syntax.Section, report: Report): void {
  const { outline } = section
  const siblings = new Map<string, Set<string>>()
  for (const [index, label] of outline.entries()) {
    const isTwice = outline.indexOf(label) !== index
    const isInvented = label !== labelOfText(label)
    if (isTwice || isInvented) {
      const values = { twice: isTwice ? label : null, invented: isInvented ? label : null, missing: label }
      report('POL-0345', section, values, { property: 'outline', index })
    }
    for (let at = labelOfText(label); at !== ''; at = parentOf(at)) {
      const parent = parentOf(at)
      siblings.set(parent, (siblings.get(parent) ?? new Set()).add(at.slice(parent.length)))
    }
  }
  for (const [parent, labels] of siblings) {
    const gap = gapIn([...labels])
    if (gap === null) continue
    const last = `${parent}${[...labels].at(-1) ?? ''}`
    const index = outline.findIndex((label) => labelIsUnder(label, last))
    const values = { twice: null, invented: null, missing: `${parent}${gap}` }
    report('POL-0345', section, values, { property: 'outline', index })
  }
}

const roman = [
  'i',
  'ii',
  'iii',
  'iv',
  'v',
  'vi',
  'vii',
  'viii',
  'ix',
  'x',
  'xi',
  'xii',
  'xiii',
  'xiv',
  'xv',
  'xvi',
  'xvii',
  'xviii',
  'xix',
  'xx',
]
const letters = 'abcdefghijklmnopqrstuvwxyz'.split('')

/** The ways in which texts number their subdivisions. */
const numberings: readonly (readonly string[])[] = [
  letters,
  letters.map((letter) => letter.toUpperCase()),
  roman,
  roman.map((number) => number.toUpperCase()),
  Array.from({ length: 99 }, (_, index) => String(index + 1)),
]

/** Finds the first number that is missing among siblings; null where none is, or where they are numbered otherwise. */
function gapIn(labels: readonly string[]): string | null {
  const names = labels.map((label) => label.slice(1, -1))
  const fitting = numberings.filter((numbering) => names.every((name) => numbering.includes(name)))
  const gaps = fitting.map((numbering) => numbering.slice(0, names.length).find((name) => !names.includes(name)))
  const [gap] = gaps
  return gap === undefined || gaps.includes(undefined) ? null : `(${gap})`
}
