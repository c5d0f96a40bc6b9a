#!/bin/sh
# Lets the replica copy the primary and follow it.
set -e
psql --username=postgres --command="CREATE ROLE summit_replication REPLICATION LOGIN PASSWORD 'replicate'"
echo 'host replication summit_replication all scram-sha-256' >> "$PGDATA/pg_hba.conf"
