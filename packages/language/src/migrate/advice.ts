/** What a person must look at in texts that were written in version 1. */
import * as syntax from '../generated/ast.ts'
import { fileProblem, inOrder } from '../file-problem.ts'
import { languageVersion } from '../language-version.ts'
import { policyReader } from '../parse/reader.ts'
import { beginningOf } from '../parse/version.ts'
import { positionOf } from '../policy/identity-from-syntax.ts'
import type { Library, Rule } from '../policy/policy.ts'
import { readLibrary } from '../read-library.ts'
import type { TextFile } from '../text-file.ts'
import type { MigrationCode, MigrationProblem } from './codes.ts'

/** A text that is migrated, under the name that people know it by. */
export interface Migrating {
  readonly file: string
  readonly text: string
}

/**
 * Lists what a person must look at in some texts, under the law with which they are read: first what the checks find, the
 * signs among it as advice, then what version 2 can say and version 1 could not. Texts without a version are read as if
 * they were of this one, and keep their lines.
 */
export async function adviceOn(
  texts: readonly Migrating[],
  law: readonly TextFile[],
): Promise<readonly MigrationProblem[]> {
  const known = new Set(law.map(({ path }) => path))
  const named = texts.flatMap((one) => {
    const path = lawPathOf(one.text, known)
    return path === null ? [] : [{ file: one.file, written: one.text, path, text: withVersion(one.text) }]
  })
  const advice: MigrationProblem[] = []
  for (const round of roundsOf(named)) advice.push(...(await adviceInRound(round, law)))
  return advice
}

/** A text with the path under which the law knows it, and what is read in its place. */
interface Named {
  readonly file: string
  readonly written: string
  readonly path: string
  readonly text: string
}

/** Parts texts so that no two of one part have the same name: a draft may lie beside its copy. */
function roundsOf(texts: readonly Named[]): readonly (readonly Named[])[] {
  const rounds: Named[][] = []
  for (const one of texts) {
    const free = rounds.find((round) => round.every(({ path }) => path !== one.path))
    if (free === undefined) rounds.push([one])
    else free.push(one)
  }
  return rounds
}

async function adviceInRound(mine: readonly Named[], law: readonly TextFile[]): Promise<readonly MigrationProblem[]> {
  const paths = new Set(mine.map(({ path }) => path))
  const others = law.filter(({ path }) => !paths.has(path))
  const { library, problems } = await readLibrary([...others, ...mine.map(({ path, text }) => ({ path, text }))])
  return mine.flatMap(({ file, path, text, written }) => {
    const found = problems.filter(({ where }) => where.file === path).map(softened)
    const all = [...found, ...adviceOnText(path, text), ...adviceOnRules(library, path)]
    return inOrder(all.map((one) => ({ ...one, where: { ...placeIn(written, one.where), file } })))
  })
}

/** Finds the place in the text as it is written: without the version that was put before it. */
function placeIn(written: string, where: MigrationProblem['where']): MigrationProblem['where'] {
  const added = where.line === 1 && beginningOf(written).version === null ? versionBefore.length : 0
  return { ...where, column: Math.max(1, where.column - added) }
}

/** The signs that an encoding does not say what its text says. */
const signs = /^POL-037\d$/

/** Turns a sign into advice: a text of version 1 could not say it otherwise. */
function softened(problem: MigrationProblem): MigrationProblem {
  return signs.test(problem.code) ? { ...problem, severity: 'warning' } : problem
}

/** Finds the path under which the law knows a text by its name; null where it has none. */
function lawPathOf(text: string, known: ReadonlySet<string>): string | null {
  const { value: root } = policyReader().parser.parse<syntax.Document>(text)
  if (root.name === undefined) return null
  if (syntax.isPlace(root)) return `${root.name}/place.policy`
  if (syntax.isAuthorities(root)) return `${root.name}/authorities.policy`
  const inFolder = `${root.name}/vocabulary.policy`
  return syntax.isVocabulary(root) && known.has(inFolder) ? inFolder : `${root.name}.policy`
}

const versionBefore = `language ${languageVersion} `

/** Puts the version before a text that names none, on its first line. */
function withVersion(text: string): string {
  return beginningOf(text).version === null ? `${versionBefore}${text.replace(/^\uFEFF/, '')}` : text
}

function advice(code: MigrationCode, place: MigrationProblem['where'], values: object = {}): MigrationProblem {
  return { ...fileProblem(code, place, { ...values }), severity: 'warning' }
}

function adviceOnText(path: string, text: string): readonly MigrationProblem[] {
  const { value: root } = policyReader().parser.parse<syntax.Document>(text)
  if (!syntax.isInstrument(root)) return []
  const tell = (code: MigrationCode, node: syntax.Section | syntax.SectionItem | syntax.Event): MigrationProblem =>
    advice(code, { kind: 'file', ...positionOf(node, path) })
  const ours = root.sections.flatMap(({ items }) => items.filter(isOursAndRead))
  const either = root.sections.flatMap(({ items }) => items.filter(needsOneLanguage))
  return [
    ...root.events.filter(({ kind }) => kind === 'contested').map((event) => tell('POL-0716', event)),
    ...root.sections.filter(lacksOutline).map((section) => tell('POL-0711', section)),
    ...ours.map((item) => tell('POL-0712', item)),
    ...either.map((item) => tell('POL-0715', item)),
  ]
}

function lacksOutline({ outline, items }: syntax.Section): boolean {
  return outline.length === 0 && items.some(({ label }) => label !== undefined)
}

function isOursAndRead(item: syntax.SectionItem): boolean {
  return !syntax.isNotEncoded(item) && item.mark?.kind === 'read' && (item.label ?? '').includes('-')
}

function needsOneLanguage(item: syntax.SectionItem): boolean {
  return syntax.isDuty(item) && item.languages.length > 1 && !item.everyLanguage
}

function adviceOnRules({ instruments, vocabulary }: Library, path: string): readonly MigrationProblem[] {
  const powers = new Set(vocabulary.acts.filter(({ power }) => power !== null).map(({ name }) => name))
  const rules = instruments.filter(({ file }) => file === path).flatMap((instrument) => instrument.rules)
  return rules.flatMap((rule) => {
    const acts = rule.acts.filter((act) => powers.has(act))
    const givesPower = (rule.modal === 'may' || rule.modal === 'must') && acts.length > 0
    return [
      ...(givesPower ? [adviceOnRule('POL-0713', rule, { acts })] : []),
      ...(rule.modal === 'may' && rule.reach === 'ceiling' ? [adviceOnRule('POL-0714', rule)] : []),
    ]
  })
}

function adviceOnRule(code: MigrationCode, { position }: Rule, values: object = {}): MigrationProblem {
  return advice(code, { kind: 'file', ...position }, values)
}
