/**
 * The written tables of how answers combine, for a reader: what each letter says, and why the rows are as they are.
 *
 * R required · P prohibited · M permitted, Mc with a ceiling · C conflict · N a duty is lifted · F nobody may forbid ·
 * ? something is not encoded. Written apart from the code that they check.
 */

/** The answers of layers, in the order of their numbers. */
export const answerNames = '- R P M Mc C N F N+F M+F ? N+? F+? N+F+? M+? M+F+? Mc+?'.split(' ')

/** The answers of a rank: the same, and those that forbid with something beside. */
export const rankNames = [
  ...answerNames,
  ...'P+M P+Mc P+N P+F P+N+F P+M+F P+? P+N+? P+F+? P+N+F+? P+M+? P+M+F+? P+Mc+?'.split(' '),
]

/** One row of the table: an answer above, and what comes out for each answer of a rank under it. */
export interface Row {
  readonly above: string
  readonly says: readonly string[]
  readonly why: string
}

const table: Readonly<Record<string, string>> = {
  'Nothing above: the rank decides alone; what stands beside a prohibition goes with it.': `
-     | - R P M Mc C N F N+F M+F ? N+? F+? N+F+? M+? M+F+? Mc+? P P P P P P P P P P P P P
`,
  'A duty, a prohibition or a contradiction above is final.': `
R     | R R R R R R R R R R R R R R R R R R R R R R R R R R R R R R
P     | P P P P P P P P P P P P P P P P P P P P P P P P P P P P P P
C     | C C C C C C C C C C C C C C C C C C C C C C C C C C C C C C
`,
  'A permission that lower law may tighten: the rank decides where it forbids or requires.': `
M     | M R P M Mc C M M+F M+F M+F M+? M+? M+F+? M+F+? M+? M+F+? Mc+? P P P P P P P P P P P P P
`,
  'A lifted duty or what is not encoded above binds nobody below, and stands beside what does not forbid or require.': `
N     | N R P M Mc C N N+F N+F M+F N+? N+? N+F+? N+F+? M+? M+F+? Mc+? P P P P P P P P P P P P P
?     | ? R P M+? Mc+? C N+? F+? N+F+? M+F+? ? N+? F+? N+F+? M+? M+F+? Mc+? P P P P P P P P P P P P P
N+?   | N+? R P M+? Mc+? C N+? N+F+? N+F+? M+F+? N+? N+? N+F+? N+F+? M+? M+F+? Mc+? P P P P P P P P P P P P P
M+?   | M+? R P M+? Mc+? C M+? M+F+? M+F+? M+F+? M+? M+? M+F+? M+F+? M+? M+F+? Mc+? P P P P P P P P P P P P P
`,
  'A ceiling displaces a prohibition below; a duty below stands.': `
Mc    | Mc R Mc Mc Mc C Mc Mc Mc Mc Mc+? Mc+? Mc+? Mc+? Mc+? Mc+? Mc+? Mc Mc Mc Mc Mc Mc Mc+? Mc+? Mc+? Mc+? Mc+? Mc+? Mc+?
Mc+?  | Mc+? R Mc+? Mc+? Mc+? C Mc+? Mc+? Mc+? Mc+? Mc+? Mc+? Mc+? Mc+? Mc+? Mc+? Mc+? Mc+? Mc+? Mc+? Mc+? Mc+? Mc+? Mc+? Mc+? Mc+? Mc+? Mc+? Mc+? Mc+?
`,
  'A bar displaces a prohibition below and leaves what stood beside it; it gives nothing itself.': `
F     | F R F M+F Mc C N+F F N+F M+F F+? N+F+? F+? N+F+? M+F+? M+F+? Mc+? M+F Mc N+F F N+F M+F F+? N+F+? F+? N+F+? M+F+? M+F+? Mc+?
N+F   | N+F R N+F M+F Mc C N+F N+F N+F M+F N+F+? N+F+? N+F+? N+F+? M+F+? M+F+? Mc+? M+F Mc N+F N+F N+F M+F N+F+? N+F+? N+F+? N+F+? M+F+? M+F+? Mc+?
M+F   | M+F R M+F M+F Mc C M+F M+F M+F M+F M+F+? M+F+? M+F+? M+F+? M+F+? M+F+? Mc+? M+F Mc M+F M+F M+F M+F M+F+? M+F+? M+F+? M+F+? M+F+? M+F+? Mc+?
F+?   | F+? R F+? M+F+? Mc+? C N+F+? F+? N+F+? M+F+? F+? N+F+? F+? N+F+? M+F+? M+F+? Mc+? M+F+? Mc+? N+F+? F+? N+F+? M+F+? F+? N+F+? F+? N+F+? M+F+? M+F+? Mc+?
N+F+? | N+F+? R N+F+? M+F+? Mc+? C N+F+? N+F+? N+F+? M+F+? N+F+? N+F+? N+F+? N+F+? M+F+? M+F+? Mc+? M+F+? Mc+? N+F+? N+F+? N+F+? M+F+? N+F+? N+F+? N+F+? N+F+? M+F+? M+F+? Mc+?
M+F+? | M+F+? R M+F+? M+F+? Mc+? C M+F+? M+F+? M+F+? M+F+? M+F+? M+F+? M+F+? M+F+? M+F+? M+F+? Mc+? M+F+? Mc+? M+F+? M+F+? M+F+? M+F+? M+F+? M+F+? M+F+? M+F+? M+F+? M+F+? Mc+?
`,
}

/** Every row. */
export const rows: readonly Row[] = Object.entries(table).flatMap(([why, text]) =>
  text
    .trim()
    .split('\n')
    .map((line) => {
      const [above = '', says = ''] = line.split('|').map((part) => part.trim())
      return { above, says: says.split(' '), why }
    }),
)

/** What two readings of a contested text come to, where the act needs no power and where it does. */
const merged = {
  'no power': `
-     | - C C M M C - F F M
R     | C R C C C C C C C C
P     | C C P C C C C C C C
M     | M C C M M C M M M M
Mc    | M C C M Mc C M M M M
C     | C C C C C C C C C C
N     | - C C M M C N F N+F M
F     | F C C M M C F F F M
N+F   | F C C M M C N+F F N+F M
M+F   | M C C M M C M M M M+F
`,
  power: `
-     | - C C C C C - - - C
R     | C R C C C C C C C C
P     | C C P C C C C C C C
M     | C C C M M C C C C M
Mc    | C C C M Mc C C C C M
C     | C C C C C C C C C C
N     | - C C C C C N - N C
F     | - C C C C C - F F C
N+F   | - C C C C C N F N+F C
M+F   | C C C M M C C C C M+F
`,
} as const

/** The answers that readings are written for; what is not encoded is added where neither forbids, requires or contradicts. */
export const readingNames = answerNames.slice(0, 10)

/** What comes of two readings. */
export function written(one: string, other: string, needsPower: boolean): string {
  const lines = merged[needsPower ? 'power' : 'no power'].trim().split('\n')
  const line = lines.find((text) => text.split('|')[0]?.trim() === one) ?? ''
  return line.split('|')[1]?.trim().split(' ')[readingNames.indexOf(other)] ?? ''
}
