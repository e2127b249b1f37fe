export * from './terminal/progress.ts'
