#pragma once

#include <cstddef>
#include <cstdint>

#include "core/decode/decoder.hpp"

/// The one loop that writes `[a, b, ...]`.
namespace troupe {

/// What a look at the next element gave.
enum class Next : std::uint8_t { element, end, more_than_shown, unreadable };

/// Of a list that is being written: whether there is room for one element more.
class ListRoom {
 public:
    explicit ListRoom(Decoder& decoder) : decoder_(decoder), is_inner_(decoder.inner_elements_left != nullptr) {
        if (!is_inner_) {
            decoder_.inner_elements_left = &for_inner_lists_;
        }
    }
    ListRoom(const ListRoom&) = delete;
    ListRoom& operator=(const ListRoom&) = delete;
    ~ListRoom() {
        if (!is_inner_) {
            decoder_.inner_elements_left = nullptr;
        }
    }

    [[nodiscard]] bool take() {
        if (!is_inner_) {
            return true;
        }
        std::uint64_t& left = *decoder_.inner_elements_left;
        if (left == 0) {
            return false;
        }
        --left;
        return true;
    }

 private:
    Decoder& decoder_;
    const bool is_inner_;
    std::uint64_t for_inner_lists_ = Decoder::inner_elements_limit;
};

/// `next(number, address)` fetches an element and says what it found; where elements have lengths of their own, it takes the address by
/// reference and says where this one stands. `write()` writes what was fetched. Where already the first cannot be
/// read, the address of the list is written in its place. In `Shape::indexed`, `write` begins with the field that the element is.
template <typename Fetch, typename Write>
void write_list(Decoder& decoder, std::uint64_t address, std::size_t stride, Fetch&& next, Write&& write, Shape shape = Shape::array) {
    ListRoom room(decoder);
    for (std::uint64_t i = 0;; ++i) {
        std::uint64_t where = address + i * stride;
        Next found = next(i, where);
        if (i == 0) {
            if (found == Next::unreadable) {
                write_unreadable(decoder, address);
                return;
            }
            decoder.out.open(shape);
        }
        if (found == Next::element && !room.take()) {
            found = Next::more_than_shown;
        }
        switch (found) {
            case Next::element:
                if (shape == Shape::array) {
                    decoder.out.element();
                }
                write();
                break;
            case Next::end:
                decoder.out.close();
                return;
            case Next::more_than_shown:
                decoder.out.close(End::cut);
                return;
            case Next::unreadable:
                decoder.out.close(End::unreadable, where);
                return;
        }
    }
}

/// The same for `count` elements, of which those beyond the limit are not shown. `read(address)` says whether it could.
template <typename Read, typename Write>
void write_limited_list(Decoder& decoder, std::uint64_t address, std::uint64_t count, std::uint64_t limit, std::size_t stride, Read&& read,
                        Write&& write, Shape shape = Shape::array) {
    const auto next = [&](std::uint64_t number, std::uint64_t where) {
        if (number >= count) {
            return Next::end;
        }
        // The first one that is not shown is read, too: where it is not there, that says more than that there are others.
        if (!read(where)) {
            return Next::unreadable;
        }
        return number >= limit ? Next::more_than_shown : Next::element;
    };
    write_list(decoder, address, stride, next, write, shape);
}

/// The same with the limit that -s and -v say.
template <typename Read, typename Write>
void write_counted_list(Decoder& decoder, std::uint64_t address, std::uint64_t count, std::size_t stride, Read&& read, Write&& write,
                        Shape shape = Shape::array) {
    write_limited_list(decoder, address, count, decoder.element_limit(), stride, read, write, shape);
}

/// The same for elements that have been read already: `next()` goes to the next one.
template <typename Fetch, typename Write>
void write_read_list(Decoder& decoder, Fetch&& next, Write&& write) {
    write_list(
        decoder, 0, 0, [&](std::uint64_t, std::uint64_t) { return next(); }, write);
}

/// The same for `count` of them, of which the first `shown` are shown. `write(number)` writes one.
template <typename Write>
void write_numbered_list(Decoder& decoder, std::uint64_t count, std::uint64_t shown, Write&& write) {
    std::uint64_t number = 0;
    const auto next = [&] { return number == count ? Next::end : number == shown ? Next::more_than_shown : Next::element; };
    write_read_list(decoder, next, [&] { write(number++); });
}

}  // namespace troupe
