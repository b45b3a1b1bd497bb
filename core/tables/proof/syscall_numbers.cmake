# Writes a translation unit with a static_assert per name of <asm/unistd_${abi}.h>, so that a missing row fails like a wrong one and
# names itself. `result` is the file, or empty where the system has no such header.
function(troupe_prove_syscall_numbers abi result)
  set(constant_64 x86_64)
  set(constant_32 i386)
  set(constant_x32 x32)
  set(folder ${PROJECT_BINARY_DIR}/generated/core/tables/proof)
  set(probe ${folder}/unistd_${abi}.c)
  file(CONFIGURE OUTPUT ${probe} CONTENT "#include <asm/unistd_${abi}.h>\n" @ONLY)
  execute_process(
    COMMAND ${CMAKE_C_COMPILER} -E -dD ${probe}
    OUTPUT_VARIABLE preprocessed
    ERROR_QUIET
    RESULT_VARIABLE status)
  if(NOT status EQUAL 0)
    message(WARNING "no <asm/unistd_${abi}.h>: the syscall numbers of ${constant_${abi}} stay unproved")
    set(${result} "" PARENT_SCOPE)
    return()
  endif()

  # The header may be upgraded: the proof follows.
  if(preprocessed MATCHES "# 1 \"([^\"\n]*asm/unistd_${abi}\\.h)\"")
    set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${CMAKE_MATCH_1})
  endif()

  string(REGEX MATCHALL "#define __NR_[A-Za-z0-9_]+" definitions "${preprocessed}")
  list(LENGTH definitions count)
  if(count LESS 300)
    message(FATAL_ERROR "<asm/unistd_${abi}.h> names ${count} syscalls: it was not understood")
  endif()
  # The header of x32 leaves its bit to <asm/unistd.h>; our rows have the numbers without it.
  set(content "#define __X32_SYSCALL_BIT 0\n#include <asm/unistd_${abi}.h>\n\n#include \"core/tables/proof/syscall_numbers.hpp\"\n\n")
  string(APPEND content "using troupe::Abi, troupe::proof::agrees;\n\n")
  foreach(definition IN LISTS definitions)
    string(REPLACE "#define __NR_" "" name "${definition}")
    string(APPEND content "static_assert(agrees(\"${name}\", Abi::${constant_${abi}}, __NR_${name}), \"${name}\");\n")
  endforeach()
  file(CONFIGURE OUTPUT ${folder}/syscalls_${abi}.cpp CONTENT "${content}" @ONLY)
  set(${result} ${folder}/syscalls_${abi}.cpp PARENT_SCOPE)
endfunction()
