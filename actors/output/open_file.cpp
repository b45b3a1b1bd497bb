#include "actors/output/open_file.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>

namespace troupe {

Result<UniqueFd> open_output_file(const std::string& path, bool append) {
    constexpr mode_t read_and_write_for_all = 0666;
    const int flags = O_WRONLY | O_CREAT | O_CLOEXEC | O_NOCTTY | (append ? O_APPEND : O_TRUNC);
    UniqueFd fd(::open(path.c_str(), flags, read_and_write_for_all));
    if (!fd) {
        return failure("Can't fopen '" + path + "'", errno);
    }
    return fd;
}

Result<UniqueFd> duplicate_standard_error() {
    UniqueFd fd(::fcntl(STDERR_FILENO, F_DUPFD_CLOEXEC, STDERR_FILENO + 1));
    if (!fd) {
        return failure("duplicate standard error", errno);
    }
    return fd;
}

}  // namespace troupe
