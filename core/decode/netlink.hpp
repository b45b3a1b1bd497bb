#pragma once

#include <algorithm>
#include <cstdint>
#include <cstring>
#include <optional>
#include <span>

#include "core/decode/decoder.hpp"
#include "core/tables/netlink/message.hpp"
#include "troupe/core/tracee_sockets.hpp"

/// Messages of netlink, as the rows of core/tables/netlink say. A tracee says how long each part is, and may lie: no part is longer than
/// what it lies in, and every step goes on by a header at least.
namespace troupe {

/// A part of the tracee's memory, which was copied once: what is not in the copy could not be read.
class Part {
 public:
    Part(std::uint64_t address, std::uint64_t size, std::span<const std::byte> copied)
        : address_(address), size_(size), copied_(copied.first(std::min<std::uint64_t>(size, copied.size()))) {}

    [[nodiscard]] std::uint64_t address() const { return address_; }
    /// As the tracee says, but no more than what it lies in.
    [[nodiscard]] std::uint64_t size() const { return size_; }
    /// Whether so many bytes of it were read.
    [[nodiscard]] bool has(std::uint64_t bytes) const { return bytes <= copied_.size(); }
    [[nodiscard]] std::span<const std::byte> bytes() const { return copied_; }
    [[nodiscard]] Part first(std::uint64_t bytes) const { return {address_, std::min(bytes, size_), copied_}; }
    [[nodiscard]] Part from(std::uint64_t offset) const {
        const std::uint64_t skipped = std::min(offset, size_);
        return {address_ + skipped, size_ - skipped, copied_.subspan(std::min<std::uint64_t>(skipped, copied_.size()))};
    }
    /// The object at its begin; `has(sizeof(T))` must be true.
    template <typename T>
    [[nodiscard]] T as() const {
        T object{};
        std::memcpy(&object, copied_.data(), std::min(sizeof(T), copied_.size()));
        return object;
    }

 private:
    std::uint64_t address_;
    std::uint64_t size_;
    std::span<const std::byte> copied_;
};

/// What is known of the message whose parts are being written.
struct NetlinkContext {
    Decoder& decoder;
    const NetlinkProtocol* protocol = nullptr;
    std::uint8_t family = 0;  ///< the first byte behind its header: what addresses are of
    unsigned depth = 0;       ///< of attributes in attributes, and of messages in answers
};

/// `length` bytes that go through the socket of the first argument: messages where that is one of netlink, else text.
void write_socket_bytes(Decoder& decoder, std::uint64_t address, std::uint64_t length);
/// Of the header of a message that is being written: its socket, where its address is one of netlink (netlink(7)).
[[nodiscard]] std::optional<NetlinkSocket> netlink_of_message(Decoder& decoder);
/// What is known to be netlink.
void write_netlink_messages(Decoder& decoder, std::uint64_t address, std::uint64_t length, const NetlinkSocket& socket);

/// The attributes that fill a part.
void write_attributes(const NetlinkContext& context, const Part& part, const AttributeSet& set);
/// A structure of an older kernel is shorter, and has fewer fields.
void write_structure_of(Decoder& decoder, const StructLayout& layout, const Part& data);
/// What a request about sockets filters by: {code=…, yes=4, no=8}, and what it compares with as another element.
void write_bytecode(Decoder& decoder, const Part& data);
/// The address of a socket, in as much room as any has.
void write_socket_address(Decoder& decoder, const Part& address);
/// struct tcp_diag_md5sig
void write_signature_key(Decoder& decoder, const Part& data);
/// struct inet_diag_sockopt, and what stands behind it as another element.
void write_socket_options(Decoder& decoder, const Part& data);
/// How much of it has to be there to be shown as bytes: one more than are shown tells whether there are more.
[[nodiscard]] std::uint64_t needed_to_show(const Decoder& decoder, const Part& part);
/// "\x01\x02"
void write_part_as_bytes(Decoder& decoder, const Part& part);
/// {a=1, b=2}; what is short, or cannot be read as a whole, ends behind its first field, where that is a family, which is
/// read before all else. Whether it is all there.
bool write_part_as_structure(Decoder& decoder, const StructLayout& layout, const Part& part, bool has_family);

/// What stands one behind the other, each beginning with its length: `[a, b]`, and one alone without brackets.
struct Run {
    std::size_t header = 0;                     ///< bytes of the smallest one
    std::uint64_t (*length)(const Part& part);  ///< as it says itself
};
template <typename Write>
void write_run(Decoder& decoder, Part rest, const Run& run, Write&& write) {
    constexpr std::uint64_t alignment = 4;  // NLMSG_ALIGNTO, NLA_ALIGNTO, RTNH_ALIGNTO
    const std::uint64_t limit = decoder.element_limit();
    for (std::uint64_t number = 0;; ++number) {
        const bool is_whole = rest.size() >= run.header;
        const bool is_there = rest.has(is_whole ? run.header : rest.size());
        if (number == 0 && !is_there) {
            write_unreadable(decoder, rest.address());
            return;
        }
        if (limit == 0) {  // -s 0: whether there is one or more of them is not known then
            decoder.out.symbol("...", 0, NumberForm::none);
            return;
        }
        const std::uint64_t said = is_whole && is_there ? run.length(rest) : 0;
        const std::uint64_t next = (said + alignment - 1) / alignment * alignment;
        const bool is_last = said < run.header || next >= rest.size();
        if (number == 0 && !is_last) {
            decoder.out.open(Shape::array);
        }
        if (number >= limit) {
            decoder.out.close(End::cut);
            return;
        }
        if (!is_there && is_whole) {
            decoder.out.close(End::unreadable, rest.address());
            return;
        }
        const bool is_list = number != 0 || !is_last;
        if (is_list) {
            decoder.out.element();
        }
        if (is_whole) {
            write(rest.first(std::max<std::uint64_t>(said, run.header)));
        } else {
            write_part_as_bytes(decoder, rest);
        }
        if (is_last) {
            if (is_list) {
                decoder.out.close();
            }
            return;
        }
        rest = rest.from(next);
    }
}

}  // namespace troupe
