-- What writing a decision costs: its document is packed by a quicker method where this server has it, and the note of its
-- place in the log is taken from the row itself.

do $$
begin
  alter table desk.decisions alter column document set compression lz4;
exception when feature_not_supported or invalid_parameter_value then
  -- A server that was built without it packs as before.
  null;
end
$$;

create function desk.note_decision() returns trigger language plpgsql as $$
begin
  insert into desk.case_entries (agency_id, desk_id, case_id, decision_id, kind, log_serial, log_ticket)
    values (new.agency_id, new.desk_id, new.case_id, new.id, 'decision', new.log_serial, new.log_ticket)
    on conflict do nothing;
  return null;
end
$$;
create function desk.note_confirmation() returns trigger language plpgsql as $$
begin
  insert into desk.case_entries (agency_id, desk_id, case_id, decision_id, kind, log_serial, log_ticket)
    select decision.agency_id, decision.desk_id, decision.case_id, decision.id, 'confirmation',
      new.log_serial, new.log_ticket
    from desk.decisions as decision where decision.id = new.decision_id
    on conflict do nothing;
  return null;
end
$$;
drop trigger note_entry on desk.decisions;
drop trigger note_entry on desk.decision_confirmations;
drop function desk.note_entry();
create trigger note_entry after insert on desk.decisions
  for each row when (new.log_ticket > 0) execute function desk.note_decision();
create trigger note_entry after insert on desk.decision_confirmations
  for each row when (new.log_ticket > 0) execute function desk.note_confirmation();
