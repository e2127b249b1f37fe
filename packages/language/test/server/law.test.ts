import { expect, it } from 'vitest'
import { lawFolder } from '../sample.ts'
import { openEditor } from './editor.ts'

it('the language server finds nothing in the law as it is', async () => {
  const editor = await openEditor({ folder: lawFolder, path: 'us/ca/values-act.policy' })
  expect(editor.found.map(({ code, message, range }) => [code, message, range.start.line])).toEqual([])
  await editor.close()
})
