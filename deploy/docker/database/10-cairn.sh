#!/bin/bash
# Runs once, when the data directory is new: the roles of Cairn with their passwords, as bootstrap.sql says.
set -euo pipefail
secret() { cat "/run/secrets/database/$1"; }
psql -v ON_ERROR_STOP=1 --username "$POSTGRES_USER" --dbname "$POSTGRES_DB" \
  -v migrator_password="$(secret migrator)" -v app_password="$(secret app)" \
  -v appender_password="$(secret appender)" -v projector_password="$(secret projector)" \
  -f /bootstrap.sql
