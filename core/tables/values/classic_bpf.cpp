#include "core/tables/values/classic_bpf.hpp"

#include <array>

/// Codes of classic BPF: a class, and what it has above that (linux/bpf_common.h, linux/filter.h).
namespace troupe {

namespace {

constexpr auto classes_rows = std::to_array<NamedConstant>(
    {{0, "BPF_LD"}, {1, "BPF_LDX"}, {2, "BPF_ST"}, {3, "BPF_STX"}, {4, "BPF_ALU"}, {5, "BPF_JMP"}, {6, "BPF_RET"}, {7, "BPF_MISC"}});

constexpr auto sizes_rows = std::to_array<NamedConstant>({{0, "BPF_W"}, {8, "BPF_H"}, {0x10, "BPF_B"}});

constexpr auto modes_rows = std::to_array<NamedConstant>(
    {{0, "BPF_IMM"}, {0x20, "BPF_ABS"}, {0x40, "BPF_IND"}, {0x60, "BPF_MEM"}, {0x80, "BPF_LEN"}, {0xa0, "BPF_MSH"}});

constexpr auto sources_rows = std::to_array<NamedConstant>({{0, "BPF_K"}, {8, "BPF_X"}});

constexpr auto operations_rows = std::to_array<NamedConstant>({{0, "BPF_ADD"},
                                                               {0x10, "BPF_SUB"},
                                                               {0x20, "BPF_MUL"},
                                                               {0x30, "BPF_DIV"},
                                                               {0x40, "BPF_OR"},
                                                               {0x50, "BPF_AND"},
                                                               {0x60, "BPF_LSH"},
                                                               {0x70, "BPF_RSH"},
                                                               {0x80, "BPF_NEG"},
                                                               {0x90, "BPF_MOD"},
                                                               {0xa0, "BPF_XOR"}});

constexpr auto jumps_rows =
    std::to_array<NamedConstant>({{0, "BPF_JA"}, {0x10, "BPF_JEQ"}, {0x20, "BPF_JGT"}, {0x30, "BPF_JGE"}, {0x40, "BPF_JSET"}});

constexpr auto results_rows = std::to_array<NamedConstant>({{0, "BPF_K"}, {8, "BPF_X"}, {0x10, "BPF_A"}});

constexpr auto moves_rows = std::to_array<NamedConstant>({{0, "BPF_TAX"}, {0x80, "BPF_TXA"}});

constinit const ValueSet filter_classes{"filter_classes", "BPF_???", classes_rows};
constinit const ValueSet filter_sizes{"filter_sizes", "BPF_???", sizes_rows};
constinit const ValueSet filter_modes{"filter_modes", "BPF_???", modes_rows};
constinit const ValueSet filter_sources{"filter_sources", "BPF_???", sources_rows};
constinit const ValueSet filter_operations{"filter_operations", "BPF_???", operations_rows};
constinit const ValueSet filter_jumps{"filter_jumps", "BPF_???", jumps_rows};
constinit const ValueSet filter_results{"filter_results", "BPF_???", results_rows};
constinit const ValueSet filter_moves{"filter_moves", "BPF_???", moves_rows};
constinit const ValueSet filter_rest{"filter_rest", "BPF_???", {}};

constexpr WordPart load_parts[] = {{.mask = 7, .values = &filter_classes},
                                   {.mask = 0x18, .values = &filter_sizes},
                                   {.mask = 0xe0, .values = &filter_modes},
                                   {.mask = 0xff00, .values = &filter_rest, .if_set = true}};
constexpr WordPart store_parts[] = {{.mask = 7, .values = &filter_classes}, {.mask = 0xfff8, .values = &filter_rest, .if_set = true}};
constexpr WordPart arithmetic_parts[] = {{.mask = 7, .values = &filter_classes},
                                         {.mask = 8, .values = &filter_sources},
                                         {.mask = 0xf0, .values = &filter_operations},
                                         {.mask = 0xff00, .values = &filter_rest, .if_set = true}};
constexpr WordPart jump_parts[] = {{.mask = 7, .values = &filter_classes},
                                   {.mask = 8, .values = &filter_sources},
                                   {.mask = 0xf0, .values = &filter_jumps},
                                   {.mask = 0xff00, .values = &filter_rest, .if_set = true}};
constexpr WordPart return_parts[] = {{.mask = 7, .values = &filter_classes},
                                     {.mask = 0x18, .values = &filter_results},
                                     {.mask = 0xffe0, .values = &filter_rest, .if_set = true}};
constexpr WordPart move_parts[] = {{.mask = 7, .values = &filter_classes},
                                   {.mask = 0xf8, .values = &filter_moves},
                                   {.mask = 0xff00, .values = &filter_rest, .if_set = true}};

/// By class, whose number is the place.
constexpr WordParts parts_by_class[] = {{load_parts, false, true},   {load_parts, false, true},       {store_parts, false, true},
                                        {store_parts, false, true},  {arithmetic_parts, false, true}, {jump_parts, false, true},
                                        {return_parts, false, true}, {move_parts, false, true}};

}  // namespace

const WordParts& filter_code_parts(unsigned code) { return parts_by_class[code & 7]; }
bool filter_code_returns(unsigned code) { return (code & 7) == 6; }

}  // namespace troupe
