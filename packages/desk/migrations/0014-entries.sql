-- What a case put into the log, kept beside the rows: a row that was deleted leaves its place here, and the docket shows the
-- gap. A confirmation gets an entry of its own, at a desk of its own.

alter table desk.decision_confirmations add column log_serial bigint, add column log_ticket bigint,
  add constraint logged check ((log_serial is null) = (log_ticket is null));
grant insert (log_serial, log_ticket) on desk.decision_confirmations to desk_application;
alter table desk.decision_confirmations alter column confirmed_at set default desk.decided_now();

create table desk.case_entries (
  agency_id uuid not null,
  desk_id uuid not null,
  case_id uuid not null,
  -- The decision that was logged, or that was confirmed.
  decision_id uuid not null,
  kind text not null check (kind in ('decision', 'confirmation')),
  log_serial bigint not null,
  log_ticket bigint not null,
  primary key (agency_id, log_ticket),
  foreign key (case_id, agency_id, desk_id) references desk.cases (id, agency_id, desk_id)
);
create index on desk.case_entries (case_id);
alter table desk.case_entries enable row level security, force row level security;
grant select, insert on desk.case_entries to desk_application;
create policy agency on desk.case_entries as restrictive to desk_application
  using (agency_id = (select desk.this_agency()));
create policy reading on desk.case_entries for select to desk_application
  using ((select desk.oversees()) or ((select desk.works()) and desk_id = (select desk.this_desk())));
create policy noting on desk.case_entries for insert to desk_application
  with check ((select desk.works()) and ((select desk.oversees()) or desk_id = (select desk.this_desk())));
grant select, update, delete on desk.case_entries to desk_door;
create policy demonstration on desk.case_entries to desk_door using (desk.is_demonstration(agency_id));

-- A row that is written notes its place in the log in its own transaction.
create function desk.note_entry() returns trigger language plpgsql as $$
begin
  insert into desk.case_entries (agency_id, desk_id, case_id, decision_id, kind, log_serial, log_ticket)
    select decision.agency_id, decision.desk_id, decision.case_id, decision.id, tg_argv[0], new.log_serial, new.log_ticket
    from desk.decisions as decision
    where decision.id = case tg_argv[0] when 'decision' then (to_jsonb(new) ->> 'id')::uuid
      else (to_jsonb(new) ->> 'decision_id')::uuid end
    on conflict do nothing;
  return null;
end
$$;
create trigger note_entry after insert on desk.decisions
  for each row when (new.log_ticket > 0) execute function desk.note_entry('decision');
create trigger note_entry after insert on desk.decision_confirmations
  for each row when (new.log_ticket > 0) execute function desk.note_entry('confirmation');

alter table desk.case_entries no force row level security;
alter table desk.decisions no force row level security;
insert into desk.case_entries (agency_id, desk_id, case_id, decision_id, kind, log_serial, log_ticket)
  select agency_id, desk_id, case_id, id, 'decision', log_serial, log_ticket from desk.decisions
  where log_ticket > 0 on conflict do nothing;
alter table desk.case_entries force row level security;
alter table desk.decisions force row level security;
