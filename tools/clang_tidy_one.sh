#!/bin/bash
# clang_tidy_one.sh FILE: asks clang-tidy about one file of ours, unless it was asked before and
# nothing that the file includes has changed since (ninja would have compiled it again).
set -euo pipefail
file=$1
room=$(basename "$(dirname "$file")")
object=build/debug/CMakeFiles/heed_$room.dir/$file.o
stamp=build/clang-tidy/${file//\//_}
[ "$stamp" -nt .clang-tidy ] && [ -e "$object" ] && [ "$stamp" -nt "$object" ] && exit
if ! said=$(clang-tidy-19 --quiet -p build/debug "$file" 2>&1); then
    echo "$said"
    exit 1
fi
touch "$stamp"
