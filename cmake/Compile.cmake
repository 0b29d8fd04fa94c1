# SPDX-License-Identifier: Apache-2.0
# How everything is compiled: the language, the warnings, and what keeps floating point the same on every machine.

option(SUPPLE_TESTS "Build the tests" OFF)
option(SUPPLE_FUZZ "Build the fuzz targets (Clang)" OFF)
option(SUPPLE_BENCH "Build the benchmarks" OFF)
option(SUPPLE_SANITIZE "AddressSanitizer and UndefinedBehaviorSanitizer" OFF)
option(SUPPLE_WASM "Build the core for the browser" OFF)

set(CMAKE_CXX_STANDARD 23)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)
set_property(GLOBAL PROPERTY USE_FOLDERS ON)

find_program(CCACHE ccache)
if(CMAKE_CXX_CLANG_TIDY)
  # Files are read and nothing is made of them: compiling them too took four tenths of the time.
  set(CMAKE_CXX_COMPILER_LAUNCHER ${CMAKE_SOURCE_DIR}/cmake/depend.sh)
  set(CMAKE_CXX_LINK_EXECUTABLE "<CMAKE_COMMAND> -E touch <TARGET>")
elseif(CCACHE)
  set(CMAKE_CXX_COMPILER_LAUNCHER "${CCACHE}")
endif()

# -ffp-contract=off: the same bits of a motion natively and in the browser; no fused multiply-add behind our back.
add_compile_options(-Wall -Wextra -Wpedantic -Werror -Wshadow -Wnon-virtual-dtor -Wold-style-cast -Wcast-align
                    -Woverloaded-virtual -Wnull-dereference -ffp-contract=off -fno-fast-math)
# For a machine of its own (-march) GCC 12 joins products whose sums and differences alternate, as those of quaternions,
# into fused ones (vfmaddsub), whatever -ffp-contract says; -mno-fma does not keep it from it where there is AVX-512.
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU" AND "${CMAKE_CXX_FLAGS} ${CMAKE_CXX_FLAGS_RELEASE}" MATCHES "-march=")
  add_compile_options(-fno-tree-slp-vectorize)
endif()
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
  # False alarms of GCC 12 inside its own std::vector and std::string at -O2 and above.
  add_compile_options(-Wno-null-dereference -Wno-restrict -Wno-stringop-overflow -Wno-array-bounds -Wno-maybe-uninitialized)
endif()

# Where it saves most, under the sanitizers and by clang-tidy, the files of rooms too are compiled as one (CMAKE_UNITY_BUILD), so that a
# name that a file has for itself is seen from the next: -Wshadow and missing includes are told by the builds that compile each alone.
if(CMAKE_UNITY_BUILD)
  add_compile_options(-Wno-shadow)
endif()

if(SUPPLE_SANITIZE)
  add_compile_options(-fsanitize=address,undefined -fno-sanitize-recover=all -fno-omit-frame-pointer)
  add_link_options(-fsanitize=address,undefined -fuse-ld=lld) # which links in a fifth of the time
  add_compile_definitions(_GLIBCXX_ASSERTIONS)
endif()
if(SUPPLE_FUZZ)
  # What steers libFuzzer, and little enough that the tests run from the same build.
  add_compile_options(-fsanitize-coverage=inline-8bit-counters,pc-table)
endif()

# Header-only use of the libraries. Nowhere do they throw (a program may hold only one meaning of their functions): JSON is
# parsed with allow_exceptions = false, TOML by value.
add_compile_definitions(JSON_NOEXCEPTION FMT_HEADER_ONLY TOML_HEADER_ONLY=1 TOML_EXCEPTIONS=0 TOML_ENABLE_FORMATTERS=0)
