-- Agencies, their desks, and the people who work at them.

create table desk.agencies (
  id uuid primary key default gen_random_uuid(),
  -- The path of the place in the law, such as us/ca/alameda, and the kind of agency that the law speaks of.
  place text not null check (place ~ '^[a-z0-9-]+(/[a-z0-9-]+)*$'),
  kind text not null check (kind ~ '^[a-z0-9-]+$'),
  name text not null check (length(name) between 1 and 200),
  time_zone text not null,
  is_demonstration boolean not null default false,
  created_at timestamptz not null default now()
);

create table desk.desks (
  id uuid primary key default gen_random_uuid(),
  agency_id uuid not null references desk.agencies,
  name text not null check (length(name) between 1 and 200),
  -- The letters before the year and the number in a reference, such as SJ in SJ-26-0417.
  prefix text not null check (prefix ~ '^[A-Z]{2,4}$'),
  created_at timestamptz not null default now(),
  unique (id, agency_id),
  unique (agency_id, prefix)
);

create table desk.users (
  id uuid primary key default gen_random_uuid(),
  agency_id uuid not null references desk.agencies,
  sign_in_name text not null check (sign_in_name = lower(sign_in_name) and length(sign_in_name) between 1 and 100),
  password_hash text,
  failed_attempts integer not null default 0,
  locked_until timestamptz,
  created_at timestamptz not null default now(),
  closed_at timestamptz,
  unique (id, agency_id),
  unique (sign_in_name)
);

create table desk.user_roles (
  agency_id uuid not null,
  user_id uuid not null,
  role text not null
    check (role in ('clerk', 'supervisor', 'counsel', 'records-officer', 'auditor', 'administrator')),
  -- The desk that a clerk works at; the other roles look over the whole agency.
  desk_id uuid,
  foreign key (user_id, agency_id) references desk.users (id, agency_id),
  foreign key (desk_id, agency_id) references desk.desks (id, agency_id),
  check ((role = 'clerk') = (desk_id is not null)),
  unique nulls not distinct (user_id, role, desk_id)
);

create table desk.sessions (
  -- SHA-256 of the random id that only the browser has.
  id_hash bytea primary key check (length(id_hash) = 32),
  agency_id uuid not null,
  user_id uuid not null,
  role text not null,
  desk_id uuid,
  started_at timestamptz not null default now(),
  seen_at timestamptz not null default now(),
  expires_at timestamptz not null,
  revoked_at timestamptz,
  foreign key (user_id, agency_id) references desk.users (id, agency_id),
  foreign key (desk_id, agency_id) references desk.desks (id, agency_id)
);
create index on desk.sessions (user_id);

create table desk.one_time_links (
  token_hash bytea primary key check (length(token_hash) = 32),
  purpose text not null check (purpose in ('set-up', 'invitation')),
  agency_id uuid,
  user_id uuid,
  made_at timestamptz not null default now(),
  expires_at timestamptz not null,
  used_at timestamptz,
  foreign key (user_id, agency_id) references desk.users (id, agency_id),
  check ((purpose = 'invitation') = (user_id is not null and agency_id is not null))
);

-- Counts attempts by the hash of what is limited. It may be lost with the server.
create unlogged table desk.rate_limits (
  key_hash bytea primary key check (length(key_hash) = 32),
  window_ends_at timestamptz not null,
  attempts integer not null
);

create table desk.audit_events (
  id bigint generated always as identity primary key,
  agency_id uuid not null references desk.agencies,
  at timestamptz not null default now(),
  user_id uuid,
  role text not null,
  -- What happened, such as sign-in or role-granted, and the id of what it happened to.
  kind text not null check (kind ~ '^[a-z-]+$'),
  subject_id uuid,
  request_id text,
  foreign key (user_id, agency_id) references desk.users (id, agency_id)
);
create index on desk.audit_events (agency_id, at);
