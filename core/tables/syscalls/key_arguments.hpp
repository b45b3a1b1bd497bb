#pragma once

#include "core/tables/flags/security_calls.hpp"
#include "core/tables/ioctls/own.hpp"
#include "core/tables/structs/keys.hpp"
#include "core/tables/syscalls/choices.hpp"
#include "core/tables/values/security_calls.hpp"

/// What keyctl takes beside its operation (linux/keyctl.h). An operation that is not listed has five arguments of which nothing is known.
namespace troupe::rows {

inline constexpr Kind key = value_or_int(key_ids), requested_keyring = numbered_value(requested_keyrings);

inline constexpr auto key_second = choose(
    // KEYCTL_JOIN_SESSION_KEYRING KEYCTL_SESSION_TO_PARENT KEYCTL_SET_REQKEY_KEYRING
    with(commands(1), in(string, "name")), ends_with(commands(18)), with(commands(14), in(requested_keyring, "reqkey_defl")),
    // KEYCTL_GET_PERSISTENT
    with(commands(22), in(uid, "uid")),
    // KEYCTL_GET_KEYRING_ID to KEYCTL_SETPERM, KEYCTL_DESCRIBE to KEYCTL_NEGATE
    with(commands(0, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13), in(key, "key")),
    // KEYCTL_SET_TIMEOUT to KEYCTL_GET_SECURITY, KEYCTL_REJECT to KEYCTL_INVALIDATE, KEYCTL_PKEY_QUERY KEYCTL_RESTRICT_KEYRING KEYCTL_MOVE
    with(commands(15, 16, 17, 19, 20, 21, 24, 29, 30), in(key, "key")),
    // KEYCTL_DH_COMPUTE KEYCTL_PKEY_ENCRYPT KEYCTL_PKEY_DECRYPT KEYCTL_PKEY_SIGN KEYCTL_PKEY_VERIFY KEYCTL_CAPABILITIES
    with(commands(23), in(structure(key_agreement_layout), "params")), with(commands(25, 26, 27), in(structure(key_data_layout), "params")),
    with(commands(28), in(structure(key_verification_layout), "params")),
    with(commands(31), out(kind::own_memory(Own::key_abilities), "buffer")));

inline constexpr auto key_third = choose(
    // KEYCTL_JOIN_SESSION_KEYRING KEYCTL_REVOKE KEYCTL_CLEAR KEYCTL_SET_REQKEY_KEYRING KEYCTL_ASSUME_AUTHORITY KEYCTL_INVALIDATE
    ends_with(commands(1, 3, 7, 14, 16, 21)),
    // KEYCTL_GET_KEYRING_ID
    with(commands(0), in(signed_int, "create")),
    // KEYCTL_UPDATE KEYCTL_INSTANTIATE
    with(commands(2, 12), in(bytes(length::argument(3)), "payload")),
    // KEYCTL_CHOWN
    with(commands(4), in(uid, "uid")),
    // KEYCTL_SETPERM
    with(commands(5), in(flags(key_permissions), "perm")),
    // KEYCTL_LINK KEYCTL_UNLINK KEYCTL_GET_PERSISTENT KEYCTL_MOVE
    with(commands(8, 9, 22, 30), in(key, "keyring")),
    // KEYCTL_SEARCH KEYCTL_RESTRICT_KEYRING
    with(commands(10, 29), in(string, "type")),
    // KEYCTL_DESCRIBE KEYCTL_READ KEYCTL_GET_SECURITY: the result says how much there is, also where that has no room
    with(commands(6, 11, 17), out(bytes(length::result_within(3)), "buffer")),
    // KEYCTL_NEGATE KEYCTL_SET_TIMEOUT KEYCTL_REJECT
    with(commands(13, 15, 19), in(unsigned_int, "timeout")),
    // KEYCTL_INSTANTIATE_IOV
    with(commands(20), in(iovec(length::argument(3)), "payload_iov")),
    // KEYCTL_DH_COMPUTE KEYCTL_PKEY_QUERY KEYCTL_PKEY_ENCRYPT to KEYCTL_PKEY_VERIFY KEYCTL_CAPABILITIES
    with(commands(23), out(bytes(length::result_within(3)), "buffer")), with(commands(24), in(hex, "reserved")),
    with(commands(25, 26, 27, 28), in(string, "info")), with(commands(31), in(unsigned_long, "size")));

inline constexpr auto key_fourth = choose(
    // KEYCTL_GET_KEYRING_ID KEYCTL_SETPERM KEYCTL_LINK KEYCTL_UNLINK KEYCTL_SET_TIMEOUT KEYCTL_GET_PERSISTENT
    ends_with(commands(0, 5, 8, 9, 15, 22)),
    // KEYCTL_UPDATE KEYCTL_DESCRIBE KEYCTL_READ KEYCTL_INSTANTIATE KEYCTL_GET_SECURITY KEYCTL_INSTANTIATE_IOV
    with(commands(2, 6, 11, 12, 17, 20), in(unsigned_long, "size")),
    // KEYCTL_CHOWN
    with(commands(4), in(gid, "gid")),
    // KEYCTL_SEARCH KEYCTL_RESTRICT_KEYRING
    with(commands(10, 29), in(string, "description")),
    // KEYCTL_REJECT
    with(commands(19), in(kind::error_number, "error")),
    // KEYCTL_NEGATE KEYCTL_MOVE
    with(commands(13), in(key, "keyring")), with(commands(30), in(key, "to_keyring")),
    // KEYCTL_DH_COMPUTE KEYCTL_PKEY_QUERY KEYCTL_PKEY_ENCRYPT to KEYCTL_PKEY_VERIFY KEYCTL_CAPABILITIES
    with(commands(23), in(unsigned_long, "size")), with(commands(24), in(string, "info")),
    with(commands(25, 26, 27, 28), in(kind::own_memory(Own::key_input), "in")), ends_with(commands(31)));

inline constexpr auto key_fifth = choose(
    // KEYCTL_UPDATE KEYCTL_CHOWN KEYCTL_DESCRIBE KEYCTL_READ KEYCTL_NEGATE KEYCTL_GET_SECURITY KEYCTL_RESTRICT_KEYRING
    ends_with(commands(2, 4, 6, 11, 13, 17, 29)),
    // KEYCTL_SEARCH KEYCTL_INSTANTIATE KEYCTL_REJECT KEYCTL_INSTANTIATE_IOV
    with(commands(10, 12, 19, 20), in(key, "keyring")),
    // KEYCTL_MOVE
    with(commands(30), in(flags(key_move_flags), "flags")),
    // KEYCTL_DH_COMPUTE KEYCTL_PKEY_QUERY KEYCTL_PKEY_ENCRYPT to KEYCTL_PKEY_SIGN KEYCTL_PKEY_VERIFY
    with(commands(23), in(structure(key_derivation_layout), "kdf")), with(commands(24), out(structure(public_key_layout), "query")),
    with(commands(25, 26, 27), out(kind::own_memory(Own::key_output), "out")),
    with(commands(28), in(kind::own_memory(Own::key_output), "in2")));

}  // namespace troupe::rows
