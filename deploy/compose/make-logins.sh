#!/bin/sh
# Makes the logins of the desk in a new database. PostgreSQL's image runs it once, as whoever administers the server.
set -eu
psql --set=ON_ERROR_STOP=1 --username "$POSTGRES_USER" --dbname "$POSTGRES_DB" --file /desk/roles.sql
for login in desk_owner desk_application; do
  psql --set=ON_ERROR_STOP=1 --set=login="$login" --set=word="$(cat "/run/secrets/${login}_password")" \
    --username "$POSTGRES_USER" --dbname "$POSTGRES_DB" <<'SQL'
alter role :"login" password :'word';
SQL
done
