# SPDX-License-Identifier: Apache-2.0
# The headers of the libraries, parsed once and not in every file that is compiled under the sanitizers. clang-tidy goes through all of them
# for every file nevertheless, and takes longer. What a file forgets to include is found by the builds without it.
option(SUPPLE_PRECOMPILE "Precompile the headers of the libraries" OFF)
if(SUPPLE_PRECOMPILE)
  add_compile_options(-pthread) # as some libraries ask of whoever uses them: the same for all, so that all may share the headers
endif()

set(precompiled_core <algorithm> <array> <cmath> <expected> <functional> <map> <memory> <optional> <set> <span> <string> <string_view>
                     <unordered_map> <vector> <fmt/core.h> <fmt/format.h> <nlohmann/json.hpp>)
set(precompiled_native ${precompiled_core} <filesystem> <fstream> <sstream> <thread>)
set(precompiled_test ${precompiled_native} <gtest/gtest.h>)

# supple_precompiled(TARGET KIND OPTION…): TARGET, which is compiled with these options, takes the headers that were parsed for its KIND:
# core, native or test.
function(supple_precompiled TARGET KIND)
  if(NOT SUPPLE_PRECOMPILE)
    return()
  endif()
  set(of_kind supple_precompiled_${KIND})
  if(NOT TARGET ${of_kind})
    file(GENERATE OUTPUT ${CMAKE_BINARY_DIR}/precompiled/${KIND}.cpp CONTENT "")
    add_library(${of_kind} OBJECT ${CMAKE_BINARY_DIR}/precompiled/${KIND}.cpp)
    target_compile_options(${of_kind} PRIVATE ${ARGN})
    target_link_libraries(${of_kind} PRIVATE $<$<STREQUAL:${KIND},test>:GTest::gtest>)
    target_precompile_headers(${of_kind} PRIVATE ${precompiled_${KIND}})
  endif()
  target_precompile_headers(${TARGET} REUSE_FROM ${of_kind})
endfunction()
