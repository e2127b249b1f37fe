/** The encodings of an act as SQL, side by side: `node bench/engines/encodings.ts [--rows 200000] [--only transfer]`. */
await import('../run/encodings.ts')
