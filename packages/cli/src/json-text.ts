export * from './terminal/json-text.ts'
