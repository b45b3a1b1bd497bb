#include <poll.h>

#include <algorithm>

#include "core/decode/array.hpp"
#include "core/decode/list.hpp"
#include "core/tables/flags/events.hpp"

namespace troupe {

namespace {

/// The kernel's `int nfds` bounds what can be ready.
constexpr std::uint64_t most_polled = 65536;

/// What became ready is told in numbers: what they stand for has been told.
void write_polled(Decoder& decoder, int fd, std::string_view name, short events, bool is_told) {
    decoder.out.open(Shape::structure);
    decoder.out.field("fd");
    if (is_told) {
        decoder.signed_number(fd);
    } else {
        decoder.out.descriptor(fd);
    }
    if (fd >= 0) {
        decoder.out.field(name);
        decoder.out.flags(poll_events, static_cast<unsigned short>(events));
    }
    decoder.out.close();
}

}  // namespace

void write_pollfds(Decoder& decoder, std::uint64_t address, std::uint64_t count) {
    if (!may_look_behind(decoder, address)) {
        return;
    }
    pollfd entry{};
    write_counted_list(
        decoder, address, count & 0xffffffff, sizeof(pollfd),
        [&](std::uint64_t where) { return decoder.memory().read_object(where, entry); },
        [&] { write_polled(decoder, entry.fd, "events", entry.events, false); });
}

void write_ready_pollfds(Decoder& decoder, std::uint64_t address, std::uint64_t count) {
    count = std::min<std::uint64_t>(count & 0xffffffff, most_polled);
    pollfd entry{};
    std::uint64_t looked_at = 0, shown = 0;
    const auto next = [&] {
        while (looked_at < count && decoder.memory().read_object(address + looked_at++ * sizeof(pollfd), entry)) {
            if (entry.fd >= 0 && entry.revents != 0) {
                return shown++ < decoder.element_limit() ? Next::element : Next::more_than_shown;
            }
        }
        return Next::end;
    };
    write_read_list(decoder, next, [&] { write_polled(decoder, entry.fd, "revents", entry.revents, true); });
}

}  // namespace troupe
