-- A request that was opened twice or by mistake, or that its agency took back, is closed: one person proposes it with a reason
-- from a short list, and a second one confirms. Each step is a row that stays, with its entry in the log, and can be undone.

create table desk.case_closings (
  id uuid primary key,
  agency_id uuid not null,
  desk_id uuid not null,
  case_id uuid not null,
  step text not null check (step in ('proposed', 'confirmed', 'kept-open', 'reopened')),
  reason text check (case step
    when 'kept-open' then reason is null
    when 'reopened' then reason in ('not-the-same', 'request-stands', 'counsel-says')
    else reason in ('opened-twice', 'wrong-person', 'test', 'request-withdrawn', 'sent-elsewhere') end),
  -- The request that goes on, where this one was opened twice.
  twin text,
  -- Where the draft was left when the closing was proposed: there it goes on.
  resumes text check (resumes ~ '^[a-z-]{1,20}$'),
  follows uuid unique,
  recorded_at timestamptz not null default desk.decided_now(),
  recorded_by uuid not null,
  recorded_as text not null,
  log_serial bigint not null,
  log_ticket bigint not null,
  check (case when step in ('proposed', 'confirmed') then reason is not null and resumes is not null
    and (reason = 'opened-twice') = (twin is not null) else twin is null and resumes is null end),
  check (reason is not null or step = 'kept-open'),
  unique (id, case_id),
  foreign key (case_id, agency_id, desk_id) references desk.cases (id, agency_id, desk_id),
  foreign key (agency_id, twin) references desk.cases (agency_id, reference),
  foreign key (recorded_by, agency_id) references desk.users (id, agency_id),
  foreign key (follows, case_id) references desk.case_closings (id, case_id)
);
create unique index on desk.case_closings (case_id) where follows is null;
create index on desk.case_closings (case_id);
create index on desk.case_closings (agency_id, twin) where twin is not null;
create index on desk.case_closings (agency_id, recorded_at) where step = 'proposed';
create index on desk.cases (agency_id, opened_at) where closed_at is not null and copy_of is null;

alter table desk.case_closings enable row level security, force row level security;
grant select, insert (id, agency_id, desk_id, case_id, step, reason, twin, resumes, follows, recorded_by, recorded_as,
  log_serial, log_ticket) on desk.case_closings to desk_application;
create policy agency on desk.case_closings as restrictive to desk_application
  using (agency_id = (select desk.this_agency()));
create policy reading on desk.case_closings for select to desk_application
  using ((select desk.oversees()) or ((select desk.works()) and desk_id = (select desk.this_desk())));
create policy recording on desk.case_closings for insert to desk_application
  with check ((select desk.works()) and ((select desk.oversees()) or desk_id = (select desk.this_desk()))
    and recorded_as = (select desk.this_role())
    and (step <> 'confirmed' or (select desk.this_role()) in ('supervisor', 'counsel')));
create policy own_hand on desk.case_closings as restrictive for insert to desk_application
  with check (recorded_by = (select desk.this_user()));
grant select, delete on desk.case_closings to desk_door;
create policy demonstration on desk.case_closings to desk_door using (desk.is_demonstration(agency_id));

-- What is closed so is not counted by itself: another request is, or nothing was asked.
create function desk.is_uncounted(closed_for text) returns boolean language sql immutable
  return closed_for in ('opened-twice', 'wrong-person', 'test');

-- The last step of a closing; null where there is none.
create function desk.last_closing(asked uuid) returns desk.case_closings
language sql stable set search_path = desk, pg_temp
begin atomic
  select c from desk.case_closings as c where c.case_id = asked
    and not exists (select from desk.case_closings as later where later.follows = c.id);
end;

-- INVARIANT: the steps of a closing follow each other, two people close, and nothing vanishes: the twin of a request is open
-- when it is closed, whatever is a twin stays counted, and so does a request on which somebody was held or handed over.
create function desk.guard_closing() returns trigger language plpgsql set search_path = desk, pg_temp as $$
declare
  before desk.case_closings;
  this_case desk.cases;
begin
  perform pg_advisory_xact_lock(hashtextextended('brightline closings ' || new.agency_id, 0));
  before := desk.last_closing(new.case_id);
  select c.* into this_case from desk.cases as c where c.id = new.case_id;
  if new.follows is distinct from before.id or this_case.copy_of is not null or not (case new.step
    when 'proposed' then before.id is null or before.step in ('kept-open', 'reopened')
    when 'confirmed' then coalesce(before.step = 'proposed' and before.recorded_by <> new.recorded_by
      and before.reason = new.reason and before.twin is not distinct from new.twin and before.resumes = new.resumes, false)
    when 'kept-open' then coalesce(before.step = 'proposed', false)
    else coalesce(before.step = 'confirmed', false) end) then
    raise insufficient_privilege using message = 'no such step of a closing';
  end if;
  if new.twin is not null and (new.twin = this_case.reference or not exists (select from desk.cases as other
    where other.agency_id = new.agency_id and other.reference = new.twin and other.copy_of is null
      and other.closed_at is null)) then
    raise insufficient_privilege using message = 'this request is no twin';
  end if;
  if new.step in ('proposed', 'confirmed') and desk.is_uncounted(new.reason) and exists (
    select from desk.case_closings as c where c.agency_id = new.agency_id and c.twin = this_case.reference
      and c.step = 'confirmed' and not exists (select from desk.case_closings as later where later.follows = c.id)) then
    raise insufficient_privilege using message = 'another request is counted as this one';
  end if;
  if new.step in ('proposed', 'confirmed') and desk.is_uncounted(new.reason) and exists (
    select from desk.outcomes as o where o.case_id = new.case_id and o.kind in ('held', 'transferred')
      and not exists (select from desk.outcomes as later where later.supersedes = o.id)) then
    raise insufficient_privilege using message = 'somebody was held or handed over';
  end if;
  return new;
end
$$;
create trigger guard_closing before insert on desk.case_closings for each row execute function desk.guard_closing();

-- When a case is closed is what its closing says: nothing else closes or reopens it, but for a copy.
create function desk.guard_closed() returns trigger language plpgsql set search_path = desk, pg_temp as $$
begin
  if (new.closed_at is not null)
    <> (new.copy_of is not null or coalesce((desk.last_closing(new.id)).step = 'confirmed', false)) then
    raise insufficient_privilege using message = 'a case is closed by its closing';
  end if;
  return new;
end
$$;
alter table desk.cases no force row level security;
update desk.cases set closed_at = null where copy_of is null;
alter table desk.cases force row level security;
create trigger guard_closed before update on desk.cases
  for each row when ((old.closed_at is null) <> (new.closed_at is null)) execute function desk.guard_closed();
create function desk.close_case() returns trigger language plpgsql set search_path = desk, pg_temp as $$
begin
  update desk.cases set closed_at = case new.step when 'confirmed' then new.recorded_at end where id = new.case_id;
  return null;
end
$$;
create trigger close_case after insert on desk.case_closings
  for each row when (new.step in ('confirmed', 'reopened')) execute function desk.close_case();

-- A request that was closed has no copies from then on: what comes in again is a request.
create or replace function desk.guard_copy() returns trigger language plpgsql set search_path = desk, pg_temp
as $$
begin
  if old.copy_of is not null or exists (select from desk.decisions where case_id = new.id)
    or exists (select from desk.case_closings where case_id = new.id)
    or exists (select from desk.cases where id = new.copy_of and (copy_of is not null or closed_at is not null)) then
    raise insufficient_privilege using message = 'this case is no copy';
  end if;
  return new;
end
$$;

-- INVARIANT: on what is closed nothing is entered, answered or decided. What the law demands of it may still be done, and who
-- asked may still be said: a request that was taken back is counted.
do $$
declare
  name text;
begin
  foreach name in array array['requests', 'papers', 'answers', 'evidence_checks', 'decisions'] loop
    execute format('create policy open_case on desk.%1$I as restrictive for insert to desk_application
      with check (exists (select from desk.cases as c where c.id = %1$I.case_id and c.closed_at is null))', name);
    continue when name in ('requests', 'papers', 'decisions');
    execute format('create policy open_case_still on desk.%1$I as restrictive for update to desk_application
      using (exists (select from desk.cases as c where c.id = %1$I.case_id and c.closed_at is null))', name);
  end loop;
end
$$;
create policy counted_case on desk.outcomes as restrictive for insert to desk_application
  with check (exists (select from desk.cases as c where c.id = outcomes.case_id
    and (c.closed_at is null or not desk.is_uncounted((desk.last_closing(c.id)).reason))));
create policy open_case on desk.decision_confirmations as restrictive for insert to desk_application
  with check (exists (select from desk.decisions as d join desk.cases as c on c.id = d.case_id
    where d.id = decision_id and c.closed_at is null));

-- A row that is deleted leaves its place.
alter table desk.case_entries
  drop constraint case_entries_kind_check,
  add constraint case_entries_kind_check
    check (kind in ('request', 'decision', 'confirmation', 'time', 'paper', 'discharge', 'outcome', 'closing'));
create trigger note_entry after insert on desk.case_closings
  for each row when (new.log_ticket > 0) execute function desk.note_entry('closing');
