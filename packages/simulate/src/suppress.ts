/** The side door `@brightline/simulate/suppress`: hides small counts, and loads nothing else. */
export type { Grid, SafeGrid, ShownCount } from './report/grid.ts'
export { hidden, smallest } from './report/grid.ts'
export { suppress } from './report/suppress.ts'
