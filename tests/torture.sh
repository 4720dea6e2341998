#!/usr/bin/env bash
# The long tests: ./dev torture [e2e|sim|kill|fuzz|…]; each prints what it could not run.
set -uo pipefail
cd "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/.."

failed=()
note_failure() { failed+=("$1"); }

# The end-to-end test with real processes, 20 times in a row.
torture_e2e()
{
    ./dev build dev e2e_tests xuncun-hub || return 1
    for round in $(seq 20); do
        echo "e2e round $round of 20"
        build/dev/tests/e2e/e2e_tests || return 1
    done
}

# 10,000 seeds of the sync simulation, a share for each core.
torture_sim()
{
    ./dev build release sync_sim || return 1
    local cores share pids=() status=0
    cores=$(nproc)
    share=$(((10000 + cores - 1) / cores))
    for core in $(seq 0 $((cores - 1))); do
        build/release/tests/sync/sync_sim --seeds "$share" --first $((core * share + 1)) &
        pids+=($!)
    done
    for pid in "${pids[@]}"; do
        wait "$pid" || status=1
    done
    return "$status"
}

# Ten minutes each over what a request may hold, over the server's socket, over records and messages, and over files that are
# said to be photos, by libFuzzer.
torture_fuzz()
{
    tests/fuzz/hub_headers.sh 600 && tests/fuzz/http_input.sh 600 && tests/fuzz/record_codec.sh 600 && tests/fuzz/photo.sh 600
}

# Hub and tablet as processes, killed 200 times at random moments.
torture_rounds()
{
    ./dev build release e2e_tests xuncun-hub || return 1
    XUNCUN_KILL_ROUNDS=200 build/release/tests/e2e/e2e_tests "Killed at any moment*"
}

# A writer of the tablet's store killed at random moments, 200 times.
torture_kill()
{
    ./dev build dev core_actions_tests || return 1
    XUNCUN_KILL_ROUNDS=200 build/dev/tests/core/actions/core_actions_tests "A writer killed at any moment*"
}

# The app tapped on its real pages and killed at random moments, 200 times.
torture_pages()
{
    ./dev build dev app_kill_tests || return 1
    XUNCUN_KILL_ROUNDS=200 build/dev/tests/app/app_kill_tests
}

# Two supervisors deciding about one inspection at the same moment, 1,000 times.
torture_decisions()
{
    ./dev build dev hub_records_tests || return 1
    XUNCUN_DECISION_ROUNDS=1000 build/dev/tests/hub/records/hub_records_tests "Two supervisors deciding at the same moment*"
}

# A day's load on hub and tablet under valgrind.
torture_leaks()
{
    ./dev build release xuncun-hub e2e_tablet && tests/e2e/leaks.sh build/release 40
}

# A day's work over links that lose packets, as root: by nftables, and by user-space netem.
torture_links()
{
    ./dev build release xuncun-hub e2e_tablet && tests/e2e/lossy.sh build/release ../shared/tools
}

# Everything but the screens under the thread sanitizer.
torture_tsan()
{
    ./dev build tsan && ctest --preset tsan -j"$(nproc)"
}

known=(decisions e2e rounds sim fuzz kill pages leaks links tsan)
for name in "${@:-${known[@]}}"; do
    if ! declare -F "torture_$name" >/dev/null; then
        echo "torture: no test named $name (known: ${known[*]})" >&2
        exit 2
    fi
    echo "== torture $name"
    "torture_$name" || note_failure "$name"
done
if [ ${#failed[@]} -gt 0 ]; then
    echo "torture: failed: ${failed[*]}"
    exit 1
fi
echo "torture: all held"
