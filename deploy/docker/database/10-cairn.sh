#!/bin/bash
# Runs once, when the data directory is new: the roles of Cairn with their passwords, as bootstrap.sql says.
set -euo pipefail
secret() { cat "/run/secrets/database/$1"; }
psql -v ON_ERROR_STOP=1 --username "$POSTGRES_USER" --dbname "$POSTGRES_DB" \
  -v migrator_password="$(secret migrator)" -v app_password="$(secret app)" \
  -v appender_password="$(secret appender)" -v projector_password="$(secret projector)" \
  -f /bootstrap.sql
# Keycloak's own database, which none of Cairn's roles reaches, nor Keycloak's role Cairn's.
psql -v ON_ERROR_STOP=1 --username "$POSTGRES_USER" --dbname "$POSTGRES_DB" -v password="$(secret keycloak)" <<'SQL'
create role keycloak login nosuperuser nobypassrls nocreatedb nocreaterole noreplication password :'password';
create database keycloak owner keycloak;
revoke all on database keycloak from public;
SQL
