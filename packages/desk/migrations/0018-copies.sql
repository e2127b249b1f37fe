-- The same request that comes again, scanned anew: noticed by a digest, and kept as a copy of the first one.

-- The digest of form, date and file number, under the key of the agency. The number itself is kept nowhere.
alter table desk.requests add column same_hash bytea check (octet_length(same_hash) = 32);
create index on desk.requests (agency_id, same_hash) where same_hash is not null;
grant update (same_hash) on desk.requests to desk_application;

alter table desk.cases
  add unique (id, agency_id),
  add column copy_of uuid check (copy_of <> id),
  add foreign key (copy_of, agency_id) references desk.cases (id, agency_id);
create index on desk.cases (copy_of) where copy_of is not null;
grant update (copy_of) on desk.cases to desk_application;

-- INVARIANT: a case on which something was decided is no copy, and what is a copy stays one.
create function desk.guard_copy() returns trigger language plpgsql set search_path = desk, pg_temp
as $$
begin
  if old.copy_of is not null or exists (select from desk.decisions where case_id = new.id)
    or exists (select from desk.cases where id = new.copy_of and copy_of is not null) then
    raise insufficient_privilege using message = 'this case is no copy';
  end if;
  return new;
end
$$;
create trigger guard_copy before update of copy_of on desk.cases
  for each row when (old.copy_of is distinct from new.copy_of) execute function desk.guard_copy();
