#!/usr/bin/env bash
# usage: tests/fuzz/http_input.sh SECONDS: the server on a socket with libFuzzer and ASan, over the kept corpus.
set -euo pipefail
cd "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/../.."
command -v clang++ >/dev/null || { echo "SKIPPED: no clang++"; exit 0; }
mkdir -p build/fuzz/http_input
program=build/fuzz/http_input_fuzz
sources="tests/fuzz/http_input_fuzz.cpp tests/hub/web/raw_client.cpp sync/hub/http_server.cpp sync/hub/http_connection.cpp sync/hub/http_body.cpp
    sync/hub/file_slice.cpp sync/hub/refusal.cpp sync/hub/remote.cpp sync/hub/request.cpp sync/hub/response_head.cpp
    sync/hub/target.cpp core/base/clock.cpp"
if [ ! -x $program ] || [ -n "$(find $sources sync/hub/*.h -newer $program)" ]; then
    # shellcheck disable=SC2086
    clang++ -std=c++20 -O1 -g -fsanitize=fuzzer,address -I. $sources \
        -lfmt -lssl -lcrypto -lpthread -o $program
fi
"$program" -artifact_prefix=build/fuzz/ -max_total_time="${1:-60}" -max_len=4096 -timeout=180 build/fuzz/http_input tests/fuzz/corpus/http_input
