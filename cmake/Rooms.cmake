# SPDX-License-Identifier: Apache-2.0
# A room is a static library `supple_<room>`; a test of a room is a program that CTest runs.

# Under the sanitizers only the core, where the time goes, is optimised: the others are compiled in half the time. Elsewhere the rooms
# are, and of the tests only as much as saves a third of their time.
set(quickly_compiled)
set(quickly_compiled_test $<$<CONFIG:Release>:-O1>)
if(SUPPLE_SANITIZE)
  set(quickly_compiled -O0)
  set(quickly_compiled_test -O0)
endif()

# supple_joined(TARGET): its files are compiled as one, eight at a time, in every build: what they share takes longer than they do.
function(supple_joined TARGET)
  set_target_properties(${TARGET} PROPERTIES UNITY_BUILD ON UNITY_BUILD_BATCH_SIZE 8)
endfunction()

# supple_room(NAME SOURCES a.cpp … KNOWS room …): the room sees its own headers and those of the rooms it knows.
function(supple_room NAME)
  cmake_parse_arguments(ROOM "" "" "SOURCES;KNOWS" ${ARGN})
  add_library(supple_${NAME} STATIC ${ROOM_SOURCES})
  target_include_directories(supple_${NAME} PUBLIC ${CMAKE_SOURCE_DIR}/src)
  foreach(known IN LISTS ROOM_KNOWS)
    target_link_libraries(supple_${NAME} PUBLIC supple_${known})
  endforeach()
  if(NAME IN_LIST SUPPLE_CORE_ROOMS)
    # The core runs in the browser: no exceptions in it.
    target_compile_options(supple_${NAME} PRIVATE -fno-exceptions)
    supple_precompiled(supple_${NAME} core -fno-exceptions)
  else()
    target_compile_options(supple_${NAME} PRIVATE ${quickly_compiled})
    supple_precompiled(supple_${NAME} native ${quickly_compiled})
  endif()
endfunction()

if(SUPPLE_WASM)
  find_package(Python3 3.11 REQUIRED COMPONENTS Interpreter)
endif()

# supple_embed(ROOM FILES …): puts data files into a room, so that the program and the browser carry them along. The room declares
# `std::string_view embedded_file(std::string_view path)`, where path is relative to the root of the repository. The browser carries
# a .toml file as pack_table.py makes it.
function(supple_embed ROOM)
  cmake_parse_arguments(EMBED "" "" "FILES" ${ARGN})
  set(out ${CMAKE_CURRENT_BINARY_DIR}/embedded.cpp)
  set(paths)
  foreach(f IN LISTS EMBED_FILES)
    list(APPEND paths ${CMAKE_SOURCE_DIR}/${f})
  endforeach()
  set(packer)
  if(SUPPLE_WASM)
    set(packer ${Python3_EXECUTABLE})
  endif()
  add_custom_command(
    OUTPUT ${out}
    COMMAND ${CMAKE_COMMAND} -DROOM=${ROOM} -DOUT=${out} -DROOT=${CMAKE_SOURCE_DIR} "-DFILES=${EMBED_FILES}"
            "-DPACKER=${packer}" -P ${CMAKE_SOURCE_DIR}/cmake/Embed.cmake
    DEPENDS ${paths} ${CMAKE_SOURCE_DIR}/cmake/Embed.cmake ${CMAKE_SOURCE_DIR}/cmake/pack_table.py
    VERBATIM)
  target_sources(supple_${ROOM} PRIVATE ${out})
  set_source_files_properties(${out} PROPERTIES SKIP_UNITY_BUILD_INCLUSION ON) # megabytes of bytes
endfunction()

# supple_test(NAME LABEL unit|property|film SOURCES … KNOWS room …)
function(supple_test NAME)
  cmake_parse_arguments(TEST "" "LABEL" "SOURCES;KNOWS" ${ARGN})
  add_executable(${NAME} ${TEST_SOURCES})
  supple_joined(${NAME})
  # It replaces the operators new and delete, which the compiler must not see through.
  set_source_files_properties(../figure/allocations.cpp PROPERTIES SKIP_UNITY_BUILD_INCLUSION ON)
  foreach(known IN LISTS TEST_KNOWS)
    target_link_libraries(${NAME} PRIVATE supple_${known})
  endforeach()
  target_link_libraries(${NAME} PRIVATE GTest::gtest GTest::gtest_main)
  if(TEST_LABEL STREQUAL "property")
    target_link_libraries(${NAME} PRIVATE rapidcheck)
  endif()
  target_compile_options(${NAME} PRIVATE ${quickly_compiled_test})
  supple_precompiled(${NAME} test ${quickly_compiled_test})
  target_compile_definitions(${NAME} PRIVATE SUPPLE_ROOT="${CMAKE_SOURCE_DIR}" SUPPLE_PROGRAM="$<TARGET_FILE:supple>")
  add_dependencies(${NAME} supple)
  add_test(NAME ${NAME} COMMAND ${NAME})
  set_tests_properties(${NAME} PROPERTIES LABELS ${TEST_LABEL} TIMEOUT 600)
endfunction()

# A program for the browser, smaller by a thirtieth once wasm-opt has gone over it; the drawings and answers of the goldens stay the same to
# the bit. The contact solve works on the stack, for which 64 kB, the usual size, are too few; the memory below it is unused, so
# that offsets may be folded into addresses.
function(supple_for_the_browser program)
  target_link_options(${program} PRIVATE -Wl,-z,stack-size=262144 -Wl,--stack-first)
  find_program(WASM_OPT wasm-opt REQUIRED)
  add_custom_command(TARGET ${program} POST_BUILD
    COMMAND ${WASM_OPT} -Oz --converge --low-memory-unused --enable-simd --enable-bulk-memory --enable-nontrapping-float-to-int --enable-sign-ext
            --enable-mutable-globals $<TARGET_FILE:${program}> -o $<TARGET_FILE:${program}>)
endfunction()
