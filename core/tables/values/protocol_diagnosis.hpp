#pragma once

#include "troupe/core/constants.hpp"

/// What NETLINK_SOCK_DIAG tells of protocols: SMC, TLS, MPTCP, storages of BPF; the bytecode that requests filter by.
namespace troupe {

extern const ValueSet smc_diagnosis_attributes, smc_states, smc_modes, upper_protocol_attributes, tls_attributes, tls_versions, tls_ciphers,
    tls_configurations, subflow_attributes, storages_attributes, storage_attributes, packet_versions, bytecodes, diagnosed_types;

}  // namespace troupe
