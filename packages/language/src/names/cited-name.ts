/** Sections and provisions by the names under which they are cited. */
import * as syntax from '../generated/ast.ts'

/**
 * Names a section as other sections cite it: `section 7284.6`, with one space.
 *
 * @example
 * sectionName('section   30.1') // => 'section 30.1'
 */
export function sectionName(token: string): string {
  return token.replace(/[ \t]+/, ' ')
}

/** Names a provision as it is cited in its instrument. */
export function nameOf(item: syntax.Citable | syntax.NotEncoded | syntax.Group): string {
  const section = item.$container
  return `${syntax.isSection(section) ? sectionName(section.number) : ''}${item.label ?? ''}`
}
