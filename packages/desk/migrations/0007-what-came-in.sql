-- What is known of papers beside what is sealed, the evidence check, and the reasons for which a key of a case is used.

-- What a reader of a paper took for likely: a kind and a word from short lists, such as form:i-247a. Nobody decides by it.
alter table desk.papers
  add column hints text[] not null default '{}' check (array_to_string(hints, ' ') ~ '^[a-z0-9:/ -]*$' and cardinality(hints) <= 20),
  -- The paper that came before with the same content: it is counted once.
  add column same_as uuid,
  add constraint papers_key unique (id, agency_id),
  add foreign key (same_as, agency_id) references desk.papers (id, agency_id) on delete set null (same_as);
create unique index on desk.papers (case_id, hash);
alter table desk.papers add constraint papers_size check (octet_length(sealed) <= 20971520 + 1024);

-- When somebody entered who the person is; it tells the pages whether there is anything to open.
-- The hash of the word of the form that opened a case: the same form sent twice opens one case.
alter table desk.cases
  add column identity_at timestamptz,
  add column opening_hash bytea check (length(opening_hash) = 32),
  add unique (agency_id, opening_hash);
grant update (identity_at, opening_hash) on desk.cases to desk_application;

alter table desk.vault_openings drop constraint vault_openings_reason_check,
  add constraint vault_openings_reason_check check (reason in ('print-notice', 'serve-notice', 'match-paper',
    'correct-identity', 'counsel-asks', 'court-order', 'enter-identity', 'keep-paper', 'look-at-paper'));

-- The evidence check: one answer to each of its questions. What the law reads of it stands in the answers.
create table desk.evidence_checks (
  agency_id uuid not null,
  desk_id uuid not null,
  case_id uuid not null,
  question text not null check (question ~ '^[a-z-]{1,40}$'),
  answer text not null check (answer in ('yes', 'no', 'cannot-tell')),
  answered_at timestamptz not null default now(),
  answered_by uuid not null,
  primary key (case_id, question),
  foreign key (case_id, agency_id, desk_id) references desk.cases (id, agency_id, desk_id),
  foreign key (answered_by, agency_id) references desk.users (id, agency_id)
);

-- The key by which the same paper is noticed, for each agency: without it a hash tells nothing of a paper that somebody else
-- has too. It is kept under a master key.
create table desk.digest_keys (
  agency_id uuid primary key references desk.agencies,
  wrapped_key bytea not null,
  master_key_id text not null
);

alter table desk.evidence_checks enable row level security, force row level security;
alter table desk.digest_keys enable row level security, force row level security;
create policy agency on desk.evidence_checks as restrictive to desk_application
  using (agency_id = (select desk.this_agency()));
create policy agency on desk.digest_keys as restrictive to desk_application
  using (agency_id = (select desk.this_agency()));
create policy reading on desk.evidence_checks for select to desk_application
  using ((select desk.oversees()) or ((select desk.works()) and desk_id = (select desk.this_desk())));
create policy working on desk.evidence_checks to desk_application
  using ((select desk.works()) and ((select desk.oversees()) or desk_id = (select desk.this_desk())));
create policy working on desk.digest_keys to desk_application using ((select desk.works()));
grant select, insert, update (answer, answered_at, answered_by), delete on desk.evidence_checks to desk_application;
grant select, insert, update (wrapped_key, master_key_id) on desk.digest_keys to desk_application;

-- What the upkeep of keys does with those for digests: it looks over every agency, and so the door does it.
grant select, update on desk.digest_keys to desk_door;
create policy door on desk.digest_keys to desk_door using (true);
create function desk.list_digest_keys_not_under(newest text)
returns table (agency_id uuid, wrapped_key bytea, master_key_id text)
language sql stable security definer set search_path = desk, pg_temp
begin atomic
  select d.agency_id, d.wrapped_key, d.master_key_id from desk.digest_keys as d
  where d.master_key_id <> newest order by d.agency_id;
end;
create function desk.rewrap_digest_key(asked_agency uuid, before bytea, after bytea, new_master_key_id text) returns void
language sql volatile security definer set search_path = desk, pg_temp
begin atomic
  update desk.digest_keys set wrapped_key = after, master_key_id = new_master_key_id
  where agency_id = asked_agency and wrapped_key = before;
end;

grant create on schema desk to desk_door;
alter function desk.list_digest_keys_not_under(text) owner to desk_door;
alter function desk.rewrap_digest_key(uuid, bytea, bytea, text) owner to desk_door;
set local role desk_door;
revoke all on function desk.list_digest_keys_not_under(text) from public;
revoke all on function desk.rewrap_digest_key(uuid, bytea, bytea, text) from public;
grant execute on function desk.list_digest_keys_not_under(text) to desk_application;
grant execute on function desk.rewrap_digest_key(uuid, bytea, bytea, text) to desk_application;
reset role;
revoke create on schema desk from desk_door;
