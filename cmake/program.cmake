# What the build puts inside the program.
file(GLOB HEED_MIGRATIONS CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/migrations/*.sql)
list(SORT HEED_MIGRATIONS)
heed_embed(heed_store migration_files ${HEED_MIGRATIONS})

file(GLOB HEED_NAMES CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/data/names/*.txt
     ${CMAKE_SOURCE_DIR}/data/names/*.toml)
heed_embed(heed_names name_data ${HEED_NAMES})
heed_embed(heed_asking weight_data ${CMAKE_SOURCE_DIR}/data/matching/weights.toml)

# The procedure packs, with their calendar, terms and common words.
file(GLOB HEED_PACK_FILES CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/packs/*.toml)
heed_embed(heed_pack pack_files ${HEED_PACK_FILES})

# What every page loads.
heed_embed(heed_app asset_files
           ${CMAKE_SOURCE_DIR}/assets/heed.css ${CMAKE_SOURCE_DIR}/assets/heed.js
           ${CMAKE_SOURCE_DIR}/assets/icon.svg)

add_executable(heed ${CMAKE_SOURCE_DIR}/src/app/main.cpp)
target_precompile_headers(heed REUSE_FROM heed_pch_owner)
target_compile_definitions(heed PRIVATE HEED_VERSION="${PROJECT_VERSION}")
target_link_libraries(heed PRIVATE heed_app)

# The families of the demonstration authority.
heed_embed(heed_demonstration demo_files ${CMAKE_SOURCE_DIR}/data/demo/families.csv)
