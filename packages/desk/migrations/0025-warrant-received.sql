-- Which warrant came, as it was entered with the request: reports count it, and the entry of the request commits to it.

alter table desk.requests add column warrant text check (length(warrant) <= 40);
grant insert (warrant), update (warrant) on desk.requests to desk_application;
