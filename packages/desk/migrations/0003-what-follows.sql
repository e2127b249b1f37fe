-- Duties and their clocks, outcomes, notices, reports, and the vault.

create table desk.duties (
  id uuid primary key default gen_random_uuid(),
  agency_id uuid not null,
  desk_id uuid not null,
  case_id uuid,
  decision_id uuid,
  -- The rule that demands it, and what the law says of it.
  rule text not null,
  document jsonb not null,
  due_at timestamptz,
  -- By which days and in which zone the due time was counted.
  calendar text not null,
  time_zone text not null,
  state text not null default 'open' check (state in ('open', 'discharged', 'void')),
  discharged_at timestamptz,
  discharged_by uuid,
  proof jsonb,
  escalated_at timestamptz,
  foreign key (desk_id, agency_id) references desk.desks (id, agency_id),
  foreign key (case_id, agency_id, desk_id) references desk.cases (id, agency_id, desk_id),
  foreign key (decision_id, agency_id, desk_id) references desk.decisions (id, agency_id, desk_id),
  foreign key (discharged_by, agency_id) references desk.users (id, agency_id),
  check ((state = 'discharged') = (discharged_at is not null and discharged_by is not null and proof is not null))
);
create index on desk.duties (agency_id, desk_id, due_at) where state = 'open';
create index on desk.duties (case_id);

create table desk.outcomes (
  id uuid primary key default gen_random_uuid(),
  agency_id uuid not null,
  desk_id uuid not null,
  case_id uuid not null,
  kind text not null check (kind in ('released', 'transferred', 'held', 'bail-posted', 'other')),
  happened_at timestamptz not null,
  -- The agency that received the person, where one did.
  receiving_agency text,
  supersedes uuid unique references desk.outcomes,
  recorded_at timestamptz not null default now(),
  recorded_by uuid not null,
  foreign key (case_id, agency_id, desk_id) references desk.cases (id, agency_id, desk_id),
  foreign key (recorded_by, agency_id) references desk.users (id, agency_id)
);
create index on desk.outcomes (case_id);

create table desk.notices (
  id uuid primary key default gen_random_uuid(),
  agency_id uuid not null,
  desk_id uuid not null,
  case_id uuid not null,
  kind text not null check (kind ~ '^[a-z0-9-]+$'),
  language text not null,
  recipient text not null check (recipient in ('person', 'attorney', 'designee', 'requesting-agency')),
  -- What it was made from. It is printed with the identity that the vault gives, and kept without.
  document jsonb not null,
  made_at timestamptz not null default now(),
  made_by uuid not null,
  given_at timestamptz,
  given_by uuid,
  channel text,
  signature text check (signature in ('signed', 'refused', 'not-asked')),
  had_interpreter boolean,
  foreign key (case_id, agency_id, desk_id) references desk.cases (id, agency_id, desk_id),
  foreign key (made_by, agency_id) references desk.users (id, agency_id),
  foreign key (given_by, agency_id) references desk.users (id, agency_id)
);
create index on desk.notices (case_id);

create table desk.reports (
  id uuid primary key default gen_random_uuid(),
  agency_id uuid not null references desk.agencies,
  law text not null,
  starts_on date not null,
  ends_on date not null,
  version integer not null default 1,
  supersedes uuid unique references desk.reports,
  document jsonb not null,
  made_at timestamptz not null default now(),
  made_by uuid not null,
  filed_at timestamptz,
  filed_by uuid,
  hash bytea check (length(hash) = 32),
  log_serial bigint,
  foreign key (made_by, agency_id) references desk.users (id, agency_id),
  foreign key (filed_by, agency_id) references desk.users (id, agency_id),
  check ((filed_at is null) = (hash is null)),
  check ((filed_at is null) = (filed_by is null)),
  unique (agency_id, law, starts_on, version)
);

create table desk.vault (
  case_id uuid primary key,
  agency_id uuid not null,
  desk_id uuid not null,
  -- Identity under the key of the case, and that key under a master key; both go on the day of destruction.
  sealed bytea,
  wrapped_key bytea,
  master_key_id text,
  destroy_on date not null,
  destroyed_at timestamptz,
  foreign key (case_id, agency_id, desk_id) references desk.cases (id, agency_id, desk_id),
  check ((destroyed_at is null) = (sealed is not null)),
  check ((destroyed_at is null) = (wrapped_key is not null)),
  check ((destroyed_at is null) = (master_key_id is not null))
);
create index on desk.vault (destroy_on) where destroyed_at is null;

create table desk.vault_openings (
  id bigint generated always as identity primary key,
  agency_id uuid not null,
  desk_id uuid not null,
  case_id uuid not null,
  user_id uuid not null,
  role text not null,
  reason text not null
    check (reason in ('print-notice', 'serve-notice', 'match-paper', 'correct-identity', 'counsel-asks', 'court-order')),
  opened_at timestamptz not null default now(),
  transaction_id xid8 not null default pg_current_xact_id(),
  foreign key (case_id, agency_id, desk_id) references desk.cases (id, agency_id, desk_id),
  foreign key (user_id, agency_id) references desk.users (id, agency_id)
);
create index on desk.vault_openings (case_id, opened_at);
