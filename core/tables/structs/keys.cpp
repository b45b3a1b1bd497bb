#include "core/tables/structs/keys.hpp"

#include <linux/keyctl.h>

#include <cstddef>

#include "core/tables/flags/security_calls.hpp"
#include "core/tables/structs/proof.hpp"
#include "core/tables/values/security_calls.hpp"

// What operations with keys take (linux/keyctl.h): the same on every ABI, but for what stands behind pointers.
namespace troupe {

namespace structs {

using enum Width;

constexpr Field key(std::string_view name) { return {name, s32, kind::value_or_int(key_ids)}; }
constexpr Field number(std::string_view name, Width width = u32) { return {name, width, kind::unsigned_int}; }
constexpr Field spare(std::uint16_t count) {
    return shown(when::is_set("__spare"), Field{"__spare", u32, kind::hex, count, Form::numbers});
}

inline constexpr std::array key_agreement_fields{key("private"), key("prime"), key("base")};
inline constexpr std::array key_derivation_fields{Field{"hashname", pointer, kind::string},
                                                  Field{"otherinfo", pointer, kind::bytes(length::sibling("otherinfolen"))},
                                                  number("otherinfolen"), spare(8)};
inline constexpr std::array key_data_fields{key("key_id"), number("in_len"), number("out_len"), spare(7)};
inline constexpr std::array key_verification_fields{key("key_id"), number("in_len"), number("in2_len"), spare(7)};
inline constexpr std::array public_key_fields{Field{"supported_ops", u32, kind::flags(public_key_operations)},
                                              number("key_size"),
                                              number("max_data_size", u16),
                                              number("max_sig_size", u16),
                                              number("max_enc_size", u16),
                                              number("max_dec_size", u16),
                                              spare(10)};

TROUPE_PROVE_SIZE(key_agreement_fields, Abi::x86_64, keyctl_dh_params);
TROUPE_PROVE_SIZE(key_derivation_fields, Abi::x86_64, keyctl_kdf_params);
TROUPE_PROVE_SIZE(key_data_fields, Abi::i386, keyctl_pkey_params);
TROUPE_PROVE_SIZE(public_key_fields, Abi::i386, keyctl_pkey_query);

}  // namespace structs

constinit const StructLayout key_agreement_layout = layout_of<structs::key_agreement_fields>("keyctl_dh_params");
constinit const StructLayout key_derivation_layout = layout_of<structs::key_derivation_fields>("keyctl_kdf_params");
constinit const StructLayout key_data_layout = layout_of<structs::key_data_fields>("keyctl_pkey_params");
constinit const StructLayout key_verification_layout = layout_of<structs::key_verification_fields>("keyctl_pkey_params");
constinit const StructLayout public_key_layout = layout_of<structs::public_key_fields>("keyctl_pkey_query");

}  // namespace troupe
