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
    if (fd >= 0 || is_told) {
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

namespace {

/// The next of them in which something happened, or that cannot be read.
class ReadyPollfds {
 public:
    ReadyPollfds(Decoder& decoder, std::uint64_t address, std::uint64_t count)
        : decoder_(decoder), address_(address), count_(std::min<std::uint64_t>(count & 0xffffffff, most_polled)) {}

    [[nodiscard]] bool next() {
        for (; number_ < count_ && !is_unreadable_; ++number_) {
            is_unreadable_ = !decoder_.memory().read_object(place(), entry_);
            if (is_unreadable_) {
                return true;
            }
            if (entry_.revents != 0) {
                ++number_;
                return true;
            }
        }
        return false;
    }
    void write() const {
        if (is_unreadable_) {
            write_unreadable(decoder_, place());
        } else {
            write_polled(decoder_, entry_.fd, "revents", entry_.revents, true);
        }
    }

 private:
    [[nodiscard]] std::uint64_t place() const { return address_ + number_ * sizeof(pollfd); }

    Decoder& decoder_;
    const std::uint64_t address_;
    const std::uint64_t count_;
    std::uint64_t number_ = 0;
    bool is_unreadable_ = false;
    pollfd entry_{};
};

}  // namespace

bool has_ready_pollfds(Decoder& decoder, std::uint64_t address, std::uint64_t count) {
    return ReadyPollfds(decoder, address, count).next();
}

void write_ready_pollfds(Decoder& decoder, std::uint64_t address, std::uint64_t count) {
    ReadyPollfds ready(decoder, address, count);
    std::uint64_t shown = 0;
    const auto next = [&] {
        if (!ready.next()) {
            return Next::end;
        }
        return shown++ < decoder.element_limit() ? Next::element : Next::more_than_shown;
    };
    write_read_list(decoder, next, [&] { ready.write(); });
}

}  // namespace troupe
