/** The phrases of the commands on logs are whole in both languages, and all are said. */
import { globSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { languages } from '../../../ledger/src/wording/languages.ts'
import { placeholdersIn } from '../../../wording/src/phrase/fill.ts'
import { loggedVerdict } from '../../src/log/logged-verdict.ts'
import { logPhrases, logWords } from '../../src/log/phrases.ts'
import { englishIn } from '../english.ts'

const packageFolder = fileURLToPath(new URL('../..', import.meta.url))
const english = Object.entries(logPhrases.en)
const spanish = new Map(Object.entries(logPhrases.es))

describe('the phrases of the commands on logs', () => {
  it('have the same keys and placeholders in both languages', () => {
    expect([...spanish.keys()]).toEqual(english.map(([key]) => key))
    for (const [key, phrase] of english) {
      expect(shapeOf(spanish.get(key) ?? ''), key).toEqual(shapeOf(phrase))
    }
    expect(Object.keys(logWords.es)).toEqual(Object.keys(logWords.en))
  })

  it('are translated', () => {
    for (const [key, phrase] of spanish) expect(englishIn(phrase.replaceAll(/\{[^}]*\}/g, '…')), key).toEqual([])
    for (const [code, { says, help }] of Object.entries(languages.es.sentences)) {
      expect(englishIn(`${says}; ${help}`.replaceAll(/\{[^}]*\}/g, '…'), ['tlog-witness']), code).toEqual([])
    }
    for (const forms of Object.values(logWords.es)) expect(englishIn(Object.values(forms).join('; '))).toEqual([])
  })

  it('are all said', () => {
    const files = globSync('src/log/*.ts', { cwd: packageFolder }).filter((file) => !file.includes('phrases'))
    const source = files.map((file) => readFileSync(`${packageFolder}/${file}`, 'utf8')).join('\n')
    const unsaid = english.map(([key]) => key).filter((key) => !source.includes(`'${key}'`))
    // The kind of an entry is the end of its key.
    expect(unsaid).toEqual(['entry-decision', 'entry-nil-day'])
  })

  it('say a verdict of ours in Spanish, and one of other logs as it was logged', () => {
    expect(loggedVerdict('prohibited', 'es-MX')).toBe('prohibido (`prohibited`)')
    expect(loggedVerdict('decline', 'es')).toBe('decline')
    expect(loggedVerdict('prohibited', 'en')).toBe('prohibited')
  })
})

function shapeOf(phrase: string): readonly string[] {
  return placeholdersIn(phrase).toSorted()
}
