-- What writing a decision costs: places in the log are noted by one statement for all rows that are written together, an
-- index goes whose columns another begins with, and documents are not packed by a slow method.

create function desk.note_entries() returns trigger language plpgsql as $$
begin
  insert into desk.case_entries (agency_id, desk_id, case_id, row_id, kind, log_serial, log_ticket)
    select agency_id, desk_id, case_id, id, tg_argv[0], log_serial, log_ticket from added where log_ticket > 0
    on conflict do nothing;
  return null;
end
$$;
do $$
declare
  noted text[];
begin
  foreach noted slice 1 in array array[['decisions', 'decision'], ['requests', 'request'], ['case_events', 'time'],
    ['outcomes', 'outcome']] loop
    execute format('drop trigger note_entry on desk.%I', noted[1]);
    execute format('create trigger note_entries after insert on desk.%I referencing new table as added
      for each statement execute function desk.note_entries(%L)', noted[1], noted[2]);
  end loop;
end
$$;

drop index desk.decisions_case_id_idx;

-- Where a server has no quick method of packing, documents are kept as they are: packing took longer than writing.
do $$
begin
  if (select attcompression from pg_attribute where attrelid = 'desk.decisions'::regclass and attname = 'document') <> 'l' then
    alter table desk.decisions alter column document set storage external;
  end if;
end
$$;
