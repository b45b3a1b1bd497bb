// -e read= and -e write=: all the bytes of a call, in the layout that strace gives them, for the sake of programs that parse it.

#include "troupe/core/data_dump.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

#include "core/format/numbers.hpp"
#include "core/format/whole_bytes.hpp"
#include "troupe/core/syscalls.hpp"

namespace troupe {
namespace {

enum class Direction : std::uint8_t { read, written };

/// Where the bytes of a call are.
enum class Place : std::uint8_t {
    buffer,    ///< at the second argument; the third is its length
    vector,    ///< the second is an array of struct iovec; the third counts them
    message,   ///< a struct msghdr at the second
    messages,  ///< an array of struct mmsghdr at the second; the third counts them
};

struct DumpedCall {
    std::string_view name;
    Direction direction;
    Place place;
};

constexpr std::array<DumpedCall, 24> dumped_calls = {{{"read", Direction::read, Place::buffer},
                                                      {"pread64", Direction::read, Place::buffer},
                                                      {"recv", Direction::read, Place::buffer},
                                                      {"recvfrom", Direction::read, Place::buffer},
                                                      {"mq_timedreceive", Direction::read, Place::buffer},
                                                      {"mq_timedreceive_time64", Direction::read, Place::buffer},
                                                      {"readv", Direction::read, Place::vector},
                                                      {"preadv", Direction::read, Place::vector},
                                                      {"preadv2", Direction::read, Place::vector},
                                                      {"recvmsg", Direction::read, Place::message},
                                                      {"recvmmsg", Direction::read, Place::messages},
                                                      {"recvmmsg_time64", Direction::read, Place::messages},
                                                      {"write", Direction::written, Place::buffer},
                                                      {"pwrite64", Direction::written, Place::buffer},
                                                      {"send", Direction::written, Place::buffer},
                                                      {"sendto", Direction::written, Place::buffer},
                                                      {"mq_timedsend", Direction::written, Place::buffer},
                                                      {"mq_timedsend_time64", Direction::written, Place::buffer},
                                                      {"writev", Direction::written, Place::vector},
                                                      {"pwritev", Direction::written, Place::vector},
                                                      {"pwritev2", Direction::written, Place::vector},
                                                      {"vmsplice", Direction::written, Place::vector},
                                                      {"sendmsg", Direction::written, Place::message},
                                                      {"sendmmsg", Direction::written, Place::messages}}};

const DumpedCall* dumped_call(SyscallId call) {
    const SyscallRow* row = row_of(call);
    const auto* found = row == nullptr ? dumped_calls.end() : std::ranges::find(dumped_calls, row->name, &DumpedCall::name);
    return found == dumped_calls.end() ? nullptr : found;
}

constexpr std::uint64_t all_of_it = ~std::uint64_t{0};
constexpr std::size_t bytes_a_line = 16;

void append_line(std::string& out, std::size_t offset, std::size_t digits, std::string_view bytes) {
    constexpr std::string_view hexadecimal = "0123456789abcdef";
    std::string number;
    append_number(number, offset, 16);
    out.append(" | ").append(digits - std::min(digits, number.size()), '0').append(number).append("  ");
    std::string characters;
    for (std::size_t i = 0; i < bytes_a_line; ++i) {
        out += i == bytes_a_line / 2 ? " " : "";
        if (i >= bytes.size()) {
            out += "   ";
            characters += ' ';
            continue;
        }
        const auto byte = static_cast<unsigned char>(bytes[i]);
        out += hexadecimal[byte / 16];
        out += hexadecimal[byte % 16];
        out += ' ';
        characters += byte >= ' ' && byte < 0x7f ? bytes[i] : '.';
    }
    out.append(" ").append(characters).append(" |\n");
}

/// The offsets are of one width, which is that of the last.
void append_lines(std::string& out, std::string_view bytes) {
    constexpr std::size_t least_digits = 5;
    std::string last;
    append_number(last, (bytes.size() - 1) / bytes_a_line * bytes_a_line, 16);
    for (std::size_t offset = 0; offset < bytes.size(); offset += bytes_a_line) {
        append_line(out, offset, std::max(least_digits, last.size()), bytes.substr(offset, bytes_a_line));
    }
}

/// The bytes at the memory of one call.
class Dump {
 public:
    Dump(SyscallId call, Memory& memory, std::string& out) : memory_(memory), word_(facts_of(call.abi).word_size), out_(out) {}

    void buffer(std::uint64_t address, std::uint64_t length) {
        if (const auto bytes = read_whole(memory_, address, length); bytes && !bytes->empty()) {
            append_lines(out_, *bytes);
        }
    }
    /// `count` buffers, of which `length` bytes count. An empty one is the last.
    void vector(std::uint64_t address, std::uint64_t count, std::uint64_t length) {
        constexpr std::uint64_t most = 1 << 20;
        const auto words = read_whole(memory_, address, std::min(count, most) * 2 * word_);
        if (count > most || !words) {
            return;
        }
        for (std::size_t index = 0; index < count; ++index) {
            const std::uint64_t used = std::min(word_at(*words, 2 * index + 1), length);
            if (used == 0) {
                return;
            }
            length -= length == all_of_it ? 0 : used;
            out_ += " * ";
            append_unsigned(out_, used);
            out_ += " bytes in buffer ";
            append_unsigned(out_, index);
            out_ += '\n';
            buffer(word_at(*words, 2 * index), used);
        }
    }
    void message(std::uint64_t address, std::uint64_t length) {
        if (const auto vectors = vectors_of(address)) {
            vector(vectors->address, vectors->count, length);
        }
    }
    /// Each tells how much of it went.
    void messages(std::uint64_t address, std::uint64_t count) {
        for (std::uint64_t index = 0; index < count; ++index, address += size_of_header() + word_) {
            std::uint32_t length = 0;
            const auto vectors = vectors_of(address);
            if (!vectors || !memory_.read_object(address + size_of_header(), length)) {
                return;
            }
            out_ += " = ";
            append_unsigned(out_, vectors->count);
            out_ += " buffers in vector ";
            append_unsigned(out_, index);
            out_ += '\n';
            vector(vectors->address, vectors->count, length);
        }
    }

 private:
    struct Vectors {
        std::uint64_t address;
        std::uint64_t count;
    };
    /// struct msghdr: of seven members, the third and the fourth.
    [[nodiscard]] std::optional<Vectors> vectors_of(std::uint64_t address) const {
        const auto header = read_whole(memory_, address, size_of_header());
        return header ? std::optional(Vectors{word_at(*header, 2), word_at(*header, 3)}) : std::nullopt;
    }
    [[nodiscard]] std::size_t size_of_header() const { return 7 * word_; }

    [[nodiscard]] std::uint64_t word_at(std::string_view bytes, std::size_t index) const {
        std::uint64_t word = 0;
        std::ranges::copy(bytes.substr(index * word_, word_), reinterpret_cast<char*>(&word));
        return word;
    }

    Memory& memory_;
    std::size_t word_;
    std::string& out_;
};

}  // namespace

void append_dump(SyscallId call, const Shown& shown, Memory& memory, const DumpedDescriptors& dumped, std::string& out) {
    const DumpedCall* known = dumped_call(call);
    const auto fd = static_cast<int>(shown.args[0]);
    if (known == nullptr || fd < 0) {
        return;
    }
    const bool is_read = known->direction == Direction::read;
    if ((is_read && shown.error != 0) || !(is_read ? dumped.read : dumped.written).contains(fd)) {
        return;
    }
    const auto result = static_cast<std::uint64_t>(shown.result);
    const std::uint64_t address = shown.args[1];
    const std::uint64_t size = shown.args[2];
    Dump dump(call, memory, out);
    switch (known->place) {
        case Place::buffer:
            return dump.buffer(address, is_read ? result : size);
        case Place::vector:
            return dump.vector(address, size, is_read ? result : all_of_it);
        case Place::message:
            return dump.message(address, is_read ? result : all_of_it);
        case Place::messages:
            return dump.messages(address, shown.error == 0 ? std::min<std::uint64_t>(result, static_cast<std::uint32_t>(size))
                                                           : static_cast<std::uint32_t>(size));
    }
}

}  // namespace troupe
