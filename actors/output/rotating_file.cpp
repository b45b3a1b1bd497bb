#include "actors/output/rotating_file.hpp"

#include <fmt/format.h>
#include <sys/stat.h>

#include <algorithm>
#include <cerrno>
#include <cstdio>

#include "actors/output/open_file.hpp"

namespace troupe {

void RotatingFile::opened(const UniqueFd& fd) {
    struct stat status {};
    size_ = rotation_.size != 0 && ::fstat(fd.get(), &status) == 0 ? static_cast<std::uint64_t>(status.st_size) : 0;
}

/// 0: it is full.
std::size_t RotatingFile::part_for_this_file(std::string_view bytes) const {
    const std::uint64_t room = size_ < rotation_.size ? rotation_.size - size_ : 0;
    if (rotation_.size == 0 || bytes.size() <= room) {
        return bytes.size();
    }
    const auto last_that_fits = room == 0 ? std::string_view::npos : bytes.rfind('\n', static_cast<std::size_t>(room) - 1);
    if (last_that_fits != std::string_view::npos) {
        return last_that_fits + 1;
    }
    if (size_ != 0 && !is_within_line_) {
        return 0;
    }
    return std::min(bytes.find('\n'), bytes.size() - 1) + 1;
}

WrittenBytes RotatingFile::write(UniqueFd& fd, std::string_view bytes) {
    WrittenBytes all;
    while (all.bytes < bytes.size()) {
        const std::string_view rest = bytes.substr(all.bytes);
        const std::size_t part = part_for_this_file(rest);
        if (part == 0) {
            if (all.code = begin_next(fd); all.code != 0) {
                return all;
            }
            continue;
        }
        const WrittenBytes done = write_all(fd.get(), rest.substr(0, part));
        all = {all.bytes + done.bytes, done.code};
        if (done.code != 0) {
            return all;
        }
        size_ += part;
        is_within_line_ = rest[part - 1] != '\n';
    }
    return all;
}

/// Where the full one cannot be renamed, nothing is emptied: that is an error.
int RotatingFile::begin_next(UniqueFd& fd) {
    for (unsigned place = rotation_.keep; place > 0; --place) {
        const std::string newer = place == 1 ? path_ : fmt::format("{}.{}", path_, place - 1);
        if (std::rename(newer.c_str(), fmt::format("{}.{}", path_, place).c_str()) != 0 && errno != ENOENT) {
            return errno;
        }
    }
    auto next = open_output_file(path_, false);
    if (!next) {
        return next.error().code;
    }
    fd = std::move(*next);
    size_ = 0;
    return 0;
}

}  // namespace troupe
