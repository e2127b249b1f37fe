/** Outlines: every subdivision of the text is mapped, and none is listed that the text cannot have. */
import type * as syntax from '../generated/ast.ts'
import { labelIsUnder, labelOfText, parentOf } from '../names/label.ts'
import { numberMissing } from './numbering.ts'
import type { Report } from './report.ts'

/** Checks the outline of a section against what the section holds. */
export function checkOutline(section: syntax.Section, report: Report): void {
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

/** Checks that no label is listed twice or is one of ours, and that no number is missing. Those above a listed one are implied. */
function checkLabels(section: syntax.Section, report: Report): void {
  const { outline } = section
  const siblings = new Map<string, Set<string>>()
  for (const [index, label] of outline.entries()) {
    if (outline.indexOf(label) !== index) reportLie(section, index, { twice: label }, report)
    else if (label !== labelOfText(label)) reportLie(section, index, { invented: label }, report)
    for (let at = labelOfText(label); at !== ''; at = parentOf(at)) {
      const parent = parentOf(at)
      siblings.set(parent, (siblings.get(parent) ?? new Set()).add(at.slice(parent.length)))
    }
  }
  for (const [parent, labels] of siblings) {
    const names = [...labels].map((label) => label.slice(1, -1))
    const missing = numberMissing(names)
    if (missing === null) continue
    const index = outline.findIndex((label) => labelIsUnder(label, `${parent}(${missing.before})`))
    reportLie(section, index, { missing: `${parent}(${missing.name})` }, report)
  }
}

type Lie = { readonly twice: string } | { readonly invented: string } | { readonly missing: string }

function reportLie(section: syntax.Section, index: number, lie: Lie, report: Report): void {
  report('POL-0345', section, lie, { property: 'outline', index })
}
