#pragma once

#include <linux/filter.h>

#include <cstdint>

#include "troupe/core/filter.hpp"

/// What our filters are made of: the instructions (linux/bpf_common.h), and how programs are put together.
namespace troupe {

inline constexpr std::uint32_t load_word = BPF_LD | BPF_W | BPF_ABS;
inline constexpr std::uint32_t mask_bits = BPF_ALU | BPF_AND | BPF_K;
inline constexpr std::uint32_t jump_equal = BPF_JMP | BPF_JEQ | BPF_K;
inline constexpr std::uint32_t jump_from = BPF_JMP | BPF_JGE | BPF_K;
inline constexpr std::uint32_t jump_above = BPF_JMP | BPF_JGT | BPF_K;
inline constexpr std::uint32_t jump_bits = BPF_JMP | BPF_JSET | BPF_K;
inline constexpr std::uint32_t jump_far = BPF_JMP | BPF_JA;
inline constexpr std::uint32_t give_back = BPF_RET | BPF_K;

inline void append(FilterProgram& program, const FilterProgram& more) { program.insert(program.end(), more.begin(), more.end()); }

}  // namespace troupe
