#include "core/tables/flags/prctl.hpp"

#include <array>

/// Bits of the arguments of prctl (linux/prctl.h) and arch_prctl (asm/prctl.h, asm/fpu/types.h).
namespace troupe {

namespace {

constexpr auto unalign_flags_rows = std::to_array<NamedConstant>({{1, "PR_UNALIGN_NOPRINT"}, {2, "PR_UNALIGN_SIGBUS"}});

constexpr auto fp_mode_flags_rows = std::to_array<NamedConstant>({{1, "PR_FP_MODE_FR"}, {2, "PR_FP_MODE_FRE"}});

constexpr auto pointer_keys_rows = std::to_array<NamedConstant>(
    {{1, "PR_PAC_APIAKEY"}, {2, "PR_PAC_APIBKEY"}, {4, "PR_PAC_APDAKEY"}, {8, "PR_PAC_APDBKEY"}, {16, "PR_PAC_APGAKEY"}});

constexpr auto write_execute_flags_rows = std::to_array<NamedConstant>({{1, "PR_MDWE_REFUSE_EXEC_GAIN"}, {2, "PR_MDWE_NO_INHERIT"}});

constexpr auto scalable_vector_rows = std::to_array<NamedConstant>({{1 << 18, "PR_SVE_SET_VL_ONEXEC"}, {1 << 17, "PR_SVE_VL_INHERIT"}});

constexpr auto scalable_matrix_rows = std::to_array<NamedConstant>({{1 << 18, "PR_SME_SET_VL_ONEXEC"}, {1 << 17, "PR_SME_VL_INHERIT"}});

constexpr auto tagged_addresses_rows = std::to_array<NamedConstant>({{0, "!PR_TAGGED_ADDR_ENABLE"}, {1, "PR_TAGGED_ADDR_ENABLE"}});

constexpr auto tag_checks_rows =
    std::to_array<NamedConstant>({{0, "PR_MTE_TCF_NONE"}, {2, "PR_MTE_TCF_SYNC"}, {4, "PR_MTE_TCF_ASYNC"}, {6, "PR_MTE_TCF_MASK"}});

constexpr auto processor_feature_masks_rows = std::to_array<NamedConstant>({{3, "XFEATURE_MASK_FPSSE"},
                                                                            {1, "XFEATURE_MASK_FP"},
                                                                            {2, "XFEATURE_MASK_SSE"},
                                                                            {4, "XFEATURE_MASK_YMM"},
                                                                            {8, "XFEATURE_MASK_BNDREGS"},
                                                                            {16, "XFEATURE_MASK_BNDCSR"},
                                                                            {0xe0, "XFEATURE_MASK_AVX512"},
                                                                            {0x20, "XFEATURE_MASK_OPMASK"},
                                                                            {0x40, "XFEATURE_MASK_ZMM_Hi256"},
                                                                            {0x80, "XFEATURE_MASK_Hi16_ZMM"},
                                                                            {1 << 8, "XFEATURE_MASK_PT"},
                                                                            {1 << 9, "XFEATURE_MASK_PKRU"},
                                                                            {1 << 10, "XFEATURE_MASK_PASID"},
                                                                            {1 << 15, "XFEATURE_MASK_LBR"},
                                                                            {3 << 17, "XFEATURE_MASK_XTILE"},
                                                                            {1 << 17, "XFEATURE_MASK_XTILE_CFG"},
                                                                            {1 << 18, "XFEATURE_MASK_XTILE_DATA"}});

constexpr auto shadow_stack_features_rows = std::to_array<NamedConstant>({{1, "ARCH_SHSTK_SHSTK"}, {2, "ARCH_SHSTK_WRSS"}});

constinit const FlagSet scalable_vector_flags{"scalable_vector_flags", "", scalable_vector_rows};
constinit const FlagSet scalable_matrix_flags{"scalable_matrix_flags", "", scalable_matrix_rows};
constinit const ValueSet tagged_address_states{"tagged_address_states", "", tagged_addresses_rows};
constinit const ValueSet tag_check_modes{"tag_check_modes", "PR_MTE_TCF_???", tag_checks_rows};

/// Everything but the length, which has sixteen bits.
constexpr std::uint64_t vector_length_mask = 0xffff;
constexpr WordPart scalable_vector_parts[] = {{.mask = ~vector_length_mask, .flags = &scalable_vector_flags, .if_set = true},
                                              {.mask = vector_length_mask}};
constexpr WordPart scalable_matrix_parts[] = {{.mask = ~vector_length_mask, .flags = &scalable_matrix_flags, .if_set = true},
                                              {.mask = vector_length_mask}};
constexpr std::uint64_t tag_mask = 0x7fff8;
constexpr WordPart tagged_address_parts[] = {{.mask = 1, .values = &tagged_address_states},
                                             {.mask = 6, .values = &tag_check_modes},
                                             {.mask = tag_mask, .if_set = true, .shift = 3, .shift_name = "PR_MTE_TAG_SHIFT"},
                                             {.mask = ~(tag_mask | 7), .if_set = true}};

}  // namespace

constinit const FlagSet unalign_flags{.name = "unalign_flags", .unknown = "PR_UNALIGN_???", .rows = unalign_flags_rows};
constinit const FlagSet fp_mode_flags{.name = "fp_mode_flags", .unknown = "PR_FP_MODE_???", .rows = fp_mode_flags_rows};
constinit const FlagSet pointer_keys{.name = "pointer_keys", .unknown = "PR_PAC_???", .rows = pointer_keys_rows, .is_long = true};
/// All but the last, which is for one key alone that is always enabled.
constinit const FlagSet enabled_pointer_keys{
    .name = "enabled_pointer_keys", .unknown = "PR_PAC_???", .rows = std::span(pointer_keys_rows).first<4>(), .is_long = true};
constinit const FlagSet write_execute_flags{
    .name = "write_execute_flags", .unknown = "PR_MDWE_???", .rows = write_execute_flags_rows, .is_long = true};
constinit const FlagSet granted_processor_features{"granted_processor_features", "XFEATURE_MASK_???", processor_feature_masks_rows};
constinit const FlagSet processor_feature_masks{.name = "processor_feature_masks",
                                                .unknown = "XFEATURE_MASK_???",
                                                .rows = processor_feature_masks_rows,
                                                .is_long = true,
                                                .as_number = true};
constinit const FlagSet shadow_stack_features{
    .name = "shadow_stack_features", .unknown = "ARCH_SHSTK_???", .rows = shadow_stack_features_rows, .is_long = true};
constinit const WordParts scalable_vector_length{scalable_vector_parts, true};
constinit const WordParts scalable_matrix_length{scalable_matrix_parts, true};
constinit const WordParts tagged_address_control{tagged_address_parts};

}  // namespace troupe
