-- A clock that ran days ahead and was set back: an administrator confirms it, line by line of the log, and each line has an
-- entry that says so. From it on the days of the line count anew.

create table desk.clock_corrections (
  id uuid primary key default gen_random_uuid(),
  agency_id uuid not null references desk.agencies,
  -- The line of the log: a desk or a book.
  place text not null check (length(place) between 2 and 80),
  -- The day of the last entry before, and the day that it was. The log compares days as text.
  ahead_day text collate "C" not null check (ahead_day ~ '^\d{4}-\d\d-\d\d$'),
  right_day text collate "C" not null check (right_day ~ '^\d{4}-\d\d-\d\d$'),
  corrected_at timestamptz not null default desk.decided_now(),
  corrected_by uuid not null,
  log_serial bigint not null,
  log_ticket bigint not null,
  -- What opens the entry: it is about nobody.
  log_key bytea not null check (length(log_key) = 32),
  check (ahead_day > right_day),
  unique (agency_id, log_ticket),
  foreign key (corrected_by, agency_id) references desk.users (id, agency_id)
);
alter table desk.clock_corrections enable row level security, force row level security;
grant select, insert (id, agency_id, place, ahead_day, right_day, corrected_by, log_serial, log_ticket, log_key)
  on desk.clock_corrections to desk_application;
create policy agency on desk.clock_corrections as restrictive to desk_application
  using (agency_id = (select desk.this_agency()));
create policy reading on desk.clock_corrections for select to desk_application
  using ((select desk.works()) or (select desk.oversees()) or (select desk.administers()));
create policy confirming on desk.clock_corrections for insert to desk_application
  with check ((select desk.administers()));
create policy own_hand on desk.clock_corrections as restrictive for insert to desk_application
  with check (corrected_by = (select desk.this_user()));
grant select, delete on desk.clock_corrections to desk_door;
create policy demonstration on desk.clock_corrections to desk_door using (desk.is_demonstration(agency_id));
