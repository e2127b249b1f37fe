-- The name of the place that was searched for at set-up, where only the law above it is encoded: every answer says so.
alter table desk.agencies add column place_asked text check (length(place_asked) between 1 and 300);

grant create on schema desk to desk_door;
set local role desk_door;
create or replace function desk.set_up(asked_hash bytea, place jsonb, new_name text, new_password_hash text) returns uuid
language plpgsql volatile security definer set search_path = desk, pg_temp
as $$
declare
  new_agency uuid := gen_random_uuid();
  new_desk uuid := gen_random_uuid();
  new_user uuid := gen_random_uuid();
begin
  if not exists (select from desk.take_link(asked_hash, 'set-up')) then return null; end if;
  insert into desk.agencies (id, place, kind, name, time_zone, place_asked)
    values (new_agency, place ->> 'place', place ->> 'kind', place ->> 'name', place ->> 'timeZone',
      nullif(place ->> 'asked', ''));
  insert into desk.desks (id, agency_id, name, prefix) values (new_desk, new_agency, place ->> 'desk', place ->> 'prefix');
  insert into desk.users (id, agency_id, sign_in_name, password_hash)
    values (new_user, new_agency, lower(new_name), new_password_hash);
  insert into desk.user_roles (agency_id, user_id, role) values (new_agency, new_user, 'administrator');
  insert into desk.audit_events (agency_id, user_id, role, kind, subject_id)
    values (new_agency, new_user, 'administrator', 'set-up', new_agency);
  return new_user;
end
$$;
reset role;
revoke create on schema desk from desk_door;
