-- What comes in, what is answered and decided, and what follows. Nothing here says who the person is: the vault does.
-- Each row names agency and desk, and no row can name a case of another desk: the keys are of three columns.

create table desk.cases (
  id uuid primary key default gen_random_uuid(),
  agency_id uuid not null,
  desk_id uuid not null,
  reference text not null check (reference ~ '^[A-Z]{2,4}-[0-9]{2}-[0-9]{4,}$'),
  opened_at timestamptz not null default now(),
  opened_by uuid not null,
  closed_at timestamptz,
  foreign key (desk_id, agency_id) references desk.desks (id, agency_id),
  foreign key (opened_by, agency_id) references desk.users (id, agency_id),
  unique (id, agency_id, desk_id),
  unique (agency_id, reference)
);

create table desk.requests (
  id uuid primary key default gen_random_uuid(),
  agency_id uuid not null,
  desk_id uuid not null,
  case_id uuid not null,
  form text,
  edition text,
  channel text not null check (channel in ('fax', 'e-mail', 'telephone', 'in-person', 'post', 'other')),
  received_at timestamptz not null,
  -- The items of box 1 of a detainer that are ticked, and the acts that are asked for.
  box_one_items text[] not null default '{}',
  acts text[] not null default '{}',
  entered_at timestamptz not null default now(),
  entered_by uuid not null,
  foreign key (case_id, agency_id, desk_id) references desk.cases (id, agency_id, desk_id),
  foreign key (entered_by, agency_id) references desk.users (id, agency_id),
  unique (id, agency_id, desk_id)
);
create index on desk.requests (case_id);

create table desk.papers (
  id uuid primary key default gen_random_uuid(),
  agency_id uuid not null,
  desk_id uuid not null,
  case_id uuid not null,
  kind text not null check (kind ~ '^[a-z0-9-]+$'),
  media_type text not null check (media_type in ('application/pdf', 'image/png', 'image/jpeg', 'image/tiff')),
  -- Sealed under the key of the case; the hash tells the same paper when it comes twice.
  sealed bytea not null,
  hash bytea not null check (length(hash) = 32),
  received_at timestamptz not null default now(),
  received_by uuid not null,
  foreign key (case_id, agency_id, desk_id) references desk.cases (id, agency_id, desk_id),
  foreign key (received_by, agency_id) references desk.users (id, agency_id)
);
create index on desk.papers (case_id);
create index on desk.papers (agency_id, hash);

create table desk.answers (
  agency_id uuid not null,
  desk_id uuid not null,
  case_id uuid not null,
  fact text not null check (fact ~ '^[a-z0-9.-]+$'),
  value jsonb not null,
  answered_at timestamptz not null default now(),
  answered_by uuid not null,
  primary key (case_id, fact),
  foreign key (case_id, agency_id, desk_id) references desk.cases (id, agency_id, desk_id),
  foreign key (answered_by, agency_id) references desk.users (id, agency_id)
);

create table desk.drafts (
  id uuid primary key default gen_random_uuid(),
  agency_id uuid not null,
  desk_id uuid not null,
  case_id uuid not null unique,
  step text not null,
  -- Counts up by one with each change: whoever names an older one has not seen the last.
  version integer not null default 1,
  changed_at timestamptz not null default now(),
  changed_by uuid not null,
  foreign key (case_id, agency_id, desk_id) references desk.cases (id, agency_id, desk_id),
  foreign key (changed_by, agency_id) references desk.users (id, agency_id)
);

create table desk.decisions (
  id uuid primary key default gen_random_uuid(),
  agency_id uuid not null,
  desk_id uuid not null,
  case_id uuid not null,
  act text not null,
  verdict text not null,
  document jsonb not null,
  policy_hash bytea not null check (length(policy_hash) = 32),
  -- The choice where the law leaves one, and why, by a code.
  choice text,
  reason_code text,
  supersedes uuid unique,
  decided_at timestamptz not null default now(),
  decided_by uuid not null,
  decided_as text not null,
  -- The entry of the log that commits with this row: its serial at its desk, and its ticket in line.
  log_serial bigint not null,
  log_ticket bigint not null,
  foreign key (case_id, agency_id, desk_id) references desk.cases (id, agency_id, desk_id),
  foreign key (decided_by, agency_id) references desk.users (id, agency_id),
  foreign key (supersedes, case_id, act) references desk.decisions (id, case_id, act),
  unique (id, agency_id, desk_id),
  unique (id, case_id, act)
);
-- An act has one first decision; each later one supersedes the one before, once.
create unique index on desk.decisions (case_id, act) where supersedes is null;

create table desk.decision_confirmations (
  decision_id uuid primary key,
  agency_id uuid not null,
  desk_id uuid not null,
  outcome text not null check (outcome in ('confirmed', 'sent-back')),
  reason_code text,
  confirmed_at timestamptz not null default now(),
  confirmed_by uuid not null,
  confirmed_as text not null,
  foreign key (decision_id, agency_id, desk_id) references desk.decisions (id, agency_id, desk_id),
  foreign key (confirmed_by, agency_id) references desk.users (id, agency_id)
);
