#include <array>

#include "troupe/core/syscalls.hpp"

namespace troupe {

namespace {

namespace bit = syscall_class;

constexpr std::array<ClassRow, 18> classes{{
    {"%desc", bit::desc, "desc"},
    {"%file", bit::file, "file"},
    {"%memory", bit::memory, "memory"},
    {"%process", bit::process, "process"},
    {"%signal", bit::signal, "signal"},
    {"%ipc", bit::ipc, "ipc"},
    {"%network", bit::network, "network"},
    {"%net", bit::network, ""},
    {"%creds", bit::creds, ""},
    {"%stat", bit::stat, ""},
    {"%lstat", bit::lstat, ""},
    {"%fstat", bit::fstat, ""},
    {"%%stat", bit::stat_like, ""},
    {"%statfs", bit::statfs, ""},
    {"%fstatfs", bit::fstatfs, ""},
    {"%%statfs", bit::statfs_like, ""},
    {"%clock", bit::clock, ""},
    {"%pure", bit::pure, ""},
}};

}  // namespace

std::span<const ClassRow> syscall_classes() { return classes; }

}  // namespace troupe
