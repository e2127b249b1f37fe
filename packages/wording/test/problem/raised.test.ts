/** Every code that is listed is raised: a finding that nobody makes needs no sentence, and misleads who reads the list. */
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { roomsOfCodes } from './codes.ts'

const packages = join(import.meta.dirname, '../../..')

/** The rooms that raise problems. The ledger stands alone, and lists its codes itself. */
const sources = globSync('{language,engine,law-files,simulate,cli,ledger}/src/**/*.ts', { cwd: packages })
  .filter((path) => !path.includes('generated'))
  .map((path) => readFileSync(join(packages, path), 'utf8'))

/** In a list a code is a key; where it is raised it stands alone, or as a choice of two. */
const raised = new Set(
  sources.flatMap((text) =>
    [...text.matchAll(/^(?!\s*(?:\*|\/\/))(.*)$/gm)].flatMap(([line]) =>
      [...line.replace(/^\s*'[A-Z]+-\d{4}':/, '').matchAll(/'([A-Z]+-\d{4})'/g)].map(([, code]) => code),
    ),
  ),
)

const ledgerCodes = [
  ...readFileSync(join(packages, 'ledger/src/problem/codes.ts'), 'utf8').matchAll(/^ {2}'(LOG-\d{4})':/gm),
].flatMap(([, code]) => code ?? [])

const rooms = [...roomsOfCodes, { name: 'the log', codes: ledgerCodes }]

describe('a code', () => {
  it.each(rooms)('about $name is raised where it is listed', ({ codes }) => {
    expect(codes.length).toBeGreaterThan(0)
    expect(codes.filter((code) => !raised.has(code))).toEqual([])
  })

  it('that nobody raises is found', () => {
    expect(raised.has('POL-0000')).toBe(false)
  })
})
