/** Text of the law that would be marks, tags or escapes stays text, wherever a comparison, a proof or a gap says it. */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { brightline, law, temporaryFolder } from '../command.ts'

const folder = temporaryFolder()
const trustAct = readFileSync(join(law, 'us/ex/trust-act.policy'), 'utf8')
const hostile = '<img src=x onerror=alert(1)> [x](javascript:y) | **z** </td></main>'

/** Every text of the trust act that a policy may write freely, made hostile. */
const text = trustAct
  .replace('"Exampleland Trust Act"', `"Act ${hostile}"`)
  .replace('cite "Ex. Gov. Code ch. 30"', `cite "Cite ${hostile}"`)
  .replace('"A detainer is a request." / "Una solicitud de detención es eso, una solicitud."', `"Note ${hostile}"`)
  .replace('"the sheriff" / "el alguacil"', `"Decider ${hostile}"`)
  .replace(
    '"give the person a copy of the request"\n        / "dar a la persona una copia de la solicitud"',
    `"Action ${hostile}"`,
  )
  .replace('"tell the oversight board" / "avisar a la junta de supervisión"', `"Missed ${hostile}"`)
  .replace('"watch commander" / "el comandante de guardia"', `"Who ${hostile}"`)
  .replace('source code "Ex. Gov. Code ch. 30"', `source code "Source ${hostile}"`)
  .replace('promise "blind to birthplace"', `promise "Promise ${hostile}"`)
  .replace('example "a detainer alone does not hold anyone"', `example "Example ${hostile}"`)
  .replace('staff must not disclose', 'staff may disclose')
const file = join(folder, 'hostile.policy')
writeFileSync(file, text)

describe('hostile text of the law', () => {
  it('makes no tag, link or mark in the memo', async () => {
    const memo = join(folder, 'memo.md')
    const ran = await brightline('compare', 'us/ex@2026-11-01', '--file', file, '--memo', memo)
    expect(ran.code).toBe(1)
    const written = readFileSync(memo, 'utf8')
    for (const head of ['Act', 'Cite', 'Note', 'Decider', 'Action', 'Missed', 'Who', 'Source', 'Promise', 'Example']) {
      expect(written, head).toContain(
        String.raw`${head} \<img src=x onerror=alert(1)\> \[x\](javascript:y) \| \*\*z\*\* \</td\>`,
      )
    }
    expect(written).not.toMatch(/(?<!\\)[<>]/)
    expect(written).not.toMatch(/(?<!\\)\[x/)
  })

  it('makes no element in the page', async () => {
    const page = join(folder, 'page.html')
    const ran = await brightline('compare', 'us/ex@2026-11-01', '--file', file, '--page', page)
    expect(ran.code).toBe(1)
    const written = readFileSync(page, 'utf8')
    expect(written).toContain('Note &lt;img src=x onerror=alert(1)&gt;')
    expect(written).not.toContain('<img')
    expect(written.match(/<\/main>/g)).toHaveLength(1)
  })

  it('opens and closes every element of the page', async () => {
    const page = join(folder, 'whole.html')
    await brightline('compare', 'us/ex@2017-12-31', 'us/ex@2018-01-01', '--page', page)
    const written = readFileSync(page, 'utf8').replaceAll(/<style>[^]*?<\/style>/g, '')
    const open: string[] = []
    for (const [, slash, name = ''] of written.matchAll(/<(\/?)([a-z][a-z0-9]*)[^>]*>/g)) {
      if (name === 'meta') continue
      if (slash === '') open.push(name)
      else expect(open.pop()).toBe(name)
    }
    expect(open).toEqual([])
  })
})
