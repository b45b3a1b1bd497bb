#include "core/stack/mappings.hpp"

#include <fcntl.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <charconv>
#include <memory>
#include <string_view>

namespace troupe {
namespace {

/// PROCMAP_QUERY, since Linux 6.11 (include/uapi/linux/fs.h); headers may be older.
struct MapQuery {
    std::uint64_t size = sizeof(MapQuery);
    std::uint64_t flags = 0;
    std::uint64_t address = 0;
    std::uint64_t start = 0;
    std::uint64_t end = 0;
    std::uint64_t vma_flags = 0;
    std::uint64_t page_size = 0;
    std::uint64_t offset = 0;
    std::uint64_t inode = 0;
    std::uint32_t device_major = 0;
    std::uint32_t device_minor = 0;
    std::uint32_t name_size = 0;
    std::uint32_t build_id_size = 0;
    std::uint64_t name_address = 0;
    std::uint64_t build_id_address = 0;
};
static_assert(sizeof(MapQuery) == 104);

constexpr unsigned long query_request = _IOWR('f', 17, MapQuery);

constexpr std::size_t longest_name = 4096;

/// A number in hexadecimal, and the character behind it.
std::uint64_t take_number(std::string_view& text) {
    std::uint64_t value = 0;
    const auto read = std::from_chars(text.data(), text.data() + text.size(), value, 16);
    text.remove_prefix(std::min(static_cast<std::size_t>(read.ptr - text.data()) + 1, text.size()));
    return value;
}

void take_word(std::string_view& text) {
    text.remove_prefix(std::min(text.find(' '), text.size()));
    text.remove_prefix(std::min(text.find_first_not_of(' '), text.size()));
}

/// A line of /proc/PID/maps (proc(5)): `START-END PERMISSIONS OFFSET DEVICE INODE NAME`.
Mapping mapping_of(std::string_view line) {
    Mapping mapping;
    mapping.start = take_number(line);
    mapping.end = take_number(line);
    take_word(line);
    mapping.offset = take_number(line);
    take_word(line);
    take_word(line);
    mapping.name = line;
    return mapping;
}

std::string content_of(int fd) {
    std::string text;
    std::array<char, 16384> part{};
    for (;;) {
        const ssize_t got = ::pread(fd, part.data(), part.size(), static_cast<off_t>(text.size()));
        if (got < 0 && errno == EINTR) {
            continue;
        }
        if (got <= 0) {
            return text;
        }
        text.append(part.data(), static_cast<std::size_t>(got));
    }
}

}  // namespace

Mappings::Mappings(int tid) : maps_(::open(("/proc/" + std::to_string(tid) + "/maps").c_str(), O_RDONLY | O_CLOEXEC)) {}

const Mapping* Mappings::at(std::uint64_t address) {
    const auto found = std::ranges::find_if(seen_, [&](const auto& mapping) { return mapping->contains(address); });
    if (found != seen_.end()) {
        return found->get();
    }
    if (has_all_ || !maps_) {
        return nullptr;
    }
    if (auto asked = ask(address)) {
        return seen_.emplace_back(std::make_unique<const Mapping>(*std::move(asked))).get();
    }
    return has_all_ ? at(address) : nullptr;
}

std::optional<Mapping> Mappings::ask(std::uint64_t address) {
    std::array<char, longest_name> name{};
    MapQuery query{.address = address,
                   .name_size = static_cast<std::uint32_t>(name.size()),
                   .name_address = reinterpret_cast<std::uintptr_t>(name.data())};
    if (::ioctl(maps_.get(), query_request, &query) == 0) {
        const std::size_t length = query.name_size == 0 ? 0 : query.name_size - 1;  // it counts the NUL
        return Mapping{query.start, query.end, query.offset, std::string(name.data(), std::min(length, name.size()))};
    }
    if (errno == ENOTTY || errno == EINVAL || errno == ENAMETOOLONG) {
        read_all();
    }
    return std::nullopt;
}

void Mappings::read_all() {
    has_all_ = true;
    const std::string text = content_of(maps_.get());
    for (std::string_view rest = text; !rest.empty();) {
        const std::string_view line = rest.substr(0, rest.find('\n'));
        seen_.push_back(std::make_unique<const Mapping>(mapping_of(line)));
        rest.remove_prefix(std::min(line.size() + 1, rest.size()));
    }
}

}  // namespace troupe
