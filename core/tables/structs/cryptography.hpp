#pragma once

#include "troupe/core/kind.hpp"

/// What NETLINK_CRYPTO tells of algorithms. All are the same on every ABI.
namespace troupe {

extern const StructLayout algorithm_layout, larval_report_layout, hash_report_layout, cipher_report_layout, block_cipher_report_layout,
    aead_report_layout, compression_report_layout, generator_report_layout, asymmetric_report_layout, key_agreement_report_layout,
    asynchronous_compression_report_layout;

}  // namespace troupe
