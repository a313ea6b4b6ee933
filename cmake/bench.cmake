# Each tests/bench/<name>_bench.cpp, or src/<room>/<name>_bench.cpp, is a program <name>_bench, with
# what else is in tests/bench to help it; the target `bench` is all of them, and nothing else builds
# them.
add_custom_target(bench)
file(GLOB bench_helpers CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/tests/bench/*.cpp)
list(FILTER bench_helpers EXCLUDE REGEX "_(bench|test)\\.cpp$")
list(FILTER bench_helpers EXCLUDE REGEX "/matching_")
add_library(heed_bench STATIC EXCLUDE_FROM_ALL ${bench_helpers})
target_precompile_headers(heed_bench REUSE_FROM heed_pch_owner)
target_link_libraries(heed_bench PUBLIC heed_app)
file(GLOB benches CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/tests/bench/*_bench.cpp
                                    ${CMAKE_SOURCE_DIR}/src/*/*_bench.cpp)
foreach(file IN LISTS benches)
  get_filename_component(name ${file} NAME_WE)
  add_executable(${name} EXCLUDE_FROM_ALL ${file})
  target_precompile_headers(${name} REUSE_FROM heed_pch_owner)
  target_link_libraries(${name} PRIVATE heed_bench)
  add_dependencies(bench ${name})
endforeach()

# The made people that matching is measured on, and a program that writes them to files.
file(GLOB made_people CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/tests/support/people*.cpp
                                        ${CMAKE_SOURCE_DIR}/tests/support/slips*.cpp
                                        ${CMAKE_SOURCE_DIR}/tests/support/progress.cpp)
list(FILTER made_people EXCLUDE REGEX "_(main|test)\\.cpp$")
add_library(heed_made_people STATIC EXCLUDE_FROM_ALL ${made_people})
target_include_directories(heed_made_people PUBLIC ${CMAKE_SOURCE_DIR}/tests)
target_link_libraries(heed_made_people PUBLIC heed_matching)
add_executable(heed_people_program EXCLUDE_FROM_ALL
               ${CMAKE_SOURCE_DIR}/tests/support/people_main.cpp)
set_target_properties(heed_people_program PROPERTIES OUTPUT_NAME heed_people)
target_link_libraries(heed_people_program PRIVATE heed_made_people)

# What matching_bench measures, and the finders it measures beside ours. Xapian is there when
# ./dev bench has put it there.
file(GLOB matching_helpers CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/tests/bench/matching_*.cpp)
list(FILTER matching_helpers EXCLUDE REGEX "_(bench|test|sets|like_those)\\.cpp$")
add_library(heed_record_sets STATIC EXCLUDE_FROM_ALL
            ${CMAKE_SOURCE_DIR}/tests/bench/matching_sets.cpp
            ${CMAKE_SOURCE_DIR}/tests/bench/matching_like_those.cpp)
target_link_libraries(heed_record_sets PUBLIC heed_made_people heed_interop)
find_path(XAPIAN_HEADER xapian.h)
find_library(XAPIAN_LIBRARY xapian)
add_library(heed_matching_bench STATIC EXCLUDE_FROM_ALL ${matching_helpers})
target_precompile_headers(heed_matching_bench REUSE_FROM heed_pch_owner)
target_link_libraries(heed_matching_bench PUBLIC heed_record_sets PostgreSQL::PostgreSQL)
if(XAPIAN_HEADER AND XAPIAN_LIBRARY)
  target_link_libraries(heed_matching_bench PUBLIC ${XAPIAN_LIBRARY})
endif()
target_link_libraries(matching_bench PRIVATE heed_matching_bench)
add_dependencies(bench heed_people_program)

if(HEED_TESTS)
  add_executable(bench_test ${CMAKE_SOURCE_DIR}/tests/support/people_test.cpp
                            ${CMAKE_SOURCE_DIR}/tests/bench/matching_sets_test.cpp)
  target_precompile_headers(bench_test REUSE_FROM heed_test_support)
  target_link_libraries(bench_test PRIVATE heed_record_sets heed_test_support)
  add_test(NAME bench COMMAND bench_test)
endif()
