/** Markdown of a template: text stays text. */
import { describe, expect, it } from 'vitest'
import { joinedMarkdown, markdownTable, prose } from '../../src/markdown/markdown.ts'

const cases: readonly { readonly name: string; readonly text: string; readonly written: string }[] = [
  { name: 'a tag', text: '<img src=x onerror=alert(1)>', written: String.raw`\<img src=x onerror=alert(1)\>` },
  { name: 'a link', text: '[here](https://example.gov)', written: String.raw`\[here\](https://example.gov)` },
  { name: 'emphasis', text: '*must* _not_ ~hold~', written: String.raw`\*must\* \_not\_ \~hold\~` },
  { name: 'code', text: '`code`', written: '\\`code\\`' },
  { name: 'an entity', text: '&lt;b&gt;', written: String.raw`\&lt;b\&gt;` },
  { name: 'a backslash', text: String.raw`\*`, written: String.raw`\\\*` },
  { name: 'the end of a cell', text: 'a | b', written: String.raw`a \| b` },
  { name: 'a heading', text: '# no', written: String.raw`\# no` },
  { name: 'an item', text: '- no', written: String.raw`\- no` },
  { name: 'a numbered item', text: '1. no', written: String.raw`1\. no` },
  { name: 'a rule under a heading', text: '=== no', written: String.raw`\=== no` },
  { name: 'a quotation', text: '> no', written: String.raw`\> no` },
  { name: 'a new line', text: 'one\n\n# two', written: String.raw`one \# two` },
  { name: 'an escape of a terminal', text: 'MAY\u001B[2K', written: String.raw`MAY\\u\{1b\}\[2K` },
  { name: 'a mark of direction', text: 'a\u202Eb', written: String.raw`a\\u\{202e\}b` },
]

describe('a text in a template', () => {
  for (const { name, text, written } of cases) {
    it(`makes no ${name}`, () => {
      expect(prose`${text}`.text).toBe(written)
      expect(markdownTable([text], [[text]]).text).toBe(`| ${written} |\n| --- |\n| ${written} |`)
    })
  }

  it('stands beside the Markdown of the template itself', () => {
    expect(prose`## ${'*a*'}: ${3}`.text).toBe(String.raw`## \*a\*: 3`)
    expect(joinedMarkdown([prose`- ${'a'}`, prose`- ${'b'}`], '\n').text).toBe('- a\n- b')
    expect(prose`${[prose`**a**`, prose`, ${'*b*'}`]}`.text).toBe(String.raw`**a**, \*b\*`)
  })
})
