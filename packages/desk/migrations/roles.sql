-- The logins of the desk, made once by whoever administers the server. It can be run again.
-- desk_owner changes tables and nothing else uses it; desk_application is what the desk works with;
-- desk_door owns the few functions that must look before an agency is known, and nobody signs in as it.
do $$
declare
  role name;
begin
  foreach role in array array['desk_owner', 'desk_application', 'desk_door'] loop
    if not exists (select from pg_roles where rolname = role) then
      execute format('create role %I nosuperuser nocreatedb nocreaterole noreplication nobypassrls', role);
    end if;
  end loop;
  alter role desk_owner login;
  alter role desk_application login connection limit 200;
  -- It may give functions to the door, and does not see what the door sees.
  grant desk_door to desk_owner with inherit false, set true;
  execute format('revoke all on database %I from public', current_database());
  execute format('grant connect on database %I to desk_owner, desk_application', current_database());
  execute format('grant create on database %I to desk_owner', current_database());
end
$$;

-- Large objects belong to whoever makes them, and no policy holds them: the desk makes none. It warns, and no more, where
-- whoever administers the server may not take this away.
revoke execute on function lo_create(oid), lo_creat(integer), lo_from_bytea(oid, bytea) from public;
