#!/usr/bin/env bash
# Makes the secrets that compose.yaml mounts: random passwords and keys, and a
# certificate for the database. What exists is kept, so it can be run again.
set -euo pipefail
umask 022
secrets="$(cd "$(dirname "$0")" && pwd)/secrets"
# The folder is closed; the files are open, because the users inside of the
# containers are others than the one who runs this.
mkdir -p "$secrets" && chmod 700 "$secrets"
cd "$secrets"

for name in superuser-password postgres-password encryption-key; do
  [ -e "$name" ] || openssl rand -base64 32 >"$name"
done

if [ ! -e database-certificate.pem ]; then
  openssl req -x509 -newkey rsa:3072 -nodes -days 3650 -subj '/CN=Freehold database authority' \
    -keyout authority-key.pem -out database-authority.pem
  openssl req -newkey rsa:3072 -nodes -subj '/CN=postgres' \
    -keyout database-key.pem -out database-request.pem
  openssl x509 -req -in database-request.pem -days 3650 \
    -CA database-authority.pem -CAkey authority-key.pem -CAcreateserial \
    -extfile <(printf 'subjectAltName=DNS:postgres\n') -out database-certificate.pem
  # Nobody needs to sign with it again.
  rm authority-key.pem database-request.pem
fi
echo "Secrets are in $secrets"
