#!/usr/bin/env bash
# Makes src/Services.Members/Territories/territories-<vintage>.tsv.br from the public npm package of the official geographic code.
# Needs npm and node. The result is committed: nothing is fetched by the build or at run time.
set -euo pipefail
version=${1:-6.0.0} vintage=${2:-2026}
here=$(cd "$(dirname "$0")" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
(cd "$work" && npm pack --silent "@etalab/decoupage-administratif@$version" >/dev/null && tar xzf ./*.tgz)
node "$here/generate.mjs" "$work/package" "$vintage" "$version" "$here/former-regions.tsv" "$here/../../src/Services.Members/Territories/territories-$vintage.tsv.br"
