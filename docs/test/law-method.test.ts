/** What law/README.md shows is law that checks clean: the worked instrument, the template, and the answers written first. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { checkInstruments } from '@brightline/engine'
import { readLibrary } from '@brightline/language'
import { readCases } from '@brightline/language/cases'
import { policyBlocks, sample } from '../../packages/language/test/sample.ts'

const page = readFileSync(join(import.meta.dirname, '../../law/README.md'), 'utf8')
const [worked = '', template = '', ...others] = policyBlocks(page)

describe('law/README.md', () => {
  it('shows two instruments: the worked one and the template', () => {
    expect(worked).toContain('instrument us/xx/detainer-act')
    expect(template).toContain('instrument us/xx/short-name')
    expect(others).toEqual([])
  })

  it.each([
    ['the worked instrument', 'us/xx/detainer-act.policy', worked],
    ['the template', 'us/xx/short-name.policy', template],
  ])('checks %s clean, with its examples and promises', async (_, path, text) => {
    const { library, problems } = await readLibrary([...sample, { path, text }])
    expect(problems).toEqual([])
    expect(checkInstruments(library, library.instruments).problems).toEqual([])
  })

  it('names in its answers provisions that the instrument has', async () => {
    const [, csv = ''] = /^```csv\n(.*?)^```$/ms.exec(page) ?? []
    const { rows, problems } = readCases('cases/us/xx.csv', csv)
    expect(problems).toEqual([])
    const { library } = await readLibrary([...sample, { path: 'us/xx/detainer-act.policy', text: worked }])
    const known = library.instruments.flatMap(({ rules }) => rules.map(({ id }) => id))
    expect(rows.flatMap(({ by }) => by).filter((id) => !known.includes(id))).toEqual([])
    expect(rows.length).toBeGreaterThan(3)
  })
})
