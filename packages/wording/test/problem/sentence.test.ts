import { describe, expect, it } from 'vitest'
import type { Where } from '@brightline/language'
import { printProblem, sentence } from '../../src/index.ts'

describe('the sentence of a problem', () => {
  const places: readonly { name: string; where: Where; en: string | null; es: string | null }[] = [
    {
      name: 'a file',
      where: { kind: 'file', file: 'a.policy', line: 3, column: 7 },
      en: 'a.policy:3:7',
      es: 'a.policy:3:7',
    },
    { name: 'a pointer', where: { kind: 'pointer', pointer: '/facts/x' }, en: '/facts/x', es: '/facts/x' },
    { name: 'all of what a pointer points into', where: { kind: 'pointer', pointer: '' }, en: null, es: null },
    {
      name: 'a cell',
      where: { kind: 'cell', row: 3, column: 'age' },
      en: 'row 3, column `age`',
      es: 'fila 3, columna `age`',
    },
    { name: 'a row', where: { kind: 'cell', row: 3, column: null }, en: 'row 3', es: 'fila 3' },
    { name: 'a column', where: { kind: 'cell', row: null, column: 'age' }, en: 'column `age`', es: 'columna `age`' },
    { name: 'a table', where: { kind: 'cell', row: null, column: null }, en: null, es: null },
    { name: 'a fact', where: { kind: 'fact', fact: 'warrant.form' }, en: '`warrant.form`', es: '`warrant.form`' },
    { name: 'the whole', where: { kind: 'whole' }, en: null, es: null },
  ]

  it.each(places)('says where: $name', ({ where, en, es }) => {
    const problem = { code: 'POL-0602', severity: 'error', where, values: {} } as const
    expect(sentence(problem, 'en').where).toBe(en)
    expect(sentence(problem, 'es').where).toBe(es)
  })

  it('falls back to English in a language that nobody wrote', () => {
    const problem = { code: 'POL-0602', severity: 'warning', where: { kind: 'whole' }, values: {} } as const
    expect(printProblem(problem, 'vi')).toBe(printProblem(problem, 'en'))
    expect(printProblem(problem, 'constructor')).toBe(printProblem(problem, 'en'))
    expect(printProblem(problem, 'es')).toMatch(/^advertencia POL-0602: /)
  })

  it('stops at a code that no room knows, which is a bug', () => {
    expect(() => sentence({ code: 'POL-9999', severity: 'error', where: { kind: 'whole' }, values: {} }, 'en')).toThrow(
      'no sentence for POL-9999',
    )
  })
})
