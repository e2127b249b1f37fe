export * from './terminal/output.ts'
