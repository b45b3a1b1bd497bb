#include "core/tables/structs/cryptography.hpp"

#include <linux/cryptouser.h>

#include "core/tables/netlink/message.hpp"
#include "core/tables/values/netlink.hpp"

/// Messages of NETLINK_CRYPTO: an algorithm, and what it reports of itself.
namespace troupe {

namespace {

using namespace carries;

constexpr AttributeRow algorithm_rows[] = {u32(CRYPTOCFGA_PRIORITY_VAL),
                                           structure(CRYPTOCFGA_REPORT_LARVAL, larval_report_layout),
                                           structure(CRYPTOCFGA_REPORT_HASH, hash_report_layout),
                                           structure(CRYPTOCFGA_REPORT_BLKCIPHER, block_cipher_report_layout),
                                           structure(CRYPTOCFGA_REPORT_AEAD, aead_report_layout),
                                           structure(CRYPTOCFGA_REPORT_COMPRESS, compression_report_layout),
                                           structure(CRYPTOCFGA_REPORT_RNG, generator_report_layout),
                                           structure(CRYPTOCFGA_REPORT_CIPHER, cipher_report_layout),
                                           structure(CRYPTOCFGA_REPORT_AKCIPHER, asymmetric_report_layout),
                                           structure(CRYPTOCFGA_REPORT_KPP, key_agreement_report_layout),
                                           structure(CRYPTOCFGA_REPORT_ACOMP, asynchronous_compression_report_layout)};
constinit const AttributeSet algorithm_attribute_set{&crypto_attributes, algorithm_rows};

constexpr MessageRow rows[] = {{.first = CRYPTO_MSG_NEWALG,
                                .last = CRYPTO_MSG_GETSTAT,
                                .header = &algorithm_layout,
                                .attributes = &algorithm_attribute_set,
                                .least = sizeof(crypto_user_alg)}};

}  // namespace

constinit const std::span<const MessageRow> crypto_messages{rows};

}  // namespace troupe
