#include <poll.h>

#include <algorithm>

#include "core/decode/array.hpp"
#include "core/decode/list.hpp"
#include "core/tables/flags/events.hpp"

namespace troupe {

namespace {

/// The kernel's `int nfds` bounds what can be ready.
constexpr std::uint64_t most_polled = 65536;

void write_polled(Decoder& decoder, int fd, std::string_view name, short events) {
    decoder.out.open(Shape::structure);
    decoder.out.field("fd");
    decoder.out.descriptor(fd);
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
        [&] { write_polled(decoder, entry.fd, "events", entry.events); });
}

void write_ready_pollfds(Decoder& decoder, std::uint64_t address, std::uint64_t count) {
    count = std::min<std::uint64_t>(count & 0xffffffff, most_polled);
    decoder.out.open(Shape::array);
    std::uint64_t shown = 0;
    for (std::uint64_t i = 0; i < count; ++i) {
        pollfd entry{};
        if (!decoder.memory().read_object(address + i * sizeof(pollfd), entry)) {
            break;
        }
        if (entry.fd < 0 || entry.revents == 0) {
            continue;
        }
        if (shown >= decoder.element_limit()) {
            decoder.out.close(End::cut);
            return;
        }
        decoder.out.element();
        write_polled(decoder, entry.fd, "revents", entry.revents);
        ++shown;
    }
    decoder.out.close();
}

}  // namespace troupe
