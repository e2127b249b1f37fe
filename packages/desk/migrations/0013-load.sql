-- What lists and home ask of many cases: the few that wait, the newest, and what a shift did. Each list reads an index in
-- its order and stops when its page is full.

create index on desk.cases (agency_id, opened_at);
create index on desk.cases (opened_by, opened_at);
create index on desk.drafts (desk_id, changed_at) where step not in ('decided', 'confirmation');
create index on desk.drafts (agency_id, changed_at) where step <> 'decided';
create index on desk.decisions (agency_id, decided_at);
create index on desk.decisions (agency_id, needs_role, decided_at) where needs_role is not null;
create index on desk.decision_confirmations (agency_id, confirmed_at) where outcome = 'sent-back';
create index on desk.duties (agency_id, discharged_at) where state = 'discharged';
create index on desk.outcomes (agency_id, happened_at);
create index on desk.requests (agency_id, received_at);
create index on desk.vault_openings (agency_id);
