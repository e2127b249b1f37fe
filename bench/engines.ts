/** Our evaluators beside other engines: `node bench/engines.ts [--rows 1000000] [--no-write]`. */
await import('./run/engines.ts')
