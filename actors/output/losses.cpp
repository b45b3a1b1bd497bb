#include "actors/output/losses.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <cerrno>
#include <utility>

namespace troupe {

namespace {

constexpr std::size_t named_beside_the_first = 3;

}  // namespace

void Losses::failed(const std::string& file, Error error) {
    ++files_;
    others_ += error.code == EPIPE ? 0 : 1;
    if (!first_) {
        first_ = std::move(error);
    } else if (also_.size() < named_beside_the_first) {
        also_.push_back(file);
    }
}

std::string Losses::text() const {
    if (!first_) {
        return {};
    }
    if (files_ == 1) {
        return fmt::format("{} bytes of the trace are lost: {}", bytes_, first_->text());
    }
    const std::size_t more = files_ - 1 - also_.size();
    return fmt::format("{} bytes of the trace are lost in {} files, the first: {}; also {}{}", bytes_, files_, first_->text(),
                       fmt::join(also_, ", "), more != 0 ? fmt::format(" and {} more", more) : "");
}

std::optional<Error> Losses::take_error() {
    if (std::exchange(first_taken_, true)) {
        return std::nullopt;
    }
    first_taken_ = first_.has_value();
    return first_;
}

}  // namespace troupe
