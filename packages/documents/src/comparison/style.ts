/** The look of the page of a comparison, beside that of every page. */

/** The style sheet. */
export const comparisonStyle = `
.numbers { display: grid; grid-template-columns: repeat(auto-fit, minmax(11rem, 1fr)); border-block: 2px solid var(--ink); margin-block: 1.5rem; padding: 0; list-style: none; }
.numbers li { padding: 0.75rem 1rem 0.75rem 0; border-inline-end: 1px solid var(--rule); }
.numbers li:last-child { border-inline-end: 0; }
.numbers li + li { padding-inline-start: 1rem; }
.numbers b { display: block; font-size: 2.5rem; line-height: 1.1; }
.numbers span { display: block; color: var(--soft); font-size: 0.9375rem; }
.numbers .label { color: var(--ink); font-weight: 700; }
.stacked th, .stacked td { overflow-wrap: break-word; }
.stacked thead th { white-space: nowrap; }
.stacked th[scope="row"] { inline-size: 30%; }
.way { display: grid; grid-template-columns: minmax(11rem, 1.5fr) minmax(9rem, 1fr) 8.5rem minmax(4rem, 1fr); gap: 0.25rem 0.75rem; align-items: baseline; }
.way .bar { margin-block-start: 0; }
details { margin-block: 0.75rem; }
summary { cursor: pointer; min-block-size: 1.5rem; color: var(--link); text-decoration: underline; text-underline-offset: 0.18em; }
.region { margin-block: 0.25rem; padding-inline-start: 1.25rem; }
.region .deeper { list-style: none; padding-inline-start: 1.25rem; }
@media (max-width: 40rem) {
  .numbers { grid-template-columns: 1fr 1fr; }
  .numbers li, .numbers li + li { padding-inline: 0 0.75rem; border-block-end: 1px solid var(--rule); border-inline-end: 0; }
  .stacked, .stacked tbody, .stacked tr, .stacked th, .stacked td { display: block; inline-size: 100%; }
  .stacked thead { position: absolute; inline-size: 1px; block-size: 1px; overflow: hidden; clip-path: inset(50%); }
  .stacked tr { border-block-end: 1px solid var(--rule); padding-block: 0.5rem; }
  .stacked th[scope="row"] { inline-size: 100%; font-weight: 700; padding-inline: 0; border: 0; }
  .stacked td { padding: 0.1rem 0; border: 0; }
  .stacked td[data-column]:has(.way)::before { content: none !important; }
  .stacked td[data-column]:not([data-column=""])::before { content: attr(data-column) ": "; color: var(--soft); }
  .way { grid-template-columns: 1fr 1fr; padding-block: 0.15rem 0.4rem; }
  .way .bar { align-self: center; }
}
@media print { details:not([open]) > :not(summary) { display: block; } details::details-content { content-visibility: visible; block-size: auto; } }
`
