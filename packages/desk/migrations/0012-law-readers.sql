-- Server processes tell one another that the law was asked to be read anew, and whether they could read it.

create table desk.law_calls (
  is_only boolean primary key default true check (is_only),
  called bigint not null default 0
);
insert into desk.law_calls default values;

-- One row a process, which it writes anew while it runs; rows of processes that ended are dropped.
create table desk.law_readers (
  process_id uuid primary key,
  heard bigint not null,
  is_good boolean not null,
  read_at timestamptz not null,
  seen_at timestamptz not null default clock_timestamp()
);
alter table desk.law_calls enable row level security, force row level security;
alter table desk.law_readers enable row level security, force row level security;

grant select, insert, update on desk.law_calls to desk_door;
grant select, insert, update, delete on desk.law_readers to desk_door;
create policy door on desk.law_calls to desk_door using (true);
create policy door on desk.law_readers to desk_door using (true);

-- An administrator asks every process to read the law again.
create function desk.call_law() returns void
language plpgsql volatile security definer set search_path = desk, pg_temp
as $$
begin
  if not desk.administers() then raise insufficient_privilege; end if;
  update desk.law_calls set called = called + 1;
end
$$;

-- A process says what it reads by, and is told the number of the last call.
create function desk.note_law_reader(process uuid, heard_call bigint, good boolean, read_when timestamptz) returns bigint
language sql volatile security definer set search_path = desk, pg_temp
begin atomic
  delete from desk.law_readers where seen_at < clock_timestamp() - interval '1 minute' and process_id <> process;
  insert into desk.law_readers as r (process_id, heard, is_good, read_at) values (process, heard_call, good, read_when)
  on conflict (process_id) do update set heard = excluded.heard, is_good = excluded.is_good, read_at = excluded.read_at,
    seen_at = clock_timestamp()
  where r.heard <> excluded.heard or r.is_good <> excluded.is_good or r.read_at <> excluded.read_at
    or r.seen_at < clock_timestamp() - interval '15 seconds';
  select called from desk.law_calls;
end;

create function desk.forget_law_reader(process uuid) returns void
language sql volatile security definer set search_path = desk, pg_temp
begin atomic
  delete from desk.law_readers where process_id = process;
end;

-- Counts the processes, those whose law had errors, and those that have not heard the last call yet.
create function desk.law_reader_numbers() returns table (processes bigint, failed bigint, behind bigint)
language sql stable security definer set search_path = desk, pg_temp
begin atomic
  select count(*), count(*) filter (where not r.is_good), count(*) filter (where r.heard < c.called)
  from desk.law_readers as r cross join desk.law_calls as c
  where desk.administers() and r.seen_at > clock_timestamp() - interval '1 minute';
end;

do $$
declare
  door record;
begin
  grant create on schema desk to desk_door;
  for door in select p.oid::regprocedure as signature from pg_proc as p where p.pronamespace = 'desk'::regnamespace
    and p.proname in ('call_law', 'note_law_reader', 'forget_law_reader', 'law_reader_numbers') loop
    execute format('alter function %s owner to desk_door', door.signature);
    set local role desk_door;
    execute format('revoke all on function %s from public', door.signature);
    execute format('grant execute on function %s to desk_application', door.signature);
    reset role;
  end loop;
  revoke create on schema desk from desk_door;
end
$$;
