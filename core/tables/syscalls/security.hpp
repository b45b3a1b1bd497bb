#pragma once

#include "core/tables/flags/process.hpp"
#include "core/tables/flags/security_calls.hpp"
#include "core/tables/structs/call_options.hpp"
#include "core/tables/structs/requests.hpp"
#include "core/tables/structs/security_modules.hpp"
#include "core/tables/syscalls/bpf_arguments.hpp"
#include "core/tables/syscalls/choices.hpp"
#include "core/tables/syscalls/key_arguments.hpp"
#include "core/tables/syscalls/row.hpp"
#include "core/tables/values/process.hpp"
#include "core/tables/values/security_calls.hpp"
#include "core/tables/values/security_modules.hpp"

/// Sandboxes, keys, random numbers.
namespace troupe::rows {

/// Only filters take flags: SECCOMP_SET_MODE_FILTER.
inline constexpr auto seccomp_flags =
    choose(with(commands(1), in(flags(seccomp_filter_flags), "flags")), otherwise(in(flags(seccomp_other_flags), "flags")));
inline constexpr Kind seccomp_action = value(seccomp_actions);
inline constexpr auto seccomp_arguments =
    choose(with(commands(1), in(structure(seccomp_program_layout), "args")), with(commands(2), in(pointed(seccomp_action), "args")),
           with(commands(3), out(structure(notification_sizes_layout), "args")), otherwise(in(pointer, "args")));

/// LANDLOCK_RULE_PATH_BENEATH, LANDLOCK_RULE_NET_PORT
inline constexpr auto landlock_rule =
    choose(with(commands(1), in(structure(landlock_path_layout), "rule_attr")),
           with(commands(2), in(structure(landlock_port_layout), "rule_attr")), otherwise(in(pointer, "rule_attr")));

inline constexpr Kind security_module = structure(security_module_layout);

inline constexpr auto security = std::to_array<SyscallRow>({
    call("seccomp", {317, 354, 317}, in_class::none, signed_long,
         takes(in(value(seccomp_operations), "operation"), in(selected(0, seccomp_flags), "flags"),
               in(selected(0, seccomp_arguments), "args"))),
    call("landlock_create_ruleset", everywhere(444), in_class::desc, fd,
         takes(in(sized_structure(landlock_ruleset_layout, length::argument(1)), "attr"), in(unsigned_long, "size"),
               in(flags(landlock_ruleset_flags), "flags"))),
    call("landlock_add_rule", everywhere(445), in_class::desc, signed_long,
         takes(in(fd, "ruleset_fd"), in(value(landlock_rules), "rule_type"), in(selected(1, landlock_rule), "rule_attr"),
               in(hex_int, "flags"))),
    call("landlock_restrict_self", everywhere(446), in_class::desc, signed_long,
         takes(in(fd, "ruleset_fd"), in(flags(landlock_restrict_flags), "flags"))),
    call("lsm_get_self_attr", everywhere(459), in_class::none, signed_long,
         takes(in(value(security_attributes), "attr"), out(kind::own_memory(Own::security_contexts, security_context_layout), "ctx"),
               inout(pointed(unsigned_int), "size"), in(flags(security_attribute_flags), "flags"))),
    call("lsm_set_self_attr", everywhere(460), in_class::none, signed_long,
         takes(in(value(security_attributes), "attr"), in(kind::own_memory(Own::security_context, security_context_layout), "ctx"),
               in(unsigned_int, "size"), in(hex_int, "flags"))),
    call("lsm_list_modules", everywhere(461), in_class::none, signed_long,
         takes(out(array(security_module, length::result), "ids"), inout(pointed(unsigned_int), "size"), in(hex_int, "flags"))),
    call("bpf", {321, 357, 321}, in_class::desc, signed_long,
         takes(in(value(bpf_commands), "cmd"), in(selected(0, bpf_attributes), "attr"), in(unsigned_int, "size"))),
    call("add_key", {248, 286, 248}, in_class::none, signed_long,
         takes(in(string, "type"), in(string, "description"), in(bytes(length::argument(3)), "payload"), in(unsigned_long, "plen"),
               in(key, "keyring"))),
    call("request_key", {249, 287, 249}, in_class::none, signed_long,
         takes(in(string, "type"), in(string, "description"), in(string, "callout_info"), in(key, "dest_keyring"))),
    call("keyctl", {250, 288, 250}, in_class::none, signed_long,
         takes(in(value(keyctl_operations), "operation"), in(selected(0, key_second), "arg2"), in(selected(0, key_third), "arg3"),
               in(selected(0, key_fourth), "arg4"), in(selected(0, key_fifth), "arg5"))),
    call("getrandom", {318, 355, 318}, in_class::none, signed_long,
         takes(out(bytes_in_hex(length::result), "buf"), in(unsigned_long, "buflen"), in(flags(getrandom_flags), "flags"))),
});

}  // namespace troupe::rows
