-- What a decision needs beside its row: who confirms it, the key of its case for the log, and the log itself.

-- The acts that are asked for and the times of events are answers too; their addresses begin with a word and a colon.
alter table desk.answers drop constraint answers_fact_check,
  add constraint answers_fact_check check (fact ~ '^(?:(?:act|time):)?[a-z0-9.-]+$');

create index on desk.cases (desk_id, opened_at);
create index on desk.decisions (case_id);

-- The role of the second person whom a decision waits for; null where the law alone decides.
alter table desk.decisions add column needs_role text check (needs_role in ('supervisor', 'counsel'));
grant insert (needs_role) on desk.decisions to desk_application;

-- INVARIANT: what waits for one role is confirmed by nobody of another.
drop policy confirming on desk.decision_confirmations;
create policy confirming on desk.decision_confirmations for insert to desk_application
  with check ((select desk.this_role()) in ('supervisor', 'counsel')
    and confirmed_by = (select desk.this_user()) and confirmed_as = (select desk.this_role())
    and exists (select from desk.decisions as decision
      where decision.id = decision_id and decision.decided_by <> (select desk.this_user())
        and coalesce(decision.needs_role, (select desk.this_role())) = (select desk.this_role())));

-- Which role stands for whoever the law lets decide, such as a sheriff, by the English words of the law.
create table desk.decider_roles (
  agency_id uuid not null references desk.agencies,
  decider text not null check (length(decider) between 1 and 300),
  role text not null check (role in ('supervisor', 'counsel')),
  primary key (agency_id, decider)
);
alter table desk.decider_roles enable row level security, force row level security;
grant select, insert, update (role), delete on desk.decider_roles to desk_application;
create policy agency on desk.decider_roles as restrictive to desk_application
  using (agency_id = (select desk.this_agency()));
create policy reading on desk.decider_roles for select to desk_application using (true);
create policy administering on desk.decider_roles to desk_application using ((select desk.administers()));

-- The key under which the log commits to the records of a case. With it goes what the log said of the case.
create table desk.case_keys (
  case_id uuid primary key,
  agency_id uuid not null,
  desk_id uuid not null,
  key bytea check (length(key) = 32),
  destroyed_at timestamptz,
  foreign key (case_id, agency_id, desk_id) references desk.cases (id, agency_id, desk_id),
  check ((destroyed_at is null) = (key is not null))
);
alter table desk.case_keys enable row level security, force row level security;
grant select, insert (case_id, agency_id, desk_id, key) on desk.case_keys to desk_application;
create policy agency on desk.case_keys as restrictive to desk_application
  using (agency_id = (select desk.this_agency()));
create policy reading on desk.case_keys for select to desk_application
  using ((select desk.oversees()) or ((select desk.works()) and desk_id = (select desk.this_desk())));
create policy making on desk.case_keys for insert to desk_application
  with check ((select desk.works()) and ((select desk.oversees()) or desk_id = (select desk.this_desk())));

-- The day on which the vault forgets a case is the day on which the log does.
grant select, update on desk.case_keys to desk_door;
create policy door on desk.case_keys to desk_door using (true);
create function desk.forget_case_key() returns trigger language plpgsql as $$
begin
  update desk.case_keys set key = null, destroyed_at = now() where case_id = new.case_id and destroyed_at is null;
  return null;
end
$$;
create trigger forget_case_key after update of destroyed_at on desk.vault
  for each row when (new.destroyed_at is not null) execute function desk.forget_case_key();

-- Makes the log of an agency where there is none, and names its schema. The application puts entries in line and reads;
-- the owner alone gives them their places and signs.
create function desk.make_log() returns text
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
  return name;
end
$$;
revoke all on function desk.make_log() from public;
grant execute on function desk.make_log() to desk_application;
