#!/usr/bin/env bash
# For the container only: `npm start` sets the password itself.
set -euo pipefail
psql --set ON_ERROR_STOP=1 --username "${POSTGRES_USER}" \
  --set password="$(cat /run/secrets/postgres-password)" <<'SQL'
alter role freehold password :'password';
SQL
