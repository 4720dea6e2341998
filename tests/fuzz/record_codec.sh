#!/usr/bin/env bash
# usage: tests/fuzz/record_codec.sh SECONDS: records and messages with libFuzzer and ASan, over the kept corpus.
set -euo pipefail
cd "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/../.."
command -v clang++ >/dev/null || { echo "SKIPPED: no clang++"; exit 0; }
mkdir -p build/fuzz/record_codec/objects
program=build/fuzz/record_codec_fuzz
sources="tests/fuzz/record_codec_fuzz.cpp core/base/points.cpp core/base/uuid.cpp core/base/clock.cpp
    core/domain/appeal.cpp core/domain/checklist.cpp core/domain/codec_inspection.cpp core/domain/codec_reference.cpp
    core/domain/codec_word_text.cpp core/domain/drawing.cpp core/domain/json_io.cpp core/domain/record.cpp
    core/domain/rectification.cpp sync/protocol/codec_json.cpp sync/protocol/codec_lines.cpp sync/protocol/compression.cpp
    sync/protocol/fields.cpp core/crypto/hash.cpp"
if [ ! -x $program ] || [ -n "$(find $sources core/domain/*.h sync/protocol/*.h -newer $program)" ]; then
    # shellcheck disable=SC2086
    printf '%s\n' $sources | xargs -P2 -I{} sh -c 'clang++ -std=c++20 -O1 -g1 -fsanitize=fuzzer-no-link,address \
        $(pkg-config --cflags simdjson) \
        -I. -c {} -o build/fuzz/record_codec/objects/$(basename {} .cpp).o'
    clang++ -fsanitize=fuzzer,address build/fuzz/record_codec/objects/*.o -lfmt -lzstd -lsodium -lcrypto -lsimdjson -o $program
fi
mkdir -p build/fuzz/record_codec/found
"$program" -artifact_prefix=build/fuzz/ -max_total_time="${1:-60}" -max_len=8192 build/fuzz/record_codec/found \
    tests/fuzz/corpus/record_codec
