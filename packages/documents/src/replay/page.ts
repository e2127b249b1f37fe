/** A replay as one page in one language. */
import type { ReplayDocument } from '@brightline/simulate'
import { countWords, fill, inLanguage, policyWords, replayPhrases, saidOf, shareWords } from '@brightline/wording'
import { markup, type Markup } from '../html/markup.ts'
import { pageHtml } from '../html/page.ts'
import { actHtml, actName } from './act.ts'
import type { ReplayContext } from './context.ts'
import { printoutHtml } from './printout.ts'
import { workloadHtml } from './workload.ts'

/** Makes the page. It needs no script and no other file, and prints well. */
export function replayPage(document: ReplayDocument, wished: string): string {
  const said = saidOf(document, wished)
  const { lang } = said
  const say = inLanguage(replayPhrases, lang)
  const context = { document, lang, say }
  const { dataSet, openRequests, openShare } = document.printout
  const limits = markup`<p class="note">${said.disclaimer}</p>`
  const body = markup`<p class="over">${say.title}</p>
<h1>${headline(context)}</h1>
<p>${dataSet.name}. ${say.open}: ${countWords(openRequests, lang)} (${shareWords(openShare, lang)}).</p>
${limits}
${document.isPublic ? markup`<p class="note">${say.suppressed}</p>` : null}
${contentsHtml(context)}
${document.acts.map((act) => actHtml(act, context))}
${workloadHtml(context)}
${problemsHtml(said.problems, context)}
${printoutHtml(document, said, say)}
${limits}`
  return pageHtml({ lang, title: say.title, band: say.title, body })
}

/** Writes the news: how many requests, under which law. The names of policies do not break. */
function headline({ document, lang, say }: ReplayContext): readonly Markup[] {
  const { requestsUsed, policies } = document.printout
  const [first = '', second] = policies.map(({ name }) => policyWords(document, name, lang))
  const requests = countWords(requestsUsed, lang)
  const words =
    second === undefined
      ? fill(say.headline, { requests, policy: first }, lang)
      : fill(say.headlineOfTwo, { requests, first, second }, lang)
  return words
    .split(' ')
    .map((word) => (word.includes('@') ? markup`<span class="nowrap">${word}</span> ` : markup`${word} `))
}

function contentsHtml({ document, lang, say }: ReplayContext): Markup {
  const { acts, problems } = document
  const others = [
    ['workload', say.workload],
    ...(problems.length > 0 ? [['problems', say.problems]] : []),
    ['printout', say.howRead],
  ]
  const items = [
    ...acts.map(({ act, requests }) => {
      const name = actName(act, document, lang)
      return markup`<li><a href="#act-${act}">${name}</a>: ${countWords(requests, lang)}</li>\n`
    }),
    ...others.map(([id = '', words = '']) => markup`<li><a href="#${id}">${words}</a></li>\n`),
  ]
  return markup`<nav aria-label="${say.contents}"><ul>
${items}</ul></nav>`
}

function problemsHtml(sentences: readonly string[], { say }: ReplayContext): Markup | null {
  if (sentences.length === 0) return null
  return markup`<section id="problems"><h2>${say.problems}</h2>
<ul>
${sentences.map((one) => markup`<li>${one}</li>\n`)}</ul></section>`
}
