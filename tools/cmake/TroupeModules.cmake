# The rules that every folder of sources shares.

set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_C_STANDARD 11)
set(CMAKE_POSITION_INDEPENDENT_CODE ON)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)

find_program(CCACHE ccache)
if(CCACHE)
  set(CMAKE_CXX_COMPILER_LAUNCHER ${CCACHE})
  set(CMAKE_C_COMPILER_LAUNCHER ${CCACHE})
endif()

# Most of what compiling a source costs is reading headers: several sources at once read them once. What is edited often is compiled apart.
option(TROUPE_UNITY "Compile sources several at once: a fraction of the time from scratch, more after an edit" OFF)

# Warnings and sanitizers of our own code; foreign headers are SYSTEM.
add_library(troupe_flags INTERFACE)
target_compile_options(troupe_flags INTERFACE -Wall -Wextra -Wpedantic -Wshadow -Werror $<$<COMPILE_LANGUAGE:CXX>:-Wnon-virtual-dtor>
  $<$<COMPILE_LANG_AND_ID:CXX,GNU>:-Wno-missing-field-initializers>
  $<$<COMPILE_LANG_AND_ID:CXX,Clang>:-Wthread-safety -Wno-missing-field-initializers>)
if(TROUPE_UNITY)
  # A local name may be that of another source. gcc still says where it hides another local one.
  target_compile_options(troupe_flags INTERFACE -Wno-shadow $<$<COMPILE_LANG_AND_ID:CXX,GNU>:-Wshadow=local>)
endif()
target_include_directories(troupe_flags INTERFACE ${PROJECT_SOURCE_DIR} ${PROJECT_SOURCE_DIR}/include ${PROJECT_BINARY_DIR}/generated)
if(TROUPE_SANITIZE)
  target_compile_options(troupe_flags INTERFACE -fsanitize=${TROUPE_SANITIZE} -fno-omit-frame-pointer)
  target_link_options(troupe_flags INTERFACE -fsanitize=${TROUPE_SANITIZE})
  if(TROUPE_SANITIZE MATCHES "undefined")
    # A finding ends the program: one that is only printed is lost where a test looks at nothing but the status. vptr asks through a pipe of
    # its own whether an object can be read, and finds faults that are none where no descriptor is left.
    target_compile_options(troupe_flags INTERFACE -fno-sanitize-recover=undefined -fno-sanitize=vptr)
  endif()
  if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
    target_compile_options(troupe_flags INTERFACE -Wno-maybe-uninitialized)  # gcc 12 is wrong about temporaries then
  endif()
endif()

# A target's name for a folder or a package: core/base -> troupe_core_base, fmt::fmt stays.
function(troupe_target_names result)
  set(names)
  foreach(dep ${ARGN})
    if(dep MATCHES "::")
      list(APPEND names ${dep})
    else()
      string(REPLACE "/" "_" name ${dep})
      list(APPEND names troupe_${name})
    endif()
  endforeach()
  set(${result} ${names} PARENT_SCOPE)
endfunction()

function(troupe_unity target)
  set_target_properties(${target} PROPERTIES UNITY_BUILD ${TROUPE_UNITY} UNITY_BUILD_BATCH_SIZE 16)
endfunction()

# Every source of a folder (and of its folders that are not modules of their own) is a static library.
# A CMakeLists.txt in the folder, if there is one, adds what is generated.
function(troupe_module folder)
  cmake_parse_arguments(ARG "" "" "DEPS" ${ARGN})
  troupe_target_names(target ${folder})
  troupe_target_names(deps ${ARG_DEPS})
  if(folder STREQUAL "actors")
    file(GLOB sources CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/${folder}/*.cpp ${PROJECT_SOURCE_DIR}/${folder}/worker/*.cpp
         ${PROJECT_SOURCE_DIR}/${folder}/supervisor/*.cpp)
  else()
    file(GLOB_RECURSE sources CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/${folder}/*.cpp)
  endif()
  if(NOT sources)
    file(CONFIGURE OUTPUT ${PROJECT_BINARY_DIR}/generated/empty_${target}.cpp CONTENT "" @ONLY)
    set(sources ${PROJECT_BINARY_DIR}/generated/empty_${target}.cpp)
  endif()
  add_library(${target} STATIC ${sources})
  troupe_unity(${target})
  target_link_libraries(${target} PUBLIC ${deps} PRIVATE troupe_flags)
  target_include_directories(${target} PUBLIC ${PROJECT_SOURCE_DIR} ${PROJECT_SOURCE_DIR}/include)
  if(EXISTS ${PROJECT_SOURCE_DIR}/${folder}/CMakeLists.txt)
    add_subdirectory(${PROJECT_SOURCE_DIR}/${folder})
  endif()
endfunction()
