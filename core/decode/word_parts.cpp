#include <fmt/format.h>

#include "core/decode/constants.hpp"
#include "core/tables/values/process_calls.hpp"
#include "core/tables/values/quotas.hpp"

/// Words that are several values, one beside the other.
namespace troupe {

namespace {

void write_part(Writer& out, const WordPart& part, std::uint64_t bits) {
    if (part.values != nullptr && part.values->rows.empty()) {  // has no names, which is said in every style
        out.number(bits, NumberForm::hex);
        out.comment(part.values->unknown);
    } else if (part.values != nullptr) {
        out.constant(*part.values, bits);
    } else if (part.flags != nullptr) {
        out.flags(*part.flags, bits);
    } else if (!part.shift_name.empty() && part.decimal) {  // as numbers are, in every style
        out.symbol(fmt::format("{}<<{}", bits >> part.shift, part.shift_name), bits, NumberForm::none);
    } else if (!part.shift_name.empty()) {
        out.symbol(fmt::format("{:#x}<<{}", bits >> part.shift, part.shift_name), bits);
    } else {
        out.number(bits, part.decimal ? NumberForm::unsigned_decimal : NumberForm::hex);
    }
}

/// Two values, each in its own words: QCMD(Q_SYNC, USRQUOTA).
template <typename First, typename Second>
void write_pair(Writer& out, Shape shape, std::string_view name, First&& first, Second&& second) {
    out.open(shape, name);
    out.element();
    first();
    out.element();
    second();
    out.close();
}

}  // namespace

void write_word_parts(Writer& out, const WordParts& word, std::uint64_t value) {
    if (word.plain_zero && (value & ~word.parts.back().mask) == 0) {
        out.number(value, NumberForm::hex);
        return;
    }
    if (!word.apart) {
        out.spelled(value, NumberForm::hex);
    }
    out.open(Shape::any_of);
    for (const WordPart& part : word.parts) {
        if (const std::uint64_t bits = value & part.mask; bits != 0 || !part.if_set) {
            out.element();
            write_part(out, part, bits);
        }
    }
    out.close();
}

/// linux/ioprio.h: a class above thirteen bits of data.
void write_io_priority(Writer& out, std::uint64_t priority, NumberForm form) {
    constexpr unsigned class_shift = 13;
    const auto word = static_cast<std::uint32_t>(priority);
    out.spelled(static_cast<std::uint64_t>(static_cast<std::int64_t>(static_cast<std::int32_t>(word))), form);
    write_pair(
        out, Shape::function_in_style, "IOPRIO_PRIO_VALUE", [&] { out.constant(io_priority_classes, word >> class_shift); },
        [&] { out.number(word & ((1u << class_shift) - 1), NumberForm::unsigned_decimal); });
}

/// linux/quota.h: a command above eight bits that say whose quotas are meant.
void write_quota_command(Writer& out, std::uint64_t command) {
    constexpr unsigned command_shift = 8;
    const auto word = static_cast<std::uint32_t>(command);
    out.spelled(word, NumberForm::unsigned_decimal);
    write_pair(
        out, Shape::function, "QCMD", [&] { out.constant(quota_commands, word >> command_shift); },
        [&] { out.constant(quota_types, word & ((1u << command_shift) - 1)); });
}

}  // namespace troupe
