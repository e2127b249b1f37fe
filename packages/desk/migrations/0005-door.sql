-- What must be looked up before it is known for which agency a transaction works. Each function answers one question.

grant usage, create on schema desk to desk_door;
grant select, insert, update on desk.agencies, desk.desks, desk.users, desk.user_roles, desk.sessions,
  desk.one_time_links, desk.rate_limits, desk.audit_events, desk.vault to desk_door;
grant delete on desk.rate_limits to desk_door;

do $$
declare
  name text;
begin
  foreach name in array array['agencies', 'desks', 'users', 'user_roles', 'sessions', 'one_time_links', 'rate_limits',
    'audit_events', 'vault'] loop
    execute format('create policy door on desk.%I to desk_door using (true)', name);
  end loop;
end
$$;

-- What the sign-in page needs of a name.
create function desk.find_sign_in(asked_name text)
returns table (user_id uuid, agency_id uuid, password_hash text, is_locked boolean)
language sql volatile security definer set search_path = desk, pg_temp
begin atomic
  select u.id, u.agency_id, u.password_hash, coalesce(u.locked_until > now(), false)
  from desk.users as u where u.sign_in_name = lower(asked_name) and u.closed_at is null;
end;

-- Counts a failed attempt: after the fifth in a row the name is locked, longer each time, up to an hour.
create function desk.note_failed_sign_in(asked_user uuid) returns void
language sql volatile security definer set search_path = desk, pg_temp
begin atomic
  update desk.users set failed_attempts = failed_attempts + 1,
    locked_until = case when failed_attempts >= 4
      then now() + least(interval '1 hour', interval '1 minute' * power(2, least(failed_attempts - 4, 6))) end
  where id = asked_user;
end;

-- Starts a session for a user in a role that the user holds.
create function desk.start_session(new_hash bytea, asked_user uuid, asked_role text, asked_desk uuid) returns boolean
language plpgsql volatile security definer set search_path = desk, pg_temp
as $$
declare
  held record;
begin
  select r.agency_id into held from desk.user_roles as r join desk.users as u on u.id = r.user_id
    where r.user_id = asked_user and r.role = asked_role and r.desk_id is not distinct from asked_desk
      and u.closed_at is null;
  if not found then return false; end if;
  update desk.users set failed_attempts = 0, locked_until = null where id = asked_user;
  insert into desk.sessions (id_hash, agency_id, user_id, role, desk_id, expires_at)
    values (new_hash, held.agency_id, asked_user, asked_role, asked_desk, now() + interval '12 hours');
  insert into desk.audit_events (agency_id, user_id, role, kind) values (held.agency_id, asked_user, asked_role, 'sign-in');
  return true;
end
$$;

-- The roles among which a user chooses at sign-in: those that work at a desk first.
create function desk.list_roles(asked_user uuid) returns table (role text, desk_id uuid, desk_name text)
language sql stable security definer set search_path = desk, pg_temp
begin atomic
  select r.role, r.desk_id, d.name from desk.user_roles as r left join desk.desks as d on d.id = r.desk_id
  where r.user_id = asked_user
  order by array_position(array['clerk', 'supervisor', 'counsel', 'records-officer', 'auditor', 'administrator'], r.role), d.name;
end;

-- Finds a session that is good, in a role that is still held, and notes that it was seen.
create function desk.find_session(asked_hash bytea)
returns table (agency_id uuid, user_id uuid, role text, desk_id uuid, agency_name text, desk_name text, time_zone text,
  is_demonstration boolean)
language plpgsql volatile security definer set search_path = desk, pg_temp
as $$
begin
  return query select s.agency_id, s.user_id, s.role, s.desk_id, a.name, d.name, a.time_zone, a.is_demonstration
    from desk.sessions as s join desk.users as u on u.id = s.user_id join desk.agencies as a on a.id = s.agency_id
      join desk.user_roles as r on r.user_id = s.user_id and r.role = s.role and r.desk_id is not distinct from s.desk_id
      left join desk.desks as d on d.id = s.desk_id
    where s.id_hash = asked_hash and s.revoked_at is null and s.expires_at > now()
      and s.seen_at > now() - interval '2 hours' and u.closed_at is null;
  if found then
    update desk.sessions as s set seen_at = now() where s.id_hash = asked_hash and s.seen_at < now() - interval '1 minute';
  end if;
end
$$;

-- Takes a one-time link: who comes second gets nothing.
create function desk.take_link(asked_hash bytea, asked_purpose text) returns table (agency_id uuid, user_id uuid)
language sql volatile security definer set search_path = desk, pg_temp
begin atomic
  update desk.one_time_links as link set used_at = now()
  where link.token_hash = asked_hash and link.purpose = asked_purpose and link.used_at is null and link.expires_at > now()
  returning link.agency_id, link.user_id;
end;

-- Tells if a link is good, and leaves it so.
create function desk.is_link_good(asked_hash bytea, asked_purpose text) returns boolean
language sql stable security definer set search_path = desk, pg_temp
begin atomic
  select exists (select from desk.one_time_links as link where link.token_hash = asked_hash
    and link.purpose = asked_purpose and link.used_at is null and link.expires_at > now());
end;

-- Makes an agency with its first desk and its administrator, for whoever has the link of set-up.
create function desk.set_up(asked_hash bytea, place jsonb, new_name text, new_password_hash text) returns uuid
language plpgsql volatile security definer set search_path = desk, pg_temp
as $$
declare
  new_agency uuid := gen_random_uuid();
  new_desk uuid := gen_random_uuid();
  new_user uuid := gen_random_uuid();
begin
  if not exists (select from desk.take_link(asked_hash, 'set-up')) then return null; end if;
  insert into desk.agencies (id, place, kind, name, time_zone)
    values (new_agency, place ->> 'place', place ->> 'kind', place ->> 'name', place ->> 'timeZone');
  insert into desk.desks (id, agency_id, name, prefix) values (new_desk, new_agency, place ->> 'desk', place ->> 'prefix');
  insert into desk.users (id, agency_id, sign_in_name, password_hash)
    values (new_user, new_agency, lower(new_name), new_password_hash);
  insert into desk.user_roles (agency_id, user_id, role) values (new_agency, new_user, 'administrator');
  insert into desk.audit_events (agency_id, user_id, role, kind, subject_id)
    values (new_agency, new_user, 'administrator', 'set-up', new_agency);
  return new_user;
end
$$;

-- Makes the link of set-up; the ones before are void. It is for the owner alone, who starts the desk.
create function desk.make_set_up_link(new_hash bytea) returns void
language sql volatile security definer set search_path = desk, pg_temp
begin atomic
  update desk.one_time_links set used_at = now() where purpose = 'set-up' and used_at is null;
  insert into desk.one_time_links (token_hash, purpose, expires_at) values (new_hash, 'set-up', now() + interval '24 hours');
end;

-- Lets somebody who was invited choose a password.
create function desk.accept_invitation(asked_hash bytea, new_password_hash text) returns uuid
language plpgsql volatile security definer set search_path = desk, pg_temp
as $$
declare
  invited record;
begin
  select * into invited from desk.take_link(asked_hash, 'invitation');
  if not found then return null; end if;
  update desk.users set password_hash = new_password_hash, failed_attempts = 0, locked_until = null
    where id = invited.user_id and closed_at is null;
  insert into desk.audit_events (agency_id, user_id, role, kind)
    select invited.agency_id, invited.user_id, r.role, 'invitation-accepted'
    from desk.list_roles(invited.user_id) as r limit 1;
  return invited.user_id;
end
$$;

-- Tells if any agency is set up.
create function desk.is_set_up() returns boolean
language sql stable security definer set search_path = desk, pg_temp
begin atomic
  select exists (select from desk.agencies);
end;

-- Counts an attempt, and tells how many there were in the window that it falls into.
create function desk.count_attempt(asked_hash bytea, window_seconds integer) returns integer
language sql volatile security definer set search_path = desk, pg_temp
begin atomic
  insert into desk.rate_limits as l (key_hash, window_ends_at, attempts)
    values (asked_hash, now() + make_interval(secs => window_seconds), 1)
  on conflict (key_hash) do update set
    attempts = case when l.window_ends_at <= now() then 1 else l.attempts + 1 end,
    window_ends_at = case when l.window_ends_at <= now() then excluded.window_ends_at else l.window_ends_at end
  returning attempts;
end;

-- Destroys what the vault holds of the cases whose day has come, by the clock of the database, and tells how many.
create function desk.destroy_what_is_due() returns bigint
language sql volatile security definer set search_path = desk, pg_temp
begin atomic
  with destroyed as (
    update desk.vault set sealed = null, wrapped_key = null, master_key_id = null, destroyed_at = now()
    where destroyed_at is null and destroy_on <= current_date returning 1)
  select count(*) from destroyed;
end;

-- The keys of cases that an older master key wraps. Without what they seal, which is read for a reason only, they open nothing.
create function desk.list_keys_not_under(newest text, most integer)
returns table (case_id uuid, wrapped_key bytea, master_key_id text)
language sql stable security definer set search_path = desk, pg_temp
begin atomic
  select v.case_id, v.wrapped_key, v.master_key_id from desk.vault as v
  where v.destroyed_at is null and v.master_key_id <> newest order by v.case_id limit most;
end;

-- Puts a key under another master key, if it is still the one that was read.
create function desk.rewrap_key(asked_case uuid, before bytea, after bytea, new_master_key_id text) returns void
language sql volatile security definer set search_path = desk, pg_temp
begin atomic
  update desk.vault set wrapped_key = after, master_key_id = new_master_key_id
  where case_id = asked_case and wrapped_key = before;
end;

do $$
declare
  door record;
begin
  for door in select p.oid::regprocedure as signature, p.proname as name from pg_proc as p
    where p.pronamespace = 'desk'::regnamespace and p.prosecdef loop
    execute format('alter function %s owner to desk_door', door.signature);
    -- The owner gives what it gave away no more: the door does.
    set local role desk_door;
    execute format('revoke all on function %s from public', door.signature);
    execute format('grant execute on function %s to %I', door.signature,
      case door.name when 'make_set_up_link' then 'desk_owner' else 'desk_application' end);
    reset role;
  end loop;
end
$$;

revoke create on schema desk from desk_door;
