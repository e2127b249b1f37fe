/** The commands on logs, each declared in its own file. */
import type { Command } from 'commander'
import type { Context } from '../context.ts'
import { declareAppend } from './append.ts'
import { declareCommit } from './commit.ts'
import { declareFsck } from './fsck.ts'
import { declareInit } from './init.ts'
import { declareKeygen } from './keygen.ts'
import { declareMirror } from './mirror.ts'
import { declareProve } from './prove.ts'
import { declareRecord } from './record.ts'
import { declareTail } from './tail.ts'
import { declareVerify } from './verify.ts'
import { declareWitness } from './witness.ts'

/** Declares the commands. */
export function declare(program: Command, context: Context): void {
  const log = program.command('log').description('the transparency log: make, commit, append, check, prove, copy, read')
  const commands = [
    declareInit,
    declareKeygen,
    declareCommit,
    declareAppend,
    declareRecord,
    declareFsck,
    declareVerify,
    declareProve,
    declareMirror,
    declareTail,
  ]
  for (const add of commands) add(log, context)
  declareWitness(program, context)
}
