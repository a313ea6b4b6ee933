# Each tests/bench/<name>_bench.cpp, or src/<room>/<name>_bench.cpp, is a program <name>_bench; the
# target `bench` is all of them, and nothing else builds them.
add_custom_target(bench)
file(GLOB benches CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/tests/bench/*_bench.cpp
                                    ${CMAKE_SOURCE_DIR}/src/*/*_bench.cpp)
foreach(file IN LISTS benches)
  get_filename_component(name ${file} NAME_WE)
  add_executable(${name} EXCLUDE_FROM_ALL ${file})
  target_link_libraries(${name} PRIVATE heed_app)
  add_dependencies(bench ${name})
endforeach()
