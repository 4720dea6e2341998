#!/usr/bin/env bash
# A hub on loopback with the demo county, and two windows of the app on it: an inspector's tablet and a chief's.
# usage: run_with_display.sh BUILD [ARG for the app…]; everything lives in build/demo-county, made anew each time.
set -euo pipefail
build=$1
shift
home=build/demo-county
rm -rf "$home"
mkdir -p "$home"
hub=$build/sync/hub/xuncun-hub

"$hub" demo --data "$home/hub" --codes "$home/codes.txt"
setpriv --pdeathsig KILL "$hub" serve --data "$home/hub" --listen 127.0.0.1:0 >"$home/hub.log" 2>&1 &
hub_pid=$!
trap 'kill "$hub_pid" 2>/dev/null || true; wait 2>/dev/null || true' EXIT
url=""
for _ in $(seq 100); do
    url=$(sed -n 's|.*监听 \(127\.0\.0\.1:[0-9]*\).*|http://\1|p' "$home/hub.log" | head -n 1)
    [ -n "$url" ] && break
    sleep 0.1
done
[ -n "$url" ] || { echo "dev: the hub did not start, see $home/hub.log" >&2; exit 1; }

# A line of the codes is: id code name role
code_of() { awk -v role="$1" '$4 == role {print $2; exit}' "$home/codes.txt"; }
photos=../shared/data/photos
[ -d "$photos" ] || photos=""
echo "dev: hub at $url, codes in $home/codes.txt; closing the inspector's window ends everything"
"$build/app/xuncun" --data "$home/chief" --hub "$url" --enrol "$(code_of chief)" --device-name "demo chief" --size 1280x800 &
"$build/app/xuncun" --data "$home/inspector" --hub "$url" --enrol "$(code_of inspector)" --device-name "demo tablet" \
    --size 1280x800 ${photos:+--photos "$photos"} "$@"
