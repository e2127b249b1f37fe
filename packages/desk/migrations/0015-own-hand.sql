-- What is written is written in the name of whoever writes it, at the time of the database, and what was ended stays so.

-- INVARIANT: no login of the application writes a row in the name of somebody else.
do $$
declare
  hand text[];
begin
  foreach hand slice 1 in array array[['cases', 'opened_by'], ['requests', 'entered_by'], ['papers', 'received_by'],
    ['answers', 'answered_by'], ['drafts', 'changed_by'], ['notices', 'made_by'], ['evidence_checks', 'answered_by'],
    ['calendar_feeds', 'made_by']] loop
    execute format('create policy own_hand on desk.%I as restrictive for insert to desk_application
      with check (%I = (select desk.this_user()))', hand[1], hand[2]);
  end loop;
  foreach hand slice 1 in array array[['answers', 'answered_by'], ['drafts', 'changed_by'], ['notices', 'given_by'],
    ['evidence_checks', 'answered_by']] loop
    execute format('create policy own_change on desk.%I as restrictive for update to desk_application
      using (true) with check (%I = (select desk.this_user()))', hand[1], hand[2]);
  end loop;
end
$$;

-- When something was entered is not the application's to say; nor does a row begin as given, discharged or destroyed.
revoke insert on desk.cases, desk.requests, desk.papers, desk.notices, desk.outcomes, desk.duties, desk.vault
  from desk_application;
grant insert (id, agency_id, desk_id, reference, opened_by) on desk.cases to desk_application;
grant insert (id, agency_id, desk_id, case_id, form, edition, channel, received_at, box_one_items, acts, asking_agency,
  entered_by) on desk.requests to desk_application;
grant insert (id, agency_id, desk_id, case_id, kind, media_type, sealed, hash, hints, same_as, received_by)
  on desk.papers to desk_application;
grant insert (id, agency_id, desk_id, case_id, kind, language, recipient, document, made_by)
  on desk.notices to desk_application;
grant insert (id, agency_id, desk_id, case_id, kind, happened_at, receiving_agency, supersedes, recorded_by)
  on desk.outcomes to desk_application;
grant insert (id, agency_id, desk_id, case_id, decision_id, rule, document, due_at, calendar, time_zone)
  on desk.duties to desk_application;
grant insert (case_id, agency_id, desk_id, sealed, wrapped_key, master_key_id, destroy_on)
  on desk.vault to desk_application;

-- Lateness is noted by the sweep alone.
revoke update (escalated_at) on desk.duties from desk_application;

-- INVARIANT: a session or an address of a calendar that was ended does not begin again.
create policy stays_ended on desk.sessions as restrictive for update to desk_application
  using (revoked_at is null) with check (revoked_at is not null);
create policy stays_ended on desk.calendar_feeds as restrictive for update to desk_application
  using (revoked_at is null) with check (revoked_at is not null);

-- A correction corrects a report of its own agency, and of the same law.
alter table desk.reports
  add unique (id, agency_id, law),
  add foreign key (supersedes, agency_id, law) references desk.reports (id, agency_id, law);

-- INVARIANT: entries are put in line in the log of one's own agency alone. Reading stays open: the log is for everybody.
create function desk.guard_log(name text) returns void language plpgsql set search_path = desk, pg_temp as $$
declare
  is_own text := format('%L = ''ledger_'' || replace(desk.this_agency()::text, ''-'', '''')', name);
begin
  -- Whoever waited for another that made the log finds it guarded.
  if exists (select from pg_policies where schemaname = name) then return; end if;
  execute format('alter table %I.pending enable row level security', name);
  execute format('alter table %I.desk enable row level security', name);
  execute format('create policy reading on %I.pending for select to desk_application using (true)', name);
  execute format('create policy own on %I.pending for insert to desk_application with check (%s)', name, is_own);
  execute format('create policy reading on %I.desk for select to desk_application using (true)', name);
  execute format('create policy own on %I.desk for insert to desk_application with check (%s)', name, is_own);
  execute format('create policy own_change on %I.desk for update to desk_application using (%s)', name, is_own);
end
$$;
revoke all on function desk.guard_log(text) from public;

create or replace function desk.make_log() returns text
language plpgsql volatile security definer set search_path = desk, pg_temp
as $$
declare
  name text := 'ledger_' || replace(desk.this_agency()::text, '-', '');
begin
  if to_regclass(format('%I.trust', name)) is not null then return name; end if;
  perform pg_advisory_xact_lock(hashtext('brightline ledger'));
  execute format('
    create schema if not exists %1$I;
    create table if not exists %1$I.pending (
      ticket bigint generated always as identity primary key,
      entry bytea not null check (octet_length(entry) <= 65535));
    create table if not exists %1$I.sequenced (
      index bigint primary key check (index >= 0),
      ticket bigint unique,
      entry bytea not null check (octet_length(entry) <= 65535));
    create table if not exists %1$I.desk (
      place text primary key,
      serial bigint not null check (serial >= 0),
      day text collate "C" not null);
    create table if not exists %1$I.file (path text primary key, bytes bytea not null);
    create table if not exists %1$I.checkpoint (number bigint primary key check (number > 0), note bytea not null);
    create table if not exists %1$I.writer (
      single boolean primary key default true check (single),
      number bigint not null,
      size bigint not null);
    insert into %1$I.writer (number, size) values (0, 0) on conflict do nothing;
    create table if not exists %1$I.trust (key text primary key);
    grant usage on schema %1$I to desk_application;
    grant select, insert on %1$I.pending to desk_application;
    grant select, insert, update on %1$I.desk to desk_application;
    grant select on %1$I.sequenced, %1$I.file, %1$I.checkpoint, %1$I.trust to desk_application', name);
  perform desk.guard_log(name);
  return name;
end
$$;

do $$
declare
  log text;
begin
  for log in select nspname from pg_namespace where nspname ~ '^ledger_[0-9a-f]{32}$' loop
    perform desk.guard_log(log);
  end loop;
end
$$;
