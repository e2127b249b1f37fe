export * from './flag/help.ts'
