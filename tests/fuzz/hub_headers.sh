#!/usr/bin/env bash
# usage: tests/fuzz/hub_headers.sh SECONDS: builds with libFuzzer and ASan, runs over the kept corpus.
set -euo pipefail
cd "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/../.."
command -v clang++ >/dev/null || { echo "SKIPPED: no clang++"; exit 0; }
mkdir -p build/fuzz/hub_headers
clang++ -std=c++20 -O1 -g -fsanitize=fuzzer,address,undefined -fno-sanitize-recover=undefined -I. \
    tests/fuzz/hub_headers_fuzz.cpp core/crypto/transfer_checksum.cpp sync/hub/target.cpp sync/hub/remote.cpp \
    sync/hub/response_head.cpp sync/hub/media/tus_headers.cpp sync/hub/media/byte_range.cpp \
    -lfmt -lsodium -lcrypto -o build/fuzz/hub_headers_fuzz
build/fuzz/hub_headers_fuzz -max_total_time="${1:-60}" -max_len=4096 build/fuzz/hub_headers tests/fuzz/corpus/hub_headers
