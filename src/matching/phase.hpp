#pragma once
#include <array>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <vector>
#include <x86intrin.h>
namespace heed::phase {
struct Row { std::array<std::uint64_t, 14> t{}; std::array<std::uint64_t, 10> n{}; };
inline thread_local Row now;
struct All { std::vector<Row> rows; ~All(){ if(const char*f=getenv("HEED_PHASES")){ FILE*o=fopen(f,"w"); for(auto&r:rows){ for(auto v:r.t) fprintf(o,"%lu ",v); for(auto v:r.n) fprintf(o,"%lu ",v); fputc('\n',o);} fclose(o);} } };
inline All all;
struct Tick { std::size_t at; std::uint64_t s=__rdtsc(); explicit Tick(std::size_t a):at(a){} ~Tick(){ now.t[at]+=__rdtsc()-s; } };
}
