-- Papers: the line of contact on them, what the person chose before an interview, and translations with their review.

alter table desk.agencies add column contact text check (length(contact) between 1 and 200);
grant update (contact) on desk.agencies to desk_application;

-- What the person chose on the form; no answer means no.
alter table desk.notices add column choice text check (choice in ('no', 'with-attorney', 'yes', 'none')),
  add constraint notices_given check ((given_at is null) = (given_by is null));
grant update (choice) on desk.notices to desk_application;

-- INVARIANT: what was given to somebody stays as it is on record.
create policy given on desk.notices as restrictive for update to desk_application using (given_at is null) with check (true);

create table desk.translations (
  id uuid primary key default gen_random_uuid(),
  agency_id uuid not null references desk.agencies,
  language text not null check (language ~ '^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$' and language not in ('en', 'es')),
  version integer not null check (version > 0),
  words jsonb not null,
  -- Who translated, such as a named translator or an office.
  translator text not null check (length(translator) between 1 and 200),
  brought_at timestamptz not null default now(),
  brought_by uuid not null,
  reviewer text check (length(reviewer) between 1 and 200),
  approved_at timestamptz,
  approved_by uuid,
  foreign key (brought_by, agency_id) references desk.users (id, agency_id),
  foreign key (approved_by, agency_id) references desk.users (id, agency_id),
  check ((approved_at is null) = (reviewer is null)),
  check ((approved_at is null) = (approved_by is null)),
  check (approved_by <> brought_by),
  unique (agency_id, language, version)
);
alter table desk.translations enable row level security, force row level security;
grant select, insert (agency_id, language, version, words, translator, brought_by),
  update (reviewer, approved_at, approved_by) on desk.translations to desk_application;
create policy agency on desk.translations as restrictive to desk_application
  using (agency_id = (select desk.this_agency()));
create policy reading on desk.translations for select to desk_application using (true);
create policy bringing on desk.translations for insert to desk_application
  with check ((select desk.this_role()) in ('supervisor', 'counsel', 'records-officer', 'administrator')
    and brought_by = (select desk.this_user()));
-- INVARIANT: a translation is approved once, by another person than the one who brought it, in the own name.
create policy approving on desk.translations for update to desk_application
  using ((select desk.this_role()) in ('supervisor', 'counsel', 'records-officer', 'administrator') and approved_at is null)
  with check (approved_by = (select desk.this_user()) and approved_by <> brought_by);

-- What a receipt shows to whoever has its address, which holds a random id. It says nothing of the case.
grant usage, create on schema desk to desk_door;
grant select on desk.decisions to desk_door;
create policy door on desk.decisions for select to desk_door using (true);
create function desk.find_receipt(asked uuid)
returns table (agency_id uuid, agency_name text, time_zone text, decided_at timestamptz, log_serial bigint, log_ticket bigint)
language sql stable security definer set search_path = desk, pg_temp
begin atomic
  select d.agency_id, a.name, a.time_zone, d.decided_at, d.log_serial, d.log_ticket
  from desk.decisions as d join desk.agencies as a on a.id = d.agency_id where d.id = asked;
end;
alter function desk.find_receipt(uuid) owner to desk_door;
set local role desk_door;
revoke all on function desk.find_receipt(uuid) from public;
grant execute on function desk.find_receipt(uuid) to desk_application;
reset role;
revoke create on schema desk from desk_door;
