/** Three evaluators on a seeded million of requests: `node bench/differential.ts --cases 1000000 --seed 1`. */
await import('./run/differential.ts')
