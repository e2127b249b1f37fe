-- The language in which a person was offered a paper, beside the one in which it was given; `none` where none was.
alter table desk.notices add column offered text check (offered ~ '^[a-z]{2,5}(-[A-Za-z0-9]{2,8})*$');
grant update (offered) on desk.notices to desk_application;
