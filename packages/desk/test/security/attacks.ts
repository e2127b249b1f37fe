/** The ways around row security that are tried, and the functions that run as somebody else, each with its reason. */

/** What the login may call, though it runs as the door: a function that is not here fails the test until it is judged. */
export const doorFunctions: Readonly<Record<string, string>> = {
  accept_link: 'needs the token of a link',
  begin_sign_in: 'counts an attempt, and gives the hash of one password to whoever knows the name, while it is open',
  call_law: 'counts a call to read the law anew, for administrators',
  change_in_demonstration: 'needs a session, and works in the demonstration alone',
  change_session: 'needs the token of a session, and a role that its user holds',
  clock_state: 'tells of the clock, of nobody',
  count_attempt: 'counts a hash',
  describe_link: 'needs the token of a link',
  destroy_what_is_due: 'destroys what is due, and nothing else',
  due_under: 'counts what would be destroyed in the own agency, for administrators',
  enter_demonstration: 'needs the token of a link, and works in the demonstration alone',
  find_by_provider: 'needs what a provider calls somebody, and gives an id',
  find_feed: 'needs the token of an address',
  find_passkey: 'needs the random id of a passkey, and gives its public key',
  find_receipt: 'needs the random id of a decision, and does not say what was decided',
  find_session: 'needs the token of a session',
  forget_failed_sign_ins: 'opens the name of a user whose id is known: the server checks the password',
  forget_law_reader: 'takes a process out of the list of those that read law',
  has_demonstration: 'yes or no',
  is_link_good: 'needs the token of a link',
  is_set_up: 'yes or no',
  keep_agency_duties: 'writes duties of any agency: the sweep works for all',
  keep_an_administrator: 'a trigger: called by itself it does nothing',
  keep_challenge: 'keeps what a browser is asked',
  law_reader_numbers: 'numbers of processes, for administrators',
  list_demonstration: 'names the invented agencies alone',
  list_destroyed: 'ids of destroyed cases, of all agencies: for the list outside',
  list_digest_keys_not_under: 'wrapped keys, which open nothing without the master key',
  list_keys_not_under: 'wrapped keys, which open nothing without the master key',
  list_places: 'place and kind of every agency: the sweep works for all',
  list_roles: 'roles of a user whose id is known',
  make_log: 'makes the log of the agency that the transaction works for',
  make_user_link: 'makes a link for somebody of the own agency, for administrators',
  note_law_reader: 'says what a process reads by, and of nobody',
  move_in_demonstration: 'needs a session, and works in the demonstration alone',
  remove_demonstration: 'removes the demonstration alone, for administrators',
  rewrap_digest_key: 'replaces a wrapped key by whoever has the one before',
  rewrap_key: 'replaces a wrapped key by whoever has the one before',
  set_own_password: 'sets the password of whoever works',
  set_up: 'needs the token of the link of set-up',
  start_session: 'starts a session for a user whose id is known: the server checks the password',
  sweep_duties: 'notes what is late',
  take_challenge: 'needs the token of a challenge and that of its browser',
  take_link: 'needs the token of a link',
  use_passkey: 'needs the random id of a passkey and its counter',
  vault_numbers: 'numbers of the own agency, for administrators',
  ways_of: 'how somebody of the own agency can sign in, for administrators and herself',
}

/** A way around, with the codes of PostgreSQL that refuse it; none where it gives nothing away and is allowed. */
export interface Roundabout {
  readonly name: string
  readonly text: string
  readonly refusedBy: RegExp | null
}

const denied = /^(?:42501|42809|22023|55000)$/

/** Statements that are no plain reading or writing of a row. */
export const roundabouts: readonly Roundabout[] = [
  ...[
    ['become the owner', 'set role desk_owner'],
    ['become the door', 'set role desk_door'],
    ['become the superuser', 'set session authorization postgres'],
    ['make itself superuser', 'alter role desk_application superuser'],
    ['join the door', 'grant desk_door to desk_application'],
    ['pass by triggers', 'set session_replication_role = replica'],
    ['make a schema', 'create schema mine'],
    ['make a table', 'create table desk.mine (id integer)'],
    ['make a temporary table that hides one', 'create temporary table cases (id uuid)'],
    ['make a view', 'create view desk.mine as select 1'],
    ['make a function', 'create function desk.mine() returns integer language sql return 1'],
    ['make a function that hides one', 'create function public.mine() returns integer language sql return 1'],
    [
      'replace the function that says for whom',
      'create or replace function desk.this_agency() returns uuid language sql return null',
    ],
    ['change a function', 'alter function desk.this_agency() security definer'],
    ['run code on the server', `do language plpython3u 'pass'`],
    ['load an extension', 'create extension if not exists dblink'],
    ['write a file', `copy (select 1) to '/tmp/mine'`],
    ['run a program', `copy (select 1) to program 'cat'`],
    ['read a file', `select pg_read_file('/etc/passwd')`],
    ['read a folder', `select pg_ls_dir('.')`],
    ['make a large object', 'select lo_create(0)'],
    ['make a large object of bytes', `select lo_from_bytea(0, '\\x00')`],
    ['read what columns hold, by statistics', 'select stavalues1 from pg_statistic'],
    ['read passwords of logins', 'select rolpassword from pg_authid'],
    [
      'end connections of others',
      `select pg_terminate_backend(pid) from pg_stat_activity where usename <> current_user`,
    ],
    ['reload the settings', 'select pg_reload_conf()'],
    ['lock a table that it may not change', 'lock table desk.decisions in access exclusive mode'],
    ['set a sequence', `select setval('desk.audit_events_id_seq', 1)`],
    ['call a function of the owner', `select desk.make_set_up_link('\\x00')`],
    ['set back a demonstration', `select desk.set_back_demonstration(gen_random_uuid(), '1 day')`],
    ['open the log of another', `select desk.guard_log('ledger_x')`],
    ['read the migrations', 'select 1 from desk.migrations'],
    ['read the hash of a password', 'select password_hash from desk.users'],
  ].map(([name = '', text = '']) => ({ name, text, refusedBy: /^(?:42501|42704|0A000|58P01|55000)$/ })),
  {
    name: 'switch row security off',
    text: 'set local row_security = off; select 1 from desk.cases',
    refusedBy: denied,
  },
  { name: 'send a notice', text: `notify desk, 'x'`, refusedBy: null },
  { name: 'take an advisory lock', text: 'select pg_try_advisory_xact_lock(1)', refusedBy: null },
  { name: 'see how many rows tables have', text: 'select reltuples from pg_class limit 1', refusedBy: null },
]

/** What a role reaches of its own agency in tables that hold no agency: of all others, nothing. */
export const reachable: readonly string[] = ['administrator desk.operations r', 'auditor desk.operations r']
