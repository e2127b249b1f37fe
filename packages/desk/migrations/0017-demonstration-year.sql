-- The year of the demonstration: more invented agencies, at the places whose reports are ready, beside the invented town.

drop index desk.agencies_is_demonstration_idx;
create unique index on desk.agencies (place) where is_demonstration;
grant create on schema desk to desk_door;
set local role desk_door;

-- Makes an agency of the demonstration with a desk and somebody of each role. None of them has a password.
create or replace function desk.make_demonstration(place jsonb)
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
    insert into desk.users (id, agency_id, sign_in_name)
      values (new_user, new_agency, 'demonstration.' || lower(place ->> 'prefix') || '.' || each);
    insert into desk.user_roles (agency_id, user_id, role, desk_id)
      values (new_agency, new_user, each, case each when 'clerk' then new_desk end);
    return query select new_agency, new_desk, each, new_user;
  end loop;
end
$$;

-- Lets whoever has the link in, as the clerk of the invented town, which is made first.
create or replace function desk.enter_demonstration(asked_hash bytea, session_hash bytea) returns boolean
language plpgsql volatile security definer set search_path = desk, pg_temp
as $$
declare
  clerk record;
begin
  select r.user_id, r.desk_id into clerk from desk.user_roles as r join desk.agencies as a on a.id = r.agency_id
    where r.role = 'clerk' and a.is_demonstration order by (a.place like 'us/ex/%') desc, a.place limit 1;
  if not found then return false; end if;
  if not exists (select from desk.take_link(asked_hash, 'demonstration')) then return false; end if;
  return desk.start_session(session_hash, clerk.user_id, 'clerk', clerk.desk_id);
end
$$;

-- Lists the agencies of the demonstration. They are invented, so that anybody may know them.
create function desk.list_demonstration() returns table (place text, name text)
language sql stable security definer set search_path = desk, pg_temp
begin atomic
  select a.place, a.name from desk.agencies as a where a.is_demonstration
    order by (a.place like 'us/ex/%') desc, a.place;
end;

-- Lets a visitor of the demonstration go on at another place of it, as somebody else.
create function desk.move_in_demonstration(before_hash bytea, session_hash bytea, new_place text, new_role text)
returns boolean
language plpgsql volatile security definer set search_path = desk, pg_temp
as $$
declare
  other record;
begin
  select r.user_id, r.desk_id into other from desk.find_session(before_hash) as s
    join desk.agencies as a on a.is_demonstration and a.place = new_place
    join desk.user_roles as r on r.agency_id = a.id and r.role = new_role
    where s.is_demonstration limit 1;
  if not found then return false; end if;
  update desk.sessions set revoked_at = now() where id_hash = before_hash;
  return desk.start_session(session_hash, other.user_id, new_role, other.desk_id);
end
$$;

-- Removes every row of every agency of the demonstration, in whichever order the keys allow.
create or replace function desk.remove_demonstration() returns boolean
language plpgsql volatile security definer set search_path = desk, pg_temp
as $$
declare
  removed uuid[] := array(select id from desk.agencies where is_demonstration);
  left_over text[];
  again text[];
  name text;
begin
  if not desk.administers() then raise insufficient_privilege; end if;
  if cardinality(removed) = 0 then return false; end if;
  update desk.one_time_links set used_at = now() where purpose = 'demonstration' and used_at is null;
  select array_agg(c.table_name::text) into left_over from information_schema.columns as c
    join information_schema.tables as t on t.table_schema = c.table_schema and t.table_name = c.table_name
    where c.table_schema = 'desk' and c.column_name = 'agency_id' and t.table_type = 'BASE TABLE';
  while cardinality(left_over) > 0 loop
    again := '{}';
    foreach name in array left_over loop
      begin
        execute format('delete from desk.%I where agency_id = any ($1)', name) using removed;
      exception when foreign_key_violation then
        again := again || name;
      end;
    end loop;
    if cardinality(again) = cardinality(left_over) then raise exception 'the demonstration cannot be removed'; end if;
    left_over := again;
  end loop;
  delete from desk.agencies where id = any (removed);
  return true;
end
$$;

revoke all on function desk.list_demonstration(), desk.move_in_demonstration(bytea, bytea, text, text) from public;
grant execute on function desk.list_demonstration(), desk.move_in_demonstration(bytea, bytea, text, text)
  to desk_application;
reset role;
revoke create on schema desk from desk_door;
