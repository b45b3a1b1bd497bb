#include "core/decode/words.hpp"

#include <algorithm>
#include <cstring>
#include <span>

namespace troupe {

bool Words::holds(std::uint64_t where) const {
    return where >= begin_ && where - begin_ <= size_ && size_ - (where - begin_) >= word_size_;
}

bool Words::read(std::uint64_t where, std::uint64_t& word) {
    word = 0;
    if (!holds(where)) {
        const std::size_t in_page = std::max(bytes_to_page_end(where), word_size_);
        begin_ = where;
        size_ = memory_.read(where, std::span(block_).first(std::min(block_.size(), in_page)));
        if (!holds(where)) {
            return false;
        }
    }
    std::memcpy(&word, block_.data() + (where - begin_), word_size_);
    return true;
}

}  // namespace troupe
