#pragma once

#include <sys/types.h>

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "troupe/core/keyword_set.hpp"
#include "troupe/core/text_form.hpp"
#include "troupe/core/writer.hpp"

namespace troupe {

/// What is said of a descriptor (--decode-fds).
enum class DescriptorDetail : std::uint8_t {
    path,      ///< /etc/passwd, pipe:[4711]; the working directory, too
    socket,    ///< TCP:[127.0.0.1:80->127.0.0.1:5000]
    device,    ///< /dev/null<char 1:3>
    eventfd,   ///< {eventfd-count=0, eventfd-id=1, eventfd-semaphore=0}
    pidfd,     ///< pid:12
    signalfd,  ///< signalfd:[USR1 CHLD]
};

template <>
struct KeywordsOf<DescriptorDetail> {
    static constexpr std::string_view kind = "decode-fds";
    static constexpr std::array<Keyword, 6> words = {{{"path", member(DescriptorDetail::path)},
                                                      {"socket", member(DescriptorDetail::socket)},
                                                      {"dev", member(DescriptorDetail::device)},
                                                      {"eventfd", member(DescriptorDetail::eventfd)},
                                                      {"pidfd", member(DescriptorDetail::pidfd)},
                                                      {"signalfd", member(DescriptorDetail::signalfd)}}};
};

/// What is said of a process (--decode-pids).
enum class ProcessDetail : std::uint8_t {
    comm,  ///< its name
    ours,  ///< its number in our PID namespace, where the tracee is in another
};

template <>
struct KeywordsOf<ProcessDetail> {
    static constexpr std::string_view kind = "decode-pids";
    static constexpr std::array<Keyword, 2> words = {{{"comm", member(ProcessDetail::comm)}, {"pidns", member(ProcessDetail::ours)}}};
};

struct AnnotationChoice {
    KeywordSet<DescriptorDetail> descriptors{};
    KeywordSet<ProcessDetail> processes{};

    [[nodiscard]] bool any() const { return !descriptors.empty() || !processes.empty(); }
};

/// A part of what a descriptor is.
struct NotePiece {
    enum class Form : std::uint8_t {
        plain,   ///< text of ours
        name,    ///< of a file or a process: bytes of a tracee's
        quoted,  ///< likewise, as strings are written
    };
    Form form = Form::plain;
    std::string text;
};

/// What a descriptor stands for.
struct DescriptorNote {
    std::vector<NotePiece> pieces{};
    bool deleted = false;  ///< the file has no name any more; the first piece is the one that it had
};

/// What a process is; empty: nothing is known, or wanted.
struct ProcessNote {
    std::string comm{};
    pid_t ours = 0;  ///< in our own PID namespace; 0: the number that stands there already, or none
};

/// Says of one tracee what numbers stand for. Asked while it is stopped, by one thread; what it says is true at that moment.
class Annotations {
 public:
    Annotations() = default;
    Annotations(const Annotations&) = delete;
    Annotations& operator=(const Annotations&) = delete;
    virtual ~Annotations() = default;

    /// Nothing: there is no such descriptor, or nothing is to be said of it.
    [[nodiscard]] virtual std::optional<DescriptorNote> descriptor(int fd) = 0;
    /// Where AT_FDCWD is.
    [[nodiscard]] virtual std::optional<DescriptorNote> working_directory() = 0;
    /// `id`, above 0, is a number in the namespace of the tracee.
    [[nodiscard]] virtual ProcessNote process(pid_t id, IdOf what) = 0;
};

/// `<make>`, behind a number of a process.
void append_comm(std::string& out, std::string_view comm, HexStrings hex);

}  // namespace troupe
