import { readFileSync } from 'node:fs'
import { languageVersion } from '@brightline/language'
import { expect, it } from 'vitest'
import { brightline } from './command.ts'

it('says the versions of the program, the language and the law, whatever law is named', async () => {
  const { code, out, err } = await brightline('--version')
  expect({ code, err }).toEqual({ code: 0, err: '' })
  expect(out).toMatch(
    /^brightline \d+\.\d+\.\d+\npolicy language \d+\nlaw \d+\.\d+\.\d+, sources read up to 20\d\d-\d\d-\d\d\n$/,
  )
})

it('has the version of the language that the changelog names', () => {
  const [, named] = /^## .* · policy language (\d+)$/m.exec(readChangelog()) ?? []
  expect(String(languageVersion)).toBe(named)
})

function readChangelog(): string {
  return readFileSync(new URL('../../../CHANGELOG.md', import.meta.url), 'utf8')
}
