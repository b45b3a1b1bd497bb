#pragma once

#include <fcntl.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <array>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <thread>

#include "actors/output/output.hpp"
#include "troupe/core/syscalls.hpp"
#include "troupe/core/unique_fd.hpp"

namespace troupe {

/// A directory that vanishes with the test.
class Scratch {
 public:
    Scratch() {
        std::string name = (std::filesystem::temp_directory_path() / "troupe-output-XXXXXX").string();
        path_ = ::mkdtemp(name.data());
    }
    ~Scratch() { std::filesystem::remove_all(path_); }
    Scratch(const Scratch&) = delete;
    Scratch& operator=(const Scratch&) = delete;

    [[nodiscard]] std::string file(const std::string& name) const { return (path_ / name).string(); }

 private:
    std::filesystem::path path_;
};

inline std::string contents(const std::string& path) {
    std::ostringstream out;
    out << std::ifstream(path).rdbuf();
    return out.str();
}

struct Pipe {
    Pipe() {
        std::array<int, 2> ends{};
        EXPECT_EQ(::pipe2(ends.data(), O_CLOEXEC), 0);
        reader.reset(ends[0]);
        writer.reset(ends[1]);
    }
    UniqueFd reader;
    UniqueFd writer;
};

/// Standard error is `fd` as long as this lives.
class StandardErrorIs {
 public:
    explicit StandardErrorIs(int fd) : before_(::fcntl(STDERR_FILENO, F_DUPFD_CLOEXEC, 3)) { ::dup2(fd, STDERR_FILENO); }
    ~StandardErrorIs() { ::dup2(before_.get(), STDERR_FILENO); }
    StandardErrorIs(const StandardErrorIs&) = delete;
    StandardErrorIs& operator=(const StandardErrorIs&) = delete;

 private:
    UniqueFd before_;
};

/// An output to a pipe of the test's: the only descriptor of its writing end is the output's.
inline std::unique_ptr<Output> open_to(Pipe& pipe, OutputConfig config = {}) {
    const StandardErrorIs redirected(pipe.writer.get());
    pipe.writer.reset();
    auto output = Output::open(std::move(config));
    EXPECT_TRUE(output.has_value());
    return std::move(*output);
}

/// What one read(2) finds: what has been written so far.
inline std::string read_some(const UniqueFd& fd, std::size_t limit = 65'536) {
    std::string bytes(limit, '\0');
    const auto got = ::read(fd.get(), bytes.data(), bytes.size());
    EXPECT_GE(got, 0);
    bytes.resize(got > 0 ? static_cast<std::size_t>(got) : 0);
    return bytes;
}

inline std::string read_exactly(const UniqueFd& fd, std::size_t count) {
    std::string bytes;
    while (bytes.size() < count) {
        const auto more = read_some(fd, std::min<std::size_t>(count - bytes.size(), 65'536));
        if (more.empty()) {
            break;
        }
        bytes += more;
    }
    return bytes;
}

inline std::string read_to_end(const UniqueFd& fd) { return read_exactly(fd, static_cast<std::size_t>(-1)); }

inline Record record_of(Output& output, TaskId task, What what) {
    return {{.sequence = output.next_sequence(), .task = task}, std::move(what)};
}

inline Record line_of(Output& output, TaskId task, std::string text) { return record_of(output, task, SignalSeen{std::move(text)}); }

inline Record entry_of(Output& output, TaskId task, const std::string& name, const std::string& arguments = "") {
    return record_of(output, task, CallBegan{.bytes = name + "(" + arguments, .call = calls_named(name).at(0)});
}

inline Record exit_of(Output& output, TaskId task, const std::string& result) {
    return record_of(output, task, CallEnded{.bytes = ") " + result, .result_at = 2});
}

}  // namespace troupe
