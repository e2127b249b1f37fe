/** The way in which tests, benchmarks and scripts start other programs. The desk starts its database in the same way. */
export {
  runToEnd,
  startChild,
  waitForEnd,
  waitForSuccess,
  waitUntil,
  withinTime,
  type Child,
  type Ended,
} from '../packages/desk/src/embedded/child.ts'
