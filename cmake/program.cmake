# What the build puts inside the program.
file(GLOB HEED_MIGRATIONS CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/migrations/*.sql)
list(SORT HEED_MIGRATIONS)
heed_embed(heed_store migration_files ${HEED_MIGRATIONS})

file(GLOB HEED_NAMES CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/data/names/*.txt)
heed_embed(heed_names name_data ${HEED_NAMES})

# The procedure packs, with their calendar, terms and common words.
file(GLOB HEED_PACK_FILES CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/packs/*.toml)
heed_embed(heed_pack pack_files ${HEED_PACK_FILES})
