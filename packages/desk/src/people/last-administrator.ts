/** Tells if the database kept the last administrator of an agency from going. */

/** Tells it by the name of what was violated. */
export function isLastAdministrator(error: unknown): boolean {
  return error instanceof Error && 'constraint' in error && error.constraint === 'last_administrator'
}
