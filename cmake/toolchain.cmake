# Warnings are errors in every build; what ships is hardened.
add_compile_options(
    $<$<COMPILE_LANGUAGE:CXX>:-Wall> $<$<COMPILE_LANGUAGE:CXX>:-Wextra>
    $<$<COMPILE_LANGUAGE:CXX>:-Wpedantic> $<$<COMPILE_LANGUAGE:CXX>:-Wconversion>
    $<$<COMPILE_LANGUAGE:CXX>:-Wshadow> $<$<COMPILE_LANGUAGE:CXX>:-Wnon-virtual-dtor>
    $<$<COMPILE_LANGUAGE:CXX>:-Werror>)
# TRY (core/outcome.hpp) is a statement expression, an extension that clang and g++ share.
if(CMAKE_CXX_COMPILER_ID STREQUAL "Clang")
  add_compile_options($<$<COMPILE_LANGUAGE:CXX>:-Wno-gnu-statement-expression>
                      $<$<COMPILE_LANGUAGE:CXX>:-Wno-missing-designated-field-initializers>)
  set(HEED_PCH_FLAG -Xclang -fno-pch-timestamp)
else()
  add_compile_options($<$<COMPILE_LANGUAGE:CXX>:-Wno-pedantic>
                      $<$<COMPILE_LANGUAGE:CXX>:-Wno-missing-field-initializers>)
endif()
add_compile_options(${HEED_PCH_FLAG} -fstack-protector-strong)
add_compile_definitions(_GLIBCXX_ASSERTIONS)
if(CMAKE_BUILD_TYPE STREQUAL "Release")
  add_compile_options(-U_FORTIFY_SOURCE -D_FORTIFY_SOURCE=3)
  add_link_options(-Wl,-z,relro,-z,now)
endif()
set(CMAKE_CXX_FLAGS_DEBUG "-O0 -g1")
set(CMAKE_CXX_FLAGS_RELEASE "-O2 -g1")

if(HEED_SANITIZE_ADDRESS)
  add_compile_options(-fsanitize=address,undefined -fno-sanitize-recover=all
                      -fno-omit-frame-pointer)
  add_link_options(-fsanitize=address,undefined)
endif()
if(HEED_FUZZ)
  add_compile_options(-fsanitize=fuzzer-no-link)
endif()
if(HEED_SANITIZE_THREAD)
  add_compile_options(-fsanitize=thread)
  add_link_options(-fsanitize=thread)
endif()

find_program(HEED_CCACHE ccache)
if(HEED_CCACHE)
  set(CMAKE_C_COMPILER_LAUNCHER ${HEED_CCACHE})
  set(CMAKE_CXX_COMPILER_LAUNCHER ${HEED_CCACHE})
endif()
find_program(HEED_MOLD mold)
if(HEED_MOLD)
  add_link_options(-fuse-ld=mold)
endif()
