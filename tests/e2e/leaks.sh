#!/usr/bin/env bash
# usage: tests/e2e/leaks.sh BUILD CHECKS: hub and tablet as processes under valgrind: a day of so many inspections of six photos
# is sent, a supervisor reads and decides, the hub is stopped. Fails on a byte that nobody can free any more, and on memory
# used wrongly.
set -euo pipefail
cd "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/../.."
command -v valgrind >/dev/null || { echo "SKIPPED: no valgrind"; exit 0; }
hub=$1/sync/hub/xuncun-hub
tablet=$1/tests/e2e/e2e_tablet
checks=$2
folder=$(mktemp -d)
serving=
trap '[ -z "$serving" ] || kill -9 "$serving" 2>/dev/null || true; rm -rf "$folder"' EXIT
watched=(valgrind --quiet --leak-check=full --show-leak-kinds=definite --errors-for-leak-kinds=definite --error-exitcode=99)

code_of() { awk -v role="$1" '$NF == role { print $2; exit }' "$folder/codes"; }

"$hub" demo --data "$folder/hub" --codes "$folder/codes" >/dev/null
port=$(python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])')
setpriv --pdeathsig KILL "${watched[@]}" "$hub" serve --quiet --data "$folder/hub" --listen "127.0.0.1:$port" >/dev/null &
serving=$!
for _ in $(seq 300); do
    curl -sf "http://127.0.0.1:$port/healthz" >/dev/null && break
    sleep 0.2
done
"${watched[@]}" "$tablet" inspect "$folder/a" "http://127.0.0.1:$port" "$(code_of inspector)" "$checks" 6
"${watched[@]}" "$tablet" review "$folder/b" "http://127.0.0.1:$port" "$(code_of supervisor)" "$checks"
kill -TERM "$serving"
wait "$serving"
serving=
echo "nothing leaked: $checks inspections, $((checks * 6)) photos"
