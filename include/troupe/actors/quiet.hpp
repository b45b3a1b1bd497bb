#pragma once

#include <array>
#include <cstdint>

#include "troupe/core/keyword_set.hpp"

namespace troupe {

/// Messages that `-q` and `-e quiet=` leave out.
enum class Quiet : std::uint8_t {
    attach,           ///< `Process 12 attached`, detached
    exit,             ///< `+++ exited with 0 +++`
    path_resolution,  ///< how -P understood a path
    personality,      ///< `[ Process PID=12 runs in 32 bit mode. ]`
    thread_execve,    ///< `+++ superseded by execve in pid 7 +++`
};

template <>
struct KeywordsOf<Quiet> {
    static constexpr std::string_view kind = "quiet";
    static constexpr std::array<Keyword, 7> words = {{{"attach", member(Quiet::attach)},
                                                      {"exit", member(Quiet::exit)},
                                                      {"exits", member(Quiet::exit)},
                                                      {"path-resolution", member(Quiet::path_resolution)},
                                                      {"personality", member(Quiet::personality)},
                                                      {"thread-execve", member(Quiet::thread_execve)},
                                                      {"superseded", member(Quiet::thread_execve)}}};
};

}  // namespace troupe
