#!/usr/bin/env bash
# Installs what the tests need beside the .NET SDK, from Debian's packages: RabbitMQ, Chromium, GLPK, Python. Does nothing when it is there.
set -euo pipefail
want=()
[ -x /usr/lib/rabbitmq/bin/rabbitmq-server ] || want+=(rabbitmq-server)
command -v chromium >/dev/null || want+=(chromium)
command -v python3 >/dev/null || want+=(python3)
command -v glpsol >/dev/null || want+=(glpk-utils)
fc-list 2>/dev/null | grep -qi dejavu || want+=(fonts-dejavu-core fontconfig)
command -v pdftotext >/dev/null || want+=(poppler-utils)
[ ${#want[@]} -eq 0 ] && exit 0
as_root=(); [ "$(id -u)" = 0 ] || as_root=(sudo)
echo "Installing ${want[*]}"
export DEBIAN_FRONTEND=noninteractive
# A package must not start a broker of its own: tests start theirs, on their own ports.
if [ "$(id -u)" = 0 ] && [ ! -e /usr/sbin/policy-rc.d ]; then
  printf '#!/bin/sh\nexit 101\n' >/usr/sbin/policy-rc.d; chmod +x /usr/sbin/policy-rc.d
  trap 'rm -f /usr/sbin/policy-rc.d' EXIT
fi
"${as_root[@]}" apt-get update -q >/dev/null
"${as_root[@]}" apt-get install -y -q "${want[@]}" >/dev/null
