/** How fast decisions are: `node bench/decision.ts [--rows 1000000] [--runs 9] [--json]`. */
await import('./run/decision.ts')
