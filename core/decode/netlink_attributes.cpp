#include <linux/netlink.h>
#include <linux/rtnetlink.h>
#include <sys/socket.h>

#include <algorithm>
#include <array>

#include "core/decode/constants.hpp"
#include "core/decode/netlink_values.hpp"
#include "core/decode/text.hpp"
#include "core/tables/structs/route.hpp"

/// Attributes of netlink messages: [{nla_len=8, nla_type=IFLA_MTU}, 1500].
namespace troupe {

namespace {

/// Rows nest no deeper, but next hops of routes have routes' attributes again.
constexpr unsigned most_nested = 4;

constexpr std::size_t header_size = sizeof(nlattr);
std::uint64_t attribute_length(const Part& part) { return part.as<nlattr>().nla_len; }
std::uint64_t next_hop_length(const Part& part) { return part.as<rtnexthop>().rtnh_len; }

/// NLA_F_NESTED|IFLA_AF_SPEC
void write_type(Decoder& decoder, std::uint16_t type, const AttributeSet& set) {
    struct Flag {
        std::uint16_t bit;
        std::string_view name;
    };
    constexpr std::array flags{Flag{NLA_F_NESTED, "NLA_F_NESTED"}, Flag{NLA_F_NET_BYTEORDER, "NLA_F_NET_BYTEORDER"}};
    Writer& out = decoder.out;
    const auto number = static_cast<std::uint16_t>(type & NLA_TYPE_MASK);
    const bool has_flags = number != type;
    if (has_flags) {
        out.open(Shape::any_of);
        for (const auto& [bit, name] : flags) {
            if ((type & bit) != 0) {
                out.element();
                out.symbol(name, bit);
            }
        }
        out.element();
    }
    if (set.types == nullptr) {
        decoder.hex_number(number);
    } else {
        out.constant(*set.types, number);
    }
    if (has_flags) {
        out.close();
    }
}

void write_header(Decoder& decoder, const nlattr& header, const AttributeSet& set) {
    decoder.out.open(Shape::structure);
    decoder.out.field("nla_len");
    decoder.unsigned_number(header.nla_len);
    decoder.out.field("nla_type");
    write_type(decoder, header.nla_type, set);
    decoder.out.close();
}

void write_next_hop(NetlinkContext context, const Part& hop, const AttributeSet& set) {
    Decoder& decoder = context.decoder;
    const Part attributes = hop.from(sizeof(rtnexthop));
    if (attributes.size() == 0) {
        write_structure_of(decoder, next_hop_of_route_layout, hop);
        return;
    }
    decoder.out.open(Shape::array);
    decoder.out.element();
    write_structure_of(decoder, next_hop_of_route_layout, hop);
    decoder.out.element();
    write_attributes(context, attributes, set);
    decoder.out.close();
}

/// The texts of attributes that say what others carry: IFLA_INFO_KIND. None of them is longer than the kernel's names.
class Keys {
 public:
    void keep(std::uint16_t type, const Part& data) {
        const std::string_view text = as_text(data.bytes());
        kept_[1] = kept_[0];
        kept_[0] = {type, text.substr(0, text.find('\0'))};
    }
    [[nodiscard]] bool has(std::uint16_t type, std::string_view text) const {
        const auto last = std::ranges::find(kept_, type, &Key::type);
        return last != kept_.end() && last->text == text;
    }

 private:
    struct Key {
        std::uint16_t type = 0;
        std::string_view text{};
    };
    std::array<Key, 2> kept_{};
};

const AttributeRow* row_of(const NetlinkContext& context, const AttributeSet& set, std::uint16_t type, std::uint64_t size,
                           const Keys& keys) {
    const auto row = std::ranges::find_if(set.rows, [&](const AttributeRow& known) {
        return known.type == type && (known.most == 0 || size <= known.most) && (known.family < 0 || known.family == context.family) &&
               (known.chosen.empty() || keys.has(known.key, known.chosen));
    });
    return row == set.rows.end() ? nullptr : &*row;
}

/// What stands behind its structure follows it in the same list.
void write_structure_and_more(const NetlinkContext& context, const AttributeRow& row, const Part& data) {
    write_structure_of(context.decoder, *row.kind.layout, data);
    const Part rest = data.from(NLA_ALIGN(row.kind.layout->on(Abi::x86_64).size));
    if (rest.size() == 0) {
        return;
    }
    context.decoder.out.element();
    if (row.inner != nullptr) {
        write_attributes(context, rest, *row.inner);
    } else {
        write_part_as_bytes(context.decoder, rest);
    }
}

void write_data(NetlinkContext context, const AttributeRow* row, const Part& data) {
    const bool is_address = row != nullptr && row->carries == Carries::address;
    const bool is_unknown =
        row == nullptr || (is_address && context.family != AF_INET && context.family != AF_INET6) || data.size() > most_of(*row);
    if (is_unknown || data.size() < least_of(context, *row)) {
        write_part_as_bytes(context.decoder, data);
        return;
    }
    const bool nests =
        row->carries == Carries::attributes || row->carries == Carries::next_hops || row->carries == Carries::structure_and_more;
    if (nests && context.depth >= most_nested) {
        write_part_as_bytes(context.decoder, data);
        return;
    }
    ++context.depth;
    if (row->carries == Carries::attributes) {
        write_attributes(context, data, *row->inner);
    } else if (row->carries == Carries::next_hops) {
        write_run(context.decoder, data, {sizeof(rtnexthop), next_hop_length},
                  [&](const Part& hop) { write_next_hop(context, hop, *row->inner); });
    } else if (row->carries == Carries::text) {
        write_attribute_text(context.decoder, data);
    } else if (row->carries == Carries::word) {
        write_attribute_word(context.decoder, data);
    } else if (!data.has(needed_of(context, *row, data))) {
        write_unreadable(context.decoder, data.address());
    } else if (row->carries == Carries::structure_and_more) {
        write_structure_and_more(context, *row, data);
    } else {
        write_attribute_value(context, *row, data);
    }
}

void write_attribute(const NetlinkContext& context, const Part& attribute, const AttributeSet& set, Keys& keys) {
    Decoder& decoder = context.decoder;
    const auto header = attribute.as<nlattr>();
    const Part data = attribute.from(header_size);
    if (data.size() == 0) {
        write_header(decoder, header, set);
        return;
    }
    decoder.out.open(Shape::array);
    decoder.out.element();
    write_header(decoder, header, set);
    decoder.out.element();
    const std::uint16_t type = header.nla_type & NLA_TYPE_MASK;
    const AttributeRow* row = row_of(context, set, type, data.size(), keys);
    write_data(context, row, data);
    decoder.out.close();
    if (row != nullptr && row->carries == Carries::word) {
        keys.keep(type, data);
    }
}

}  // namespace

void write_attributes(const NetlinkContext& context, const Part& part, const AttributeSet& set) {
    Keys keys;
    write_run(context.decoder, part, {header_size, attribute_length},
              [&](const Part& attribute) { write_attribute(context, attribute, set, keys); });
}

}  // namespace troupe
