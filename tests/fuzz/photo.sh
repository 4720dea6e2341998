#!/usr/bin/env bash
# usage: tests/fuzz/photo.sh SECONDS: JPEG and EXIF entry points with libFuzzer and ASan, over the kept corpus and, where
# they are, the real photos of XUNCUN_SHARED_DATA.
set -euo pipefail
cd "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/../.."
command -v clang++ >/dev/null || { echo "SKIPPED: no clang++"; exit 0; }
mkdir -p build/fuzz/photo
program=build/fuzz/photo_fuzz
sources="tests/fuzz/photo_fuzz.cpp app/platform/photo_header.cpp app/platform/photo_derive.cpp app/platform/photo_exif.cpp
    app/platform/photo_marks.cpp app/platform/photo_planes.cpp app/platform/plane_scaling.cpp core/domain/drawing.cpp"
if [ ! -x $program ] || [ -n "$(find $sources app/platform/*.h -newer $program)" ]; then
    # shellcheck disable=SC2046,SC2086
    clang++ -std=c++20 -O1 -g -fPIC -DQT_NO_KEYWORDS -DQT_NO_CAST_FROM_ASCII \
        -fsanitize=fuzzer,address,undefined -fno-sanitize-recover=undefined -I. $sources \
        $(pkg-config --cflags --libs Qt6Gui Qt6Core libexif libturbojpeg) -lfmt -o $program
fi
seeds=(tests/fuzz/corpus/photo)
real="${XUNCUN_SHARED_DATA:-../shared/data}/photos"
[ -d "$real" ] && seeds+=("$real")
# What Qt and its plugins keep until the end is no leak of ours.
ASAN_OPTIONS=detect_leaks=0 "$program" -max_total_time="${1:-60}" -max_len=200000 -timeout=20 -rss_limit_mb=2500 \
    build/fuzz/photo "${seeds[@]}"
