# SPDX-License-Identifier: Apache-2.0
# Clang for WebAssembly with Debian's WASI libraries: a reactor module with a plain C interface.
# The old target name wasm32-wasi is the one whose libraries Debian installs; Clang calls it deprecated.
set(CMAKE_SYSTEM_NAME WASI)
set(CMAKE_SYSTEM_PROCESSOR wasm32)
set(CMAKE_CXX_COMPILER clang++-22)
set(CMAKE_CXX_COMPILER_TARGET wasm32-wasi)
# Nothing here asks for a type at run time, and there is one thread.
set(CMAKE_CXX_FLAGS_INIT "-Wno-deprecated -fno-exceptions -fno-rtti -fno-threadsafe-statics -flto -ffunction-sections -fdata-sections -Wno-unused-command-line-argument")
# Optimised over all rooms when it is linked: a twentieth smaller on the wire. Debian's own llvm-ar is older than the
# compiler and refuses its files; the plain ar takes any, and wasm-ld-22 needs no index.
set(CMAKE_AR ar)
set(CMAKE_RANLIB ranlib)
# wasm-opt is run by src/wasm/CMakeLists.txt, which tells it what the module may use; the driver does not.
set(CMAKE_EXE_LINKER_FLAGS_INIT "--no-wasm-opt -mexec-model=reactor -Wl,--gc-sections -Wl,--strip-all")
set(CMAKE_TRY_COMPILE_TARGET_TYPE STATIC_LIBRARY)
set(CMAKE_EXECUTABLE_SUFFIX_CXX .wasm)
