#include <span>
#include <string>
#include <string_view>
#include <utility>

#include "lua/decoding.hpp"
#include "lua/flat_call.hpp"
#include "troupe/core/argument_reading.hpp"
#include "troupe/core/constants.hpp"

// What scripts are shown of arguments (flat_call.hpp says what flat functions are).
namespace troupe::lua {
namespace {

/// Text that stays until the next call of such a function.
const char* lend(Border& here, std::string text, std::size_t* length) {
    here.text = std::move(text);
    *length = here.text.size();
    return here.text.c_str();
}

}  // namespace

namespace abi {
extern "C" {

const struct troupe_values* troupe_decode(std::size_t string_limit) {
    return flat([=](Border& here) -> const troupe_values* {
        if (!decode_arguments(here, string_limit)) return nullptr;
        here.decoded = {here.values.values().data(), here.values.texts(), here.values.values().size()};
        return &here.decoded;
    });
}

const char* troupe_flag_names(const void* set, kernel_ulong_t* bits, std::size_t* length) {
    return flat([=](Border& here) {
        const auto& flags = *static_cast<const FlagSet*>(set);
        *bits = flags.is_long ? *bits : static_cast<std::uint32_t>(*bits);
        return lend(here, joined_names(flags, *bits), length);
    });
}

const char* troupe_flags_known(const void* set, std::size_t* length) {
    return flat([=](Border& here) {
        const auto& flags = *static_cast<const FlagSet*>(set);
        std::string names;
        const auto list = [&](std::span<const NamedConstant> rows) {
            for (const NamedConstant& row : rows) names += (names.empty() ? "" : ", ") + std::string(row.name);
        };
        if (flags.values != nullptr) list(flags.values->rows);
        list(flags.rows);
        return lend(here, std::move(names), length);
    });
}

bool troupe_flag_named(const void* set, const char* name, std::size_t length, kernel_ulong_t* value, kernel_ulong_t* mask) {
    return flat([=](Border&) {
        const auto found = constant_named({.tag = Tag::flags, .flag_set = static_cast<const FlagSet*>(set)}, {name, length});
        if (found) {
            *value = found->value;
            *mask = found->mask;
        }
        return found.has_value();
    });
}

const char* troupe_name_of_value(const void* kind, kernel_ulong_t value, std::size_t* length) {
    return flat([=](Border&) -> const char* {
        const ValueSet* set = static_cast<const Kind*>(kind)->value_set;
        const std::string_view name =
            set != nullptr ? name_in(*set, set->is_long ? value : static_cast<std::uint32_t>(value)) : std::string_view{};
        *length = name.size();
        return name.empty() ? nullptr : name.data();
    });
}

}  // extern "C"
}  // namespace abi
}  // namespace troupe::lua
