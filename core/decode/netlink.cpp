#include "core/decode/netlink.hpp"

#include <fmt/format.h>
#include <linux/netlink.h>
#include <sys/socket.h>

#include <vector>

#include "core/decode/constants.hpp"
#include "core/decode/structure.hpp"
#include "core/decode/text.hpp"
#include "core/format/numbers.hpp"
#include "core/tables/structs/netlink.hpp"
#include "core/tables/values/netlink.hpp"
#include "core/tables/values/sockets.hpp"

namespace troupe {

namespace {

/// More than a socket takes or gives at once, net.core.wmem_max of most systems.
constexpr std::uint64_t most_copied = std::uint64_t{1} << 20;
/// An answer holds the request, which a program may have made an answer again.
constexpr unsigned most_answers = 2;

constexpr std::size_t message_header = sizeof(nlmsghdr);
constexpr std::uint16_t known_flags = NLM_F_REQUEST | NLM_F_MULTI | NLM_F_ACK | NLM_F_ECHO | NLM_F_DUMP_INTR | NLM_F_DUMP_FILTERED | 0xf00;

/// Whether it is worth a question to the kernel: nearly nothing but messages begins with its length, or with bits that flags have.
bool may_be_message(const nlmsghdr& header, std::uint64_t length) {
    return (header.nlmsg_len >= message_header && header.nlmsg_len <= length) || (header.nlmsg_flags & ~known_flags) == 0;
}

const ValueSet& types_of(const NetlinkContext& context, std::uint16_t type) {
    const bool has_names = type >= NLMSG_MIN_TYPE && context.protocol != nullptr && context.protocol->types != nullptr;
    return has_names ? *context.protocol->types : netlink_control_types;
}

/// NFNL_SUBSYS_QUEUE<<8|NFQNL_MSG_CONFIG
void write_type_with_subsystem(const NetlinkContext& context, std::uint16_t type) {
    constexpr unsigned shift = 8;
    Writer& out = context.decoder.out;
    const std::uint64_t subsystem = type >> shift;
    out.open(Shape::any_of);
    out.element();
    out.symbol(constant_text(*context.protocol->types, subsystem, hex_text(subsystem), context.decoder.call.style.form.constants) + "<<8",
               subsystem << shift, NumberForm::none);
    out.element();
    const std::uint16_t own = type & ((1u << shift) - 1);
    if (const ValueSet* types = subsystem_types(*context.protocol, type)) {
        out.constant(*types, own);
    } else {
        context.decoder.hex_number(own);
    }
    out.close();
}

/// Nothing: the kernel cannot be asked.
std::optional<std::string> generic_family_of(const NetlinkContext& context, std::uint16_t type) {
    const bool is_family = type >= NLMSG_MIN_TYPE && context.protocol != nullptr && context.protocol->number == NETLINK_GENERIC;
    const TraceeSockets* sockets = context.decoder.call.sockets;
    return is_family && sockets != nullptr ? sockets->generic_family_of(type) : std::nullopt;
}

void write_type(const NetlinkContext& context, std::uint16_t type) {
    if (const auto family = generic_family_of(context, type)) {
        if (family->empty()) {
            context.decoder.out.constant(unregistered_generic_families, type);
        } else {
            context.decoder.out.symbol(*family, type);
        }
        return;
    }
    const bool has_subsystem = type >= NLMSG_MIN_TYPE && context.protocol != nullptr && !context.protocol->subsystems.empty();
    if (has_subsystem && name_in(netfilter_batch_types, type).empty()) {
        write_type_with_subsystem(context, type);
    } else {
        context.decoder.out.constant(has_subsystem ? netfilter_batch_types : types_of(context, type), type);
    }
}

void write_header(const NetlinkContext& context, const nlmsghdr& header) {
    const Decoder& decoder = context.decoder;
    decoder.out.open(Shape::structure);
    decoder.out.field("nlmsg_len");
    decoder.unsigned_number(header.nlmsg_len);
    decoder.out.field("nlmsg_type");
    write_type(context, header.nlmsg_type);
    decoder.out.field("nlmsg_flags");
    decoder.out.flags(netlink_flags_of(context.protocol, header.nlmsg_type), header.nlmsg_flags);
    decoder.out.field("nlmsg_seq");
    decoder.unsigned_number(header.nlmsg_seq);
    decoder.out.field("nlmsg_pid");
    decoder.out.process(static_cast<std::int32_t>(header.nlmsg_pid));
    decoder.out.close();
}

void write_message(const NetlinkContext& context, const Part& message);

/// A number below 0 is that of an error.
void write_error_number(Decoder& decoder, std::int32_t error) {
    const ErrnoRow* row = error < 0 ? errno_of(static_cast<std::uint32_t>(-static_cast<std::int64_t>(error))) : nullptr;
    if (row == nullptr) {
        decoder.signed_number(error);
        return;
    }
    decoder.out.symbol(fmt::format("-{}", row->name), static_cast<std::uint64_t>(static_cast<std::int64_t>(error)), NumberForm::decimal);
}

/// NLMSG_ERROR: {error=-EINVAL, msg=the request}, and attributes behind the request (netlink(7), netlink_ack in the kernel).
void write_answer(NetlinkContext context, const nlmsghdr& header, const Part& payload) {
    Decoder& decoder = context.decoder;
    if (payload.size() < sizeof(nlmsgerr) || context.depth >= most_answers) {
        write_part_as_bytes(decoder, payload);
        return;
    }
    if (!payload.has(sizeof(nlmsgerr))) {
        write_unreadable(decoder, payload.address());
        return;
    }
    ++context.depth;
    const auto answer = payload.as<nlmsgerr>();
    const Part request = payload.from(offsetof(nlmsgerr, msg));
    const bool is_capped = (header.nlmsg_flags & NLM_F_CAPPED) != 0;
    const std::uint64_t size = is_capped ? message_header : std::max<std::uint64_t>(answer.msg.nlmsg_len, message_header);
    const Part attributes = request.from(NLMSG_ALIGN(size));
    if (attributes.size() != 0) {
        decoder.out.open(Shape::array);
        decoder.out.element();
    }
    decoder.out.open(Shape::structure);
    decoder.out.field("error");
    write_error_number(decoder, answer.error);
    decoder.out.field("msg");
    write_message(context, request.first(size));
    decoder.out.close();
    if (attributes.size() != 0) {
        decoder.out.element();
        write_attributes(context, attributes, netlink_error_attribute_set);
        decoder.out.close();
    }
}

/// The messages that have the same form in every protocol.
void write_control(const NetlinkContext& context, const nlmsghdr& header, const Part& payload) {
    if (header.nlmsg_type == NLMSG_ERROR) {
        write_answer(context, header, payload);
    } else if (header.nlmsg_type == NLMSG_DONE && payload.size() == sizeof(std::int32_t) && payload.has(sizeof(std::int32_t))) {
        context.decoder.signed_number(payload.as<std::int32_t>());
    } else {
        write_part_as_bytes(context.decoder, payload);
    }
}

const MessageRow* row_of(const NetlinkProtocol& protocol, const nlmsghdr& header, std::uint8_t family, std::uint64_t size) {
    const Sent sent = (header.nlmsg_flags & NLM_F_REQUEST) != 0 ? Sent::request : Sent::answer;
    if (protocol.messages == nullptr) {
        return nullptr;
    }
    const auto row = std::ranges::find_if(*protocol.messages, [&](const MessageRow& known) {
        return known.first <= header.nlmsg_type && header.nlmsg_type <= known.last && (known.family < 0 || known.family == family) &&
               (known.sent == Sent::any || known.sent == sent) && size >= known.least;
    });
    return row == protocol.messages->end() ? nullptr : &*row;
}

/// {family=AF_INET, data="\x01"}
void write_family_and_bytes(Decoder& decoder, const Part& payload) {
    const Part data = payload.from(1);
    decoder.out.open(Shape::structure);
    decoder.out.field("family");
    decoder.out.constant(socket_domains, payload.as<std::uint8_t>());
    if (data.size() != 0) {
        decoder.out.field("data");
        write_part_as_bytes(decoder, data);
    }
    decoder.out.close();
}

/// Opens an element for the structure; what stands behind it is another one.
void write_payload(NetlinkContext context, const nlmsghdr& header, const Part& payload) {
    Decoder& decoder = context.decoder;
    decoder.out.element();
    if (!payload.has(1)) {
        write_unreadable(decoder, payload.address());
        return;
    }
    context.family = payload.as<std::uint8_t>();
    const MessageRow* row = context.protocol == nullptr ? nullptr : row_of(*context.protocol, header, context.family, payload.size());
    if (header.nlmsg_type < NLMSG_MIN_TYPE) {
        write_control(context, header, payload);
    } else if (row != nullptr) {
        const bool is_whole = write_part_as_structure(decoder, *row->header, payload, context.protocol->otherwise != nullptr);
        const std::uint64_t size = NLMSG_ALIGN(std::uint64_t{row->header->on(Abi::x86_64).size});
        const bool is_more = row->attributes != nullptr || row->bytes_behind;
        if (const Part rest = payload.from(size); rest.size() != 0 && is_more && is_whole) {
            decoder.out.element();
            if (row->bytes_behind) {
                write_part_as_bytes(decoder, rest);
            } else {
                write_attributes(context, rest, *row->attributes);
            }
        }
    } else if (context.protocol != nullptr && context.protocol->otherwise != nullptr) {
        write_family_and_bytes(decoder, payload);
    } else {
        write_part_as_bytes(decoder, payload);
    }
}

/// The header alone, or [{header}, what stands behind it].
void write_message(const NetlinkContext& context, const Part& message) {
    const auto header = message.as<nlmsghdr>();
    const Part payload = message.from(message_header);
    if (payload.size() == 0) {
        write_header(context, header);
        return;
    }
    context.decoder.out.open(Shape::array);
    context.decoder.out.element();
    write_header(context, header);
    write_payload(context, header, payload);
    context.decoder.out.close();
}

std::uint64_t message_length(const Part& part) { return part.as<nlmsghdr>().nlmsg_len; }

std::optional<NetlinkSocket> netlink_of_first_argument(const Decoder& decoder) {
    const CallView& call = decoder.call;
    return call.sockets == nullptr ? std::nullopt : call.sockets->netlink_of(call.pid, static_cast<std::int32_t>(decoder.argument(0)));
}

}  // namespace

std::uint64_t needed_to_show(const Decoder& decoder, const Part& part) {
    return std::min<std::uint64_t>(part.size(), std::uint64_t{decoder.string_limit()} + 1);
}

void write_part_as_bytes(Decoder& decoder, const Part& part) {
    const std::uint64_t shown = std::min<std::uint64_t>(part.size(), decoder.string_limit());
    if (!part.has(needed_to_show(decoder, part))) {
        write_unreadable(decoder, part.address());
        return;
    }
    decoder.out.bytes({reinterpret_cast<const char*>(part.bytes().data()), shown}, BytesForm::hex, part.size() > shown);
}

bool write_part_as_structure(Decoder& decoder, const StructLayout& layout, const Part& part, bool has_family) {
    // The same on every ABI.
    const AbiLayout& fields = layout.on(Abi::x86_64);
    const StructureBytes structure(fields, part.bytes());
    if (part.has(fields.size)) {
        write_structure_value(decoder, layout, structure);
        return true;
    }
    const PlacedField& first = fields.fields.front();
    if (!part.has(first.bytes) || (!has_family && part.size() >= fields.size)) {
        write_unreadable(decoder, part.address());
        return false;
    }
    decoder.out.open(Shape::structure);
    write_field(decoder, first, structure);
    if (part.size() < fields.size) {
        decoder.out.close(End::cut);
        return false;
    }
    decoder.out.unnamed_field({});
    write_unreadable(decoder, part.address() + first.bytes);
    decoder.out.close();
    return false;
}

std::optional<NetlinkSocket> netlink_of_message(Decoder& decoder) {
    std::uint16_t family = 0;
    const StructureBytes* header = decoder.structure;
    if (header == nullptr || header->value("msg_namelen") < sizeof(family) ||
        !decoder.memory().read_object(header->value("msg_name"), family) || family != AF_NETLINK) {
        return std::nullopt;
    }
    return netlink_of_first_argument(decoder).value_or(NetlinkSocket{});
}

void write_netlink_messages(Decoder& decoder, std::uint64_t address, std::uint64_t length, const NetlinkSocket& socket) {
    const NetlinkContext context{decoder, socket.protocol ? netlink_protocol(*socket.protocol) : nullptr};
    if (address == 0 || (context.protocol != nullptr && context.protocol->is_text)) {
        write_bytes(decoder, address, length);
        return;
    }
    std::vector<std::byte> copy(std::min(length, most_copied));
    copy.resize(decoder.memory().read(address, copy));
    const Part all(address, std::min(length, most_copied), copy);
    write_run(decoder, all, {message_header, message_length}, [&](const Part& message) { write_message(context, message); });
}

void write_socket_bytes(Decoder& decoder, std::uint64_t address, std::uint64_t length) {
    nlmsghdr header{};
    const bool is_asked = decoder.call.sockets != nullptr && decoder.looks_behind() && address != 0;
    // What the kernel sends is never shorter than a message.
    const bool may_be_part = length != 0 && length < message_header && !decoder.at_exit;
    if (is_asked &&
        (may_be_part || (length >= message_header && decoder.memory().read_object(address, header) && may_be_message(header, length)))) {
        if (const auto socket = netlink_of_first_argument(decoder)) {
            write_netlink_messages(decoder, address, length, *socket);
            return;
        }
    }
    write_bytes(decoder, address, length);
}

}  // namespace troupe
