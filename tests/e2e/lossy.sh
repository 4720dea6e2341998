#!/usr/bin/env bash
# usage: tests/e2e/lossy.sh BUILD TOOLS: eight inspections of three photos from a tablet in a network namespace, to a hub outside,
# over a link that loses two packets of a hundred each way: once by nftables (nft_loss.sh), once by user-space netem (tunnetem:
# also late, doubled and out of order). Fails when anything does not arrive, or not whole. Prints what cannot run here.
set -euo pipefail
cd "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/../.."
hub=$PWD/$1/sync/hub/xuncun-hub
tablet=$PWD/$1/tests/e2e/e2e_tablet
tools=$(readlink -f "$2" || true)
[ "$(id -u)" -eq 0 ] || { echo "SKIPPED: links that lose packets need root"; exit 0; }
[ -d "$tools" ] || { echo "SKIPPED: no $2"; exit 0; }
folder=$(mktemp -d)
pids=()
trap 'kill -9 "${pids[@]}" 2>/dev/null || true; "$tools/nft_loss.sh" down 2>/dev/null || true; ip netns del xcloss 2>/dev/null || true; rm -rf "$folder"' EXIT

# day NAME HUB_ADDRESS NAMESPACE
day()
{
    local data=$folder/$1 port code
    "$hub" demo --data "$data/hub" --codes "$data.codes" >/dev/null
    port=$(python3 -c 'import socket; s = socket.socket(); s.bind(("0.0.0.0", 0)); print(s.getsockname()[1])')
    setpriv --pdeathsig KILL "$hub" serve --quiet --data "$data/hub" --listen "$2:$port" >/dev/null &
    pids+=($!)
    code=$(awk '$NF == "inspector" { print $2; exit }' "$data.codes")
    for _ in $(seq 100); do
        curl -sf "http://$2:$port/healthz" >/dev/null && break
        sleep 0.2
    done
    timeout 600 ip netns exec "$3" "$tablet" inspect "$data/tablet" "http://$2:$port" "$code" 8 3 >"$data.log" ||
        { tail -5 "$data.log"; echo "$1: not everything arrived"; exit 1; }
    "$hub" check --data "$data/hub" >/dev/null
    local arrived
    arrived=$(find "$data/hub/media/whole" -type f | wc -l)
    [ "$arrived" -eq 48 ] || { echo "$1: $arrived files of 48"; exit 1; }
    echo "$1: eight inspections, 48 files arrived whole"
}

if command -v nft >/dev/null && command -v ip >/dev/null && "$tools/nft_loss.sh" up 2 4000; then
    day nft_loss 10.77.0.1 rs_t1
else
    echo "SKIPPED: nft_loss.sh: no nft, or not allowed here"
fi
if command -v ip >/dev/null && command -v g++ >/dev/null && [ -w /dev/net/tun ] && ip netns add xcloss; then
    g++ -O2 -std=c++17 -w "$tools/tunnetem.cpp" -o "$folder/program"
    setpriv --pdeathsig KILL "$folder/program" xcloss 40 20 2 1 2 4000 7 >/dev/null &
    pids+=($!)
    sleep 1
    day tunnetem 10.78.0.1 xcloss
else
    echo "SKIPPED: tunnetem: no ip, g++ or /dev/net/tun, or not allowed here"
fi
