#!/usr/bin/env bash
# Tests everything in ptce.slnf.   ./test.sh          what a newcomer should see pass, under 20 minutes
#                                  ./test.sh --all    with long chaos, mutations and all browser journeys, under 75 minutes
# Ends with one line "N passed, N failed"; the exit code says the same.
set -uo pipefail
cd "$(dirname "$0")"
filter='Category!=Long'
[ "${1:-}" = "--all" ] && filter=''
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 PTCE_CHROMIUM="${PTCE_CHROMIUM:-/usr/bin/chromium}"

bash eng/install-test-tools.sh || { echo "0 passed, 1 failed"; exit 1; }
dotnet tool restore >/dev/null
echo "Building…"
dotnet build ptce.slnf -c Debug -clp:ErrorsOnly -v minimal || { echo "0 passed, 1 failed"; exit 1; }

passed=0 failed=0
rm -f artifacts/notes.txt
log=$(mktemp)
trap 'rm -f "$log"' EXIT
for project in $(ls -d tests/*.Tests | grep -v AppHost.Tests); do
  start=$SECONDS
  dotnet test "$project" --no-build -v quiet --nologo ${filter:+--filter "$filter"} --logger "console;verbosity=minimal" >"$log" 2>&1
  code=$?
  closing=$(grep -oE 'Failed: +[0-9]+, Passed: +[0-9]+' "$log" | tail -n 1)
  f=$(sed -E 's/Failed: +([0-9]+),.*/\1/' <<<"$closing"); p=$(sed -E 's/.*Passed: +([0-9]+)/\1/' <<<"$closing")
  # A run that ends without its closing line, or with a bad exit code and no failed test, has failed itself.
  if [ -z "$closing" ]; then
    f=0 p=0
    [ $code -eq 0 ] || f=1
  elif [ $code -ne 0 ] && [ "${f:-0}" -eq 0 ]; then
    f=1
  fi
  passed=$((passed + p)); failed=$((failed + f))
  printf '%-32s %5d passed %3d failed  %4ds\n' "$(basename "$project")" "$p" "$f" $((SECONDS - start))
  if [ "$f" -gt 0 ]; then cat "$log"; elif [ "${1:-}" = "--all" ]; then grep -E '^(KILLED|BENCH|NOTE)' "$log"; fi
done
# What runs under fault have to tell: who was killed how often, and what was in flight.
[ -f artifacts/notes.txt ] && cat artifacts/notes.txt
echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ] && [ "$passed" -gt 0 ]
