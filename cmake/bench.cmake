# Each tests/bench/<name>_bench.cpp, or src/<room>/<name>_bench.cpp, is a program <name>_bench, with
# what else is in tests/bench to help it; the target `bench` is all of them, and nothing else builds
# them.
add_custom_target(bench)
file(GLOB bench_helpers CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/tests/bench/*.cpp)
list(FILTER bench_helpers EXCLUDE REGEX "_bench\\.cpp$")
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

# The made people that matching is measured on.
set(folder ${CMAKE_SOURCE_DIR}/tests/support)
add_library(heed_made_people STATIC EXCLUDE_FROM_ALL
            ${folder}/people.cpp ${folder}/people_names.cpp ${folder}/people_questions.cpp
            ${folder}/slips.cpp)
target_include_directories(heed_made_people PUBLIC ${CMAKE_SOURCE_DIR}/tests)
target_link_libraries(heed_made_people PUBLIC heed_matching)
if(TARGET matching_bench)
  target_link_libraries(matching_bench PRIVATE heed_made_people)
endif()
