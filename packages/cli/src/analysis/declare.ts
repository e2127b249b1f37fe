/** The commands that analyse the law: declared here, loaded when they are run. */
import type { Command } from 'commander'
import type { CompareFlags } from '../command/compare.ts'

/** Adds the commands. `finish` takes the exit code; `law` says the law folder once the flags are read. */
export function declareAnalysis(program: Command, law: () => string, finish: (code: number) => void): void {
  program
    .command('compare <left> [right]')
    .description('say exactly what changes between two dates, two places, or the law and a working text')
    .option('--file <policy>', 'a working text: the second side has it in place of the instrument it names')
    .option('--act <act>', 'only this act; again for more', collect, [])
    .option('--agency <kind>', 'only cases of this kind of agency')
    .option('--budget <nodes>', 'how large the diagrams of one act may grow (default: 200000)')
    .option('--memo <file>', 'also write a memo in Markdown')
    .option('--picture <file>', 'also write a picture: .svg, or .html with a table')
    .option('--json', 'as JSON', false)
    .addHelpText(
      'before',
      examples(
        'brightline compare us/ca@2017-12-31 us/ca@2018-01-01 --memo change.md',
        'brightline compare us/ca --file draft.policy --picture change.svg',
      ),
    )
    .action(async (left: string, right: string | undefined, flags: CompareFlags) => {
      const { compare } = await import('../command/compare.ts')
      finish(await compare(left, right, flags, law()))
    })
}

function collect(value: string, before: readonly string[]): readonly string[] {
  return [...before, value]
}

function examples(...lines: readonly string[]): string {
  return `Examples:\n${lines.map((line) => `  ${line}\n`).join('')}`
}
