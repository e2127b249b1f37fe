/** Labels of subdivisions, and which stand under which. */

/**
 * Cuts off what is ours in a label.
 *
 * @example
 * labelOfText('(a)(1)-public') // => '(a)(1)'
 * labelOfText('(a-5)') // => '(a-5)'
 */
export function labelOfText(label: string): string {
  return label.slice(0, label.lastIndexOf(')') + 1)
}

/**
 * Tells whether a label is another, or stands under it.
 *
 * @example
 * labelIsUnder('(a)(1)(B)', '(a)(1)') // => true
 */
export function labelIsUnder(label: string, over: string): boolean {
  const [mine, above] = [labelOfText(label), labelOfText(over)]
  return mine.startsWith(above) && (mine.length === above.length || mine[above.length] === '(')
}

/**
 * Cuts off the last part of a label.
 *
 * @example
 * parentOf('(a)(1)(B)') // => '(a)(1)'
 */
export function parentOf(label: string): string {
  return label.slice(0, label.lastIndexOf('('))
}
