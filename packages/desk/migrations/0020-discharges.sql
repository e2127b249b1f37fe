-- That a duty was discharged goes into the log, like decisions and confirmations, in the transaction that discharges it.

alter table desk.duties
  add column log_serial bigint,
  add column log_ticket bigint,
  -- What opens the entry of a duty that the whole agency owes; other entries are opened by the key of their case.
  add column log_key bytea check (length(log_key) = 32),
  add constraint logged check ((log_serial is null) = (log_ticket is null)
    and (log_ticket is null or state = 'discharged') and (log_key is null or (case_id is null and log_ticket is not null)));
grant update (log_serial, log_ticket, log_key) on desk.duties to desk_application;
alter table desk.duties alter column opened_at set default desk.decided_now();

-- What is due at once stands on the first page.
create index on desk.duties (agency_id, opened_at) where state = 'open' and calendar in ('promptly', 'at-once');

-- INVARIANT: what was discharged or became void stays so, and is discharged in the name of whoever does it, now, with its
-- entry in the log.
drop policy only_open on desk.duties;
create policy only_open on desk.duties as restrictive for update to desk_application
  using (state = 'open')
  with check (state <> 'discharged' or (discharged_by = (select desk.this_user())
    and discharged_at = desk.decided_now() and log_ticket is not null));

-- A row that is deleted leaves its place, as those of decisions and confirmations do.
alter table desk.case_entries
  alter column decision_id drop not null,
  add column duty_id uuid,
  drop constraint case_entries_kind_check,
  add constraint case_entries_kind_check check (kind in ('decision', 'confirmation', 'discharge')),
  add constraint case_entries_of_check check (case kind when 'discharge' then duty_id else decision_id end is not null);
drop policy noting on desk.case_entries;
create policy noting on desk.case_entries for insert to desk_application
  with check (((select desk.oversees()) and (select desk.this_role()) <> 'auditor')
    or ((select desk.works()) and desk_id = (select desk.this_desk())));

create function desk.note_discharge() returns trigger language plpgsql as $$
begin
  insert into desk.case_entries (agency_id, desk_id, case_id, decision_id, duty_id, kind, log_serial, log_ticket)
    values (new.agency_id, new.desk_id, new.case_id, new.decision_id, new.id, 'discharge', new.log_serial, new.log_ticket)
    on conflict do nothing;
  return null;
end
$$;
create trigger note_discharge after update on desk.duties
  for each row when (new.log_ticket > 0 and old.log_ticket is null and new.case_id is not null)
  execute function desk.note_discharge();

-- Moves what was entered on a case of the demonstration back in time. Rows of duties, and when a notice was given, are true
-- as they were written: the log commits to them.
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
    where c.table_schema = 'desk' and c.table_name <> 'duties' and c.column_name in ('opened_at', 'closed_at', 'entered_at',
        'answered_at', 'changed_at', 'recorded_at', 'happened_at', 'made_at', 'identity_at')
      and (c.table_name = 'cases' or exists (select from information_schema.columns as k where k.table_schema = 'desk'
        and k.table_name = c.table_name and k.column_name = 'case_id'))
    group by c.table_name loop
    execute format('update desk.%I set %s where %I = $1 and desk.is_demonstration(agency_id)',
      moved.name, moved.changes, moved.key) using asked_case, by_time;
  end loop;
end
$$;
reset role;
revoke create on schema desk from desk_door;
