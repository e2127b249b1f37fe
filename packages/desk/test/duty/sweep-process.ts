/** A process that sweeps once, as a server of its own would. It prints what it noted. */
import { sweep } from '../../src/clock/sweep.ts'
import { openPool } from '../../src/database/connection.ts'
import { databaseOn } from '../../src/database/transaction.ts'

const { host = '', port = '', user = '', password = '', database = '' } = process.env
const pool = openPool({ host, port: Number(port), user, password, database }, 1)
try {
  const swept = await sweep(databaseOn(pool))
  console.log(JSON.stringify(swept ?? { reminded: 0, escalated: 0 }))
} finally {
  await pool.end()
}
