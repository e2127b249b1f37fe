/** The tables of a log. They may lie in any schema of any database; nothing else needs to be there. */

/**
 * Statements that make the tables, if they are not there.
 *
 * `pending` takes entries inside the transactions of callers and gives no index; `sequenced` gives contiguous ones.
 * `desk` says where each desk stands, entries in line included.
 *
 * @example
 * await client.query(schemaOf('ledger'))
 */
export function schemaOf(schema: string): string {
  const name = quoted(schema)
  // Of two that make the same schema at once, one would fail without the lock. Whoever waited for it learns what the
  // other one made only when a table of the catalogue is locked.
  return `
select pg_advisory_xact_lock(hashtext('brightline ledger'));
select 1 from pg_catalog.pg_namespace limit 1;
create schema if not exists ${name};
create table if not exists ${name}.pending (
  ticket bigint generated always as identity primary key,
  entry bytea not null check (octet_length(entry) <= 65535)
);
create table if not exists ${name}.sequenced (
  index bigint primary key check (index >= 0),
  ticket bigint unique,
  entry bytea not null check (octet_length(entry) <= 65535)
);
create table if not exists ${name}.desk (
  place text primary key,
  serial bigint not null check (serial >= 0),
  day text collate "C" not null
);
create table if not exists ${name}.file (
  path text primary key,
  bytes bytea not null
);
create table if not exists ${name}.checkpoint (
  number bigint primary key check (number > 0),
  note bytea not null
);
create table if not exists ${name}.writer (
  single boolean primary key default true check (single),
  number bigint not null,
  size bigint not null
);
insert into ${name}.writer (number, size) values (0, 0) on conflict do nothing;
`
}

/** A name as SQL writes it. */
export function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`
}
