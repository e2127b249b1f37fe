-- Who reaches what. Each transaction says for which agency, desk, role and user it works, by settings that end with it;
-- without them every statement fails. What no policy allows is refused, also to the owner of the tables.

create function desk.this_agency() returns uuid language sql stable return current_setting('desk.agency')::uuid;
create function desk.this_user() returns uuid language sql stable return current_setting('desk.user')::uuid;
create function desk.this_role() returns text language sql stable return current_setting('desk.role');
create function desk.this_desk() returns uuid language sql stable
  return nullif(current_setting('desk.desk'), '')::uuid;

-- The roles that work on cases, and those that look at all desks of the agency.
create function desk.works() returns boolean language sql stable
  return desk.this_role() in ('clerk', 'supervisor', 'counsel');
create function desk.oversees() returns boolean language sql stable
  return desk.this_role() in ('supervisor', 'counsel', 'records-officer', 'auditor');
create function desk.administers() returns boolean language sql stable
  return desk.this_role() = 'administrator';

grant usage on schema desk to desk_application;

do $$
declare
  name text;
begin
  for name in select tablename from pg_tables where schemaname = 'desk' and tablename <> 'migrations' loop
    execute format('alter table desk.%I enable row level security', name);
    execute format('alter table desk.%I force row level security', name);
    continue when name in ('rate_limits');
    execute format(
      'create policy agency on desk.%I as restrictive to desk_application using (%I = (select desk.this_agency()))',
      name, case name when 'agencies' then 'id' else 'agency_id' end);
  end loop;
  -- What hangs on a case is read within the reach of its desk, and written by those who work on cases.
  foreach name in array array['cases', 'requests', 'papers', 'answers', 'drafts', 'decisions', 'decision_confirmations',
    'duties', 'outcomes', 'notices'] loop
    execute format('create policy reading on desk.%I for select to desk_application
      using ((select desk.oversees()) or ((select desk.works()) and desk_id = (select desk.this_desk())))', name);
    continue when name in ('decisions', 'decision_confirmations', 'duties');
    execute format('create policy working on desk.%I to desk_application
      using ((select desk.works()) and ((select desk.oversees()) or desk_id = (select desk.this_desk())))', name);
  end loop;
end
$$;

grant select, update (name, time_zone) on desk.agencies to desk_application;
create policy reading on desk.agencies for select to desk_application using (true);
create policy administering on desk.agencies for update to desk_application using ((select desk.administers()));

grant select, insert, update (name) on desk.desks to desk_application;
create policy reading on desk.desks for select to desk_application using (true);
create policy administering on desk.desks to desk_application using ((select desk.administers()));

-- Nobody reads the hash of a password; the door hands out one at sign-in.
grant select (id, agency_id, sign_in_name, created_at, closed_at), insert (id, agency_id, sign_in_name),
  update (password_hash, closed_at) on desk.users to desk_application;
create policy own on desk.users to desk_application using (id = (select desk.this_user()))
  with check (id = (select desk.this_user()) and closed_at is null);
create policy administering on desk.users to desk_application using ((select desk.administers()));

grant select, insert, delete on desk.user_roles to desk_application;
create policy own on desk.user_roles for select to desk_application using (user_id = (select desk.this_user()));
create policy administering on desk.user_roles to desk_application using ((select desk.administers()));

grant select, update (revoked_at) on desk.sessions to desk_application;
create policy own on desk.sessions to desk_application using (user_id = (select desk.this_user()));
create policy administering on desk.sessions to desk_application using ((select desk.administers()));

grant insert (token_hash, purpose, agency_id, user_id, expires_at) on desk.one_time_links to desk_application;
create policy inviting on desk.one_time_links for insert to desk_application
  with check ((select desk.administers()) and purpose = 'invitation');

grant select, insert (agency_id, user_id, role, kind, subject_id, request_id) on desk.audit_events to desk_application;
create policy writing on desk.audit_events for insert to desk_application
  with check (user_id = (select desk.this_user()) and role = (select desk.this_role()));
create policy reading on desk.audit_events for select to desk_application
  using ((select desk.oversees()) or (select desk.administers()));

grant select, insert, update (closed_at) on desk.cases to desk_application;
grant select, insert, update (form, edition, channel, received_at, box_one_items, acts) on desk.requests to desk_application;
grant select, insert, delete on desk.papers to desk_application;
grant select, insert, update (value, answered_at, answered_by), delete on desk.answers to desk_application;
grant select, insert, update (step, version, changed_at, changed_by), delete on desk.drafts to desk_application;
grant select, insert on desk.outcomes to desk_application;
grant select, insert, update (given_at, given_by, channel, signature, had_interpreter) on desk.notices to desk_application;

-- INVARIANT: a decision and its confirmation are written once, in the name of whoever writes, and by two people.
grant select, insert (id, agency_id, desk_id, case_id, act, verdict, document, policy_hash, choice, reason_code,
  supersedes, decided_by, decided_as, log_serial, log_ticket) on desk.decisions to desk_application;
create policy deciding on desk.decisions for insert to desk_application
  with check ((select desk.works()) and ((select desk.oversees()) or desk_id = (select desk.this_desk()))
    and decided_by = (select desk.this_user()) and decided_as = (select desk.this_role()));
grant select, insert (decision_id, agency_id, desk_id, outcome, reason_code, confirmed_by, confirmed_as)
  on desk.decision_confirmations to desk_application;
create policy confirming on desk.decision_confirmations for insert to desk_application
  with check ((select desk.this_role()) in ('supervisor', 'counsel')
    and confirmed_by = (select desk.this_user()) and confirmed_as = (select desk.this_role())
    and exists (select from desk.decisions as decision
      where decision.id = decision_id and decision.decided_by <> (select desk.this_user())));

grant select, insert, update (state, discharged_at, discharged_by, proof, escalated_at) on desk.duties to desk_application;
create policy working on desk.duties to desk_application
  using ((select desk.oversees() and desk.this_role() <> 'auditor')
    or ((select desk.works()) and desk_id = (select desk.this_desk())));

grant select, insert (id, agency_id, law, starts_on, ends_on, version, supersedes, document, made_by),
  update (document, filed_at, filed_by, hash, log_serial) on desk.reports to desk_application;
create policy reading on desk.reports for select to desk_application using (not (select desk.administers()));
create policy making on desk.reports for insert to desk_application
  with check ((select desk.this_role()) in ('records-officer', 'supervisor', 'counsel'));
-- What was filed stays; a correction is a new version.
create policy filing on desk.reports for update to desk_application
  using ((select desk.this_role()) in ('records-officer', 'supervisor', 'counsel') and filed_at is null)
  with check (true);

-- INVARIANT: the vault shows a case only to who has said why, in a transaction that is committed: the reason is on
-- record before anything is seen, and no rollback takes it back. It is good for one minute.
grant select, insert, update (sealed, wrapped_key, master_key_id) on desk.vault to desk_application;
grant select, insert (agency_id, desk_id, case_id, user_id, role, reason) on desk.vault_openings to desk_application;
create policy opening on desk.vault_openings for insert to desk_application
  with check ((select desk.works()) and ((select desk.oversees()) or desk_id = (select desk.this_desk()))
    and user_id = (select desk.this_user()) and role = (select desk.this_role()));
create policy reading on desk.vault_openings for select to desk_application
  using ((select desk.oversees()) or ((select desk.works()) and desk_id = (select desk.this_desk())));
create function desk.has_opened(asked uuid) returns boolean language sql volatile
  return exists (select from desk.vault_openings as opening
    where opening.case_id = asked and opening.user_id = desk.this_user()
      and opening.transaction_id <> pg_current_xact_id()
      and opening.opened_at > clock_timestamp() - interval '1 minute');
create policy sealing on desk.vault for insert to desk_application
  with check ((select desk.works()) and ((select desk.oversees()) or desk_id = (select desk.this_desk())));
create policy reading on desk.vault for select to desk_application
  using ((select desk.works()) and ((select desk.oversees()) or desk_id = (select desk.this_desk()))
    and desk.has_opened(case_id));
create policy sealing_again on desk.vault for update to desk_application
  using ((select desk.works()) and desk.has_opened(case_id)) with check (true);
