-- The demonstration: an invented agency, entered by a one-time link, in which a visitor changes roles, and which one button
-- removes. What may be done to it may be done to no other agency: each function asks that first.

alter table desk.one_time_links drop constraint one_time_links_purpose_check,
  add constraint one_time_links_purpose_check check (purpose in ('set-up', 'invitation', 'demonstration'));
create unique index on desk.agencies (is_demonstration) where is_demonstration;

create function desk.is_demonstration(asked uuid) returns boolean language sql stable
  return exists (select from desk.agencies where id = asked and is_demonstration);

-- The door moves the rows of the demonstration back in time when it is made, and removes them.
do $$
declare
  name text;
begin
  for name in select c.table_name from information_schema.columns as c
    join information_schema.tables as t on t.table_schema = c.table_schema and t.table_name = c.table_name
    where c.table_schema = 'desk' and c.column_name = 'agency_id' and t.table_type = 'BASE TABLE' loop
    execute format('grant select, update, delete on desk.%I to desk_door', name);
    execute format('create policy demonstration on desk.%I to desk_door using (desk.is_demonstration(agency_id))', name);
  end loop;
end
$$;
grant delete on desk.agencies to desk_door;

-- Makes the agency with a desk and somebody of each role. None of them has a password.
create function desk.make_demonstration(place jsonb)
returns table (agency_id uuid, desk_id uuid, role text, user_id uuid)
language plpgsql volatile security definer set search_path = desk, pg_temp
as $$
declare
  new_agency uuid := gen_random_uuid();
  new_desk uuid := gen_random_uuid();
  new_user uuid;
  each text;
begin
  insert into desk.agencies (id, place, kind, name, time_zone, is_demonstration)
    values (new_agency, place ->> 'place', place ->> 'kind', place ->> 'name', place ->> 'timeZone', true);
  insert into desk.desks (id, agency_id, name, prefix) values (new_desk, new_agency, place ->> 'desk', place ->> 'prefix');
  foreach each in array array['clerk', 'supervisor', 'counsel', 'records-officer', 'auditor', 'administrator'] loop
    new_user := gen_random_uuid();
    insert into desk.users (id, agency_id, sign_in_name) values (new_user, new_agency, 'demonstration.' || each);
    insert into desk.user_roles (agency_id, user_id, role, desk_id)
      values (new_agency, new_user, each, case each when 'clerk' then new_desk end);
    return query select new_agency, new_desk, each, new_user;
  end loop;
end
$$;

-- Moves what was entered on a case of the demonstration back in time: when somebody did what. When a paper came, when
-- something is due and when it was decided are true as they were written.
create function desk.set_back_demonstration(asked_case uuid, by_time interval) returns void
language plpgsql volatile security definer set search_path = desk, pg_temp
as $$
declare
  moved record;
begin
  for moved in select c.table_name as name, case c.table_name when 'cases' then 'id' else 'case_id' end as key,
      string_agg(format('%1$I = %1$I - $2', c.column_name), ', ') as changes
    from information_schema.columns as c
    where c.table_schema = 'desk' and c.column_name in ('opened_at', 'closed_at', 'entered_at', 'answered_at', 'changed_at',
        'recorded_at', 'happened_at', 'discharged_at', 'made_at', 'given_at', 'identity_at')
      and (c.table_name = 'cases' or exists (select from information_schema.columns as k where k.table_schema = 'desk'
        and k.table_name = c.table_name and k.column_name = 'case_id'))
    group by c.table_name loop
    execute format('update desk.%I set %s where %I = $1 and desk.is_demonstration(agency_id)',
      moved.name, moved.changes, moved.key) using asked_case, by_time;
  end loop;
end
$$;

-- The instant at which a decision is made: now, and for the demonstration so long ago as whoever makes it says. The log
-- commits to it, so that it cannot be moved afterwards.
create function desk.decided_now() returns timestamptz language sql stable
  return case when coalesce(current_setting('desk.set_back', true), '') = '' then now()
    else (case when desk.is_demonstration(desk.this_agency())
      then now() - current_setting('desk.set_back')::interval else now() end) end;
alter table desk.decisions alter column decided_at set default desk.decided_now();

-- Makes the link of the demonstration; the ones before are void. It is for the owner alone, who starts the desk.
create function desk.make_demonstration_link(new_hash bytea) returns void
language sql volatile security definer set search_path = desk, pg_temp
begin atomic
  update desk.one_time_links set used_at = now() where purpose = 'demonstration' and used_at is null;
  insert into desk.one_time_links (token_hash, purpose, expires_at)
    values (new_hash, 'demonstration', now() + interval '24 hours');
end;

-- Lets whoever has the link in, as the clerk.
create function desk.enter_demonstration(asked_hash bytea, session_hash bytea) returns boolean
language plpgsql volatile security definer set search_path = desk, pg_temp
as $$
declare
  clerk record;
begin
  select r.user_id, r.desk_id into clerk from desk.user_roles as r
    where r.role = 'clerk' and desk.is_demonstration(r.agency_id) limit 1;
  if not found then return false; end if;
  if not exists (select from desk.take_link(asked_hash, 'demonstration')) then return false; end if;
  return desk.start_session(session_hash, clerk.user_id, 'clerk', clerk.desk_id);
end
$$;

-- Lets a visitor of the demonstration go on in another role, as somebody else.
create function desk.change_in_demonstration(before_hash bytea, session_hash bytea, new_role text) returns boolean
language plpgsql volatile security definer set search_path = desk, pg_temp
as $$
declare
  other record;
begin
  select r.user_id, r.desk_id into other from desk.find_session(before_hash) as s
    join desk.user_roles as r on r.agency_id = s.agency_id and r.role = new_role
    where s.is_demonstration limit 1;
  if not found then return false; end if;
  update desk.sessions set revoked_at = now() where id_hash = before_hash;
  return desk.start_session(session_hash, other.user_id, new_role, other.desk_id);
end
$$;

-- Tells if there is a demonstration, to whomever.
create function desk.has_demonstration() returns boolean
language sql stable security definer set search_path = desk, pg_temp
begin atomic
  select exists (select from desk.agencies where is_demonstration);
end;

-- Removes every row of the demonstration, in whichever order the keys allow, for an administrator of any agency here.
create function desk.remove_demonstration() returns boolean
language plpgsql volatile security definer set search_path = desk, pg_temp
as $$
declare
  removed uuid := (select id from desk.agencies where is_demonstration);
  left_over text[];
  again text[];
  name text;
begin
  if not desk.administers() then raise insufficient_privilege; end if;
  if removed is null then return false; end if;
  update desk.one_time_links set used_at = now() where purpose = 'demonstration' and used_at is null;
  select array_agg(c.table_name::text) into left_over from information_schema.columns as c
    join information_schema.tables as t on t.table_schema = c.table_schema and t.table_name = c.table_name
    where c.table_schema = 'desk' and c.column_name = 'agency_id' and t.table_type = 'BASE TABLE';
  while cardinality(left_over) > 0 loop
    again := '{}';
    foreach name in array left_over loop
      begin
        execute format('delete from desk.%I where agency_id = $1', name) using removed;
      exception when foreign_key_violation then
        again := again || name;
      end;
    end loop;
    if cardinality(again) = cardinality(left_over) then raise exception 'the demonstration cannot be removed'; end if;
    left_over := again;
  end loop;
  delete from desk.agencies where id = removed;
  return true;
end
$$;

-- What administration shows. Backups and tests of restores are written by whoever administers the server.
create table desk.operations (
  id bigint generated always as identity primary key,
  kind text not null check (kind in ('backup', 'test-restore')),
  at timestamptz not null default now(),
  is_good boolean not null,
  row_count bigint not null
);
alter table desk.operations enable row level security, force row level security;
grant select on desk.operations to desk_application;
create policy reading on desk.operations for select to desk_application
  using ((select desk.administers()) or (select desk.this_role()) = 'auditor');

-- An auditor sees whose account did what.
create policy auditing on desk.users for select to desk_application using ((select desk.this_role()) = 'auditor');

-- Counts what the vault holds of the agency, for its administrators. Nothing sealed is read.
create function desk.vault_numbers(newest text)
returns table (kept bigint, destroyed bigint, next date, older bigint)
language sql stable security definer set search_path = desk, pg_temp
begin atomic
  select count(*) filter (where v.destroyed_at is null), count(*) filter (where v.destroyed_at is not null),
    min(v.destroy_on) filter (where v.destroyed_at is null),
    count(*) filter (where v.destroyed_at is null and v.master_key_id <> newest)
  from desk.vault as v where v.agency_id = desk.this_agency() and desk.administers();
end;

-- Lists the cases whose identities were destroyed, so that no older backup brings one back.
create function desk.list_destroyed(after uuid, most integer) returns table (case_id uuid)
language sql stable security definer set search_path = desk, pg_temp
begin atomic
  select v.case_id from desk.vault as v where v.destroyed_at is not null and v.case_id > after
  order by v.case_id limit most;
end;

-- A desk with the demonstration alone is not set up.
do $$
declare
  door record;
begin
  grant create on schema desk to desk_door;
  set local role desk_door;
  create or replace function desk.is_set_up() returns boolean
    language sql stable security definer set search_path = desk, pg_temp
    begin atomic
      select exists (select from desk.agencies where not is_demonstration);
    end;
  reset role;
  for door in select p.oid::regprocedure as signature, p.proname as name from pg_proc as p
    where p.pronamespace = 'desk'::regnamespace and p.prosecdef and p.proname in ('make_demonstration',
      'set_back_demonstration', 'make_demonstration_link', 'enter_demonstration', 'change_in_demonstration',
      'has_demonstration', 'remove_demonstration', 'vault_numbers', 'list_destroyed') loop
    execute format('alter function %s owner to desk_door', door.signature);
    set local role desk_door;
    execute format('revoke all on function %s from public', door.signature);
    execute format('grant execute on function %s to %I', door.signature,
      case when door.name in ('make_demonstration', 'set_back_demonstration', 'make_demonstration_link')
        then 'desk_owner' else 'desk_application' end);
    reset role;
  end loop;
  revoke create on schema desk from desk_door;
end
$$;
