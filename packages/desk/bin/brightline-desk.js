#!/usr/bin/env node
/** The first Node that has all that the program uses; `engines` says the same. */
const oldest = [22, 15]

const [major, minor] = process.versions.node.split('.').map(Number)
if (major > oldest[0] || (major === oldest[0] && minor >= oldest[1])) await import('../dist/main.js')
else {
  console.error(`brightline-desk: needs Node ${oldest.join('.')} or newer, and this is ${process.version}`)
  process.exitCode = 2
}
