-- What was entered of a request, times of events, papers that were given and outcomes go into the log, like decisions, in the
-- transaction of their row. Rows of before have no entry.

do $$
declare
  name text;
begin
  foreach name in array array['requests', 'case_events', 'notices', 'outcomes'] loop
    execute format('alter table desk.%I add column log_serial bigint, add column log_ticket bigint,
      add constraint logged check ((log_serial is null) = (log_ticket is null))', name);
  end loop;
end
$$;
grant insert (log_serial, log_ticket) on desk.requests, desk.case_events, desk.outcomes to desk_application;
grant insert (id) on desk.case_events to desk_application;
grant update (log_serial, log_ticket) on desk.requests, desk.notices to desk_application;

-- A request that is entered anew has a new entry; the ones before are listed, and the new entry commits to the list.
alter table desk.requests add column log_replaced integer[] not null default '{}';
grant insert (log_replaced, same_hash), update (log_replaced) on desk.requests to desk_application;

-- The answers that a decision was made on; its entry commits to them. Decisions of before have none.
alter table desk.decisions add column answers jsonb check (jsonb_typeof(answers) = 'object');
grant insert (answers) on desk.decisions to desk_application;

-- What is committed to is not moved in time afterwards: rows of the demonstration are written as of their moment.
alter table desk.requests alter column entered_at set default desk.decided_now();
alter table desk.case_events alter column recorded_at set default desk.decided_now();
alter table desk.outcomes alter column recorded_at set default desk.decided_now();
alter table desk.notices alter column made_at set default desk.decided_now();

-- A row that is deleted leaves its place, whichever kind it is of.
alter table desk.case_entries no force row level security;
alter table desk.case_entries add column row_id uuid;
update desk.case_entries set row_id = case kind when 'discharge' then duty_id else decision_id end;
alter table desk.case_entries
  alter column row_id set not null,
  drop column decision_id,
  drop column duty_id,
  drop constraint case_entries_kind_check,
  add constraint case_entries_kind_check
    check (kind in ('request', 'decision', 'confirmation', 'time', 'paper', 'discharge', 'outcome'));
alter table desk.case_entries force row level security;

create function desk.note_entry() returns trigger language plpgsql as $$
begin
  insert into desk.case_entries (agency_id, desk_id, case_id, row_id, kind, log_serial, log_ticket)
    values (new.agency_id, new.desk_id, new.case_id, new.id, tg_argv[0], new.log_serial, new.log_ticket)
    on conflict do nothing;
  return null;
end
$$;
create or replace function desk.note_confirmation() returns trigger language plpgsql as $$
begin
  insert into desk.case_entries (agency_id, desk_id, case_id, row_id, kind, log_serial, log_ticket)
    select decision.agency_id, decision.desk_id, decision.case_id, decision.id, 'confirmation',
      new.log_serial, new.log_ticket
    from desk.decisions as decision where decision.id = new.decision_id
    on conflict do nothing;
  return null;
end
$$;
drop trigger note_entry on desk.decisions;
drop trigger note_discharge on desk.duties;
drop function desk.note_decision();
drop function desk.note_discharge();
do $$
declare
  noted text[];
begin
  foreach noted slice 1 in array array[['decisions', 'decision'], ['requests', 'request'], ['case_events', 'time'],
    ['outcomes', 'outcome']] loop
    execute format('create trigger note_entry after insert on desk.%I
      for each row when (new.log_ticket > 0) execute function desk.note_entry(%L)', noted[1], noted[2]);
  end loop;
  foreach noted slice 1 in array array[['duties', 'discharge'], ['requests', 'request'], ['notices', 'paper']] loop
    execute format('create trigger note_change after update on desk.%I for each row
      when (new.log_ticket > 0 and new.log_ticket is distinct from old.log_ticket and new.case_id is not null)
      execute function desk.note_entry(%L)', noted[1], noted[2]);
  end loop;
end
$$;

-- INVARIANT: the application writes none of these without an entry in the log, and a change of a request has a new one.
create policy logged on desk.case_events as restrictive for insert to desk_application
  with check (log_ticket is not null);
create policy logged on desk.outcomes as restrictive for insert to desk_application with check (log_ticket is not null);
create policy logged on desk.requests as restrictive for insert to desk_application with check (log_ticket is not null);
create policy logged_anew on desk.requests as restrictive for update to desk_application using (true)
  with check (log_ticket is not null and not exists (select from desk.case_entries as e
    where e.agency_id = requests.agency_id and e.log_ticket = requests.log_ticket));
drop policy given on desk.notices;
create policy given on desk.notices as restrictive for update to desk_application
  using (given_at is null) with check ((given_at is null) = (log_ticket is null));

-- Moves what was entered on a case of the demonstration back in time, but for rows that the log commits to.
grant create on schema desk to desk_door;
set local role desk_door;
create or replace function desk.set_back_demonstration(asked_case uuid, by_time interval) returns void
language plpgsql volatile security definer set search_path = desk, pg_temp
as $$
declare
  moved record;
begin
  for moved in select c.table_name as name, case c.table_name when 'cases' then 'id' else 'case_id' end as key,
      string_agg(format('%1$I = %1$I - $2', c.column_name), ', ') as changes
    from information_schema.columns as c
    where c.table_schema = 'desk' and c.column_name in ('opened_at', 'closed_at', 'answered_at', 'changed_at', 'made_at',
        'identity_at')
      and (c.table_name = 'cases' or exists (select from information_schema.columns as k where k.table_schema = 'desk'
        and k.table_name = c.table_name and k.column_name = 'case_id'))
      and not exists (select from information_schema.columns as k where k.table_schema = 'desk'
        and k.table_name = c.table_name and k.column_name = 'log_ticket')
    group by c.table_name loop
    execute format('update desk.%I set %s where %I = $1 and desk.is_demonstration(agency_id)',
      moved.name, moved.changes, moved.key) using asked_case, by_time;
  end loop;
end
$$;
reset role;
revoke create on schema desk from desk_door;
