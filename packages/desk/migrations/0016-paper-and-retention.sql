-- Requests that were decided on paper name the number of their receipt. Each agency says how long identities are kept.

-- A number as `readPaperNumber` writes it. One desk has each of its receipts once.
alter table desk.requests
  add column paper_number text check (paper_number ~ '^[A-Z]{1,4}-[0-9]{4,6}$'),
  add constraint one_paper_number unique (desk_id, paper_number);
grant insert (paper_number), update (paper_number) on desk.requests to desk_application;

-- How many years identities are kept after the last decision or outcome, and by which
-- source, as a code: free text would name people. The newest row counts.
create table desk.retentions (
  id uuid primary key default gen_random_uuid(),
  agency_id uuid not null references desk.agencies,
  years integer not null check (years between 0 and 100),
  source text not null check (source in ('statute', 'local-law', 'records-schedule', 'court-order', 'agency-policy')),
  set_at timestamptz not null default now(),
  set_by uuid not null,
  foreign key (set_by, agency_id) references desk.users (id, agency_id)
);
create index on desk.retentions (agency_id, set_at);
create index on desk.decisions (case_id, decided_at);
alter table desk.retentions enable row level security, force row level security;
grant select, insert (agency_id, years, source, set_by) on desk.retentions to desk_application;
create policy agency on desk.retentions as restrictive to desk_application
  using (agency_id = (select desk.this_agency()));
create policy reading on desk.retentions for select to desk_application
  using ((select desk.works()) or (select desk.oversees()) or (select desk.administers()));
create policy setting on desk.retentions for insert to desk_application with check ((select desk.administers()));
create policy own_hand on desk.retentions as restrictive for insert to desk_application
  with check (set_by = (select desk.this_user()));

grant select, delete on desk.retentions to desk_door;
create policy door on desk.retentions for select to desk_door using (true);
create policy demonstration on desk.retentions for delete to desk_door using (desk.is_demonstration(agency_id));
grant select on desk.cases, desk.outcomes to desk_door;
create policy door on desk.cases for select to desk_door using (true);
create policy door on desk.outcomes for select to desk_door using (true);

-- The day of the last decision or outcome of a case, or of its beginning, where its agency is. Whoever does not see the
-- case gets nothing.
create function desk.last_day_of(asked uuid) returns date
language sql stable set search_path = desk, pg_temp
begin atomic
  select (greatest(c.opened_at,
    (select max(d.decided_at) from desk.decisions as d where d.case_id = c.id),
    (select max(o.recorded_at) from desk.outcomes as o where o.case_id = c.id)) at time zone a.time_zone)::date
  from desk.cases as c join desk.agencies as a on a.id = c.agency_id where c.id = asked;
end;

-- The years that an agency has set; null where it has set none.
create function desk.years_kept(asked uuid) returns integer
language sql stable set search_path = desk, pg_temp
begin atomic
  select r.years from desk.retentions as r where r.agency_id = asked order by r.set_at desc, r.id desc limit 1;
end;

-- The day from which an identity is not kept: years after the last decision or outcome, where the agency has set how
-- many; else the day that was set when the case was opened.
create function desk.kept_until(asked uuid, of_agency uuid, otherwise date) returns date
language sql stable set search_path = desk, pg_temp
begin atomic
  select case when desk.years_kept(of_agency) is null then otherwise
    else (desk.last_day_of(asked) + make_interval(years => desk.years_kept(of_agency)))::date end;
end;

-- What a case still owes keeps its identity.
create function desk.owes(asked uuid) returns boolean
language sql stable set search_path = desk, pg_temp
begin atomic
  select exists (select from desk.duties as d where d.case_id = asked and d.state = 'open');
end;

drop function desk.vault_numbers(text);

do $$
begin
  grant create on schema desk to desk_door;
  set local role desk_door;
  -- Destroys what the vault holds of the cases whose day has come and that owe nothing, by the clock of the database.
  create or replace function desk.destroy_what_is_due() returns bigint
    language sql volatile security definer set search_path = desk, pg_temp
    begin atomic
      with destroyed as (
        update desk.vault as v set sealed = null, wrapped_key = null, master_key_id = null, destroyed_at = now()
        where v.destroyed_at is null
          and (v.destroy_on <= current_date or desk.years_kept(v.agency_id) is not null)
          and desk.kept_until(v.case_id, v.agency_id, v.destroy_on) <= current_date
          and not desk.owes(v.case_id)
        returning 1)
      select count(*) from destroyed;
    end;
  -- Counts what the vault holds of the agency, for its administrators. Nothing sealed is read. Held back is what is due
  -- but for a duty that is open.
  create function desk.vault_numbers(newest text)
    returns table (kept bigint, destroyed bigint, next date, older bigint, held_back bigint)
    language sql stable security definer set search_path = desk, pg_temp
    begin atomic
      select count(*) filter (where v.destroyed_at is null), count(*) filter (where v.destroyed_at is not null),
        min(desk.kept_until(v.case_id, v.agency_id, v.destroy_on)) filter (where v.destroyed_at is null),
        count(*) filter (where v.destroyed_at is null and v.master_key_id <> newest),
        count(*) filter (where v.destroyed_at is null and desk.owes(v.case_id)
          and desk.kept_until(v.case_id, v.agency_id, v.destroy_on) <= current_date)
      from desk.vault as v where v.agency_id = desk.this_agency() and desk.administers();
    end;
  -- Counts what would be destroyed within the hour, if identities were kept for so many years: for administrators.
  create function desk.due_under(asked_years integer) returns bigint
    language sql stable security definer set search_path = desk, pg_temp
    begin atomic
      select count(*) from desk.vault as v
      where v.agency_id = desk.this_agency() and desk.administers() and v.destroyed_at is null
        and desk.last_day_of(v.case_id) + make_interval(years => asked_years) <= current_date
        and not desk.owes(v.case_id);
    end;
  revoke all on function desk.vault_numbers(text), desk.due_under(integer) from public;
  grant execute on function desk.vault_numbers(text), desk.due_under(integer) to desk_application;
  reset role;
  revoke create on schema desk from desk_door;
end
$$;
