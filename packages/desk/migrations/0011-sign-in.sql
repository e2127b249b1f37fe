-- Passkeys, people whom a provider of the city knows, sessions that say how they began, a lock that knows no users,
-- links for a forgotten password, and an agency that always keeps an administrator.

-- Failed attempts are counted by the name that was typed, whether somebody has it or not: the work, and so the time, is
-- the same, and so is the lock.
create table desk.sign_in_attempts (
  name_hash bytea primary key check (length(name_hash) = 32),
  failed integer not null,
  locked_until timestamptz,
  -- The attempt that was counted last came while the name was open.
  was_open boolean not null default true,
  changed_at timestamptz not null default now()
);
create index on desk.sign_in_attempts (changed_at);

-- What a browser is asked once: by a passkey, or by the way back from a provider. It may be lost with the server.
create unlogged table desk.sign_in_challenges (
  id_hash bytea primary key check (length(id_hash) = 32),
  kind text not null check (kind in ('passkey', 'new-passkey', 'provider')),
  -- What only the cookie of the browser holds, as a hash: another browser takes nothing.
  browser_hash bytea not null check (length(browser_hash) = 32),
  user_id uuid,
  payload jsonb not null,
  expires_at timestamptz not null
);
create index on desk.sign_in_challenges (expires_at);

create table desk.passkeys (
  id uuid primary key default gen_random_uuid(),
  agency_id uuid not null,
  user_id uuid not null,
  name text not null check (length(name) between 1 and 60),
  credential_id bytea not null unique check (length(credential_id) between 1 and 1023),
  public_key bytea not null check (length(public_key) between 1 and 4096),
  counter bigint not null check (counter >= 0),
  transports text[] not null default '{}',
  made_at timestamptz not null default now(),
  used_at timestamptz,
  foreign key (user_id, agency_id) references desk.users (id, agency_id)
);
create index on desk.passkeys (user_id);

-- Whom a provider knows by which value of the claim that was agreed on.
create table desk.provider_links (
  agency_id uuid not null,
  user_id uuid not null,
  issuer text not null check (length(issuer) between 1 and 500),
  value text not null check (length(value) between 1 and 300),
  made_at timestamptz not null default now(),
  primary key (user_id, issuer),
  unique (issuer, value),
  foreign key (user_id, agency_id) references desk.users (id, agency_id)
);

-- A session is named by an id that opens nothing, and says how and when its user was proved to be who she is.
alter table desk.sessions
  add column id uuid not null unique default gen_random_uuid(),
  add column way text not null default 'link' check (way in ('password', 'passkey', 'provider', 'link')),
  add column proved_at timestamptz not null default now();

alter table desk.one_time_links drop constraint one_time_links_purpose_check, drop constraint one_time_links_check,
  add constraint one_time_links_purpose_check check (purpose in ('set-up', 'invitation', 'recovery', 'demonstration')),
  add constraint one_time_links_check
    check ((purpose in ('invitation', 'recovery')) = (user_id is not null and agency_id is not null));

do $$
declare
  name text;
begin
  foreach name in array array['sign_in_attempts', 'sign_in_challenges', 'passkeys', 'provider_links'] loop
    execute format('alter table desk.%I enable row level security, force row level security', name);
    execute format('grant select, insert, update, delete on desk.%I to desk_door', name);
    execute format('create policy door on desk.%I to desk_door using (true)', name);
  end loop;
  foreach name in array array['passkeys', 'provider_links'] loop
    execute format('create policy agency on desk.%I as restrictive to desk_application
      using (agency_id = (select desk.this_agency()))', name);
    execute format('create policy administering on desk.%I for select to desk_application
      using ((select desk.administers()))', name);
    execute format('create policy removing on desk.%I for delete to desk_application
      using ((select desk.administers()))', name);
    execute format('create policy own on desk.%I for select to desk_application
      using (user_id = (select desk.this_user()))', name);
  end loop;
end
$$;

-- A passkey is made and removed by its user, and removed by an administrator. Nobody gives one to somebody else.
grant select, insert (agency_id, user_id, name, credential_id, public_key, counter, transports), delete
  on desk.passkeys to desk_application;
create policy making on desk.passkeys for insert to desk_application
  with check (user_id = (select desk.this_user()));
create policy removing_own on desk.passkeys for delete to desk_application
  using (user_id = (select desk.this_user()));

grant select, insert (agency_id, user_id, issuer, value), delete on desk.provider_links to desk_application;
create policy linking on desk.provider_links for insert to desk_application
  with check ((select desk.administers()));

-- A password is set by whoever has it, or by whoever has a link, through the door. No statement sets that of another.
revoke update (password_hash) on desk.users from desk_application;

-- Whoever can sign in as an administrator. Somebody who was invited and never came cannot.
create function desk.has_administrator(asked uuid) returns boolean
language sql volatile
return exists (select from desk.user_roles as r join desk.users as u on u.id = r.user_id
  where r.agency_id = asked and r.role = 'administrator' and u.closed_at is null
    and (u.password_hash is not null or exists (select from desk.passkeys as p where p.user_id = u.id)
      or exists (select from desk.provider_links as l where l.user_id = u.id)));

-- INVARIANT: an agency that had an administrator who can sign in keeps one. Two who remove each other come one after the
-- other, because each takes the row of the agency first.
create function desk.keep_an_administrator() returns trigger
language plpgsql volatile security definer set search_path = desk, pg_temp
as $$
begin
  perform from desk.agencies where id = old.agency_id for no key update;
  if found and not desk.is_demonstration(old.agency_id) and not desk.has_administrator(old.agency_id) then
    raise exception 'the last administrator stays' using errcode = 'check_violation', constraint = 'last_administrator';
  end if;
  return null;
end
$$;
create trigger last_administrator after delete or update on desk.user_roles
  for each row when (old.role = 'administrator') execute function desk.keep_an_administrator();
create trigger last_administrator after update of closed_at on desk.users
  for each row when (old.closed_at is null and new.closed_at is not null) execute function desk.keep_an_administrator();
create trigger last_administrator after delete on desk.passkeys
  for each row execute function desk.keep_an_administrator();
create trigger last_administrator after delete on desk.provider_links
  for each row execute function desk.keep_an_administrator();

-- What is replaced belongs to the door, which drops it.
do $$
begin
  set local role desk_door;
  drop function desk.find_sign_in(text), desk.note_failed_sign_in(uuid), desk.start_session(bytea, uuid, text, uuid),
    desk.find_session(bytea), desk.accept_invitation(bytea, text);
  reset role;
end
$$;
alter table desk.users drop column failed_attempts, drop column locked_until;

create function desk.name_hash(name text) returns bytea
language sql immutable return sha256(convert_to('name' || chr(10) || lower(name), 'UTF8'));

-- Counts an attempt before its password is looked at, so that attempts at the same time on several servers are counted
-- too. After the fifth in a row the name is locked, longer each time, up to an hour; a locked name gives no password.
create function desk.begin_sign_in(asked_name text) returns table (user_id uuid, password_hash text)
language plpgsql volatile security definer set search_path = desk, pg_temp
as $$
declare
  is_open boolean;
begin
  delete from desk.sign_in_attempts as old where old.name_hash in (select gone.name_hash from desk.sign_in_attempts as gone
    where gone.changed_at < now() - interval '1 day' limit 20 for update skip locked);
  insert into desk.sign_in_attempts as a (name_hash, failed) values (desk.name_hash(asked_name), 1)
  on conflict (name_hash) do update set
    was_open = coalesce(a.locked_until <= clock_timestamp(), true),
    failed = a.failed + case when a.locked_until > clock_timestamp() then 0 else 1 end,
    locked_until = case when a.locked_until > clock_timestamp() then a.locked_until when a.failed >= 4 then
      clock_timestamp() + least(interval '1 hour', interval '1 minute' * power(2, least(a.failed - 4, 6))) end,
    changed_at = now()
  returning a.was_open into is_open;
  return query select u.id, case when is_open then u.password_hash end from desk.users as u
    where u.sign_in_name = lower(asked_name) and u.closed_at is null;
end
$$;

-- Forgets the failed attempts on the name of a user.
create function desk.forget_failed_sign_ins(asked_user uuid) returns void
language sql volatile security definer set search_path = desk, pg_temp
begin atomic
  delete from desk.sign_in_attempts as a using desk.users as u
  where u.id = asked_user and a.name_hash = desk.name_hash(u.sign_in_name);
end;

-- Starts a session for a user in a role that the user holds.
create function desk.start_session(new_hash bytea, asked_user uuid, asked_role text, asked_desk uuid,
  asked_way text default 'link') returns boolean
language plpgsql volatile security definer set search_path = desk, pg_temp
as $$
declare
  held record;
begin
  select r.agency_id into held from desk.user_roles as r join desk.users as u on u.id = r.user_id
    where r.user_id = asked_user and r.role = asked_role and r.desk_id is not distinct from asked_desk
      and u.closed_at is null;
  if not found then return false; end if;
  insert into desk.sessions (id_hash, agency_id, user_id, role, desk_id, expires_at, way)
    values (new_hash, held.agency_id, asked_user, asked_role, asked_desk, now() + interval '12 hours', asked_way);
  insert into desk.audit_events (agency_id, user_id, role, kind) values (held.agency_id, asked_user, asked_role, 'sign-in');
  return true;
end
$$;

-- Finds a session that is good, in a role that is still held, and notes that it was seen.
create function desk.find_session(asked_hash bytea)
returns table (agency_id uuid, user_id uuid, role text, desk_id uuid, agency_name text, desk_name text, time_zone text,
  is_demonstration boolean, session_id uuid, way text, is_fresh boolean)
language plpgsql volatile security definer set search_path = desk, pg_temp
as $$
begin
  return query select s.agency_id, s.user_id, s.role, s.desk_id, a.name, d.name, a.time_zone, a.is_demonstration,
      s.id, s.way, s.proved_at > now() - interval '15 minutes'
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

-- Goes on in another role of the same user: the session before ends, and the new one ends when that would have.
create function desk.change_session(before_hash bytea, new_hash bytea, asked_role text, asked_desk uuid) returns boolean
language plpgsql volatile security definer set search_path = desk, pg_temp
as $$
declare
  before record;
  found_session uuid := (select f.session_id from desk.find_session(before_hash) as f);
begin
  update desk.sessions as s set revoked_at = now()
    where s.id = found_session and s.revoked_at is null and exists (select from desk.user_roles as r
      where r.user_id = s.user_id and r.role = asked_role and r.desk_id is not distinct from asked_desk)
    returning s.agency_id, s.user_id, s.expires_at, s.proved_at, s.way into before;
  if not found then return false; end if;
  insert into desk.sessions (id_hash, agency_id, user_id, role, desk_id, expires_at, proved_at, way)
    values (new_hash, before.agency_id, before.user_id, asked_role, asked_desk, before.expires_at, before.proved_at, before.way);
  insert into desk.audit_events (agency_id, user_id, role, kind)
    values (before.agency_id, before.user_id, asked_role, 'role-changed');
  return true;
end
$$;

-- Keeps what a browser is asked, and forgets what nobody answered.
create function desk.keep_challenge(new_hash bytea, new_kind text, browser bytea, asked_user uuid, new_payload jsonb)
returns void
language plpgsql volatile security definer set search_path = desk, pg_temp
as $$
begin
  delete from desk.sign_in_challenges as old where old.id_hash in (select gone.id_hash from desk.sign_in_challenges as gone
    where gone.expires_at < now() limit 20 for update skip locked);
  insert into desk.sign_in_challenges (id_hash, kind, browser_hash, user_id, payload, expires_at) values (new_hash, new_kind,
    browser, asked_user, new_payload, now() + case new_kind when 'provider' then interval '10 minutes' else interval '5 minutes' end);
end
$$;

-- Takes what a browser was asked: who comes second, too late, or with another browser, gets nothing.
create function desk.take_challenge(asked_hash bytea, asked_kind text, browser bytea)
returns table (user_id uuid, payload jsonb)
language sql volatile security definer set search_path = desk, pg_temp
begin atomic
  delete from desk.sign_in_challenges as c
  where c.id_hash = asked_hash and c.kind = asked_kind and c.browser_hash = browser and c.expires_at > now()
  returning c.user_id, c.payload;
end;

-- Finds a passkey by what it calls itself.
create function desk.find_passkey(asked_credential bytea)
returns table (id uuid, user_id uuid, public_key bytea, counter bigint, transports text[])
language sql stable security definer set search_path = desk, pg_temp
begin atomic
  select p.id, p.user_id, p.public_key, p.counter, p.transports from desk.passkeys as p
    join desk.users as u on u.id = p.user_id
  where p.credential_id = asked_credential and u.closed_at is null;
end;

-- Notes that a passkey was used, if its counter is still the one that was compared: of two at the same time one is refused.
create function desk.use_passkey(asked uuid, before_counter bigint, new_counter bigint) returns boolean
language plpgsql volatile security definer set search_path = desk, pg_temp
as $$
begin
  update desk.passkeys set counter = new_counter, used_at = now() where id = asked and counter = before_counter;
  return found;
end
$$;

-- Finds whom a provider means. Nobody is added.
create function desk.find_by_provider(asked_issuer text, asked_value text) returns uuid
language sql stable security definer set search_path = desk, pg_temp
begin atomic
  select l.user_id from desk.provider_links as l join desk.users as u on u.id = l.user_id
  where l.issuer = asked_issuer and l.value = asked_value and u.closed_at is null;
end;

-- Makes a link for somebody of the agency, by its administrator. The ones before are void.
create function desk.make_user_link(new_hash bytea, asked_user uuid, asked_purpose text) returns boolean
language plpgsql volatile security definer set search_path = desk, pg_temp
as $$
begin
  if not desk.administers() then raise insufficient_privilege; end if;
  if asked_purpose not in ('invitation', 'recovery') or not exists (select from desk.users as u
    where u.id = asked_user and u.agency_id = desk.this_agency() and u.closed_at is null) then return false; end if;
  update desk.one_time_links set used_at = now() where user_id = asked_user and used_at is null;
  insert into desk.one_time_links (token_hash, purpose, agency_id, user_id, expires_at) values (new_hash, asked_purpose,
    desk.this_agency(), asked_user, now() + case asked_purpose when 'recovery' then interval '24 hours' else interval '72 hours' end);
  return true;
end
$$;

-- Makes a link for the administrator who is left, for the owner, who starts the desk.
create function desk.make_recovery_link(new_hash bytea, asked_name text) returns boolean
language plpgsql volatile security definer set search_path = desk, pg_temp
as $$
declare
  found_user record;
begin
  select u.id, u.agency_id into found_user from desk.users as u join desk.user_roles as r on r.user_id = u.id
    where u.sign_in_name = lower(asked_name) and u.closed_at is null and r.role = 'administrator'
      and not desk.is_demonstration(u.agency_id);
  if not found then return false; end if;
  update desk.one_time_links set used_at = now() where user_id = found_user.id and used_at is null;
  insert into desk.one_time_links (token_hash, purpose, agency_id, user_id, expires_at)
    values (new_hash, 'recovery', found_user.agency_id, found_user.id, now() + interval '1 hour');
  insert into desk.audit_events (agency_id, user_id, role, kind)
    values (found_user.agency_id, found_user.id, 'administrator', 'recovery-by-server');
  return true;
end
$$;

-- Says whose link it is, to whoever has it, and leaves it good.
create function desk.describe_link(asked_hash bytea) returns table (purpose text, sign_in_name text)
language sql stable security definer set search_path = desk, pg_temp
begin atomic
  select link.purpose, u.sign_in_name from desk.one_time_links as link join desk.users as u on u.id = link.user_id
  where link.token_hash = asked_hash and link.used_at is null and link.expires_at > now() and u.closed_at is null;
end;

-- Lets somebody who was invited, or forgot a password, choose one. After a recovery every session of before has ended.
create function desk.accept_link(asked_hash bytea, new_password_hash text) returns uuid
language plpgsql volatile security definer set search_path = desk, pg_temp
as $$
declare
  taken record;
begin
  update desk.one_time_links as link set used_at = now() from desk.users as u
    where link.token_hash = asked_hash and link.purpose in ('invitation', 'recovery') and link.used_at is null
      and link.expires_at > now() and u.id = link.user_id and u.closed_at is null
    returning link.purpose, link.agency_id, link.user_id into taken;
  if not found then return null; end if;
  update desk.users set password_hash = new_password_hash where id = taken.user_id;
  update desk.sessions set revoked_at = now() where user_id = taken.user_id and revoked_at is null;
  perform desk.forget_failed_sign_ins(taken.user_id);
  insert into desk.audit_events (agency_id, user_id, role, kind)
    select taken.agency_id, taken.user_id, r.role, case taken.purpose when 'recovery' then 'password-recovered'
      else 'invitation-accepted' end
    from desk.list_roles(taken.user_id) as r limit 1;
  return taken.user_id;
end
$$;

-- Gives whoever works another password, and ends every other session of hers.
create function desk.set_own_password(new_password_hash text, kept_hash bytea) returns void
language plpgsql volatile security definer set search_path = desk, pg_temp
as $$
begin
  update desk.users set password_hash = new_password_hash
    where id = desk.this_user() and agency_id = desk.this_agency() and closed_at is null;
  update desk.sessions set revoked_at = now()
    where user_id = desk.this_user() and revoked_at is null and id_hash <> kept_hash;
end
$$;

-- Tells for each person of the agency how she can sign in, to its administrators and to herself. No hash is read.
create function desk.ways_of(asked uuid) returns table (has_password boolean, is_locked boolean)
language sql stable security definer set search_path = desk, pg_temp
begin atomic
  select u.password_hash is not null, coalesce(a.locked_until > now(), false) from desk.users as u
    left join desk.sign_in_attempts as a on a.name_hash = desk.name_hash(u.sign_in_name)
  where u.id = asked and u.agency_id = desk.this_agency() and (desk.administers() or u.id = desk.this_user());
end;

do $$
declare
  door record;
begin
  grant create on schema desk to desk_door;
  for door in select p.oid::regprocedure as signature, p.proname as name from pg_proc as p
    where p.pronamespace = 'desk'::regnamespace and p.prosecdef and p.proname in ('begin_sign_in', 'forget_failed_sign_ins',
      'start_session', 'find_session', 'change_session', 'keep_challenge', 'take_challenge', 'find_passkey', 'use_passkey',
      'find_by_provider', 'make_user_link', 'make_recovery_link', 'describe_link', 'accept_link', 'set_own_password',
      'ways_of', 'keep_an_administrator') loop
    execute format('alter function %s owner to desk_door', door.signature);
    set local role desk_door;
    execute format('revoke all on function %s from public', door.signature);
    execute format('grant execute on function %s to %I', door.signature,
      case door.name when 'make_recovery_link' then 'desk_owner' else 'desk_application' end);
    reset role;
  end loop;
  revoke create on schema desk from desk_door;
end
$$;
