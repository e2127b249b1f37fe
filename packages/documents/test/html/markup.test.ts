import { describe, expect, it } from 'vitest'
import { markup, trusted, verbatim, type MarkupValue } from '../../src/html/markup.ts'
import { barHtml, tableHtml } from '../../src/html/table.ts'

describe('markup', () => {
  const values: readonly { name: string; value: MarkupValue; want: string }[] = [
    { name: 'a tag', value: '<script>x</script>', want: '&lt;script&gt;x&lt;/script&gt;' },
    { name: 'quotes and ampersands', value: `"a" & 'b'`, want: '&quot;a&quot; &amp; &#39;b&#39;' },
    { name: 'a mark that turns the direction', value: 'a\u202Eb', want: 'a\\u{202e}b' },
    { name: 'an escape of a terminal', value: '\u001B[2J', want: '\\u{1b}[2J' },
    { name: 'a section sign with its number', value: '8 U.S.C. § 1373', want: '8 U.S.C. §\u00A01373' },
    { name: 'a text that is copied', value: verbatim('§ 1 <b>'), want: '§ 1 &lt;b&gt;' },
    { name: 'a list of texts', value: ['<a>', '<b>'], want: '&lt;a&gt;&lt;b&gt;' },
    { name: 'markup of a template', value: markup`<b>${'<'}</b>`, want: '<b>&lt;</b>' },
    { name: 'a list of markup', value: [markup`<i>1</i>`, markup`<i>2</i>`], want: '<i>1</i><i>2</i>' },
    { name: 'markup that is trusted', value: trusted('<hr>'), want: '<hr>' },
    { name: 'nothing', value: null, want: '' },
    { name: 'nought', value: 0, want: '0' },
  ]
  it.each(values)('shows $name for what it is', ({ value, want }) => {
    expect(String(markup`<p>${value}</p>`)).toBe(`<p>${want}</p>`)
  })

  it('keeps a value inside its attribute', () => {
    expect(String(markup`<a title="${'" onclick="x'}">y</a>`)).toBe('<a title="&quot; onclick=&quot;x">y</a>')
  })
})

describe('a table', () => {
  const made = String(
    tableHtml({
      caption: 'By <place>',
      columns: [
        { name: 'Place', kind: 'text' },
        { name: 'Requests', kind: 'number' },
        { name: '', kind: 'bar' },
      ],
      rows: [
        [
          '<b>Here</b>',
          12,
          barHtml([
            { look: 'sure', share: 0.5 },
            { look: 'may', share: 2 },
            { look: 'out', share: 0 },
          ]),
        ],
      ],
    }),
  )

  it('has a name, named columns and named rows, and can be reached by keyboard', () => {
    expect(made).toContain('role="region" aria-label="By &lt;place&gt;" tabindex="0"')
    expect(made).toContain('<caption class="hidden">By &lt;place&gt;</caption>')
    expect(made).toContain('<th scope="col" class="number">Requests</th>')
    expect(made).toContain('<th scope="row">&lt;b&gt;Here&lt;/b&gt;</th>')
  })

  it('draws parts that are there, none longer than the bar, and hides them from those who hear', () => {
    expect(made).toContain('<span class="bar" aria-hidden="true">')
    expect(
      [...made.matchAll(/class="(\w+)" style="inline-size:max\(2px,([\d.]+)%\)"/g)].map(([, look, share]) => [
        look,
        share,
      ]),
    ).toEqual([
      ['sure', '50.00'],
      ['may', '100.00'],
    ])
  })
})
