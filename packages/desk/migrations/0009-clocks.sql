-- Clocks and reports: when the events of a case happened, duties of the whole agency, the sweep, the feed, signed reports.

-- When something happened in a case. A correction supersedes; the last of a chain counts.
create table desk.case_events (
  id uuid primary key default gen_random_uuid(),
  agency_id uuid not null,
  desk_id uuid not null,
  case_id uuid not null,
  event text not null check (event ~ '^[a-z][a-z-]{0,40}$'),
  happened_at timestamptz not null,
  supersedes uuid unique,
  recorded_at timestamptz not null default now(),
  recorded_by uuid not null,
  foreign key (case_id, agency_id, desk_id) references desk.cases (id, agency_id, desk_id),
  foreign key (recorded_by, agency_id) references desk.users (id, agency_id),
  foreign key (supersedes, case_id, event) references desk.case_events (id, case_id, event),
  unique (id, case_id, event)
);
create unique index on desk.case_events (case_id, event) where supersedes is null;

-- A duty of no case is one of the whole agency: it has a day, and belongs to no desk.
alter table desk.duties
  alter column desk_id drop not null,
  add column day date,
  add column opened_at timestamptz not null default now(),
  add column reminded_at timestamptz,
  add foreign key (agency_id) references desk.agencies,
  add check ((desk_id is null) = (case_id is null)),
  add check (case_id is not null or day is not null);
create unique index on desk.duties (case_id, rule) where state = 'open' and case_id is not null;
create unique index on desk.duties (agency_id, rule, day) where case_id is null;
create index on desk.duties (due_at) where state = 'open';

-- An outcome names an agency by a code, and corrects one of its own case.
alter table desk.outcomes
  add check (receiving_agency ~ '^[a-z][a-z0-9-]{0,40}$'),
  add unique (id, case_id),
  add foreign key (supersedes, case_id) references desk.outcomes (id, case_id);

-- Which agency asks, by a code such as ice.
alter table desk.requests add column asking_agency text check (asking_agency ~ '^[a-z][a-z0-9-]{0,40}$');

-- What opens the entry of the log that a filed report has. It is published with the report.
alter table desk.reports
  add column log_ticket bigint,
  add column log_key bytea check (length(log_key) = 32);

create table desk.calendar_feeds (
  id uuid primary key default gen_random_uuid(),
  agency_id uuid not null references desk.agencies,
  token_hash bytea not null unique check (length(token_hash) = 32),
  made_at timestamptz not null default now(),
  made_by uuid not null,
  revoked_at timestamptz,
  foreign key (made_by, agency_id) references desk.users (id, agency_id)
);

-- The clock of the database as the last sweep saw it, so that one that was set back is noticed.
create table desk.sweeps (
  single boolean primary key default true check (single),
  swept_at timestamptz not null,
  set_back_at timestamptz,
  set_back_seconds bigint not null default 0
);

do $$
declare
  name text;
begin
  foreach name in array array['case_events', 'calendar_feeds', 'sweeps'] loop
    execute format('alter table desk.%I enable row level security', name);
    execute format('alter table desk.%I force row level security', name);
    continue when name = 'sweeps';
    execute format('create policy agency on desk.%I as restrictive to desk_application
      using (agency_id = (select desk.this_agency()))', name);
  end loop;
end
$$;

grant select, insert (agency_id, desk_id, case_id, event, happened_at, supersedes, recorded_by)
  on desk.case_events to desk_application;
create policy reading on desk.case_events for select to desk_application
  using ((select desk.oversees()) or ((select desk.works()) and desk_id = (select desk.this_desk())));
create policy recording on desk.case_events for insert to desk_application
  with check ((select desk.works()) and ((select desk.oversees()) or desk_id = (select desk.this_desk()))
    and recorded_by = (select desk.this_user()));

-- Everybody who works at a desk sees what the agency owes; those who look over it do it.
create policy reading_agency on desk.duties for select to desk_application
  using (desk_id is null and ((select desk.works()) or (select desk.oversees())));
grant update (due_at, document, calendar) on desk.duties to desk_application;
-- INVARIANT: what was discharged or became void stays so, and is discharged in the name of whoever does it, now.
create policy only_open on desk.duties as restrictive for update to desk_application
  using (state = 'open')
  with check (state <> 'discharged' or (discharged_by = (select desk.this_user()) and discharged_at = now()));

create policy own_hand on desk.outcomes as restrictive for insert to desk_application
  with check (recorded_by = (select desk.this_user()));
grant update (asking_agency) on desk.requests to desk_application;

-- INVARIANT: whoever signs a report is a supervisor or counsel, and not whoever drafted it.
grant update (log_ticket, log_key) on desk.reports to desk_application;
drop policy filing on desk.reports;
create policy drafting on desk.reports for update to desk_application
  using (filed_at is null and made_by = (select desk.this_user())
    and (select desk.this_role()) in ('records-officer', 'supervisor', 'counsel'))
  with check (filed_at is null);
create policy signing on desk.reports for update to desk_application
  using (filed_at is null and made_by <> (select desk.this_user())
    and (select desk.this_role()) in ('supervisor', 'counsel'))
  with check (filed_at = now() and filed_by = (select desk.this_user()) and made_by <> (select desk.this_user()));
create policy own_hand on desk.reports as restrictive for insert to desk_application
  with check (made_by = (select desk.this_user()));

grant select (id, agency_id, made_at, made_by, revoked_at), insert (agency_id, token_hash, made_by), update (revoked_at)
  on desk.calendar_feeds to desk_application;
create policy keeping on desk.calendar_feeds to desk_application
  using ((select desk.this_role()) in ('supervisor', 'counsel', 'records-officer', 'administrator'));

-- What must be done for all agencies at once, or before it is known for which.
grant usage, create on schema desk to desk_door;
grant select, insert, update on desk.duties, desk.sweeps, desk.calendar_feeds to desk_door;
create policy door on desk.duties to desk_door using (true);
create policy door on desk.sweeps to desk_door using (true);
create policy door on desk.calendar_feeds to desk_door using (true);

-- Notes what is due within the hour, or within two weeks where the whole agency owes it, and what was missed; each once.
-- What the law wants promptly, without a number, is noted after an hour and after a day. Who comes while another one
-- sweeps gets no row. All by the clock of the database.
create function desk.sweep_duties() returns table (reminded bigint, escalated bigint, set_back_seconds bigint)
language plpgsql volatile security definer set search_path = desk, pg_temp
as $$
declare
  moment timestamptz := clock_timestamp();
  before timestamptz;
begin
  if not pg_try_advisory_xact_lock(hashtext('brightline desk sweep')) then return; end if;
  select s.swept_at into before from desk.sweeps as s;
  set_back_seconds := greatest(0, coalesce(extract(epoch from before - moment), 0));
  insert into desk.sweeps as s (swept_at) values (moment)
    on conflict (single) do update set swept_at = moment,
      set_back_at = case when sweep_duties.set_back_seconds > 0 then moment else s.set_back_at end,
      set_back_seconds = case when sweep_duties.set_back_seconds > 0 then sweep_duties.set_back_seconds else s.set_back_seconds end;
  with noted as (
    update desk.duties as d set reminded_at = moment
    where d.state = 'open' and d.reminded_at is null and case
      when d.due_at is not null then d.due_at <= moment + case when d.case_id is null then interval '14 days' else interval '1 hour' end
      when d.calendar in ('promptly', 'at-once') then d.opened_at <= moment - interval '1 hour'
      else false end
    returning d.id, d.agency_id),
  told as (insert into desk.audit_events (agency_id, role, kind, subject_id)
    select n.agency_id, 'clock', 'duty-reminded', n.id from noted as n)
  select count(*) into reminded from noted;
  with missed as (
    update desk.duties as d set escalated_at = moment
    where d.state = 'open' and d.escalated_at is null and case
      when d.due_at is not null then d.due_at <= moment
      when d.calendar in ('promptly', 'at-once') then d.opened_at <= moment - interval '1 day'
      else false end
    returning d.id, d.agency_id),
  told as (insert into desk.audit_events (agency_id, role, kind, subject_id)
    select m.agency_id, 'clock', 'duty-escalated', m.id from missed as m)
  select count(*) into escalated from missed;
  return next;
end
$$;

-- What pages say of the clock: when it was last swept, and whether it was set back within a day.
create function desk.clock_state() returns table (now timestamptz, swept_at timestamptz, set_back_seconds bigint)
language sql stable security definer set search_path = desk, pg_temp
begin atomic
  select clock_timestamp(), s.swept_at,
    case when s.set_back_at > clock_timestamp() - interval '1 day' then s.set_back_seconds else 0 end
  from (values (true)) as one left join desk.sweeps as s on true;
end;

-- The places for which standing duties are kept.
create function desk.list_places() returns table (agency_id uuid, place text, kind text, time_zone text)
language sql stable security definer set search_path = desk, pg_temp
begin atomic
  select a.id, a.place, a.kind, a.time_zone from desk.agencies as a order by a.id;
end;

-- Keeps the days on which an agency owes something without a request; a coming day that is no longer law becomes void.
create function desk.keep_agency_duties(asked_agency uuid, days jsonb) returns bigint
language plpgsql volatile security definer set search_path = desk, pg_temp
as $$
declare
  added bigint;
begin
  with wanted as (
    select * from jsonb_to_recordset(days)
      as w (rule text, day date, due_at timestamptz, document jsonb, time_zone text)),
  gone as (
    update desk.duties as d set state = 'void'
    where d.agency_id = asked_agency and d.case_id is null and d.state = 'open' and d.due_at > clock_timestamp()
      and not exists (select from wanted as w where w.rule = d.rule and w.day = d.day)),
  made as (
    insert into desk.duties (agency_id, rule, document, due_at, calendar, time_zone, day)
    select asked_agency, w.rule, w.document, w.due_at, 'day', w.time_zone, w.day from wanted as w
    on conflict do nothing returning 1)
  select count(*) into added from made;
  return added;
end
$$;

-- Whose calendar a feed is. Its token is all that whoever fetches it has.
create function desk.find_feed(asked_hash bytea) returns table (place text, kind text)
language sql stable security definer set search_path = desk, pg_temp
begin atomic
  select a.place, a.kind from desk.calendar_feeds as f join desk.agencies as a on a.id = f.agency_id
  where f.token_hash = asked_hash and f.revoked_at is null;
end;

do $$
declare
  door regprocedure;
begin
  foreach door in array array['desk.sweep_duties()', 'desk.clock_state()', 'desk.list_places()',
    'desk.keep_agency_duties(uuid, jsonb)', 'desk.find_feed(bytea)']::regprocedure[] loop
    execute format('alter function %s owner to desk_door', door);
    set local role desk_door;
    execute format('revoke all on function %s from public', door);
    execute format('grant execute on function %s to desk_application', door);
    reset role;
  end loop;
end
$$;

revoke create on schema desk from desk_door;
