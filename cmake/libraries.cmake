# What comes from Debian 12 and npm. Nothing is vendored.
find_package(OpenSSL REQUIRED)
find_package(PostgreSQL REQUIRED)
find_package(CURL REQUIRED)
find_package(ICU REQUIRED COMPONENTS uc i18n)
find_package(Boost 1.81 REQUIRED COMPONENTS json)
find_package(date REQUIRED)
find_package(PkgConfig REQUIRED)
find_package(Threads REQUIRED)
pkg_check_modules(sodium REQUIRED IMPORTED_TARGET libsodium)
pkg_check_modules(oath REQUIRED IMPORTED_TARGET liboath)
pkg_check_modules(qrencode REQUIRED IMPORTED_TARGET libqrencode)
foreach(name sodium oath qrencode)
  add_library(${name} ALIAS PkgConfig::${name})
endforeach()

# toml++ is headers only; Debian puts them where the compiler looks.
add_library(tomlplusplus INTERFACE)

# SQLite, as SQLCipher's amalgamation (docs/adr/0003): one static library, built once, no PCH.
set(SQLCIPHER_SOURCE
    ${CMAKE_SOURCE_DIR}/node_modules/@journeyapps/sqlcipher/deps/sqlcipher-amalgamation)
add_library(sqlcipher STATIC ${SQLCIPHER_SOURCE}/sqlite3.c)
target_include_directories(sqlcipher SYSTEM PUBLIC ${SQLCIPHER_SOURCE})
target_compile_definitions(sqlcipher
  PUBLIC SQLITE_HAS_CODEC
  PRIVATE SQLCIPHER_CRYPTO_OPENSSL SQLITE_TEMP_STORE=2 SQLITE_THREADSAFE=2
          SQLITE_EXTRA_INIT=sqlcipher_extra_init SQLITE_EXTRA_SHUTDOWN=sqlcipher_extra_shutdown
          SQLITE_DQS=0 SQLITE_DEFAULT_FOREIGN_KEYS=1 HAVE_STDINT_H=1 HAVE_USLEEP=1
          SQLITE_OMIT_LOAD_EXTENSION SQLITE_DEFAULT_MEMSTATUS=0)
# -fno-sanitize=undefined: it calls its own initializers through a pointer of another type.
target_compile_options(sqlcipher PRIVATE -O2 -w -fvisibility=hidden
                       $<$<BOOL:${HEED_SANITIZE_ADDRESS}>:-fno-sanitize=undefined>)
target_link_libraries(sqlcipher PRIVATE OpenSSL::Crypto Threads::Threads ${CMAKE_DL_LIBS} m)
