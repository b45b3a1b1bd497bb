#include "core/decode/readiness.hpp"

#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

#include "core/decode/array.hpp"
#include "core/decode/structure.hpp"

/// What the calls that wait for descriptors tell by what they write back.
namespace troupe {

namespace {

const Argument* find_tag(const Signature& signature, Tag tag, std::size_t& index) {
    for (; index < signature.count; ++index) {
        if (signature.arguments[index].kind.tag == tag) {
            return &signature.arguments[index];
        }
    }
    return nullptr;
}

void write_timeout(Decoder& decoder) {
    decoder.out.open(Shape::meaning, "Timeout");
    decoder.out.close();
}

/// The sets of a select in which descriptors became ready.
struct ReadySets {
    struct Set {
        std::string_view name;
        std::vector<std::uint32_t> members{};
    };
    std::array<Set, 3> sets{{{"in"}, {"out"}, {"except"}}};
};

/// No more descriptors than the result says. They are looked at even where structures are not to be.
ReadySets ready_sets(Decoder& decoder, const Signature& signature) {
    ReadySets ready;
    std::size_t index = 0;
    std::uint64_t left = decoder.count_returned();
    for (ReadySets::Set& set : ready.sets) {
        const Argument* argument = find_tag(signature, Tag::fd_set, index);
        if (argument == nullptr) {
            break;
        }
        const std::uint64_t address = decoder.argument(index);
        if (address != 0) {
            (void)read_fd_set(decoder, address, length_of(decoder, argument->kind.length), set.members);
        }
        set.members.resize(std::min<std::uint64_t>(set.members.size(), left));
        left -= set.members.size();
        ++index;
    }
    return ready;
}

/// The time-out of a call that waits: Linux writes back what is left of it.
const Argument* timeout_of(Decoder& decoder, const Signature& signature, std::size_t& index) {
    const Argument* timeout = find_tag(signature, Tag::structure, index);
    return timeout != nullptr && decoder.argument(index) != 0 ? timeout : nullptr;
}

void write_time_left(Decoder& decoder, const Argument* timeout, std::size_t index) {
    if (timeout != nullptr) {
        decoder.out.field("left", Named::yes);
        write_structure(decoder, timeout->kind, decoder.argument(index));
    }
}

}  // namespace

void write_readiness(Decoder& decoder, const Signature& signature) {
    std::size_t index = 0, set_index = 0, messages_index = 0, timeout_index = 0;
    const Argument* polled = find_tag(signature, Tag::pollfds, index);
    const bool selects = find_tag(signature, Tag::fd_set, set_index) != nullptr;
    const bool has_messages = find_tag(signature, Tag::received_messages, messages_index) != nullptr;
    if (polled == nullptr && !selects && !has_messages) {
        return;
    }
    if (decoder.call.shown.result == 0) {
        write_timeout(decoder);
        return;
    }
    const Argument* timeout = timeout_of(decoder, signature, timeout_index);
    const bool has_polled = polled != nullptr && decoder.looks_behind() && decoder.argument(index) != 0;
    const std::uint64_t polled_count = has_polled ? length_of(decoder, polled->kind.length) : 0;
    const bool has_ready = has_polled && has_ready_pollfds(decoder, decoder.argument(index), polled_count);
    const bool has_time =
        timeout != nullptr && (selects || (decoder.looks_behind() && (polled == nullptr || decoder.argument(index) != 0)));
    if (!has_ready && !has_time && !selects) {
        return;
    }
    decoder.out.open(Shape::readiness);
    if (has_ready) {
        decoder.out.field("ready");
        write_ready_pollfds(decoder, decoder.argument(index), polled_count);
    }
    for (const ReadySets::Set& set : ready_sets(decoder, signature).sets) {
        if (!set.members.empty()) {
            decoder.out.field(set.name, Named::yes);
            write_members(decoder, set.members);
        }
    }
    write_time_left(decoder, has_time ? timeout : nullptr, timeout_index);
    decoder.out.close();
}

}  // namespace troupe
