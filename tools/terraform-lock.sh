#!/usr/bin/env bash
# Writes the hashes of every platform into the lock file of each stack that
# downloads a provider. Needs a network.
set -euo pipefail
cd "$(dirname "$0")/../terraform/stacks"
for versions in */versions.tf; do
  terraform -chdir="$(dirname "$versions")" providers lock \
    -platform=linux_amd64 -platform=linux_arm64 \
    -platform=darwin_amd64 -platform=darwin_arm64 \
    -platform=windows_amd64
done
