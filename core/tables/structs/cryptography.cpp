#include "core/tables/structs/cryptography.hpp"

#include <linux/cryptouser.h>

#include <cstddef>

#include "core/tables/structs/proof.hpp"

// linux/cryptouser.h
namespace troupe {

namespace structs {

using enum Width;

constexpr Field name_field(std::string_view name) { return {name, u8, kind::hex, CRYPTO_MAX_NAME, Form::text}; }
constexpr Field size_field(std::string_view name) { return {name, u32, kind::unsigned_int}; }

inline constexpr std::array algorithm_fields{name_field("cru_name"),
                                             name_field("cru_driver_name"),
                                             name_field("cru_module_name"),
                                             Field{"cru_type", u32, kind::hex},
                                             Field{"cru_mask", u32, kind::hex},
                                             size_field("cru_refcnt"),
                                             Field{"cru_flags", u32, kind::hex}};
inline constexpr std::array named_fields{name_field("type")};
inline constexpr std::array hash_fields{name_field("type"), size_field("blocksize"), size_field("digestsize")};
inline constexpr std::array cipher_fields{name_field("type"), size_field("blocksize"), size_field("min_keysize"),
                                          size_field("max_keysize")};
inline constexpr std::array block_cipher_fields{name_field("type"),        name_field("geniv"),       size_field("blocksize"),
                                                size_field("min_keysize"), size_field("max_keysize"), size_field("ivsize")};
inline constexpr std::array aead_fields{name_field("type"), name_field("geniv"), size_field("blocksize"), size_field("maxauthsize"),
                                        size_field("ivsize")};
inline constexpr std::array generator_fields{name_field("type"), size_field("seedsize")};

TROUPE_PROVE_SIZE(algorithm_fields, Abi::x86_64, crypto_user_alg);
TROUPE_PROVE_FIELD(algorithm_fields, Abi::x86_64, crypto_user_alg, "cru_flags", cru_flags);
TROUPE_PROVE_SIZE(named_fields, Abi::x86_64, crypto_report_larval);
TROUPE_PROVE_SIZE(named_fields, Abi::x86_64, crypto_report_acomp);
TROUPE_PROVE_SIZE(hash_fields, Abi::x86_64, crypto_report_hash);
TROUPE_PROVE_SIZE(cipher_fields, Abi::x86_64, crypto_report_cipher);
TROUPE_PROVE_SIZE(block_cipher_fields, Abi::x86_64, crypto_report_blkcipher);
TROUPE_PROVE_FIELD(block_cipher_fields, Abi::x86_64, crypto_report_blkcipher, "ivsize", ivsize);
TROUPE_PROVE_SIZE(aead_fields, Abi::x86_64, crypto_report_aead);
TROUPE_PROVE_SIZE(generator_fields, Abi::x86_64, crypto_report_rng);

}  // namespace structs

constinit const StructLayout algorithm_layout = layout_of<structs::algorithm_fields>("crypto_user_alg");
constinit const StructLayout larval_report_layout = layout_of<structs::named_fields>("crypto_report_larval");
constinit const StructLayout hash_report_layout = layout_of<structs::hash_fields>("crypto_report_hash");
constinit const StructLayout cipher_report_layout = layout_of<structs::cipher_fields>("crypto_report_cipher");
constinit const StructLayout block_cipher_report_layout = layout_of<structs::block_cipher_fields>("crypto_report_blkcipher");
constinit const StructLayout aead_report_layout = layout_of<structs::aead_fields>("crypto_report_aead");
constinit const StructLayout compression_report_layout = layout_of<structs::named_fields>("crypto_report_comp");
constinit const StructLayout generator_report_layout = layout_of<structs::generator_fields>("crypto_report_rng");
constinit const StructLayout asymmetric_report_layout = layout_of<structs::named_fields>("crypto_report_akcipher");
constinit const StructLayout key_agreement_report_layout = layout_of<structs::named_fields>("crypto_report_kpp");
constinit const StructLayout asynchronous_compression_report_layout = layout_of<structs::named_fields>("crypto_report_acomp");

}  // namespace troupe
