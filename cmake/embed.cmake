# heed_embed(TARGET NAMESPACE FILE...): puts files inside the binary. The generated header
# declares `std::string_view <NAMESPACE>::file(std::string_view name)` and `names()`.
function(heed_embed target space)
  set(source ${CMAKE_BINARY_DIR}/embedded/${target}_${space}.cpp)
  add_custom_command(
    OUTPUT ${source}
    COMMAND ${CMAKE_COMMAND} -DOUT=${source} -DSPACE=${space} "-DFILES=${ARGN}"
            -P ${CMAKE_SOURCE_DIR}/cmake/embed_script.cmake
    DEPENDS ${ARGN} ${CMAKE_SOURCE_DIR}/cmake/embed_script.cmake
    VERBATIM)
  target_sources(${target} PRIVATE ${source})
  set_source_files_properties(${source} PROPERTIES SKIP_PRECOMPILE_HEADERS ON)
endfunction()
